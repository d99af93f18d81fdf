#include "book/alvh.h"

#include <algorithm>
#include <cmath>

namespace ballast {

void describe(Fields& fields, Alvh& layer) {
  describe(fields, layer.schedule);
  for (const Rung& rung : alvh_ladder()) require_rolls_later(fields, layer.schedule, rung.days);
  describe(fields, layer.costs);
  describe_size(fields, layer.size);
  choice(fields, layer.monetise, std::to_array<std::string_view>({"off", "on"}),
         {.name = "monetise",
          .text = "Whether, while VIX is above 16 or the expected daily range above 0.94 %, gains of the short layer are moved "
                  "to the longer "
                  "ones",
          .source = assumption("off, so that what is shown is the ladder alone")});
  fields.number(layer.gain,
                {.name = "gain",
                 .text = "Gain of the short layer, over what was paid for it, at which some is moved (1.5 is 150 %)",
                 .bounds = between(0, 100),
                 .source = assumption("150 %; the public descriptions name no figure")});
  fields.number(layer.fraction, {.name = "fraction",
                                 .text = "Of that gain, the part that goes to the longer layers",
                                 .bounds = between(0, 1),
                                 .source = assumption("half; the public descriptions name no figure")});
}

std::vector<Rung> alvh_ladder() {
  return {{.contracts = 4, .days = 30, .strike = {}},
          {.contracts = 4, .days = 110, .strike = {}},
          {.contracts = 2, .days = 220, .strike = {}}};
}

namespace {

/// VIX above 16, or an expected daily range VIX/√252 above 0.94 %: the second is the lower bar (VixShield, "Temporal Vega
/// Martingale").
bool is_stressed(double vix) {
  return vix > 16 || vix / std::sqrt(252.0) > 0.94;
}

/// Value of a rung's options and what its holder counts as paid for them, USD by path.
struct Worth {
  std::vector<double> value, paid;
};

Worth worth(const Desk& desk, const std::vector<Leg>& legs, int rung) {
  Worth sum{std::vector<double>(desk.paths()), std::vector<double>(desk.paths())};
  std::vector<double> price(desk.paths());
  for (const Leg& leg : legs) {
    if (leg.rung != rung) continue;
    price_leg(desk.today().slices.at(leg.underlying, leg.expiry_day), leg, price);
    for (std::size_t i = 0; i < price.size(); ++i) {
      sum.value[i] += leg.contracts[i] * (option_multiplier * price[i]);
      sum.paid[i] += leg.contracts[i] * (option_multiplier * leg.paid[i]);
    }
  }
  return sum;
}

/// USD of the short layer to be sold on each path; nothing where none is.
std::vector<double> to_move(const Alvh& layer, const Desk& desk, const Worth& short_layer) {
  std::vector<double> result(desk.paths());
  bool any = false;
  for (std::size_t i = 0; i < result.size(); ++i) {
    const double gained = short_layer.value[i] - short_layer.paid[i];
    if (!is_stressed(desk.today().seen.market.vix[i]) || short_layer.paid[i] <= 0) continue;
    if (gained < layer.gain * short_layer.paid[i]) continue;
    result[i] = layer.fraction * gained;
    any = true;
  }
  return any ? result : std::vector<double>{};
}

/// What is left of the short layer counts from here as bought at today's price, so that the same gain is not moved twice.
void count_anew(Desk& desk, std::span<const double> moved) {
  std::vector<double> price(desk.paths());
  for (Leg& leg : desk.holdings().legs) {
    if (leg.rung != 0) continue;
    price_leg(desk.today().slices.at(leg.underlying, leg.expiry_day), leg, price);
    for (std::size_t i = 0; i < price.size(); ++i)
      if (moved[i] > 0) leg.paid[i] = price[i];
  }
}

void move_gains(const Alvh& layer, const std::vector<Order>& unit, Desk& desk) {
  const std::span longer = std::span(unit).subspan(1);
  std::vector<Order> orders(longer.begin(), longer.end());
  for (Order& order : orders) order.days = days_left(layer.schedule, order.days, desk.today().day);
  // Layers that do not roll end one after the other.
  std::erase_if(orders, [](const Order& order) { return order.days < 1; });
  if (orders.empty()) return;
  const Worth short_layer = worth(desk, desk.holdings().legs, 0);
  std::vector<double> moved = to_move(layer, desk, short_layer);
  if (moved.empty()) return;
  std::vector<double> keep(moved.size(), 1);
  for (std::size_t i = 0; i < keep.size(); ++i)
    if (moved[i] > 0) keep[i] = 1 - moved[i] / short_layer.value[i];
  desk.reduce(0, keep);
  // Whole contracts may be fewer than the gain asks for, or none.
  const Worth left = worth(desk, desk.holdings().legs, 0);
  for (std::size_t i = 0; i < moved.size(); ++i)
    if (moved[i] > 0) moved[i] = std::fmax(short_layer.value[i] - left.value[i], 0);
  count_anew(desk, moved);
  std::vector<double> units = desk.units_per_dollar(orders);
  for (std::size_t i = 0; i < units.size(); ++i) units[i] = std::min(units[i] * moved[i], most_units);
  for (const Order& order : orders) desk.open_beside(order, units);
}

}  // namespace

void act(const Alvh& layer, Desk& desk) {
  const std::vector<Order> unit = orders(alvh_ladder(), {Underlying::vix, OptionType::call});
  std::vector<double> units;
  for (const Order& order : unit) {
    if (!desk.opens(layer.schedule, order.days)) continue;
    if (units.empty()) units = desk.units(layer.size, unit);
    desk.close(order.rung);
    desk.open(order, units);
  }
  const bool settled = desk.today().day <= layer.schedule.open_day || desk.today().day == desk.today().last_day;
  if (layer.monetise == Alvh::Monetise::on && !settled) move_gains(layer, unit, desk);
}

}  // namespace ballast
