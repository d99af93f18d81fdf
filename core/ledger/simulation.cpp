#include "ledger/simulation.h"

#include <algorithm>

#include "ledger/balance.h"

namespace ballast {

void describe(Fields& fields, ChosenDay& day) {
  fields.whole(day.day, {.name = "day",
                         .text = "A day at whose close profits are reported, as they are at the horizon",
                         .unit = "days",
                         .bounds = between(1, 3660),
                         .source = starting_value});
}

void describe(Fields& fields, Shard& shard) {
  constexpr Bounds parts = between(1, 1000);
  fields.whole(shard.index, {.name = "index", .text = "Which part this is, from 1", .bounds = parts});
  fields.whole(shard.count, {.name = "count", .text = "How many parts there are", .bounds = parts});
  fields.require(shard.index <= shard.count, "index", "must be at most count");
}

void describe(Fields& fields, Simulation& simulation) {
  describe(fields, simulation.paths);
  fields.number(simulation.level, {.name = "level",
                                   .text = "Level of value at risk and of the mean loss beyond it",
                                   .bounds = between(0.5, 0.999),
                                   .source = assumption("the usual 5 % tail")});
  fields.list(simulation.days, {.name = "days", .text = "Up to four days at which profits are reported beside the horizon"});
  fields.require(simulation.days.size() <= most_chosen_days, "days", "must be at most four");
  fields.require(
      std::ranges::all_of(simulation.days, [&](ChosenDay each) { return each.day <= simulation.paths.horizon_days; }), "days",
      "must not go beyond the horizon");
  fields.object(simulation.shard, {.name = "shard", .text = "One part of the paths alone, to be merged with the others"});
}

BlockRange blocks_of(const Simulation& simulation) {
  const auto paths = static_cast<std::uint64_t>(simulation.paths.paths);
  const std::uint64_t blocks = (paths + sum_block - 1) / sum_block;
  const auto index = static_cast<std::uint64_t>(simulation.shard.index),
             count = static_cast<std::uint64_t>(simulation.shard.count);
  return {blocks * (index - 1) / count, blocks * index / count};
}

PathRange paths_of(const Simulation& simulation, BlockRange blocks) {
  const auto paths = static_cast<std::uint64_t>(simulation.paths.paths);
  const std::uint64_t first = std::min(blocks.first * sum_block, paths);
  return {first, static_cast<std::size_t>(std::min(blocks.last * sum_block, paths) - first)};
}

namespace {

Sample sample_of(const Simulation& simulation) {
  return {.paths = static_cast<std::uint64_t>(simulation.paths.paths),
          .paths_per_draw = paths_per_draw(simulation.paths.draws)};
}

std::vector<int> profit_days(const Simulation& simulation) {
  std::vector<int> days = {simulation.paths.horizon_days};
  for (const ChosenDay& each : simulation.days) days.push_back(each.day);
  std::ranges::sort(days);
  const auto repeated = std::ranges::unique(days);
  days.erase(repeated.begin(), repeated.end());
  return days;
}

/// Day 0, the horizon, and every n-th day between them.
std::vector<int> band_days_of(int horizon) {
  const int step = (horizon + most_band_days - 2) / (most_band_days - 1);
  std::vector<int> days;
  for (int day = 0; day < horizon; day += step) days.push_back(day);
  days.push_back(horizon);
  return days;
}

}  // namespace

SimulationResult::SimulationResult(const Simulation& simulation, std::size_t layers)
    : pool_drawdown(sample_of(simulation)),
      total_drawdown(sample_of(simulation)),
      margin_call(sample_of(simulation)),
      band_days(band_days_of(simulation.paths.horizon_days)),
      pool_bands(sample_of(simulation), band_days.size()),
      total_bands(sample_of(simulation), band_days.size()) {
  for (const int day : profit_days(simulation)) profits.emplace_back(day, layers, sample_of(simulation));
}

namespace {

template <class Pointer, class Result>
std::vector<Pointer> distributions_of(Result& result) {
  std::vector<Pointer> all;
  for (auto& on_day : result.profits) {
    all.push_back(&on_day.pool);
    for (auto& layer : on_day.layers) all.push_back(&layer);
    all.push_back(&on_day.hedge);
    all.push_back(&on_day.total);
  }
  for (auto* each : {&result.pool_drawdown, &result.total_drawdown, &result.margin_call}) all.push_back(each);
  return all;
}

}  // namespace

std::vector<Distribution*> SimulationResult::distributions() {
  return distributions_of<Distribution*>(*this);
}

std::vector<const Distribution*> SimulationResult::distributions() const {
  return distributions_of<const Distribution*>(*this);
}

void SimulationResult::merge(const SimulationResult& other) {
  const auto mine = distributions();
  const auto theirs = other.distributions();
  for (std::size_t i = 0; i < mine.size(); ++i) mine[i]->merge(theirs[i]->parts());
  for (std::size_t day = 0; day < band_days.size(); ++day) {
    pool_bands.merge(day, other.pool_bands.levels(day));
    total_bands.merge(day, other.total_bands.levels(day));
  }
}

namespace {

/// Collects one block: what holds for the whole of a path is added when its last day has been seen.
class BlockObserver : public Observer {
 public:
  BlockObserver(const Position& position, PathRange paths, SimulationResult& result)
      : position_(position),
        paths_(paths),
        result_(result),
        hedge_(paths.count),
        total_(paths.count),
        margin_call_(paths.count),
        pool_drawdown_(paths.count),
        total_drawdown_(paths.count) {}

