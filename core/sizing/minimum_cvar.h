#pragma once
#include "sizing/cvar.h"
#include "sizing/limits.h"

namespace ballast::sizing {

/// The sizes with the least CVaR, and what they are like in the scenarios they were found from.
struct MinimumCvar {
  Eigen::VectorXd quantity;    ///< m, units, within their bounds
  TailLoss before{}, after{};  ///< of the pool alone; of pool and layers
  double yearly_cost = 0;      ///< USD per year
  double premium = 0;          ///< USD
  double margin = 0;           ///< USD
  double expected_pnl = 0;     ///< USD over the horizon, pool and layers
  /// What holds the answer back, in order of what loosening it gains; the multipliers are right at the answer and for small
  /// changes.
  std::vector<Binding> binding;
  double gap = 0;  ///< USD, >= 0: proven to be at most this far above the least CVaR there is, some 1e-11 of the pool's losses
  int steps = 0;   ///< from vertex to vertex
};

/// Least CVaR at a level in (0, 1) within limits: the linear program of Rockafellar and Uryasev (cvar_program.h), solved
/// exactly. Limits hold to 1e-10 of their size. Where several sizes are equally good, one of them. 20,000 scenarios of 20
/// candidates take a fraction of a second.
std::expected<MinimumCvar, SizingError> minimum_cvar(const PnlSample& sample, const UnitTerms& terms, const Limits& limits,
                                                     double level);

}  // namespace ballast::sizing
