#pragma once
#include "sizing/cvar.h"
#include "sizing/limits.h"

namespace ballast::sizing {

/// Sizes on the frontier: none that cost as little per year have less CVaR.
struct FrontierPoint {
  double cost_cap = 0;       ///< USD per year: what the sizes may cost
  double yearly_cost = 0;    ///< USD per year: what they do cost, which is the cap up to the least CVaR
  TailLoss tail{};           ///< of pool and layers, USD
  double multiplier = 0;     ///< USD of CVaR less per USD per year more, >= 0 and falling along the frontier
  Eigen::VectorXd quantity;  ///< m, units
};

/// CVaR at a level in (0, 1) against yearly cost: `points` >= 2 caps, equally far apart, from the least cost within the limits
/// to that of minimum_cvar. CVaR falls along it, and ever slower (the least value of a linear program is convex in its bounds:
/// Bertsimas and Tsitsiklis, "Introduction to Linear Optimization" (1997), theorem 5.1). Each point is exact and found from the
/// one before it. A cap among the limits ends the frontier early.
std::expected<std::vector<FrontierPoint>, SizingError> frontier(const PnlSample& sample, const UnitTerms& terms,
                                                                const Limits& limits, double level, int points);

}  // namespace ballast::sizing
