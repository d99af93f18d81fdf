#pragma once
#include <span>

#include "ledger/signal_days.h"
#include "ledger/timing.h"
#include "scenario/json.h"
#include "scenario/parse.h"

namespace ballast {

/// Where a report's arrays of numbers go: into the JSON, or beside it, where the JSON then says {"at": offset, "count":
/// length}.
class Arrays {
 public:
  enum class Place { in_json, beside };
  explicit Arrays(Place place) : place_(place) {}

  Json put(std::span<const double> values);

  std::vector<double> beside;

 private:
  Place place_;
};

/// The evaluation as the response carries it (response.schema.json): columns by day, USD, one sentence that sums it up, and
/// where every default that was used comes from.
Json report(const Scenario& scenario, const Evaluation& evaluation, const std::vector<DefaultUsed>& defaults, Arrays& arrays);

Json report(const Surface& surface, Arrays& arrays);

Json report(const TimeShift& shift, Arrays& arrays);

/// The signals along the scenario's own path.
SignalDays signal_days(const Scenario& scenario);

/// Every default that was used, and where it comes from.
Json to_json(const std::vector<DefaultUsed>& defaults);

/// What the report calls a layer: its name, or its kind where it has none.
std::string layer_name(const Layer& layer);

/// What the hedge does on the spike and what it costs in calm, in words.
std::string summary(const Scenario& scenario, const Evaluation& evaluation);

}  // namespace ballast
