#pragma once
#include "sizing/limits.h"

/// The sizes at which the variance of pool and layers together is least (Johnson, "The theory of hedging and speculation in
/// commodity futures", Review of Economic Studies 27 (1960), 139, for one candidate): Cov(layers)·q = -Cov(layers, pool).
namespace ballast::sizing {

struct MinimumVariance {
  Eigen::VectorXd quantity;    ///< m, units
  double variance_before = 0;  ///< of the pool alone, USD²
  double variance_after = 0;   ///< of pool and layers, USD²
  /// 1 - after/before (Ederington, "The hedging performance of the new futures markets", Journal of Finance 34 (1979), 157);
  /// 0 if the pool does not vary.
  double effectiveness = 0;
  std::vector<Binding> binding;  ///< bounds only
  /// Candidates whose profit is the same in every scenario. They cannot hedge and stay as near 0 as bounds allow.
  std::vector<Eigen::Index> constant;
  /// Candidates that candidates before them in the list make up (all but 1e-10 of their variance). Others of these sizes with
  /// the same variance exist; these leave the redundant ones as near 0 as they could be left.
  std::vector<Eigen::Index> redundant;
};

/// Without bounds: in closed form, from the correlations and their Cholesky factor.
std::expected<MinimumVariance, SizingError> minimum_variance(const PnlSample& sample);

/// Within bounds, which may be infinite: by the active set method, each step of which is the closed form for the candidates
/// that are not at a bound. Exact after finitely many steps.
std::expected<MinimumVariance, SizingError> minimum_variance(const PnlSample& sample, const Bounds& bounds);

/// What each quantity is the ratio of, m each: at the least variance -covariance/variance is the quantity of every candidate
/// that no bound holds (Johnson's hedge ratio, with the other candidates as part of what is hedged).
struct HedgeRatios {
  Eigen::VectorXd variance;    ///< of one unit of the candidate, USD²
  Eigen::VectorXd covariance;  ///< of one unit with the pool and all other candidates at their quantities, USD²
};

HedgeRatios hedge_ratios(const PnlSample& sample, const Eigen::VectorXd& quantity);

/// 1 - after/before, 0 if before is 0.
double hedge_effectiveness(double variance_before, double variance_after);

}  // namespace ballast::sizing
