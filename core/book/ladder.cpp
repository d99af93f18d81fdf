#include "book/ladder.h"

#include <algorithm>

namespace ballast {

void describe(Fields& fields, Rung& rung) {
  fields.number(rung.contracts, {.name = "contracts",
                                 .text = "Options bought in one unit; below zero sold",
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

void describe_ladder(Fields& fields, Ladder& layer, const Source& ladder_source) {
  describe(fields, layer.schedule);
  describe(fields, layer.costs);
  describe_size(fields, layer.size);
  describe_recalibration(fields, layer.recalibration,
                         "Move of VIX in log since all strikes were set, up or down, at which they are set anew");
  fields.list(layer.ladder, {.name = "ladder", .text = "The rungs", .source = ladder_source});
  for (const Rung& rung : layer.ladder) require_rolls_later(fields, layer.schedule, rung.days);
}

std::vector<Order> orders(const std::vector<Rung>& ladder, const LadderOptions& options) {
  std::vector<Order> unit;
  for (std::size_t i = 0; i < ladder.size(); ++i)
    unit.push_back({.underlying = options.underlying,
                    .type = options.type,
                    .days = ladder[i].days,
                    .contracts = ladder[i].contracts,
                    .rung = static_cast<int>(i),
                    .strike = ladder[i].strike});
  return unit;
}

namespace {

/// Sells what the rungs hold on the paths asked for and buys the same sizes, as the layer scales them, of the same expiries at
/// strikes of today.
void set_anew(const Ladder& layer, const std::vector<Order>& unit, std::span<const double> asked, Desk& desk) {
  const std::vector<double> keep = rest_of(asked);
  for (Order order : unit) {
    order.days = days_left(layer.schedule, order.days, desk.today().day);
    // A rung that rolls today gets its strikes from that.
    if (order.days < 1 || order.days == unit[static_cast<std::size_t>(order.rung)].days) continue;
    std::vector<double> size(asked.size());
    const std::vector<Leg>& legs = desk.holdings().legs;
    for (std::size_t j = 0; j < legs.size(); ++j)
      if (legs[j].rung == order.rung)
        for (std::size_t i = 0; i < size.size(); ++i) size[i] += asked[i] * desk.wanted(j, i);
    desk.reduce(order.rung, keep);
    order.contracts = 1;
    desk.open(order, size);
  }
}

}  // namespace

void act_ladder(const Ladder& layer, const LadderOptions& options, Desk& desk) {
  const std::vector<Order> unit = orders(layer.ladder, options);
  const auto opens = [&](const Order& order) { return desk.opens(layer.schedule, order.days); };
  if (std::ranges::all_of(unit, opens)) watch(desk);
  const auto asked = asked_anew(layer.recalibration, layer.schedule.open_day, desk);
  if (!asked.empty()) set_anew(layer, unit, asked, desk);
  std::vector<double> units;
  for (const Order& order : unit) {
    if (!opens(order)) continue;
    if (units.empty()) units = desk.units(layer.size, unit);
    desk.close(order.rung);
    desk.open(order, units);
  }
}

}  // namespace ballast
