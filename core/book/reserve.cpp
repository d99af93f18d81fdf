#include "book/reserve.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "book/cndr.h"

namespace ballast {

void describe(Fields& fields, Event& event) {
  fields.whole(event.day, {.name = "day",
                           .text = "Day of the event",
                           .unit = "days",
                           .bounds = between(0, 3660),
                           .source = assumption("none is known: the dates are the reader's own")});
}

void describe(Fields& fields, EventTrigger& trigger) {
  describe_event_kind(fields, trigger.event);
  fields.whole(trigger.days_before, {.name = "days_before",
                                     .text = "Days before the event on which it fires; 0 is the close of the day itself, when it is known",
                                     .unit = "days",
                                     .bounds = between(0, 365),
                                     .source = assumption("the day before, for an event is priced when it is known")});
}

void describe(Fields& fields, Reserve& layer) {
  const Source none = assumption("no public rule of a reserve exists");
  describe_open_day(fields, layer.open_day);
  describe(fields, layer.costs);
  fields.number(layer.capital,
                {.name = "capital", .text = "Set aside", .unit = "USD", .bounds = between(0, 1e12), .source = none});
  choice(fields, layer.funding, std::to_array<std::string_view>({"bills", "borrowed"}),
         {.name = "funding",
          .text = "Whether what is set aside is owned and earns the rate, or borrowed and pays it",
          .source = none});
  fields.number(layer.rate, {.name = "rate",
                             .text = "Earned on what is left of the reserve, or paid on what was borrowed",
                             .unit = "per year",
                             .bounds = between(0, 2),
                             .source = assumption("as market/rate")});
  fields.number(
      layer.trigger_vix,
      {.name = "trigger_vix",
       .text = "Fires when VIX comes from below to this level or above, or stands there when the reserve is set aside",
       .unit = "index points",
       .bounds = between(1, 500),
       .source = none});
  fields.number(layer.trigger_score,
                {.name = "trigger_score",
                 .text = "Fires, too, when the regime score of signals comes from below to this level or above, or stands there when "
                         "the reserve is set aside; not where missing",
                 .bounds = between(0, 1)});
  fields.number(layer.spend, {.name = "spend",
                              .text = "Part of what is left that is spent each time it fires, the costs of trading included",
                              .bounds = between(0, 1),
                              .source = none});
  fields.whole(layer.rearm_days, {.name = "rearm_days",
                                  .text = "Days after firing in which neither VIX nor the score fires it again",
                                  .unit = "days",
                                  .bounds = between(1, 3660),
                                  .source = none});
  choice(fields, layer.buys, std::to_array<std::string_view>({"vix_calls", "vix_puts", "spx_puts"}),
         {.name = "buys", .text = "What it buys, held to expiry", .source = none});
  fields.list(layer.ladder, {.name = "ladder", .text = "In these proportions", .source = starting_value});
  for (const Rung& rung : layer.ladder)
    fields.require(rung.contracts >= 0, "ladder", "must buy: contracts cannot be below zero");
  fields.list(layer.events, {.name = "events", .text = "Days on which it fires, whatever VIX does", .source = none});
  fields.list(layer.trigger_events, {.name = "trigger_events", .text = "Events of the calendar of signals on which it fires, whatever VIX does"});
}

namespace {

LadderOptions options(Reserve::Buys buys) {
  switch (buys) {
    case Reserve::Buys::vix_puts:
      return {Underlying::vix, OptionType::put};
    case Reserve::Buys::spx_puts:
      return {Underlying::spx, OptionType::put};
    default:
      return {Underlying::vix, OptionType::call};
  }
}

void set_aside(const Reserve& layer, Desk& desk) {
  Holdings& holdings = desk.holdings();
  holdings.reserve.assign(desk.paths(), layer.capital);
  if (layer.funding == Reserve::Funding::borrowed) holdings.borrowed.assign(desk.paths(), layer.capital);
  holdings.reference = desk.today().seen.market.vix;
  holdings.last_score.assign(desk.paths(), std::numeric_limits<double>::quiet_NaN());
  holdings.fired_on.assign(desk.paths(), -layer.rearm_days);
}

void accrue(const Reserve& layer, Desk& desk) {
  const Holdings& holdings = desk.holdings();
  const double per_day = layer.rate / days_per_year;
  std::vector<double> received(desk.paths());
  for (std::size_t i = 0; i < received.size(); ++i)
    received[i] = layer.funding == Reserve::Funding::bills ? per_day * holdings.reserve[i] : -per_day * holdings.borrowed[i];
  desk.pay(received);
}

bool is_event(const Reserve& layer, const Desk::Day& today) {
  const auto fires = [&](const EventTrigger& trigger, const CalendarEvent& event) {
    return event.kind == trigger.event && event.day - trigger.days_before == today.day;
  };
  for (const EventTrigger& trigger : layer.trigger_events)
    if (std::ranges::any_of(today.events, [&](const CalendarEvent& event) { return fires(trigger, event); })) return true;
  return std::ranges::any_of(layer.events, [&](const Event& each) { return each.day == today.day; });
}

/// Whether a level is reached from below, or stands there on the first day. No level, or one that nothing is known of, is not.
bool reached(std::optional<double> level, double now, double before, bool opening) {
  return level && now >= *level && (opening || !(before >= *level));
}

double score_seen(const Desk::Day& today, std::size_t path) {
  return today.seen.score.empty() ? std::numeric_limits<double>::quiet_NaN() : today.seen.score[path];
}

/// USD to be spent on each path today.
std::vector<double> fired(const Reserve& layer, Desk& desk) {
  std::vector<double> spent(desk.paths());
  std::vector<double>& last = desk.holdings().reference;
  std::vector<double>& last_score = desk.holdings().last_score;
  std::vector<double>& fired_on = desk.holdings().fired_on;
  const int today = desk.today().day;
  const bool event = is_event(layer, desk.today()), opening = today == layer.open_day;
  for (std::size_t i = 0; i < spent.size(); ++i) {
    const double vix = desk.today().seen.market.vix[i];
    const double score = score_seen(desk.today(), i);
    const bool rose = reached(layer.trigger_vix, vix, last[i], opening) || reached(layer.trigger_score, score, last_score[i], opening);
    const bool armed = today - fired_on[i] >= layer.rearm_days;
    last[i] = vix;
    // While nothing is known the score is where it was.
    if (std::isfinite(score)) last_score[i] = score;
    if (!event && !(rose && armed)) continue;
    if (!desk.may_add(i)) continue;
    spent[i] = std::fmin(layer.spend * desk.factor(i), 1) * desk.holdings().reserve[i];
    fired_on[i] = today;
  }
  return spent;
}

/// Units that what is spent pays for on each path, the costs of trading included.
std::vector<double> affordable(const Reserve& layer, const std::vector<Order>& unit, std::span<const double> spent,
                               const Desk& desk) {
  double contracts = 0;
  for (const Order& order : unit) contracts += order.contracts;
  // Units for a dollar of premium.
  std::vector<double> units = desk.units_per_dollar(unit);
  for (std::size_t i = 0; i < units.size(); ++i) {
    const double dollars = 1 + 0.5 * layer.costs.spread + layer.costs.commission * contracts * units[i];
    units[i] = std::min(units[i] * (spent[i] / dollars), most_units);
  }
  return units;
}

/// Rounds down where whole contracts are traded: the nearest might cost more than there is.
void open(const Order& order, std::vector<double> units, Desk& desk) {
  if (order.contracts == 0) return;
  if (desk.today().rounding == Rounding::whole_contracts)
    for (double& each : units) each = std::floor(each * order.contracts) / order.contracts;
  desk.open_beside(order, units);
}

}  // namespace

void act(const Reserve& layer, Desk& desk) {
  if (desk.today().day < layer.open_day) return;
  if (desk.today().day == layer.open_day)
    set_aside(layer, desk);
  else
    accrue(layer, desk);
  if (desk.today().day == desk.today().last_day) return;
  const std::vector<double> spent = fired(layer, desk);
  if (std::ranges::all_of(spent, [](double usd) { return usd == 0; })) return;
  const std::vector<Order> unit = orders(layer.ladder, options(layer.buys));
  const std::vector<double> units = affordable(layer, unit, spent, desk);
  const std::vector<double> before = desk.holdings().cash_flow;
  for (const Order& order : unit) open(order, units, desk);
  for (std::size_t i = 0; i < units.size(); ++i)
    desk.holdings().reserve[i] = std::fmax(desk.holdings().reserve[i] - (before[i] - desk.holdings().cash_flow[i]), 0);
}

}  // namespace ballast
