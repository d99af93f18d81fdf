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

/// Sums over the paths: of margin by day and instrument, of premium by instrument, and of what the quick ratio is made of.
struct Sums {
  Sums(Index days, Index instruments)
      : margin(MatrixXd::Zero(days, instruments)),
        premium(VectorXd::Zero(instruments)),
        quick_ratio{.cash = VectorXd::Zero(days),
                    .assets = VectorXd::Zero(days),
                    .owed = VectorXd::Zero(days),
                    .unit_cash = MatrixXd::Zero(days, instruments),
                    .unit_assets = MatrixXd::Zero(days, instruments),
                    .unit_owed = MatrixXd::Zero(days, instruments)} {}

  MatrixXd margin;
  VectorXd premium;
  QuickRatioTerms quick_ratio;
};

class SampleObserver : public Observer {
 public:
  SampleObserver(const Position& position, PathRange paths, int horizon, PnlSample& sample, Sums& sums)
      : unhedged_(position), first_(static_cast<Index>(paths.first)), horizon_(horizon), sample_(sample), sums_(sums) {
    unhedged_.book = {};
  }

  void see(const DayView& day) override {
    add_unhedged(day);
    for (std::size_t j = 0; j < day.holdings.size(); ++j) add_instrument(day, j);
    if (day.day == horizon_) take(day);
  }

 private:
  void add_unhedged(const DayView& day) {
    const Balance now = balance(unhedged_, day);
    sums_.quick_ratio.cash[day.day] += sum(now.cash);
    sums_.quick_ratio.assets[day.day] += sum(now.pool_usdc);
    sums_.quick_ratio.owed[day.day] += sum(now.borrowed);
  }

  void add_instrument(const DayView& day, std::size_t number) {
    const auto column = static_cast<Index>(number);
    const Holdings& holdings = day.holdings[number];
    const Marks& marks = day.marks[number];
    const double margin = sum(layer_margin(holdings, day.market)), borrowed = sum(holdings.borrowed);
    sums_.margin(day.day, column) += margin;
    sums_.quick_ratio.unit_cash(day.day, column) += sum(day.profits[number]) - sum(marks.all) + borrowed;
    sums_.quick_ratio.unit_assets(day.day, column) += sum(marks.longs);
    sums_.quick_ratio.unit_owed(day.day, column) += margin + sum(marks.shorts) + borrowed;
  }

  void take(const DayView& day) {
    const auto count = static_cast<Index>(day.market.size());
    sample_.pool.segment(first_, count) = Eigen::Map<const VectorXd>(day.pool_profit.data(), count);
    for (std::size_t j = 0; j < day.profits.size(); ++j) {
      const auto column = static_cast<Index>(j);
      sample_.layers.col(column).segment(first_, count) = Eigen::Map<const VectorXd>(day.profits[j].data(), count);
      sums_.premium[column] += sum(day.holdings[j].premium);
    }
  }

  Position unhedged_;
  Index first_;
  int horizon_;
  PnlSample& sample_;
  Sums& sums_;
};

UnitTerms terms_of(const PnlSample& sample, const Sums& sums, const Simulated& paths) {
  const double years = paths.horizon_days / days_per_year, count = paths.paths;
  UnitTerms terms;
  terms.yearly_cost = -column_means(sample.layers, probabilities(sample)) / years;
  terms.premium = sums.premium / count;
  terms.margin = VectorXd::Zero(terms.premium.size());
  for (Index j = 0; j < terms.margin.size(); ++j)
    for (Index day = 0; day < sums.margin.rows(); ++day)
      terms.margin[j] = std::max(terms.margin[j], sums.margin(day, j) / count);
  return terms;
}

QuickRatioTerms means_of(const QuickRatioTerms& sums, double count) {
  return {.cash = sums.cash / count,
          .assets = sums.assets / count,
          .owed = sums.owed / count,
          .unit_cash = sums.unit_cash / count,
          .unit_assets = sums.unit_assets / count,
          .unit_owed = sums.unit_owed / count};
}

}  // namespace

Candidates candidates(const Position& position, const Simulated& simulated, Strips strips) {
  Instruments found = instruments(position, strips);
  Candidates result;
  result.instruments = std::move(found.each);
  const auto m = static_cast<Index>(result.instruments.size()), n = static_cast<Index>(simulated.paths);
  result.sample = {.pool = VectorXd(n), .layers = MatrixXd(n, m), .probability = {}};
  if (n == 0) return result;
  Position fractional = position;
  fractional.book = found.book;
  fractional.rounding = Rounding::fractional;
  Sums sums(simulated.horizon_days + 1, m);
  Simulation simulation;
  simulation.paths = simulated;
  const BlockRange blocks = blocks_of(simulation);
  for (std::uint64_t block = blocks.first; block < blocks.last; ++block) {
    const PathRange range = paths_of(simulation, {block, block + 1});
    SimulatedPaths paths(simulated, position.exposure.market, position.exposure.token, range);
    Walk walk(fractional, paths);
    SampleObserver observer(position, range, simulated.horizon_days, result.sample, sums);
    observer.see(walk.view());
    walk_to(simulated.horizon_days, walk, paths, observer);
  }
  result.terms = terms_of(result.sample, sums, simulated);
  result.quick_ratio = means_of(sums.quick_ratio, simulated.paths);
  return result;
}

}  // namespace ballast::sizing
