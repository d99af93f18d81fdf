#pragma once
#include "ledger/walk.h"
#include "path/simulated.h"

namespace ballast {

/// One path of a simulation as it went, by day from 0 to the horizon.
struct OnePath {
  std::vector<double> vix, vvix, spx, token;  ///< token: price over its price on day 0
  std::vector<double> pool;                   ///< profits since day 0, USD
  std::vector<std::vector<double>> layers;    ///< by layer and day
  std::vector<double> hedge, total;
  std::vector<double> quick_ratio;
};

/// Path `number` again: the same bits as among all the others.
OnePath walk_path(const Position& position, const Simulated& paths, std::uint64_t number);

}  // namespace ballast