  void see(const DayView& day) override {
    add_up(day);
    pool_drawdown_.see(day.pool_profit);
    total_drawdown_.see(total_);
    look_for_margin_calls(day);
    const auto band = std::ranges::lower_bound(result_.band_days, day.day);
    if (*band == day.day) add_to_bands(day, static_cast<std::size_t>(band - result_.band_days.begin()));
    for (ProfitsOnDay& on_day : result_.profits)
      if (on_day.day == day.day) add_profits(day, on_day);
  }

  void finish() {
    result_.pool_drawdown.add(paths_.first, pool_drawdown_.deepest());
    result_.total_drawdown.add(paths_.first, total_drawdown_.deepest());
    result_.margin_call.add(paths_.first, margin_call_);
  }

 private:
  void add_up(const DayView& day) {
    std::ranges::fill(hedge_, 0);
    for (const auto& layer : day.profits)
      for (std::size_t i = 0; i < hedge_.size(); ++i) hedge_[i] += layer[i];
    for (std::size_t i = 0; i < total_.size(); ++i) total_[i] = day.pool_profit[i] + hedge_[i];
  }

  void look_for_margin_calls(const DayView& day) {
    const Balance today = balance(position_, day);
    for (std::size_t i = 0; i < margin_call_.size(); ++i)
      if (quick_ratio(today, i) < 1) margin_call_[i] = 1;
  }

  void add_to_bands(const DayView& day, std::size_t place) {
    result_.pool_bands.add(place, day.pool_profit);
    result_.total_bands.add(place, total_);
  }

  void add_profits(const DayView& day, ProfitsOnDay& on_day) {
    on_day.pool.add(paths_.first, day.pool_profit);
    for (std::size_t j = 0; j < on_day.layers.size(); ++j) on_day.layers[j].add(paths_.first, day.profits[j]);
    on_day.hedge.add(paths_.first, hedge_);
    on_day.total.add(paths_.first, total_);
  }

  const Position& position_;
  PathRange paths_;
  SimulationResult& result_;
  std::vector<double> hedge_, total_, margin_call_;
  Drawdown pool_drawdown_, total_drawdown_;
};

}  // namespace

void walk_block(const Position& position, const Simulation& simulation, std::uint64_t block, SimulationResult& result) {
  const PathRange range = paths_of(simulation, {block, block + 1});
  SimulatedPaths paths(simulation.paths, position.exposure.market, position.exposure.token, range);
  Walk walk(position, paths);
  BlockObserver observer(position, range, result);
  observer.see(walk.view());
  walk_to(simulation.paths.horizon_days, walk, paths, observer);
  observer.finish();
}

SimulationResult simulate(const Position& position, const Simulation& simulation) {
  SimulationResult result(simulation, position.book.size());
  const BlockRange blocks = blocks_of(simulation);
  for (std::uint64_t block = blocks.first; block < blocks.last; ++block) walk_block(position, simulation, block, result);
  return result;
}

}  // namespace ballast
