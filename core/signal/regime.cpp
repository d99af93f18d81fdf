#include "signal/regime.h"

#include <algorithm>
#include <cmath>

#include "numeric/elementary.h"

namespace ballast {
namespace {

/// Where the logistic function has long been 0 or 1; two products beyond it cannot become infinity less infinity.
constexpr double saturated = 1e300;

double log_odds(const RegimeSignal& signal) {
  return std::clamp(signal.weight * signal.z, -saturated, saturated);
}

}  // namespace

std::expected<RegimeScore, RegimeFailure> regime_score(std::span<const RegimeSignal> signals, double offset) {
  if (!std::isfinite(offset)) return std::unexpected(RegimeFailure::weight_not_finite);
  RegimeScore result{};
  double sum = std::clamp(offset, -saturated, saturated);
  for (std::size_t i = 0; i < signals.size(); ++i) {
    if (!std::isfinite(signals[i].weight)) return std::unexpected(RegimeFailure::weight_not_finite);
    if (std::isfinite(signals[i].z))
      sum += log_odds(signals[i]);
    else
      result.missing.push_back(i);
  }
  if (result.missing.size() == signals.size()) return std::unexpected(RegimeFailure::no_signal);
  result.score = 1 / (1 + numeric::exp(-sum));
  return result;
}

}  // namespace ballast
