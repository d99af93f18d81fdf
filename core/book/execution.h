#pragma once
#include <optional>

#include "field/field.h"
#include "pool/pool.h"

namespace ballast {

/// How the owner's orders reach the market. Applies to the whole book.
struct Execution {
  enum Route { public_mempool, private_relay };
  double delay_hours = 0;
  Route route = public_mempool;
  double slippage_tolerance = 0.005;
  double relay_fee = 2;
  std::optional<double> pool_depth;
};

void describe(Fields& fields, Execution& execution);

/// Whole days by which a decision that reacts to the market comes late: the walk knows closes only, so part of a day counts as
/// one.
int delay_days(const Execution& execution);

/// Where tokens are swapped: what a trade there costs beside its spread.
struct SwapVenue {
  Execution execution;
  double depth;  ///< USDC in a pool x·y = k that is as deep as this one at the price of entry
  double fee;    ///< of a trade, fraction
};

SwapVenue swap_venue(const Execution& execution, const Pool& pool, const Liquidity& liquidity);

/// What the route takes of a swap of `usd` >= 0.
double routing_cost(const SwapVenue& venue, double usd);

}  // namespace ballast
