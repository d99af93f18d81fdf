#pragma once
#include "ledger/simulation.h"
#include "sizing/limits.h"

namespace ballast::sizing {

/// What sizes are found from in a scenario: the layers of its book that are on, one unit of each being the layer as it stands
/// there, in fractions of contracts.
struct Candidates {
  std::vector<std::size_t> layers;  ///< places in the book
  PnlSample sample;                 ///< at the horizon, path by path
  /// yearly_cost: the mean loss, per year. premium: paid up to the horizon, at mid prices, the mean. margin: the mean on the
  /// day on which it is highest.
  UnitTerms terms;
};

/// Holds 8 bytes for each path and layer.
Candidates candidates(const Position& position, const Simulated& paths);

}  // namespace ballast::sizing
