#pragma once
#include "sizing/sample.h"

/// Tail losses of a distribution. A loss is a negative profit, so these are numbers above 0 where money is lost.
namespace ballast::sizing {

struct TailLoss {
  double value_at_risk;  ///< USD: the least loss that is exceeded with probability 1 - level or less
  double cvar;           ///< USD: the mean of the worst 1 - level of all outcomes, >= value_at_risk
};

/// Value at risk and conditional value at risk of a sample at a level in (0, 1), 0.95 say: the worst 1 - level by probability
/// is averaged, and an outcome that lies on its edge counts with the part that lies within (Rockafellar, Uryasev, "Conditional
/// value-at-risk for general loss distributions", Journal of Banking & Finance 26 (2002), 1443, proposition 8). Losses of 1 to
/// 10 at 0.85 have (10·0.10 + 9·0.05)/0.15 = 29/3. Probabilities as in PnlSample, empty for equal ones.
std::expected<TailLoss, SizingError> tail_loss(const Eigen::VectorXd& pnl, const Eigen::VectorXd& probability, double level);

/// The same of normal profit and loss: -mean + σ·z and -mean + σ·φ(z)/(1 - level), z the quantile of the level (Rockafellar,
/// Uryasev, "Optimization of conditional value-at-risk", Journal of Risk 2 (2000), 21, section 3). Level in (0, 1).
TailLoss normal_tail_loss(const Moments& pnl, double level);

}  // namespace ballast::sizing
