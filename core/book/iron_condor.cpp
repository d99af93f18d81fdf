#include "book/iron_condor.h"

namespace ballast {

void describe(Fields& fields, IronCondor& layer) {
  const Source cndr = published("Cboe S&P 500 Iron Condor Index (CNDR) methodology: monthly, short 20-delta, long 5-delta");
  describe(fields, layer.schedule);
  describe(fields, layer.costs);
  fields.number(layer.contracts, {.name = "contracts",
                                  .text = "Condors sold; below zero bought",
                                  .unit = "contracts",
                                  .bounds = between(-1e6, 1e6),
                                  .source = starting_value});
  fields.whole(layer.days, {.name = "days",
                            .text = "Days from opening to expiry",
                            .unit = "days",
                            .bounds = between(1, 3650),
                            .source = cndr});
  fields.object(layer.short_strike, {.name = "short", .text = "Strikes of the put and the call sold", .source = cndr});
  fields.object(layer.long_strike, {.name = "long", .text = "Strikes of the put and the call bought", .source = cndr});
  fields.require(is_out_of_the_money(layer.short_strike), "short", "must be out of the money: a delta below 0.5 or a distance above 0");
  fields.require(layer.short_strike.by == layer.long_strike.by, "long", "must be given by the same measure as short");
  fields.require(layer.short_strike.by == StrikeRule::by_delta || layer.short_strike.by == StrikeRule::by_standard_deviations, "short",
                 "must be given by delta or by standard_deviations, which lie on both sides of the forward");
  fields.require(layer.short_strike.by != layer.long_strike.by || is_nearer(layer.short_strike, layer.long_strike), "long",
                 "must lie further out of the money than short");
  fields.require(!layer.schedule.roll || layer.schedule.roll_days < layer.days, "roll_days",
                 "must be below days, or it would roll on the day it opens");
}

void act(const IronCondor& layer, Desk& desk) {
  if (!desk.opens(layer.schedule, 0)) return;
  const auto open = [&](OptionType type, double contracts, const StrikeRule& strike) {
    desk.open({Underlying::spx, type, layer.days, contracts, 0}, strike);
  };
  open(OptionType::put, layer.contracts, layer.long_strike);
  open(OptionType::put, -layer.contracts, layer.short_strike);
  open(OptionType::call, -layer.contracts, layer.short_strike);
  open(OptionType::call, layer.contracts, layer.long_strike);
}

}  // namespace ballast
