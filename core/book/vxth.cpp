#include "book/vxth.h"

namespace ballast {

void describe(Fields& fields, Vxth& layer) {
  describe_open_day(fields, layer.open_day);
  describe(fields, layer.costs);
  fields.number(layer.share,
                {.name = "share",
                 .text = "So many times the percentages of the rule, of what the pool is worth on the roll day",
                 .bounds = between(0, 100),
                 .source = published("Cboe VIX Tail Hedge Index (VXTH): 0, 1, 0.5 and 0 % of the portfolio as the future is up "
                                     "to 15, 30, 50 or above")});
}

double vxth_weight(double future) {
  if (future <= 15) return 0;
  if (future <= 30) return 1;
  return future <= 50 ? 0.5 : 0;
}

void act(const Vxth& layer, Desk& desk) {
  const Schedule monthly{.open_day = layer.open_day, .roll = true, .roll_days = 0};
  if (!desk.opens(monthly, month_days)) return;
  const Market& market = desk.today().exposure.market;
  const MarketBlock& seen = desk.today().seen.market;
  std::vector<double> log_future(desk.paths());
  log_futures(market.curve, tenor(market.curve, month_days / days_per_year), seen.fast, seen.slow, log_future);
  const Order call{.underlying = Underlying::vix,
                   .type = OptionType::call,
                   .days = month_days,
                   .contracts = 1,
                   .strike = {.by = StrikeRule::by_delta, .value = 0.30}};
  std::vector<double> units = desk.units({.by = Size::by_percent_of_pool, .value = layer.share}, {&call, 1});
  for (std::size_t i = 0; i < units.size(); ++i) units[i] *= vxth_weight(numeric::exp(log_future[i]));
  desk.open(call, units);
}

}  // namespace ballast
