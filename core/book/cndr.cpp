#include "book/cndr.h"

namespace ballast {

void describe(Fields& fields, Cndr& layer) {
  describe_open_day(fields, layer.open_day);
  describe(fields, layer.costs);
  describe_size(fields, layer.size);
}

void act(const Cndr& layer, Desk& desk) {
  const Schedule monthly{.open_day = layer.open_day, .roll = true, .roll_days = 0};
  if (!desk.opens(monthly, month_days)) return;
  // Cboe S&P 500 Iron Condor Index (CNDR) methodology.
  const CondorRule rule{.short_strike = {.by = StrikeRule::by_delta, .value = 0.20},
                        .long_strike = {.by = StrikeRule::by_delta, .value = 0.05},
                        .width = {},
                        .breakeven_probability = {}};
  const CondorLogStrikes strikes = condor_strikes(rule, desk.today(), month_days);
  const std::array<Order, 4> unit = condor_orders(strikes, month_days, 1);
  const std::vector<double> units = desk.units(layer.size, unit);
  for (const Order& order : unit) desk.open(order, units);
}

}  // namespace ballast
