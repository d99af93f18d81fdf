#include "book/trading.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "book/margin.h"

namespace ballast {

void SliceCache::start_day(const Market& market, const MarketBlock& block, int day) {
  market_ = &market;
  block_ = &block;
  day_ = day;
  used_ = 0;
}

const ExpirySlice& SliceCache::at(Underlying underlying, int expiry_day) {
  for (std::size_t i = 0; i < used_; ++i)
    if (entries_[i].expiry_day == expiry_day && entries_[i].slice.underlying == underlying) return entries_[i].slice;
  if (used_ == entries_.size()) entries_.emplace_back();
  Entry& entry = entries_[used_++];
  entry.expiry_day = expiry_day;
  fill_slice(*market_, *block_, underlying, (expiry_day - day_) / days_per_year, entry.slice);
  return entry.slice;
}

Holdings empty_holdings(std::size_t paths) {
  Holdings holdings;
  for (auto* column : {&holdings.cash_flow, &holdings.costs, &holdings.turnover, &holdings.premium, &holdings.tokens})
    column->assign(paths, 0);
  return holdings;
}

namespace {

BALLAST_VECTORISED void add_value(std::span<const double> contracts, std::span<const double> price, std::span<double> sum) {
  for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += contracts[i] * (option_multiplier * price[i]);
}

/// Buying change[i] contracts at price[i]: what it costs beside the price, and what it turns over.
BALLAST_VECTORISED void pay_for(std::span<const double> change, std::span<const double> price, const TradingCosts& costs,
                                Holdings& holdings) {
  const double half_spread = 0.5 * costs.spread, commission = costs.commission;
  double* const cash = holdings.cash_flow.data();
  double* const paid = holdings.costs.data();
  double* const turnover = holdings.turnover.data();
  for (std::size_t i = 0; i < change.size(); ++i) {
    const double size = std::abs(change[i]);
    const double value = option_multiplier * price[i];
    // A forward may be worth less than nothing.
    const double cost = size * (half_spread * std::abs(value) + commission);
    cash[i] -= change[i] * value + cost;
    paid[i] += cost;
    turnover[i] += size * std::abs(value);
  }
}

BALLAST_VECTORISED void exp_all(std::span<const double> x, std::span<double> result) {
  for (std::size_t i = 0; i < result.size(); ++i) result[i] = numeric::exp(x[i]);
}

bool is_none(std::span<const double> sizes) {
  return std::ranges::all_of(sizes, [](double size) { return size == 0; });
}

/// Total premium of legs on each path, USD, at the prices they were opened at. Where it is the rounding of legs that pay for
/// each other it is 0: divided by, it would make any budget a million units.
std::vector<double> net_premium(std::span<const Leg> legs, std::size_t paths) {
  std::vector<double> sum(paths), gross(paths);
  for (const Leg& leg : legs) {
    add_value(leg.contracts, leg.paid, sum);
    for (std::size_t i = 0; i < paths; ++i) gross[i] += std::abs(leg.contracts[i] * (option_multiplier * leg.paid[i]));
  }
  for (std::size_t i = 0; i < paths; ++i)
    if (std::abs(sum[i]) < 1e-9 * gross[i]) sum[i] = 0;
  return sum;
}

}  // namespace

void Desk::note(const Leg& leg, int number, Trade::Action action, double wanted, double change) {
  if (!today_.trades || leg.contracts.empty()) return;
  const Quote quoted = quote(today_.slices.at(leg.underlying, leg.expiry_day), leg, 0);
  const double value = std::abs(option_multiplier * quoted.price);
  const double cost = std::abs(change) * (0.5 * spread_of(costs_, leg.instrument) * value + costs_.commission);
  today_.trades->push_back({.action = action,
                            .day = today_.day,
                            .layer = layer_,
                            .leg = number,
                            .quote = quoted,
                            .strike = leg.strike[0],
                            .contracts = leg.contracts[0],
                            .wanted_contracts = wanted,
                            .cost = cost,
                            .underlying = leg.underlying,
                            .instrument = leg.instrument,
                            .type = leg.type,
                            .expiry_day = leg.expiry_day});
}

void Desk::note_expiry(const Leg& leg, int number, double level, double payoff) {
  if (!today_.trades || leg.contracts.empty()) return;
  const double delta = leg.instrument == Instrument::forward ? 1.0 : payoff > 0 ? sign(leg.type) : 0.0;
  today_.trades->push_back({.action = Trade::expire,
                            .day = today_.day,
                            .layer = layer_,
                            .leg = number,
                            .quote = {level, 0, delta, payoff, 0},
                            .strike = leg.strike[0],
                            .contracts = leg.contracts[0],
                            .wanted_contracts = leg.contracts[0],
                            .cost = 0,
                            .underlying = leg.underlying,
                            .instrument = leg.instrument,
                            .type = leg.type,
                            .expiry_day = leg.expiry_day});
}

void Desk::remove(std::size_t leg) {
  holdings_.legs.erase(holdings_.legs.begin() + static_cast<std::ptrdiff_t>(leg));
  holdings_.numbers.erase(holdings_.numbers.begin() + static_cast<std::ptrdiff_t>(leg));
  holdings_.targets.erase(holdings_.targets.begin() + static_cast<std::ptrdiff_t>(leg));
}

void Desk::settle() {
  std::vector<double> payoff(paths());
  for (std::size_t j = holdings_.legs.size(); j-- > 0;) {
    const Leg& leg = holdings_.legs[j];
    if (leg.expiry_day != today_.day) continue;
    const auto level = settlement(leg.underlying, today_.block);
    settle_leg(level, leg, payoff);
    add_value(leg.contracts, payoff, holdings_.cash_flow);
    note_expiry(leg, holdings_.numbers[j], level[0], payoff[0]);
    remove(j);
  }
}

bool Desk::opens(const Schedule& schedule, int days) const {
  return today_.day != today_.last_day && opens_on(schedule, days, today_.day);
}

namespace {

/// Of a forward the strike is a level, 0 for the underlying itself.
void find_strikes(const ExpirySlice& slice, const Order& order, Leg& leg) {
  if (order.instrument == Instrument::forward) {
    leg.strike.assign(leg.strike.size(), order.strike.value);
    return;
  }
  if (order.log_strike.empty())
    solve_strikes(slice, order.type, order.strike, leg.log_strike);
  else
    leg.log_strike.assign(order.log_strike.begin(), order.log_strike.end());
  exp_all(leg.log_strike, leg.strike);
}

}  // namespace

Leg Desk::make_leg(const Order& order) const {
  assert(order.days >= 1);
  Leg leg{.underlying = order.underlying,
          .instrument = order.instrument,
          .type = order.type,
          .opened_day = today_.day,
          .expiry_day = today_.day + order.days,
          .rung = order.rung,
          .strike = std::vector<double>(paths()),
          .log_strike = std::vector<double>(paths()),
          .contracts = std::vector<double>(paths(), order.contracts),
          .paid = std::vector<double>(paths())};
  const ExpirySlice& slice = today_.slices.at(leg.underlying, leg.expiry_day);
  find_strikes(slice, order, leg);
  price_leg(slice, leg, leg.paid);
  return leg;
}

std::vector<double> Desk::units(const Size& size, std::span<const Order> unit) const {
  std::vector<double> result = unscaled_units(size, unit);
  scale(result);
  return result;
}

std::vector<double> Desk::units_per_dollar(std::span<const Order> unit) const {
  return unscaled_units({.by = Size::by_budget, .value = 1}, unit);
}

void Desk::scale(std::span<double> targets) const {
  for (std::size_t i = 0; i < scale_.factor.size(); ++i) targets[i] *= scale_.factor[i];
  for (std::size_t i = 0; i < scale_.allowed.size(); ++i) targets[i] *= scale_.allowed[i];
}

double Desk::wanted(std::size_t leg, std::size_t path) const {
  const LegTarget& target = holdings_.targets[leg];
  const double held = holdings_.legs[leg].contracts[path];
  if (target.factor.empty() || (factor(path) > target.factor[path] && !may_add(path))) return held;
  return target.contracts[path] * factor(path);
}

std::vector<double> Desk::unscaled_units(const Size& size, std::span<const Order> unit) const {
  if (size.by == Size::by_units) return std::vector(paths(), size.value);
  std::vector<Leg> legs;
  for (const Order& order : unit) legs.push_back(make_leg(order));
  std::vector<double> of_one = net_premium(legs, paths());
  if (size.by == Size::by_margin) margin(legs, today_.block, of_one);
  std::vector<double> result(paths());
  for (std::size_t i = 0; i < result.size(); ++i) {
    const double wanted = size.by == Size::by_percent_of_pool ? size.value / 100 * today_.pool.value[i] : size.value;
    const double one = std::abs(of_one[i]);
    result[i] = one > 0 ? std::min(wanted / one, most_units) : 0;
  }
  return result;
}

void Desk::open(const Order& order, std::span<const double> units) {
  open_leg(order, units, Follows::factor);
}

void Desk::open_beside(const Order& order, std::span<const double> units) {
  open_leg(order, units, Follows::nothing);
}

void Desk::open_leg(const Order& order, std::span<const double> units, Follows follows) {
  std::vector<double> contracts(units.begin(), units.end());
  for (double& size : contracts) size *= order.contracts;
  if (is_none(contracts)) return;
  const double first = contracts[0];
  LegTarget target;
  if (follows == Follows::factor && !scale_.factor.empty()) {
    target = {.factor = scale_.factor, .contracts = contracts};
    for (std::size_t i = 0; i < contracts.size(); ++i) target.contracts[i] /= target.factor[i];
  }
  if (today_.rounding == Rounding::whole_contracts)
    for (double& size : contracts) size = std::nearbyint(size);
  Leg leg = make_leg(order);
  leg.contracts = std::move(contracts);
  trade(leg, leg.contracts);
  add_value(leg.contracts, leg.paid, holdings_.premium);
  const int number = holdings_.opened++;
  if (first != 0) note(leg, number, Trade::open, first, leg.contracts[0]);
  holdings_.legs.push_back(std::move(leg));
  holdings_.numbers.push_back(number);
  holdings_.targets.push_back(std::move(target));
}

void Desk::follow_scale(double trigger) {
  for (std::size_t j = 0; j < holdings_.legs.size(); ++j) {
    Leg& leg = holdings_.legs[j];
    LegTarget& target = holdings_.targets[j];
    if (target.factor.empty()) continue;
    std::vector<double> size = leg.contracts, change(paths());
    for (std::size_t i = 0; i < size.size(); ++i) {
      const double ratio = factor(i) / target.factor[i];
      if (ratio == 1 || std::abs(ratio - 1) < trigger || (ratio > 1 && !may_add(i))) continue;
      size[i] = wanted(j, i);
      if (today_.rounding == Rounding::whole_contracts) size[i] = std::nearbyint(size[i]);
      change[i] = size[i] - leg.contracts[i];
      // What rounding keeps back is asked for again when the factor has moved further.
      if (change[i] != 0) target.factor[i] = factor(i);
    }
    if (is_none(change)) continue;
    trade(leg, change);
    std::vector<double> price(paths());
    price_leg(today_.slices.at(leg.underlying, leg.expiry_day), leg, price);
    for (std::size_t i = 0; i < price.size(); ++i) {
      if (std::abs(size[i]) <= std::abs(leg.contracts[i])) continue;
      holdings_.premium[i] += change[i] * (option_multiplier * price[i]);
      leg.paid[i] += (price[i] - leg.paid[i]) * (change[i] / size[i]);
    }
    leg.contracts = std::move(size);
    if (change[0] != 0) note(leg, holdings_.numbers[j], Trade::resize, leg.contracts[0], change[0]);
  }
}

void Desk::trade(const Leg& leg, std::span<const double> change) {
  std::vector<double> price(paths());
  price_leg(today_.slices.at(leg.underlying, leg.expiry_day), leg, price);
  pay_for(change, price, {.spread = spread_of(costs_, leg.instrument), .commission = costs_.commission}, holdings_);
}

void Desk::close(int rung) {
  const std::vector<double> nothing(paths());
  reduce(rung, nothing);
}

void Desk::reduce(int rung, std::span<const double> keep) {
  std::vector<double> change(paths());
  for (std::size_t j = holdings_.legs.size(); j-- > 0;) {
    Leg& leg = holdings_.legs[j];
    if (leg.rung != rung) continue;
    std::vector<double> kept(paths());
    for (std::size_t i = 0; i < kept.size(); ++i) {
      kept[i] = keep[i] * leg.contracts[i];
      if (today_.rounding == Rounding::whole_contracts) kept[i] = std::nearbyint(kept[i]);
      change[i] = kept[i] - leg.contracts[i];
    }
    if (is_none(change) && !is_none(leg.contracts)) continue;
    trade(leg, change);
    const bool sold = kept[0] == 0, traded = keep[0] < 1;
    if (traded && sold) note(leg, holdings_.numbers[j], Trade::close, leg.contracts[0], change[0]);
    LegTarget& target = holdings_.targets[j];
    for (std::size_t i = 0; i < target.contracts.size(); ++i)
      target.contracts[i] *= leg.contracts[i] == 0 ? keep[i] : kept[i] / leg.contracts[i];
    leg.contracts = std::move(kept);
    if (traded && !sold) note(leg, holdings_.numbers[j], Trade::resize, leg.contracts[0], change[0]);
    if (is_none(leg.contracts)) remove(j);
  }
}

void Desk::trade_tokens(std::span<const double> change) {
  for (std::size_t i = 0; i < change.size(); ++i) {
    const double value = change[i] * today_.block.token[i];
    const double usd = std::abs(value);
    const double cost = 0.5 * costs_.spread * usd + (usd > 0 ? costs_.commission : 0) + routing_cost(today_.venue, usd);
    holdings_.tokens[i] += change[i];
    holdings_.cash_flow[i] -= value + cost;
    holdings_.costs[i] += cost;
    holdings_.turnover[i] += usd;
  }
}

void Desk::pay(std::span<const double> received) {
  for (std::size_t i = 0; i < received.size(); ++i) holdings_.cash_flow[i] += received[i];
}

namespace {

BALLAST_VECTORISED void add_sides(std::span<const double> contracts, std::span<const double> price, Marks& marks) {
  double* const longs = marks.longs.data();
  double* const shorts = marks.shorts.data();
  for (std::size_t i = 0; i < price.size(); ++i) {
    const double value = contracts[i] * (option_multiplier * price[i]);
    longs[i] += value > 0 ? value : 0;
    shorts[i] += value < 0 ? -value : 0;
  }
}

}  // namespace

void mark_holdings(const Holdings& holdings, const MarketBlock& block, SliceCache& slices, Marks& marks) {
  const std::size_t paths = block.size();
  for (auto* column : {&marks.all, &marks.longs, &marks.shorts}) column->assign(paths, 0);
  std::vector<double> price(paths);
  for (const Leg& leg : holdings.legs) {
    price_leg(slices.at(leg.underlying, leg.expiry_day), leg, price);
    add_value(leg.contracts, price, marks.all);
    add_sides(leg.contracts, price, marks);
  }
  for (std::size_t i = 0; i < paths; ++i) {
    const double value = holdings.tokens[i] * block.token[i];
    marks.all[i] += value;
    (value > 0 ? marks.longs : marks.shorts)[i] += std::abs(value);
  }
}

}  // namespace ballast
