#include "book/costs.h"

namespace ballast {

void describe(Fields& fields, TradingCosts& costs) {
  fields.number(costs.spread, {.name = "spread",
                               .text = "Bid-ask spread as a fraction of the price; each trade pays half of it",
                               .bounds = between(0, 1),
                               .source = assumption("0.04 for VIX options, 0.02 for SPX options, of the order seen in quiet markets")});
  fields.number(costs.commission, {.name = "commission",
                                   .text = "Commission for each contract bought or sold; settling at expiry is free",
                                   .unit = "USD",
                                   .bounds = between(0, 1000),
                                   .source = assumption("of the order of a retail broker's fee with exchange fees")});
}

void describe(Fields& fields, Schedule& schedule) {
  fields.whole(schedule.open_day, {.name = "open_day",
                                   .text = "Day on which the layer is opened; before or after the spike",
                                   .unit = "days",
                                   .bounds = between(0, 3660),
                                   .source = assumption("opened with the pool")});
  fields.flag(schedule.roll, {.name = "roll",
                              .text = "Whether the layer is opened again when it is closed or expires",
                              .source = assumption("a standing hedge")});
  fields.whole(schedule.roll_days, {.name = "roll_days",
                                    .text = "Days left to expiry at which the position is sold and opened again; 0 holds to expiry",
                                    .unit = "days",
                                    .bounds = between(0, 3650),
                                    .source = assumption("held to expiry")});
}

}  // namespace ballast
