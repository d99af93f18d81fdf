#include "sizing/simulated_sample.h"

#include <algorithm>

#include "ledger/balance.h"

namespace ballast::sizing {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

namespace {

double sum(std::span<const double> values) {
  double result = 0;
  for (const double value : values) result += value;
  return result;
}

/// Sums of margin by day and layer, and of premium by layer, over the paths.
struct Sums {
  MatrixXd margin;
  VectorXd premium;
};

class SampleObserver : public Observer {
 public:
  SampleObserver(PathRange paths, int horizon, Candidates& result, Sums& sums)
      : first_(static_cast<Index>(paths.first)), horizon_(horizon), result_(result), sums_(sums) {}

  void see(const DayView& day) override {
    for (std::size_t j = 0; j < result_.layers.size(); ++j)
      sums_.margin(day.day, static_cast<Index>(j)) += sum(layer_margin(day.holdings[result_.layers[j]], day.market));
    if (day.day == horizon_) take(day);
  }

 private:
  void take(const DayView& day) {
    const auto count = static_cast<Index>(day.market.size());
    result_.sample.pool.segment(first_, count) = Eigen::Map<const VectorXd>(day.pool_profit.data(), count);
    for (std::size_t j = 0; j < result_.layers.size(); ++j) {
      const auto column = static_cast<Index>(j);
      const std::size_t layer = result_.layers[j];
      result_.sample.layers.col(column).segment(first_, count) = Eigen::Map<const VectorXd>(day.profits[layer].data(), count);
      sums_.premium[column] += sum(day.holdings[layer].premium);
    }
  }

  Index first_;
  int horizon_;
  Candidates& result_;
  Sums& sums_;
};

UnitTerms terms_of(const Candidates& candidates, const Sums& sums, const Simulated& paths) {
  const double years = paths.horizon_days / days_per_year, count = paths.paths;
  UnitTerms terms;
  terms.yearly_cost = -column_means(candidates.sample.layers, probabilities(candidates.sample)) / years;
  terms.premium = sums.premium / count;
  terms.margin = VectorXd::Zero(terms.premium.size());
  for (Index j = 0; j < terms.margin.size(); ++j)
    for (Index day = 0; day < sums.margin.rows(); ++day)
      terms.margin[j] = std::max(terms.margin[j], sums.margin(day, j) / count);
  return terms;
}

}  // namespace

Candidates candidates(const Position& position, const Simulated& simulated) {
  Candidates result;
  for (std::size_t j = 0; j < position.book.size(); ++j)
    if (position.book[j].on) result.layers.push_back(j);
  const auto m = static_cast<Index>(result.layers.size()), n = static_cast<Index>(simulated.paths);
  result.sample = {.pool = VectorXd(n), .layers = MatrixXd(n, m), .probability = {}};
  if (n == 0) return result;
  Position fractional = position;
  fractional.rounding = Rounding::fractional;
  Sums sums{MatrixXd::Zero(simulated.horizon_days + 1, m), VectorXd::Zero(m)};
  Simulation simulation;
  simulation.paths = simulated;
  const BlockRange blocks = blocks_of(simulation);
  for (std::uint64_t block = blocks.first; block < blocks.last; ++block) {
    const PathRange range = paths_of(simulation, {block, block + 1});
    SimulatedPaths paths(simulated, position.exposure.market, position.exposure.token, range);
    Walk walk(fractional, paths);
    SampleObserver observer(range, simulated.horizon_days, result, sums);
    observer.see(walk.view());
    walk_to(simulated.horizon_days, walk, paths, observer);
  }
  result.terms = terms_of(result, sums, simulated);
  return result;
}

}  // namespace ballast::sizing
