#pragma once
#include "sizing/cvar.h"

namespace ballast::sizing {

struct Outcome {
  Moments moments;
  TailLoss tail;
};

/// What given sizes do in given scenarios.
struct SizeEvaluation {
  Outcome before;            ///< the pool alone
  Outcome after;             ///< pool and layers
  double effectiveness = 0;  ///< 1 - variance after / variance before; below 0 if the layers add variance
};

/// Sizes in any scenarios, those that they were not found from above all: sizes found from a sample look better in it than they
/// are. CVaR at a level in (0, 1).
std::expected<SizeEvaluation, SizingError> evaluate_sizes(const PnlSample& sample, const Eigen::VectorXd& quantity,
                                                          double level);

}  // namespace ballast::sizing
