#pragma once
#include <string>
#include <vector>

#include "ledger/evaluation.h"

namespace ballast {

/// A question: the market, what is held, what hedges it, and what happens. Every field has a default, so that an empty scenario is
/// a calm pool without a hedge.
struct Scenario {
  std::string name;
  std::string about;
  Market market;
  Token token;
  Pool pool;
  Path path;
  std::vector<Layer> book;
  Execution execution;
  Treasury capital;
  bool whole_contracts = false;
  Signals signals;
};

void describe(Fields& fields, Scenario& scenario);

/// The scenario as the engine takes it; refers into `scenario`. The signals have the path's own series and the scenario's own
/// calendar.
Position position(const Scenario& scenario);

}  // namespace ballast
