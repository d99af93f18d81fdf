#pragma once
#include <string>

#include "ledger/adaptation.h"
#include "ledger/simulation.h"
#include "scenario/books.h"
#include "scenario/problem.h"
#include "scenario/scenario.h"
#include "sizing/rules.h"

namespace ballast {

/// A value as a problem shows it: cut short where it is long.
Json shortened(const Json& value);

/// A default that a scenario left standing, for the report.
struct DefaultUsed {
  std::string pointer;
  Json value;
  Source source;
};

/// What was read, with everything that is wrong with it. Where there are problems the values are not to be used.
template <class Struct>
struct Read {
  Struct value;
  std::vector<DefaultUsed> defaults;
  Problems problems;
};

/// Reads the fields of a struct from the JSON found at `pointer` of the request. All problems are found at once: wrong types, values
/// out of bounds, unknown keys and broken rules between fields.
Read<Scenario> read_scenario(const Json& json, const std::string& pointer);
Read<SpikeGrid> read_grid(const Json& json, const std::string& pointer);
Read<Comparison> read_comparison(const Json& json, const std::string& pointer);

/// The horizon is `horizon_days` where none is given, which is then not noted as a default.
Read<Simulation> read_simulation(const Json& json, const std::string& pointer, int horizon_days);

Read<Adaptation> read_adaptation(const Json& json, const std::string& pointer);

Read<sizing::SizingRules> read_sizing(const Json& json, const std::string& pointer);

}  // namespace ballast
