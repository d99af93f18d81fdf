#include "ledger/distribution.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

#include "numeric/vectorise.h"

namespace ballast {

BlockMoments join(const BlockMoments& left, const BlockMoments& right) {
  return {join(left.paths, right.paths), join(left.draws, right.draws)};
}

namespace {

Resolution resolution(std::uint64_t paths, std::uint64_t exact_paths, int digits) {
  return {paths <= exact_paths ? Resolution::every_digit : digits};
}

/// Of the paths that share a draw, which follow each other.
std::vector<double> means_of_draws(std::span<const double> values, std::size_t paths_per_draw) {
  std::vector<double> result;
  for (std::size_t i = 0; i < values.size(); i += paths_per_draw)
    result.push_back(moments_of(values.subspan(i, std::min(paths_per_draw, values.size() - i))).mean);
  return result;
}

}  // namespace

Distribution::Distribution(const Sample& sample)
    : sample_(sample), tally_(resolution(sample.paths, exact_distribution_paths, 12)) {
  assert(sample.paths_per_draw >= 1 && sum_block % static_cast<std::size_t>(sample.paths_per_draw) == 0);
}

void Distribution::add(std::uint64_t first, std::span<const double> values) {
  assert(first % sum_block == 0 && first + values.size() <= sample_.paths);
  assert(values.size() % sum_block == 0 || first + values.size() == sample_.paths);
  for (std::size_t i = 0; i < values.size(); i += sum_block)
    add_block(first + i, values.subspan(i, std::min(sum_block, values.size() - i)));
}

void Distribution::add_block(std::uint64_t first, std::span<const double> values) {
  tally_.add(values);
  const Moments paths = moments_of(values);
  const auto shared = static_cast<std::size_t>(sample_.paths_per_draw);
  const Moments draws = shared == 1 ? paths : moments_of(means_of_draws(values, shared));
  moments_.add({first / sum_block, 0, {paths, draws}});
  std::vector<PathValue> candidates;
  for (std::size_t i = 0; i < values.size(); ++i)
    if (worst_.size() < worst_paths || values[i] <= worst_.back().value) candidates.push_back({values[i], first + i});
  keep_worst(candidates);
}

void Distribution::keep_worst(std::span<const PathValue> candidates) {
  worst_.insert(worst_.end(), candidates.begin(), candidates.end());
  std::sort(worst_.begin(), worst_.end());
  if (worst_.size() > worst_paths) worst_.resize(worst_paths);
}

Distribution::Parts Distribution::parts() const {
  Parts result{.levels = levels(), .moments = {}, .worst = worst_};
  for (const auto& [first, node] : moments_.nodes()) result.moments.push_back(node);
  return result;
}

void Distribution::merge(const Parts& parts) {
  tally_.add(parts.levels);
  for (const auto& node : parts.moments) moments_.add(node);
  keep_worst(parts.worst);
}

namespace {

std::uint64_t count_of(std::span<const Level> levels) {
  std::uint64_t sum = 0;
  for (const Level& level : levels) sum += level.count;
  return sum;
}

/// The value that is in this place from below, counted from 1.
double at_rank(std::span<const Level> levels, double rank) {
  double below = 0;
  for (const Level& level : levels) {
    below += static_cast<double>(level.count);
    if (below >= rank) return level.value;
  }
  return levels.back().value;
}

/// Ranks next to a product such as 100·0.07, which is 7 and not the next number above it.
double rank_above(double rank) {
  return std::ceil(rank * (1 - 1e-14));
}
double rank_below(double rank) {
  return std::floor(rank * (1 + 1e-14));
}

double rank_of(double n, double p) {
  return std::clamp(rank_above(n * p), 1.0, n);
}

std::optional<double> rank_error(std::span<const Level> levels, double n, double p, int paths_per_draw) {
  const double apart = std::sqrt(n * p * (1 - p) * paths_per_draw);
  const double low = rank_below(n * p - apart), high = rank_above(n * p + apart);
  if (low < 1 || high > n) return std::nullopt;
  return (at_rank(levels, high) - at_rank(levels, low)) / 2;
}

}  // namespace

Estimate quantile(std::span<const Level> levels, double p, int paths_per_draw) {
  assert(p > 0 && p < 1);
  if (levels.empty()) return {};
  const auto n = static_cast<double>(count_of(levels));
  return {at_rank(levels, rank_of(n, p)), rank_error(levels, n, p, paths_per_draw)};
}

TailLoss tail_loss(std::span<const Level> levels, double level, int paths_per_draw) {
  assert(level > 0 && level < 1);
  if (levels.empty()) return {};
  const auto n = static_cast<double>(count_of(levels));
  const double at_risk = -at_rank(levels, n + 1 - rank_of(n, level));
  Moments excess;
  for (const Level& each : levels) {
    const double beyond = std::max(0.0, -each.value - at_risk);
    excess = join(excess, {.count = static_cast<double>(each.count), .mean = beyond});
  }
  TailLoss result{{at_risk, rank_error(levels, n, 1 - level, paths_per_draw)}, {at_risk + excess.mean / (1 - level), {}}};
  if (n * (1 - level) >= 2)
    result.conditional_value_at_risk.error = std::sqrt(excess.squares / (n - 1) * paths_per_draw / n) / (1 - level);
  return result;
}

namespace {

Estimate mean(const BlockMoments& moments) {
  Estimate result{.value = moments.paths.mean, .error = {}};
  const double n = moments.draws.count;
  if (n >= 2) result.error = std::sqrt(moments.draws.squares / (n - 1) / n);
  return result;
}

Estimate deviation(const Moments& moments, int paths_per_draw) {
  const double n = moments.count;
  if (n < 2) return {};
  const double s = std::sqrt(moments.squares / (n - 1));
  if (n < 4) return {.value = s, .error = {}};
  const double square = moments.squares / n;
  const double spread = std::max(0.0, moments.fourths / n - square * square);
  return {s, s > 0 ? std::sqrt(spread * paths_per_draw / n) / (2 * s) : 0};
}

}  // namespace

Statistics statistics(const Distribution& distribution, std::span<const double> quantiles, double level) {
  const int paths_per_draw = distribution.sample().paths_per_draw;
  const auto levels = distribution.levels();
  Statistics result{.paths = count_of(levels), .mean = {}, .deviation = {}, .quantiles = {}, .tail = {}};
  if (const auto moments = distribution.moments()) {
    result.mean = mean(*moments);
    result.deviation = deviation(moments->paths, paths_per_draw);
  }
  for (const double p : quantiles) result.quantiles.push_back(quantile(levels, p, paths_per_draw));
  result.tail = tail_loss(levels, level, paths_per_draw);
  return result;
}

Drawdown::Drawdown(std::size_t paths) : peak_(paths, -std::numeric_limits<double>::infinity()), deepest_(paths) {}

namespace {

BALLAST_VECTORISED void deepen(std::span<const double> profit, std::span<double> peak, std::span<double> deepest) {
  for (std::size_t i = 0; i < profit.size(); ++i) {
    peak[i] = profit[i] > peak[i] ? profit[i] : peak[i];
    const double fall = peak[i] - profit[i];
    deepest[i] = fall > deepest[i] ? fall : deepest[i];
  }
}

}  // namespace

void Drawdown::see(std::span<const double> profit) {
  deepen(profit, peak_, deepest_);
}

Bands::Bands(const Sample& sample, std::size_t days) : tallies_(days, Tally(resolution(sample.paths, exact_band_paths, 8))) {}

std::optional<std::array<double, 5>> Bands::at(std::size_t day) const {
  const auto levels = tallies_[day].levels();
  if (levels.empty()) return std::nullopt;
  std::array<double, 5> result;
  for (std::size_t k = 0; k < shares.size(); ++k) result[k] = *quantile(levels, shares[k]).value;
  return result;
}

}  // namespace ballast
