#include "book/costs.h"

namespace ballast {

void describe(Fields& fields, TradingCosts& costs) {
  fields.number(costs.spread,
                {.name = "spread",
                 .text = "Bid-ask spread as a fraction of the price; each trade pays half of it",
                 .bounds = between(0, 1),
                 .source = assumption("0.04 for VIX options, 0.02 for SPX options, of the order seen in quiet markets")});
  fields.number(costs.commission, {.name = "commission",
                                   .text = "Commission for each contract bought or sold; settling at expiry is free",
                                   .unit = "USD",
                                   .bounds = between(0, 1000),
                                   .source = assumption("of the order of a retail broker's fee with exchange fees")});
}

double spread_of(const TradingCosts& costs, Instrument instrument) {
  return instrument == Instrument::forward ? costs.index_spread : costs.spread;
}

void describe_open_day(Fields& fields, int& open_day) {
  fields.whole(open_day, {.name = "open_day",
                          .text = "Day on which the layer is opened; before or after the spike",
                          .unit = "days",
                          .bounds = between(0, 3660),
                          .source = assumption("opened with the pool")});
}

void describe(Fields& fields, Schedule& schedule) {
  describe_open_day(fields, schedule.open_day);
  fields.flag(schedule.roll, {.name = "roll",
                              .text = "Whether the layer is opened again when it is closed or expires",
                              .source = assumption("a standing hedge")});
  fields.whole(schedule.roll_days,
               {.name = "roll_days",
                .text = "Days left to expiry at which the position is sold and opened again; 0 holds to expiry",
                .unit = "days",
                .bounds = between(0, 3650),
                .source = assumption("held to expiry")});
}

void require_rolls_later(Fields& fields, const Schedule& schedule, int days) {
  fields.require(!schedule.roll || schedule.roll_days < days, "roll_days",
                 "must be below the days to expiry, or it would roll on the day it opens");
}

namespace {

/// Days from one opening to the next.
int cycle(const Schedule& schedule, int days) {
  return days - schedule.roll_days;
}

}  // namespace

bool opens_on(const Schedule& schedule, int days, int day) {
  if (day <= schedule.open_day || !schedule.roll) return day == schedule.open_day;
  return (day - schedule.open_day) % cycle(schedule, days) == 0;
}

int days_left(const Schedule& schedule, int days, int day) {
  const int since = day - schedule.open_day;
  return days - (schedule.roll ? since % cycle(schedule, days) : since);
}

}  // namespace ballast
