#include "ledger/evaluation.h"

#include <algorithm>
#include <cmath>

namespace ballast {

void describe(Fields& fields, SpikeGrid& grid) {
  const Source range = assumption("from a quiet day to above the highest VIX close so far, 82.69");
  fields.number(grid.vix_from, {.name = "vix_from",
                                .text = "Lowest level that VIX is taken to",
                                .unit = "index points",
                                .bounds = between(1, 500),
                                .source = range});
  fields.number(grid.vix_to, {.name = "vix_to",
                              .text = "Highest level that VIX is taken to",
                              .unit = "index points",
                              .bounds = between(1, 500),
                              .source = range});
  fields.whole(grid.points, {.name = "points", .text = "Number of levels", .bounds = between(2, 1000), .source = range});
  fields.require(grid.vix_from < grid.vix_to, "vix_to", "must be above vix_from");
}

std::vector<double> levels(const SpikeGrid& grid) {
  std::vector<double> result(static_cast<std::size_t>(grid.points));
  const double step = (grid.vix_to - grid.vix_from) / (grid.points - 1);
  for (std::size_t i = 0; i < result.size(); ++i) result[i] = grid.vix_from + step * static_cast<double>(i);
  return result;
}

namespace {

/// The tenors whose futures the scenario uses: the token's, and those of the VIX rungs on the day they open.
std::vector<int> tenors_used(const Position& position) {
  std::vector<int> tenors;
  if (const auto* rolled = std::get_if<RolledFuture>(&position.exposure.token.kind))
    tenors.push_back(static_cast<int>(std::nearbyint(rolled->tenor_days)));
  for (const Layer& layer : position.book)
    if (const auto* calls = std::get_if<VixCalls>(&layer.rule))
      for (const Rung& rung : calls->ladder) tenors.push_back(rung.days);
    else if (std::holds_alternative<Alvh>(layer.rule))
      for (const Rung& rung : alvh_ladder()) tenors.push_back(rung.days);
    else if (std::holds_alternative<Vxth>(layer.rule))
      tenors.push_back(month_days);
  std::ranges::sort(tenors);
  tenors.erase(std::ranges::unique(tenors).begin(), tenors.end());
  return tenors;
}

/// Reads the scenario's own path (path 0) with everything that a report shows of it.
class Detail : public Observer {
 public:
  Detail(const Position& position, const WhatIf& path, Evaluation& result)
      : position_(position), path_(path), result_(result), sensitivities_(position), capital_(position) {
    for (const int days : tenors_used(position)) result_.path.futures.push_back({days, {}});
    result_.layers.resize(position.book.size());
  }

  void see(const DayView& day) override {
    see_market(day);
    see_pool(day);
    double hedge = 0;
    sensitivities_.start_day(day);
    result_.pool.sensitivity.push_back(sensitivities_.pool());
    for (std::size_t j = 0; j < result_.layers.size(); ++j) {
      see_layer(day, j);
      hedge += day.profits[j][0];
    }
    result_.hedge.push_back(hedge);
    result_.total.push_back(day.pool_profit[0] + hedge);
    capital_.see(day);
    if (day.day == path_.horizon_days) result_.capital = capital_.report();
    if (day.day == 0) result_.loss_price = price_of_loss(position_, day, path_.horizon_days);
    if (day.day == last_day(path_.spike) || day.day == path_.horizon_days) see_legs(day);
  }

  /// Legs open at the horizon, or at the spike's close, by layer and number.
  struct Held {
    int day, layer, number;
    Quote quote;
  };
  const std::vector<Held>& held() const { return held_; }

 private:
  void see_market(const DayView& day) {
    PathByDay& path = result_.path;
    path.vix.push_back(day.market.vix[0]);
    path.vvix.push_back(day.market.vvix[0]);
    path.spx.push_back(day.market.spx[0]);
    path.token.push_back(day.market.token[0]);
    const VixCurve& curve = position_.exposure.market.curve;
    const double log_long_run = numeric::log(curve.long_run);
    for (FutureByDay& future : path.futures)
      future.level.push_back(numeric::exp(
          log_future(log_long_run, tenor(curve, future.tenor_days / days_per_year), day.market.fast[0], day.market.slow[0])));
  }

  void see_pool(const DayView& day) {
    PoolByDay& pool = result_.pool;
    pool.value.push_back(day.pool.value[0]);
    pool.hold.push_back(day.pool.hold[0]);
    pool.rebalanced.push_back(day.pool.rebalanced[0]);
    pool.impermanent_loss.push_back(day.pool.impermanent_loss[0]);
    pool.impermanent_loss_percent.push_back(100 * (day.pool.impermanent_loss[0] / day.pool.hold[0]));
    pool.fees.push_back(day.pool.fees[0]);
    const PoolHoldings held = pool_holdings(position_.exposure.liquidity, day.pool);
    pool.tokens.push_back(held.tokens[0]);
    pool.usdc.push_back(held.usdc[0]);
    pool.in_range.push_back(day.pool.in_range[0]);
    pool.profit.push_back(day.pool_profit[0]);
  }

