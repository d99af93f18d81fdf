#include "claims/path_facts.h"

#include <algorithm>

namespace ballast::claims {
namespace {

template <class... Rule>
std::vector<std::size_t> places_of(std::span<const Layer> book) {
  std::vector<std::size_t> places;
  for (std::size_t j = 0; j < book.size(); ++j)
    if (book[j].on && (std::holds_alternative<Rule>(book[j].rule) || ...)) places.push_back(j);
  return places;
}

}  // namespace

Roles roles(std::span<const Layer> book) {
  return {.condors = places_of<IronCondor, Cndr>(book),
          .calls = places_of<VixCalls, Alvh, Vxth>(book),
          .alvh = places_of<Alvh>(book),
          .hedged = std::ranges::any_of(book, &Layer::on)};
}

PathFacts::PathFacts(const Simulated& simulated)
    : paths_per_draw(ballast::paths_per_draw(simulated.draws)), years(simulated.horizon_days / days_per_year) {
  const auto paths = static_cast<std::size_t>(simulated.paths);
  for (auto* column : {&pool, &impermanent_loss, &token, &condor_premium, &condors, &calls, &alvh, &largest_rise, &spike.pool,
                       &spike.condors, &spike.calls, &spike.hedge, &pool_drawdown, &total_drawdown, &worth})
    column->resize(paths);
  spike_day.resize(paths);
  condor_open.resize(paths);
}

bool PathFacts::has_spike(std::size_t path) const {
  return largest_rise[path] >= numeric::exp(spike_log_rise);
}

namespace {

/// Profits so far by role, at one close, and what the condors are short, at its marks.
struct Close {
  std::vector<double> vix, pool, condors, calls, alvh, hedge, condor_shorts;
};

std::vector<double> sum_of(const DayView& day, std::span<const std::size_t> layers) {
  std::vector<double> sum(day.market.size());
  for (const std::size_t layer : layers)
    for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += day.profits[layer][i];
  return sum;
}

std::vector<double> shorts_of(const DayView& day, std::span<const std::size_t> layers) {
  std::vector<double> sum(day.market.size());
  for (const std::size_t layer : layers)
    for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += day.marks[layer].shorts[i];
  return sum;
}

std::vector<std::size_t> all_layers(const DayView& day) {
  std::vector<std::size_t> all(day.profits.size());
  for (std::size_t j = 0; j < all.size(); ++j) all[j] = j;
  return all;
}

Close close_of(const DayView& day, const Roles& roles) {
  return {.vix = day.market.vix,
          .pool = {day.pool_profit.begin(), day.pool_profit.end()},
          .condors = sum_of(day, roles.condors),
          .calls = sum_of(day, roles.calls),
          .alvh = sum_of(day, roles.alvh),
          .hedge = sum_of(day, all_layers(day)),
          .condor_shorts = shorts_of(day, roles.condors)};
}

/// Follows one block from day to day and writes into the places of its paths.
class FactObserver : public Observer {
 public:
  FactObserver(const Position& position, PathRange range, int horizon, double cost_of_capital, PathFacts& facts)
      : position_(position),
        roles_(roles(position.book)),
        first_(range.first),
        horizon_(horizon),
        log_cost_(numeric::log1p(cost_of_capital)),
        facts_(facts),
        pool_drawdown_(range.count),
        total_drawdown_(range.count) {}

  void see(const DayView& day) override {
    Close today = close_of(day, roles_);
    if (day.day > 0) look_for_spike(day.day, today);
    std::vector<double> total = today.pool;
    for (std::size_t i = 0; i < total.size(); ++i) total[i] += today.hedge[i];
    pool_drawdown_.see(today.pool);
    total_drawdown_.see(total);
    discount(day);
    if (day.day == horizon_) finish(day, today);
    before_ = std::move(today);
  }

 private:
  void look_for_spike(int day, const Close& today) {
    for (std::size_t i = 0; i < today.vix.size(); ++i) {
      const std::size_t path = first_ + i;
      const double rise = today.vix[i] / before_.vix[i];
      if (!(rise > facts_.largest_rise[path])) continue;
      facts_.largest_rise[path] = rise;
      facts_.spike_day[path] = day;
      facts_.condor_open[path] = before_.condor_shorts[i] > 0 ? 1 : 0;
      facts_.spike.pool[path] = today.pool[i] - before_.pool[i];
      facts_.spike.condors[path] = today.condors[i] - before_.condors[i];
      facts_.spike.calls[path] = today.calls[i] - before_.calls[i];
      facts_.spike.hedge[path] = today.hedge[i] - before_.hedge[i];
    }
  }

  /// The cash flows of capital_report.h: the pool is bought on day 0 and sold with its fees and all marks on the last.
  void discount(const DayView& day) {
    const double factor = numeric::exp(-log_cost_ * (day.day / days_per_year));
    for (std::size_t i = 0; i < day.market.size(); ++i) {
      double flow = day.day == 0 ? -position_.exposure.liquidity.value : 0;
      if (day.day == horizon_) flow += day.pool.value[i] + day.pool.fees[i];
      for (std::size_t j = 0; j < position_.book.size(); ++j) {
        if (!position_.book[j].on) continue;
        flow += day.holdings[j].cash_flow[i];
        if (day.day == horizon_) flow += day.marks[j].all[i];
      }
      facts_.worth[first_ + i] += factor * flow;
    }
  }

  void finish(const DayView& day, const Close& today) {
    for (std::size_t i = 0; i < day.market.size(); ++i) {
      const std::size_t path = first_ + i;
      facts_.pool[path] = today.pool[i];
      facts_.impermanent_loss[path] = day.pool.impermanent_loss[i];
      facts_.token[path] = day.market.token[i];
      facts_.condors[path] = today.condors[i];
      facts_.calls[path] = today.calls[i];
      facts_.alvh[path] = today.alvh[i];
      for (const std::size_t layer : roles_.condors)
        facts_.condor_premium[path] -= day.holdings[layer].premium[i] + day.holdings[layer].costs[i];
      facts_.pool_drawdown[path] = pool_drawdown_.deepest()[i];
      facts_.total_drawdown[path] = total_drawdown_.deepest()[i];
    }
  }

  const Position& position_;
  Roles roles_;
  std::size_t first_;
  int horizon_;
  double log_cost_;
  PathFacts& facts_;
  Drawdown pool_drawdown_, total_drawdown_;
  Close before_;
};

}  // namespace

void walk_block(const Position& position, const Simulation& simulation, double cost_of_capital, std::uint64_t block,
                PathFacts& facts) {
  const PathRange range = paths_of(simulation, {block, block + 1});
  SimulatedPaths paths(simulation.paths, position.exposure.market, position.exposure.token, range);
  Walk walk(position, paths);
  FactObserver observer(position, range, simulation.paths.horizon_days, cost_of_capital, facts);
  observer.see(walk.view());
  walk_to(simulation.paths.horizon_days, walk, paths, observer);
}

PathFacts path_facts(const Position& position, const Simulation& simulation, double cost_of_capital) {
  PathFacts facts(simulation.paths);
  const BlockRange blocks = blocks_of(simulation);
  for (std::uint64_t block = blocks.first; block < blocks.last; ++block)
    walk_block(position, simulation, cost_of_capital, block, facts);
  return facts;
}

}  // namespace ballast::claims
