#include "book/vix_calls.h"

namespace ballast {

void describe(Fields& fields, Rung& rung) {
  fields.number(rung.contracts, {.name = "contracts",
                                 .text = "Calls bought; below zero sold",
                                 .unit = "contracts",
                                 .bounds = between(-1e6, 1e6),
                                 .source = starting_value});
  fields.whole(rung.days, {.name = "days",
                           .text = "Days from opening to expiry",
                           .unit = "days",
                           .bounds = between(1, 3650),
                           .source = starting_value});
  fields.object(rung.strike, {.name = "strike",
                              .text = "How the strike is chosen on the day it opens",
                              .source = recurring("50 delta, as the layered VIX hedges that are described in public")});
}

void describe(Fields& fields, VixCalls& layer) {
  describe(fields, layer.schedule);
  describe(fields, layer.costs);
  fields.list(layer.ladder, {.name = "ladder", .text = "The rungs", .source = starting_value});
  for (const Rung& rung : layer.ladder)
    fields.require(!layer.schedule.roll || layer.schedule.roll_days < rung.days, "roll_days",
                   "must be below the days of every rung, or it would roll on the day it opens");
}

void act(const VixCalls& layer, Desk& desk) {
  for (std::size_t i = 0; i < layer.ladder.size(); ++i) {
    const Rung& rung = layer.ladder[i];
    const int number = static_cast<int>(i);
    if (!desk.opens(layer.schedule, number)) continue;
    desk.open({Underlying::vix, OptionType::call, rung.days, rung.contracts, number}, rung.strike);
  }
}

}  // namespace ballast
