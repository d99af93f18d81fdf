#include "book/trading.h"

#include <cassert>
#include <cmath>

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

namespace {

/// cash += what selling `contracts` at `price` brings, after `costs` (see trading_cost).
BALLAST_VECTORISED void sell(std::span<const double> contracts, std::span<const double> price, const TradingCosts& costs,
                             std::span<double> cash) {
  const double per_value = 0.5 * costs.spread;
  for (std::size_t i = 0; i < cash.size(); ++i) {
    const double size = std::abs(contracts[i]);
    const double value = option_multiplier * price[i];
    cash[i] += contracts[i] * value - size * (per_value * value + costs.commission);
  }
}

BALLAST_VECTORISED void add_value(std::span<const double> contracts, std::span<const double> price, std::span<double> sum) {
  for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += contracts[i] * (option_multiplier * price[i]);
}

BALLAST_VECTORISED void negate(std::span<const double> x, std::span<double> result) {
  for (std::size_t i = 0; i < result.size(); ++i) result[i] = -x[i];
}

BALLAST_VECTORISED void exp_all(std::span<const double> x, std::span<double> result) {
  for (std::size_t i = 0; i < result.size(); ++i) result[i] = numeric::exp(x[i]);
}

double trading_cost(double contracts, double price, const TradingCosts& costs) {
  return std::abs(contracts) * (0.5 * costs.spread * (option_multiplier * price) + costs.commission);
}

Trade describe_trade(const Leg& leg, Trade::Action action, const Quote& quote) {
  return {.action = action,
          .day = 0,
          .layer = 0,
          .leg = 0,
          .quote = quote,
          .strike = leg.strike[0],
          .contracts = leg.contracts[0],
          .wanted_contracts = leg.contracts[0],
          .cost = 0,
          .underlying = leg.underlying,
          .type = leg.type,
          .expiry_day = leg.expiry_day};
}

}  // namespace

void Desk::note(const Leg& leg, int number, const Trade& trade) {
  if (!today_.trades || leg.contracts.empty()) return;
  Trade noted = trade;
  noted.day = today_.day;
  noted.layer = layer_;
  noted.leg = number;
  today_.trades->push_back(noted);
}

void Desk::remove(std::size_t leg) {
  holdings_.legs.erase(holdings_.legs.begin() + static_cast<std::ptrdiff_t>(leg));
  holdings_.numbers.erase(holdings_.numbers.begin() + static_cast<std::ptrdiff_t>(leg));
}

void Desk::settle() {
  std::vector<double> payoff(today_.block.size());
  for (std::size_t j = holdings_.legs.size(); j-- > 0;) {
    const Leg& leg = holdings_.legs[j];
    if (leg.expiry_day != today_.day) continue;
    const auto level = settlement(leg.underlying, today_.block);
    settle_leg(level, leg, payoff);
    add_value(leg.contracts, payoff, holdings_.cash_flow);
    const bool inside = payoff[0] > 0;
    note(leg, holdings_.numbers[j],
         describe_trade(leg, Trade::expire, {level[0], 0, inside ? sign(leg.type) : 0.0, payoff[0]}));
    remove(j);
  }
}

void Desk::trade(const Leg& leg, int number, Trade::Action action, double wanted) {
  const ExpirySlice& slice = today_.slices.at(leg.underlying, leg.expiry_day);
  std::vector<double> price(today_.block.size());
  price_leg(slice, leg, price);
  if (action == Trade::open) {
    std::vector<double> sold(price.size());
    negate(leg.contracts, sold);
    sell(sold, price, costs_, holdings_.cash_flow);
  } else {
    sell(leg.contracts, price, costs_, holdings_.cash_flow);
  }
  Trade noted = describe_trade(leg, action, quote(slice, leg, 0));
  noted.wanted_contracts = wanted;
  noted.cost = trading_cost(leg.contracts[0], price[0], costs_);
  note(leg, number, noted);
}

void Desk::open(const Order& order, const StrikeRule& rule) {
  open(order, rule, std::vector(today_.block.size(), order.contracts));
}

void Desk::open(const Order& order, const StrikeRule& rule, std::span<const double> contracts) {
  assert(order.days >= 1);
  const std::size_t paths = today_.block.size();
  Leg leg{.underlying = order.underlying,
          .type = order.type,
          .opened_day = today_.day,
          .expiry_day = today_.day + order.days,
          .rung = order.rung,
          .strike = std::vector<double>(paths),
          .log_strike = std::vector<double>(paths),
          .contracts = {contracts.begin(), contracts.end()}};
  if (today_.rounding == Rounding::whole_contracts)
    for (double& size : leg.contracts) size = std::nearbyint(size);
  solve_strikes(today_.slices.at(leg.underlying, leg.expiry_day), leg.type, rule, leg.log_strike);
  exp_all(leg.log_strike, leg.strike);
  const int number = holdings_.opened++;
  trade(leg, number, Trade::open, contracts[0]);
  holdings_.legs.push_back(std::move(leg));
  holdings_.numbers.push_back(number);
}

void Desk::close(int rung) {
  for (std::size_t j = holdings_.legs.size(); j-- > 0;) {
    if (holdings_.legs[j].rung != rung) continue;
    trade(holdings_.legs[j], holdings_.numbers[j], Trade::close, holdings_.legs[j].contracts[0]);
    remove(j);
  }
}

bool Desk::holds(int rung) const {
  for (const Leg& leg : holdings_.legs)
    if (leg.rung == rung) return true;
  return false;
}

bool Desk::opens(const Schedule& schedule, int rung) {
  if (today_.day < schedule.open_day || today_.day == today_.last_day) return false;
  if (today_.day == schedule.open_day) return true;
  if (!schedule.roll) return false;
  for (const Leg& leg : holdings_.legs)
    if (leg.rung == rung && leg.expiry_day - today_.day > schedule.roll_days) return false;
  if (holds(rung)) close(rung);
  return true;
}

void mark_holdings(const Holdings& holdings, SliceCache& slices, std::span<double> mark) {
  std::vector<double> price(mark.size());
  for (double& value : mark) value = 0;
  for (const Leg& leg : holdings.legs) {
    price_leg(slices.at(leg.underlying, leg.expiry_day), leg, price);
    add_value(leg.contracts, price, mark);
  }
}

}  // namespace ballast
