#include "book/parity.h"

namespace ballast {

void describe_parity(Fields& fields, ParityTrade& layer) {
  describe(fields, layer.schedule);
  describe(fields, layer.costs);
  describe_size(fields, layer.size);
  fields.number(layer.contracts, {.name = "contracts",
                                  .text = "Of each leg in one unit",
                                  .unit = "contracts",
                                  .bounds = between(0, 1e6),
                                  .source = starting_value});
  fields.whole(layer.days, {.name = "days",
                            .text = "Days from opening to expiry",
                            .unit = "days",
                            .bounds = between(1, 3650),
                            .source = starting_value});
  fields.object(layer.strike, {.name = "strike",
                               .text = "The one strike of call and put; a delta is the call's",
                               .source = assumption("at the forward, where the two cost the same")});
  require_rolls_later(fields, layer.schedule, layer.days);
}

void describe_index_leg(Fields& fields, ParityTrade& layer) {
  fields.number(layer.costs.index_spread,
                {.name = "index_spread",
                 .text = "Bid-ask spread of the index itself, as a fraction of its level; each trade pays half of it",
                 .bounds = between(0, 1),
                 .source = assumption("two hundredths of a percent, of the order of its funds and futures in quiet markets")});
}

namespace {

/// One strike for both: where a rule has sides it is the call's.
std::vector<double> call_strikes(const ParityTrade& layer, Desk& desk) {
  std::vector<double> log_strike(desk.paths());
  solve_strikes(desk.today().slices.at(Underlying::spx, desk.today().day + layer.days), OptionType::call, layer.strike,
                log_strike);
  return log_strike;
}

Order option(const ParityTrade& layer, OptionType type, double contracts) {
  return {.underlying = Underlying::spx, .type = type, .days = layer.days, .contracts = contracts * layer.contracts};
}

}  // namespace

std::array<Order, 2> short_synthetic(const ParityTrade& layer, double contracts) {
  return {option(layer, OptionType::call, -contracts), option(layer, OptionType::put, contracts)};
}

Order underlying(const ParityTrade& layer, double contracts) {
  return {.underlying = Underlying::spx,
          .instrument = Instrument::forward,
          .days = layer.days,
          .contracts = contracts * layer.contracts,
          .strike = {.by = StrikeRule::by_level, .value = 0}};
}

void act_parity(const ParityTrade& layer, std::span<const Order> unit, Desk& desk) {
  if (!desk.opens(layer.schedule, layer.days)) return;
  desk.close(0);
  const std::vector<double> log_strike = call_strikes(layer, desk);
  std::vector<Order> orders(unit.begin(), unit.end());
  for (Order& order : orders)
    if (order.instrument == Instrument::option) order.log_strike = log_strike;
  const std::vector<double> units = desk.units(layer.size, orders);
  for (const Order& order : orders) desk.open(order, units);
}

double locked_rate(double outlay, double payoff, double years) {
  return numeric::log(payoff / outlay) / years;
}

}  // namespace ballast
