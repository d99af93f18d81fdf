#include "ledger/walk.h"

#include <algorithm>

#include "ledger/balance.h"

namespace ballast {

bool acts_on_score(std::span<const Layer> book) {
  return std::ranges::any_of(book, [](const Layer& layer) {
    const auto* const reserve = std::get_if<Reserve>(&layer.rule);
    return layer.on && (layer.adaptive.per_score || (reserve && reserve->trigger_score));
  });
}

bool acts_on_quick_ratio(std::span<const Layer> book) {
  return std::ranges::any_of(book, [](const Layer& layer) { return layer.on && layer.adaptive.least_quick_ratio; });
}

namespace {

using Columns = std::vector<std::vector<double>>;

std::vector<double> repeat(const std::vector<double>& values, std::size_t copies) {
  return std::vector<double>(copies, values[0]);
}

Columns repeat(Columns columns, std::size_t copies) {
  for (auto& column : columns) column = repeat(column, copies);
  return columns;
}

MarketBlock repeat(const MarketBlock& block, std::size_t copies) {
  return {.fast = repeat(block.fast, copies),
          .slow = repeat(block.slow, copies),
          .vix = repeat(block.vix, copies),
          .vvix = repeat(block.vvix, copies),
          .spx = repeat(block.spx, copies),
          .token = repeat(block.token, copies)};
}

PoolBlock repeat(const PoolBlock& block, std::size_t copies) {
  return {.value = repeat(block.value, copies),
          .hold = repeat(block.hold, copies),
          .rebalanced = repeat(block.rebalanced, copies),
          .impermanent_loss = repeat(block.impermanent_loss, copies),
          .fees = repeat(block.fees, copies),
          .in_range = repeat(block.in_range, copies),
          .delta = repeat(block.delta, copies),
          .price = repeat(block.price, copies)};
}

/// A column that a layer does not use stays empty.
std::vector<double> repeat_if_used(const std::vector<double>& values, std::size_t copies) {
  return values.empty() ? values : repeat(values, copies);
}

Holdings repeat(Holdings holdings, std::size_t copies) {
  for (Leg& leg : holdings.legs)
    for (auto* column : {&leg.strike, &leg.log_strike, &leg.contracts, &leg.paid}) *column = repeat(*column, copies);
  for (auto* column : {&holdings.cash_flow, &holdings.costs, &holdings.turnover, &holdings.premium, &holdings.tokens,
                       &holdings.reserve, &holdings.borrowed, &holdings.reference, &holdings.last_score, &holdings.fired_on})
    *column = repeat_if_used(*column, copies);
  for (LegTarget& target : holdings.targets)
    for (auto* column : {&target.factor, &target.contracts}) *column = repeat_if_used(*column, copies);
  return holdings;
}

Marks repeat(const Marks& marks, std::size_t copies) {
  return {repeat(marks.all, copies), repeat(marks.longs, copies), repeat(marks.shorts, copies)};
}

Seen repeat(const Seen& seen, std::size_t copies) {
  return {repeat(seen.market, copies), repeat(seen.pool_delta, copies), repeat_if_used(seen.score, copies),
          repeat_if_used(seen.quick_ratio, copies)};
}

template <class Items>
Items repeat_each(const Items& items, std::size_t copies) {
  Items result;
  for (const auto& item : items) result.push_back(repeat(item, copies));
  return result;
}

}  // namespace

Walk::Walk(const Position& position, const Paths& paths, std::vector<Trade>* trades)
    : position_(position),
      trades_(trades),
      last_day_(paths.horizon_days()),
      market_(paths.start()),
      pool_(start_pool(position.exposure.liquidity, paths.count())),
      spike_(paths.count()),
      fee_rate_(paths.count()),
      pool_profit_(paths.count()),
      holdings_(position.book.size(), empty_holdings(paths.count())),
      marks_(position.book.size()),
      cash_(position.book.size(), std::vector<double>(paths.count())),
      profits_(cash_),
      venue_(swap_venue(position.execution, position.pool, position.exposure.liquidity)) {
  for (Marks& marks : marks_)
    for (auto* column : {&marks.all, &marks.longs, &marks.shorts}) column->assign(paths.count(), 0);
  if (position.signals && !position.signals->indicators.empty() && acts_on_score(position.book))
    signals_ = position.known ? RunningSignals(*position.known, paths.count())
                              : RunningSignals(Watched{*position.signals, position.series}, paths.count());
  count_liquidity();
  look(paths);
  trade();
}

Walk::Walk(const Walk& trunk, std::size_t copies)
    : position_(trunk.position_),
      trades_(nullptr),
      day_(trunk.day_),
      last_day_(trunk.last_day_),
      market_(repeat(trunk.market_, copies)),
      pool_(repeat(trunk.pool_, copies)),
      spike_(copies),
      fee_rate_(copies),
      pool_profit_(repeat(trunk.pool_profit_, copies)),
      holdings_(repeat_each(trunk.holdings_, copies)),
      marks_(repeat_each(trunk.marks_, copies)),
      cash_(repeat(trunk.cash_, copies)),
      profits_(repeat(trunk.profits_, copies)),
      venue_(trunk.venue_),
      quick_ratio_(repeat_if_used(trunk.quick_ratio_, copies)),
      seen_(repeat_each(trunk.seen_, copies)) {
  if (trunk.signals_) signals_.emplace(*trunk.signals_, copies);
}

void Walk::step(Paths& paths) {
  ++day_;
  paths.advance(day_, market_);
  paths.mark_spikes(day_, spike_);
  fee_rates(position_.pool, 1 / days_per_year, spike_, fee_rate_);
  advance(position_.exposure.liquidity, fee_rate_, market_.token, pool_);
  profit(position_.pool, position_.exposure.liquidity, pool_, pool_profit_);
  look(paths);
  trade();
}

DayView Walk::view() {
  return {day_, market_, slices_, pool_, pool_profit_, holdings_, marks_, profits_};
}

void Walk::look(const Paths& paths) {
  using enum RunningSignals::Exchanges;
  if (signals_) signals_->see(day_, paths.is_trading_day(day_) ? open : closed, market_);
  seen_.push_back({market_, pool_.delta, signals_ ? signals_->scores() : std::vector<double>(), quick_ratio_});
  while (static_cast<int>(seen_.size()) > delay_days(position_.execution) + 1) seen_.pop_front();
}

/// Where a layer asks for it: by what is held and by the marks at the close.
void Walk::count_liquidity() {
  if (!acts_on_quick_ratio(position_.book)) return;
  const Balance at_close = balance(position_, view());
  quick_ratio_.resize(market_.size());
  for (std::size_t i = 0; i < quick_ratio_.size(); ++i) quick_ratio_[i] = quick_ratio(at_close, i);
}

void Walk::trade() {
  slices_.start_day(position_.exposure.market, market_, day_);
  const Desk::Day today{day_,          last_day_, position_.exposure, market_, slices_, pool_,
                        seen_.front(), venue_,    position_.events,   position_.rounding,
                        trades_};
  for (std::size_t j = 0; j < position_.book.size(); ++j) {
    if (!position_.book[j].on) continue;
    holdings_[j].cash_flow.assign(market_.size(), 0);
    act(position_.book[j], today, static_cast<int>(j), holdings_[j]);
    mark_holdings(holdings_[j], market_, slices_, marks_[j]);
    add_up(j);
  }
  count_liquidity();
}

void Walk::add_up(std::size_t layer) {
  const auto& flow = holdings_[layer].cash_flow;
  for (std::size_t i = 0; i < flow.size(); ++i) {
    cash_[layer][i] += flow[i];
    profits_[layer][i] = cash_[layer][i] + marks_[layer].all[i];
  }
}

void walk_to(int day, Walk& walk, Paths& paths, Observer& observer) {
  while (walk.view().day < day) {
    walk.step(paths);
    observer.see(walk.view());
  }
}

}  // namespace ballast
