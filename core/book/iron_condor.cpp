#include "book/iron_condor.h"

namespace ballast {
namespace {

bool has_sides(const StrikeRule& rule) {
  return rule.by == StrikeRule::by_delta || rule.by == StrikeRule::by_standard_deviations;
}

/// What must hold between the strikes, as far as they are used.
void require_fit(Fields& fields, const CondorRule& rule) {
  const bool uses_short = !rule.breakeven_probability, uses_long = !rule.width;
  const StrikeRule &inner = rule.short_strike, &outer = rule.long_strike;
  fields.require(uses_short || !uses_long, "breakeven_probability", "needs a width of the wings");
  fields.require(!uses_short || is_out_of_the_money(inner), "short",
                 "must be out of the money: a delta below 0.5 or a distance above 0");
  fields.require(!uses_short || has_sides(inner), "short",
                 "must be given by delta or by standard_deviations, which lie on both sides of the forward");
  fields.require(!uses_short || !uses_long || inner.by == outer.by, "long", "must be given by the same measure as short");
  fields.require(!uses_short || !uses_long || inner.by != outer.by || is_nearer(inner, outer), "long",
                 "must lie further out of the money than short");
}

}  // namespace

void describe(Fields& fields, IronCondor& layer) {
  const Source cndr = published("Cboe S&P 500 Iron Condor Index (CNDR) methodology: monthly, short 20-delta, long 5-delta");
  describe(fields, layer.schedule);
  describe(fields, layer.costs);
  describe_size(fields, layer.size);
  fields.number(layer.contracts, {.name = "contracts",
                                  .text = "Condors sold in one unit; below zero bought",
                                  .unit = "contracts",
                                  .bounds = between(-1e6, 1e6),
                                  .source = starting_value});
  fields.whole(
      layer.days,
      {.name = "days", .text = "Days from opening to expiry", .unit = "days", .bounds = between(1, 3650), .source = cndr});
  describe_gate(fields, layer.tier, layer.gate);
  fields.object(layer.strikes.short_strike, {.name = "short", .text = "Strikes of the put and the call sold", .source = cndr});
  fields.object(layer.strikes.long_strike, {.name = "long", .text = "Strikes of the put and the call bought", .source = cndr});
  fields.number(layer.strikes.width, {.name = "width",
                                      .text = "Distance of the bought strikes from the sold ones, in place of long",
                                      .unit = "index points",
                                      .bounds = between(0.5, 10000)});
  fields.number(
      layer.strikes.breakeven_probability,
      {.name = "breakeven_probability",
       .text =
           "In place of short: the sold strikes lie equally far, in deviations, where SPX ends between the break-evens with "
           "this probability, its volatility being uncertain as VIX options say; needs width",
       .bounds = strictly_between(0, 1)});
  require_fit(fields, layer.strikes);
  require_rolls_later(fields, layer.schedule, layer.days);
}

void act(const IronCondor& layer, Desk& desk) {
  if (!desk.opens(layer.schedule, layer.days)) return;
  desk.close(0);
  const CondorLogStrikes strikes = condor_strikes(layer.strikes, desk.today(), layer.days);
  const std::array<Order, 4> unit = condor_orders(strikes, layer.days, layer.contracts);
  std::vector<double> units = desk.units(layer.size, unit);
  pass_gate(layer.tier, layer.gate, desk.today(), units);
  for (const Order& order : unit) desk.open(order, units);
}

}  // namespace ballast
