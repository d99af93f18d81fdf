#include "sizing/out_of_sample.h"

#include "sizing/minimum_variance.h"

namespace ballast::sizing {

std::expected<SizeEvaluation, SizingError> evaluate_sizes(const PnlSample& sample, const Eigen::VectorXd& quantity,
                                                          double level) {
  if (const auto sound = check(sample); !sound) return std::unexpected(sound.error());
  if (quantity.size() != sample.layers.cols()) return std::unexpected(SizingError{SizingFailure::size_mismatch});
  if (!all_finite(quantity)) return std::unexpected(SizingError{SizingFailure::not_finite});
  const Eigen::VectorXd probability = probabilities(sample), total = total_pnl(sample, quantity);
  const auto before = tail_loss(sample.pool, probability, level), after = tail_loss(total, probability, level);
  if (!before) return std::unexpected(before.error());
  if (!after) return std::unexpected(after.error());
  SizeEvaluation result{.before = {moments(sample.pool, probability), *before}, .after = {moments(total, probability), *after}};
  result.effectiveness = hedge_effectiveness(result.before.moments.variance, result.after.moments.variance);
  return result;
}

}  // namespace ballast::sizing
