#include "book/execution.h"

#include <cmath>

#include "pool/sandwich.h"

namespace ballast {

void describe(Fields& fields, Execution& execution) {
  fields.number(
      execution.delay_hours,
      {.name = "delay_hours",
       .text = "Time until enough signatures are in: what reacts to the market (gates, triggers, targets) acts on what was "
               "seen so long ago; part of a day counts as a day. Dates that are known ahead are met",
       .unit = "hours",
       .bounds = between(0, 720),
       .source = assumption("one owner who acts at the close")});
  choice(fields, execution.route, std::to_array<std::string_view>({"public_mempool", "private_relay"}),
         {.name = "route",
          .text = "How swaps of the token are sent: seen by all before they are done, or past them for a fee",
          .source = assumption("as a wallet sends them")});
  fields.number(execution.slippage_tolerance,
                {.name = "slippage_tolerance",
                 .text = "Worst price accepted in a public swap, as a fraction below the quoted one",
                 .bounds = between(0, 0.5),
                 .source = assumption("half a percent, a usual setting of wallets")});
  fields.number(execution.relay_fee, {.name = "relay_fee",
                                      .text = "What a private relay takes for a swap",
                                      .unit = "USD",
                                      .bounds = between(0, 1e6),
                                      .source = assumption("of the order of a tip for one transaction")});
  fields.number(execution.pool_depth,
                {.name = "pool_depth",
                 .text = "USDC in the pool x·y = k where the token is swapped; where missing, in one as deep as the position",
                 .unit = "USD",
                 .bounds = above(0, 1e15)});
}

int delay_days(const Execution& execution) {
  return static_cast<int>(std::ceil(execution.delay_hours / 24));
}

SwapVenue swap_venue(const Execution& execution, const Pool& pool, const Liquidity& liquidity) {
  // x·y = k with y USDC has a curvature of -y/2 in the price ratio. A range that the price is not in has none.
  const double depth = execution.pool_depth.value_or(-2 * pool_at(liquidity, 1).gamma);
  return {.execution = execution, .depth = depth > 0 ? depth : liquidity.value, .fee = pool.fee_tier.value_or(0)};
}

double routing_cost(const SwapVenue& venue, double usd) {
  if (!(usd > 0)) return 0;
  if (venue.execution.route == Execution::private_relay) return venue.execution.relay_fee;
  return sandwich_loss({.trade = usd, .tolerance = venue.execution.slippage_tolerance, .depth = venue.depth, .fee = venue.fee});
}

}  // namespace ballast
