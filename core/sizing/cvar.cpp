#include "sizing/cvar.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "numeric/normal.h"

namespace ballast::sizing {

namespace {

using Eigen::Index;
using Eigen::VectorXd;

struct TailOutcome {
  double loss;
  Index scenario;
};

/// Worst first; equal ones by number, so that the order does not depend on the library.
std::vector<TailOutcome> by_loss(const VectorXd& pnl) {
  std::vector<TailOutcome> outcomes(static_cast<std::size_t>(pnl.size()));
  for (Index i = 0; i < pnl.size(); ++i) outcomes[static_cast<std::size_t>(i)] = {-pnl[i], i};
  std::sort(outcomes.begin(), outcomes.end(), [](const TailOutcome& a, const TailOutcome& b) {
    return a.loss > b.loss || (a.loss == b.loss && a.scenario < b.scenario);
  });
  return outcomes;
}

}  // namespace

std::expected<TailLoss, SizingError> tail_loss(const VectorXd& pnl, const VectorXd& probability, double level) {
  const PnlSample sample{.pool = pnl, .layers = Eigen::MatrixXd(pnl.size(), 0), .probability = probability};
  if (const auto sound = check(sample); !sound) return std::unexpected(sound.error());
  if (!(level > 0 && level < 1)) return std::unexpected(SizingError{SizingFailure::bad_level});
  const VectorXd weight = probabilities(sample);
  const double tail = 1 - level;
  double reached = 0, used = 0, sum = 0;
  TailLoss result{};
  for (const TailOutcome& outcome : by_loss(pnl)) {
    if (weight[outcome.scenario] == 0) continue;
    const double part = std::min(weight[outcome.scenario], std::max(tail - used, 0.0));
    sum += part * outcome.loss;
    used += part;
    reached += weight[outcome.scenario];
    result.value_at_risk = outcome.loss;
    // The last digits of a level must not decide whether outcomes of probability 1 - level fill the tail.
    if (reached > tail * (1 + 1e-12)) break;
  }
  result.cvar = sum / used;
  return result;
}

TailLoss normal_tail_loss(const Moments& pnl, double level) {
  assert(pnl.variance >= 0 && level > 0 && level < 1);
  const double deviation = std::sqrt(pnl.variance), z = numeric::normal_quantile(level);
  return {.value_at_risk = deviation * z - pnl.mean, .cvar = deviation * numeric::normal_density(z) / (1 - level) - pnl.mean};
}

}  // namespace ballast::sizing
