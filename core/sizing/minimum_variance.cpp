#include "sizing/minimum_variance.h"

#include <Eigen/Cholesky>
#include <algorithm>
#include <cmath>

namespace ballast::sizing {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

namespace {

/// Share of its variance that a candidate must have to itself, and what is rounding among correlations.
constexpr double least_own_share = 1e-10, rounding = 1e-13;

/// Everything in units of the standard deviations, so that the numbers are correlations. Quantity j in these units is
/// q_j·layer_deviation_j/pool_deviation.
struct Correlations {
  double pool_deviation;
  VectorXd layer_deviation;  ///< 0 for a constant one
  MatrixXd layers;           ///< m x m
  VectorXd with_pool;        ///< m
};

/// Deviations from the mean over the standard deviation. A deviation that is rounding of the mean is none.
double standardise(Eigen::Ref<VectorXd> pnl, const VectorXd& probability) {
  const Moments of = moments(pnl, probability);
  const double deviation = std::sqrt(of.variance);
  if (deviation <= 1e-14 * std::fabs(of.mean) || deviation == 0) {
    pnl.setZero();
    return 0;
  }
  for (Index i = 0; i < pnl.size(); ++i) pnl[i] = (pnl[i] - of.mean) / deviation;
  return deviation;
}

double correlation(const MatrixXd& columns, Index j, Index k, const VectorXd& probability) {
  double sum = 0;
  for (Index i = 0; i < columns.rows(); ++i) sum += probability[i] * (columns(i, j) * columns(i, k));
  return sum;
}

Correlations correlations(const PnlSample& sample) {
  const Index m = sample.layers.cols();
  const VectorXd probability = probabilities(sample);
  MatrixXd columns(sample.layers.rows(), m + 1);
  columns << sample.layers, sample.pool;
  Correlations result{.pool_deviation = 0, .layer_deviation = VectorXd(m), .layers = MatrixXd(m, m), .with_pool = VectorXd(m)};
  for (Index j = 0; j < m; ++j) result.layer_deviation[j] = standardise(columns.col(j), probability);
  result.pool_deviation = standardise(columns.col(m), probability);
  for (Index j = 0; j < m; ++j) {
    for (Index k = 0; k <= j; ++k) result.layers(j, k) = result.layers(k, j) = correlation(columns, j, k, probability);
    result.with_pool[j] = correlation(columns, j, m, probability);
  }
  return result;
}

/// Candidates none of which is made up by the others, with the Cholesky factor of their correlations; and the rest.
struct IndependentSet {
  std::vector<Index> members, redundant;
  MatrixXd factor;  ///< lower triangular
};

IndependentSet independent_among(const MatrixXd& correlation, const std::vector<Index>& candidates) {
  const auto size = static_cast<Index>(candidates.size());
  IndependentSet set{.members = {}, .redundant = {}, .factor = MatrixXd::Zero(size, size)};
  for (const Index j : candidates) {
    const auto k = static_cast<Index>(set.members.size());
    VectorXd row(k);
    double own = correlation(j, j);
    for (Index i = 0; i < k; ++i) {
      double sum = correlation(j, set.members[static_cast<std::size_t>(i)]);
      for (Index l = 0; l < i; ++l) sum -= row[l] * set.factor(i, l);
      row[i] = sum / set.factor(i, i);
      own -= row[i] * row[i];
    }
    if (own <= least_own_share) {
      set.redundant.push_back(j);
      continue;
    }
    set.factor.row(k).head(k) = row;
    set.factor(k, k) = std::sqrt(own);
    set.members.push_back(j);
  }
  return set;
}

/// x with correlation·x = -slope on the members of a set, 0 elsewhere.
VectorXd newton_step(const IndependentSet& set, const VectorXd& slope) {
  const auto k = static_cast<Index>(set.members.size());
  VectorXd x(k), result = VectorXd::Zero(slope.size());
  for (Index i = 0; i < k; ++i) x[i] = -slope[set.members[static_cast<std::size_t>(i)]];
  const auto factor = set.factor.topLeftCorner(k, k).triangularView<Eigen::Lower>();
  factor.solveInPlace(x);
  factor.transpose().solveInPlace(x);
  for (Index i = 0; i < k; ++i) result[set.members[static_cast<std::size_t>(i)]] = x[i];
  return result;
}

/// Minimises x·C·x/2 + c·x between bounds.
class ActiveSet {
 public:
  ActiveSet(const Correlations& of, Bounds bounds)
      : of_(of),
        bounds_(std::move(bounds)),
        x_(VectorXd::Zero(of.with_pool.size()).cwiseMax(bounds_.lower).cwiseMin(bounds_.upper)) {
    at_bound_.assign(static_cast<std::size_t>(x_.size()), 0);
    for (Index j = 0; j < x_.size(); ++j) hold(j, x_[j] <= bounds_.lower[j] ? -1 : x_[j] >= bounds_.upper[j] ? 1 : 0);
  }