  void see_layer(const DayView& day, std::size_t number) {
    LayerByDay& layer = result_.layers[number];
    layer.cash_flow.push_back(day.holdings[number].cash_flow[0]);
    layer.mark.push_back(day.marks[number].all[0]);
    layer.profit.push_back(day.profits[number][0]);
    layer.greeks.push_back(sensitivities_.layer(number));
    layer.costs = day.holdings[number].costs[0];
    layer.turnover = day.holdings[number].turnover[0];
    layer.premium = day.holdings[number].premium[0];
    layer.tokens.push_back(day.holdings[number].tokens[0]);
    layer.margin.push_back(layer_margin(day.holdings[number], day.market)[0]);
    layer.time_value.push_back(time_value(day, number));
    if (!day.holdings[number].reserve.empty()) {
      // Nothing is set aside before the layer opens.
      layer.reserve.resize(static_cast<std::size_t>(day.day), 0);
      layer.reserve.push_back(day.holdings[number].reserve[0]);
    }
    if (const auto* strip = std::get_if<StripHedge>(&position_.book[number].rule)) see_strip(day, *strip, layer);
  }

  static double time_value(const DayView& day, std::size_t number) {
    double sum = 0;
    for (const Leg& leg : day.holdings[number].legs)
      sum += leg.contracts[0] * (option_multiplier * quote(day.slices.at(leg.underlying, leg.expiry_day), leg, 0).time_value);
    return sum;
  }

  void see_strip(const DayView& day, const StripHedge& strip, LayerByDay& layer) {
    const int opened = strip.schedule.open_day;
    if (day.day == opened && opened < path_.horizon_days) layer.strip = report_strip(strip, position_, day);
    const bool held_to_expiry = !strip.schedule.roll || strip.schedule.roll_days == 0;
    if (layer.strip && held_to_expiry && day.day == opened + strip.days)
      layer.strip->expiry = report_expiry(*layer.strip, position_, day);
  }

  void see_legs(const DayView& day) {
    for (std::size_t j = 0; j < day.holdings.size(); ++j) {
      const Holdings& holdings = day.holdings[j];
      for (std::size_t i = 0; i < holdings.legs.size(); ++i) {
        const Leg& leg = holdings.legs[i];
        held_.push_back(
            {day.day, static_cast<int>(j), holdings.numbers[i], quote(day.slices.at(leg.underlying, leg.expiry_day), leg, 0)});
      }
    }
  }

