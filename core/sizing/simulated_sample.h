#pragma once
#include "ledger/simulation.h"
#include "sizing/instruments.h"
#include "sizing/quick_ratio.h"

namespace ballast::sizing {

/// What sizes are found from in a scenario: its instruments, in fractions of contracts.
struct Candidates {
  std::vector<Instrument> instruments;
  PnlSample sample;  ///< at the horizon, path by path
  /// yearly_cost: the mean loss, per year. premium: paid up to the horizon, at mid prices, the mean. margin: the mean on the
  /// day on which it is highest.
  UnitTerms terms;
  QuickRatioTerms quick_ratio;
};

/// Holds 8 bytes for each path and instrument.
Candidates candidates(const Position& position, const Simulated& paths, Strips strips);

}  // namespace ballast::sizing