  /// Whether it came to an end, which takes far fewer steps than are allowed.
  bool minimise() {
    for (Index left = 50 * (x_.size() + 2); left > 0; --left) {
      const IndependentSet free = independent_among(of_.layers, free_candidates());
      redundant_ = free.redundant;
      if (!advance(newton_step(free, slope()))) continue;
      const Index release = most_wrongly_held();
      if (release < 0) return true;
      hold(release, 0);
    }
    return false;
  }

  VectorXd slope() const {
    VectorXd result;
    product(of_.layers, x_, result);
    return result + of_.with_pool;
  }
  const VectorXd& x() const { return x_; }
  const std::vector<Index>& redundant() const { return redundant_; }
  int side(Index j) const { return at_bound_[static_cast<std::size_t>(j)]; }

 private:
  void hold(Index j, int side) { at_bound_[static_cast<std::size_t>(j)] = side; }

  /// A constant candidate is never free.
  std::vector<Index> free_candidates() const {
    std::vector<Index> free;
    for (Index j = 0; j < x_.size(); ++j)
      if (side(j) == 0 && of_.layer_deviation[j] > 0) free.push_back(j);
    return free;
  }

  /// Goes along a step until a bound; whether the whole of it could be gone.
  bool advance(const VectorXd& step) {
    double part = 1;
    Index blocking = -1;
    for (Index j = 0; j < x_.size(); ++j) {
      const double room = (step[j] < 0 ? bounds_.lower[j] : bounds_.upper[j]) - x_[j];
      if (step[j] != 0 && room / step[j] < part) part = room / step[j], blocking = j;
    }
    // Two bounds may be met at once, but for rounding.
    x_ = (x_ + part * step).cwiseMax(bounds_.lower).cwiseMin(bounds_.upper);
    if (blocking < 0) return true;
    hold(blocking, step[blocking] < 0 ? -1 : 1);
    x_[blocking] = step[blocking] < 0 ? bounds_.lower[blocking] : bounds_.upper[blocking];
    return false;
  }

  /// The candidate at a bound that would gain most by leaving it.
  Index most_wrongly_held() const {
    const VectorXd at = slope();
    Index worst = -1;
    double gain = rounding;
    for (Index j = 0; j < x_.size(); ++j)
      if (side(j) * at[j] > gain && bounds_.lower[j] < bounds_.upper[j]) gain = side(j) * at[j], worst = j;
    return worst;
  }