  const Position& position_;
  const WhatIf& path_;
  Evaluation& result_;
  Sensitivities sensitivities_;
  CapitalDays capital_;
  std::vector<Held> held_;
};

LegReport opened_leg(const Trade& trade, int horizon) {
  return {.number = trade.leg,
          .underlying = trade.underlying,
          .instrument = trade.instrument,
          .type = trade.type,
          .strike = trade.strike,
          .expiry_day = trade.expiry_day,
          .contracts = trade.contracts,
          .rounding = trade.wanted_contracts - trade.contracts,
          .opened_day = trade.day,
          .opened = trade.quote,
          .costs = trade.cost,
          .reductions = {},
          .spike = {},
          .end = LegReport::open,
          .end_day = horizon,
          .ended = trade.quote};
}

/// The report of a leg by its number; null where path 0 never had it.
LegReport* find_leg(LayerByDay& layer, int number) {
  const auto found = std::ranges::find(layer.legs, number, &LegReport::number);
  return found == layer.legs.end() ? nullptr : &*found;
}

void note_trade(const Trade& trade, int horizon, LayerByDay& layer) {
  if (trade.action == Trade::open) return layer.legs.push_back(opened_leg(trade, horizon));
  LegReport* const leg = find_leg(layer, trade.leg);
  if (!leg) return;
  leg->costs += trade.cost;
  if (trade.action == Trade::resize) {
    double before = leg->contracts;
    for (const LegReduction& each : leg->reductions) before -= each.contracts;
    return leg->reductions.push_back({trade.day, before - trade.contracts, trade.quote});
  }
  leg->end = trade.action == Trade::close ? LegReport::sold : LegReport::expired;
  leg->end_day = trade.day;
  leg->ended = trade.quote;
}

/// Makes the table of legs from the trades and from what was held at the spike, where there is one, and at the horizon.
void tabulate_legs(const std::vector<Trade>& trades, const std::vector<Detail::Held>& held, int horizon, Evaluation& result) {
  for (const Trade& trade : trades) note_trade(trade, horizon, result.layers[static_cast<std::size_t>(trade.layer)]);
  for (const Detail::Held& each : held) {
    LegReport* const leg = find_leg(result.layers[static_cast<std::size_t>(each.layer)], each.number);
    if (!leg) continue;
    if (result.spike && each.day == result.spike->to_day) leg->spike = each.quote;
    if (each.day == horizon) leg->ended = each.quote;
  }
}

/// Of the legs that a layer opened first, by underlying and expiry.
std::vector<BreakEven> first_break_evens(const LayerByDay& layer) {
  std::vector<BreakEven> result;
  std::vector<const LegReport*> first;
  for (const LegReport& leg : layer.legs)
    if (leg.opened_day == layer.legs.front().opened_day) first.push_back(&leg);
  std::vector<std::pair<Underlying, int>> seen;
  for (const LegReport* each : first) {
    const std::pair expiry{each->underlying, each->expiry_day};
    if (std::ranges::contains(seen, expiry)) continue;
    seen.push_back(expiry);
    ExpiryPosition position{.parts = {}, .cost = 0};
    for (const LegReport* leg : first) {
      if (std::pair{leg->underlying, leg->expiry_day} != expiry) continue;
      position.parts.push_back({leg->instrument, leg->type, leg->strike, leg->contracts});
      position.cost += leg->contracts * leg->opened.price;
    }
    for (const double level : break_evens(position)) result.push_back({each->underlying, each->expiry_day, level});
  }
  return result;
}

Profit profit_at(const Ledger& ledger, std::size_t day, std::size_t path) {
  Profit result{
      .pool = ledger.pool(day, path), .layers = {}, .hedge = ledger.hedge(day, path), .total = ledger.total(day, path)};
  for (std::size_t j = 0; j < ledger.layers(); ++j) result.layers.push_back(ledger.layer(day, j, path));
  return result;
}

Profit change(const Evaluation& evaluation, std::size_t from, std::size_t to) {
  Profit result{.pool = evaluation.pool.profit[to] - evaluation.pool.profit[from],
                .layers = {},
                .hedge = evaluation.hedge[to] - evaluation.hedge[from],
                .total = evaluation.total[to] - evaluation.total[from]};
  for (const LayerByDay& layer : evaluation.layers) result.layers.push_back(layer.profit[to] - layer.profit[from]);
  return result;
}

SpikeEffect spike_effect(const Evaluation& evaluation, const WhatIf& path) {
  const auto from = static_cast<std::size_t>(path.spike.day - 1);
  const auto to = static_cast<std::size_t>(last_day(path.spike));
  const PathByDay& by_day = evaluation.path;
  return {.from_day = path.spike.day - 1,
          .to_day = last_day(path.spike),
          .vix_from = by_day.vix[from],
          .vix_to = by_day.vix[to],
          .token_from = by_day.token[from],
          .token_to = by_day.token[to],
          .change = change(evaluation, from, to)};
}

WorstDay worst_day(const Evaluation& evaluation) {
  std::size_t worst = 1;
  const Days& total = evaluation.total;
  for (std::size_t day = 2; day < total.size(); ++day)
    if (total[day] - total[day - 1] < total[worst] - total[worst - 1]) worst = day;
  return {static_cast<int>(worst), change(evaluation, worst - 1, worst)};
}

/// Scales a profit over `days` to one over 30 days.
Profit per_month(Profit profit, int days) {
  const double scale = 30.0 / days;
  for (double* value : {&profit.pool, &profit.hedge, &profit.total}) *value *= scale;
  for (double& value : profit.layers) value *= scale;
  return profit;
}

std::vector<std::optional<double>> targets(const std::vector<double>& vix_to) {
  return {vix_to.begin(), vix_to.end()};
}

/// Spikes of every size of the grid from the eve of the scenario's own.
SpikeCurve spike_curve(const Walk& eve, const Position& position, const WhatIf& path, const SpikeGrid& grid) {
  SpikeCurve curve{.day = last_day(path.spike), .vix_to = levels(grid), .token = {}, .profit = {}, .impermanent_loss = {}, .pool_tokens = {}, .pool_usdc = {}};
  WhatIfPaths paths(path, position.exposure.market, position.exposure.token, targets(curve.vix_to));
  Walk walk(eve, paths.count());
  while (walk.view().day < curve.day) walk.step(paths);
  Ledger ledger;
  ledger.see(walk.view());
  const DayView& close = walk.view();
  curve.token = close.market.token;
  curve.impermanent_loss = close.pool.impermanent_loss;
  PoolHoldings held = pool_holdings(position.exposure.liquidity, close.pool);
  curve.pool_tokens = std::move(held.tokens);
  curve.pool_usdc = std::move(held.usdc);
  for (std::size_t i = 0; i < paths.count(); ++i) curve.profit.push_back(profit_at(ledger, 0, i));
  return curve;
}

SpikeBreakEvens break_evens(const SpikeCurve& curve) {
  std::vector<double> hedge, total;
  for (const Profit& profit : curve.profit) {
    hedge.push_back(profit.hedge);
    total.push_back(profit.total);
  }
  return {zero_crossings(curve.vix_to, hedge), zero_crossings(curve.vix_to, total)};
}

/// The same path from the eve of the spike on as if there were none: profit and premium paid.
struct Calm {
  Profit profit;
  double premium;
};

Calm calm(const Walk& eve, const Position& position, const WhatIf& path) {
  WhatIfPaths paths(path, position.exposure.market, position.exposure.token, {std::nullopt});
  Walk walk(eve, 1);
  while (walk.view().day < path.horizon_days) walk.step(paths);
  Ledger ledger;
  ledger.see(walk.view());
  double premium = 0;
  for (const Holdings& holdings : walk.view().holdings) premium += holdings.premium[0];
  return {profit_at(ledger, 0, 0), premium};
}

}  // namespace

Evaluation evaluate(const Position& position, const WhatIf& path, const SpikeGrid& grid) {
  Evaluation result;
  result.analysis = analyse_pool(position);
  WhatIfPaths paths(path, position.exposure.market, position.exposure.token, {spike_target(path, position.exposure.market)});
  Detail detail(position, path, result);
  std::vector<Trade> trades;
  Walk walk(position, paths, &trades);
  detail.see(walk.view());
  walk_to(path.spike.day - 1, walk, paths, detail);
  result.curve = spike_curve(walk, position, path, grid);
  result.break_evens = break_evens(result.curve);
  const Calm without_spike = calm(walk, position, path);
  result.calm = per_month(without_spike.profit, path.horizon_days);
  result.calm_premium = without_spike.premium * (days_per_year / path.horizon_days);
  walk_to(path.horizon_days, walk, paths, detail);
  if (spike_target(path, position.exposure.market)) result.spike = spike_effect(result, path);
  tabulate_legs(trades, detail.held(), path.horizon_days, result);
  for (LayerByDay& layer : result.layers) layer.break_evens = first_break_evens(layer);
  result.worst = worst_day(result);
  return result;
}

namespace {

/// The levels at which a profit crosses zero on each day from the spike on; before it the profit does not depend on the spike.
template <class Read>
std::vector<std::vector<double>> crossings_by_day(const std::vector<double>& levels, int days, int first_day,
                                                  const Read& read) {
  std::vector<std::vector<double>> result(static_cast<std::size_t>(days));
  std::vector<double> profit(levels.size());
  for (int day = first_day; day < days; ++day) {
    for (std::size_t i = 0; i < levels.size(); ++i) profit[i] = read(static_cast<std::size_t>(day - first_day), i);
    result[static_cast<std::size_t>(day)] = zero_crossings(levels, profit);
  }
  return result;
}

void find_break_evens(const Ledger& after, int first_day, Surface& surface) {
  surface.break_even = crossings_by_day(surface.vix_to, surface.days, first_day,
                                        [&](std::size_t day, std::size_t path) { return after.total(day, path); });
  for (std::size_t j = 0; j < after.layers(); ++j)
    surface.layer_break_even.push_back(crossings_by_day(
        surface.vix_to, surface.days, first_day, [&](std::size_t day, std::size_t path) { return after.layer(day, j, path); }));
}

}  // namespace

Surface surface(const Position& position, const WhatIf& path, const SpikeGrid& grid) {
  Surface result{.vix_to = levels(grid),
                 .days = path.horizon_days + 1,
                 .pool = {},
                 .hedge = {},
                 .total = {},
                 .break_even = {},
                 .layer_break_even = {}};
  WhatIfPaths calm(path, position.exposure.market, position.exposure.token, {std::nullopt});
  WhatIfPaths paths(path, position.exposure.market, position.exposure.token, targets(result.vix_to));
  Walk eve(position, calm);
  Ledger before, after;
  before.see(eve.view());
  walk_to(path.spike.day - 1, eve, calm, before);
  Walk walk(eve, paths.count());
  walk_to(path.horizon_days, walk, paths, after);
  find_break_evens(after, path.spike.day, result);
  for (std::size_t i = 0; i < paths.count(); ++i) {
    const auto append = [&](const Ledger& ledger, std::size_t column) {
      for (std::size_t day = 0; day < ledger.days(); ++day) {
        result.pool.push_back(ledger.pool(day, column));
        result.hedge.push_back(ledger.hedge(day, column));
        result.total.push_back(ledger.total(day, column));
      }
    };
    append(before, 0);
    append(after, i);
  }
  return result;
}

}  // namespace ballast
