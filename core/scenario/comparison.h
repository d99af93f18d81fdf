#pragma once
#include <span>

#include "scenario/books.h"
#include "scenario/parse.h"
#include "scenario/report.h"

namespace ballast {

/// One of the books as it fared.
struct Compared {
  std::string name;
  double scale;  ///< by which its sizes were multiplied for equal cost
  Scenario scenario;
  Evaluation evaluation;
};

/// Evaluates every book. For equal cost each is scaled to the premium that the first pays in a calm year; where a book pays
/// none that is a problem.
std::vector<Compared> compare(const Scenario& scenario, const SpikeGrid& grid, const Comparison& comparison,
                              Problems& problems);

Json report(std::span<const Compared> books, Arrays& arrays);

/// Why the spike cannot be moved so that every lead fits (timing.h), where it cannot; the pointer begins at the scenario.
std::optional<Problem> no_room_for_leads(const Scenario& scenario);

/// The book under each policy of recalibration ("loyalty or motion").
struct PolicyOutcome {
  std::string_view policy;
  std::optional<double> spike;  ///< profit of the hedge over the rise, USD
  double end, calm_month, turnover, costs;
};

std::vector<PolicyOutcome> compare_policies(const Scenario& scenario);

Json report(std::span<const PolicyOutcome> outcomes);

}  // namespace ballast