  const Correlations& of_;
  Bounds bounds_;
  VectorXd x_;
  std::vector<int> at_bound_;  ///< -1 held at the lower bound, +1 at the upper, 0 free
  std::vector<Index> redundant_;
};

/// The answer but for what the two variants find differently.
MinimumVariance described(const PnlSample& sample, const Correlations& of, VectorXd quantity) {
  MinimumVariance result;
  for (Index j = 0; j < quantity.size(); ++j)
    if (of.layer_deviation[j] == 0) result.constant.push_back(j);
  const VectorXd probability = probabilities(sample);
  result.variance_before = moments(sample.pool, probability).variance;
  result.variance_after = moments(total_pnl(sample, quantity), probability).variance;
  result.effectiveness = hedge_effectiveness(result.variance_before, result.variance_after);
  result.quantity = std::move(quantity);
  return result;
}

/// Quantities per unit of correlation; 0 for a constant candidate and for all if the pool does not vary.
VectorXd units(const Correlations& of) {
  VectorXd result = VectorXd::Zero(of.layer_deviation.size());
  for (Index j = 0; j < result.size(); ++j)
    if (of.layer_deviation[j] > 0) result[j] = of.pool_deviation / of.layer_deviation[j];
  return result;
}

}  // namespace

HedgeRatios hedge_ratios(const PnlSample& sample, const VectorXd& quantity) {
  const Index m = sample.layers.cols();
  const VectorXd probability = probabilities(sample), total = total_pnl(sample, quantity);
  const double mean = moments(total, probability).mean;
  HedgeRatios result{VectorXd(m), VectorXd(m)};
  for (Index j = 0; j < m; ++j) {
    const VectorXd layer = sample.layers.col(j);
    const Moments of = moments(layer, probability);
    double with_all = 0;
    for (Index i = 0; i < layer.size(); ++i) with_all += probability[i] * ((layer[i] - of.mean) * (total[i] - mean));
    result.variance[j] = of.variance;
    result.covariance[j] = with_all - quantity[j] * of.variance;
  }
  return result;
}

double hedge_effectiveness(double variance_before, double variance_after) {
  return variance_before > 0 ? 1 - variance_after / variance_before : 0;
}

std::expected<MinimumVariance, SizingError> minimum_variance(const PnlSample& sample) {
  if (const auto sound = check(sample); !sound) return std::unexpected(sound.error());
  const Correlations of = correlations(sample);
  std::vector<Index> varying;
  for (Index j = 0; j < of.with_pool.size(); ++j)
    if (of.layer_deviation[j] > 0) varying.push_back(j);
  const IndependentSet set = independent_among(of.layers, varying);
  MinimumVariance result = described(sample, of, newton_step(set, of.with_pool).cwiseProduct(units(of)));
  result.redundant = set.redundant;
  return result;
}

std::expected<MinimumVariance, SizingError> minimum_variance(const PnlSample& sample, const Bounds& bounds) {
  const Index m = sample.layers.cols();
  if (const auto sound = check(sample); !sound) return std::unexpected(sound.error());
  if (const auto sound = check(bounds, m); !sound) return std::unexpected(sound.error());
  Correlations of = correlations(sample);
  // A pool that does not vary asks for no hedge, but bounds may force one: then units are those of the layers.
  const bool varies = of.pool_deviation > 0;
  if (!varies) of.pool_deviation = 1;
  VectorXd unit = units(of);
  for (Index j = 0; j < m; ++j)
    if (unit[j] == 0) unit[j] = 1;
  ActiveSet search(of, {.lower = bounds.lower.cwiseQuotient(unit), .upper = bounds.upper.cwiseQuotient(unit)});
  if (!search.minimise()) return std::unexpected(SizingError{SizingFailure::not_solved});

  VectorXd quantity(m);
  for (Index j = 0; j < m; ++j)
    quantity[j] = search.side(j) == 0 ? search.x()[j] * unit[j] : search.side(j) < 0 ? bounds.lower[j] : bounds.upper[j];
  MinimumVariance result = described(sample, of, std::move(quantity));
  result.redundant = search.redundant();
  const VectorXd slope = search.slope();
  for (Index j = 0; j < m; ++j) {
    if (search.side(j) == 0 || std::fabs(slope[j]) <= rounding) continue;
    const double multiplier = 2 * std::fabs(slope[j]) * of.pool_deviation * of.pool_deviation / unit[j];
    result.binding.push_back({{slope[j] > 0 ? LimitKind::lower_bound : LimitKind::upper_bound, j}, multiplier});
  }
  return result;
}

}  // namespace ballast::sizing
