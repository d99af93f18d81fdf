#include "sizing/minimum_cvar.h"

#include <algorithm>

#include "sizing/cvar_program.h"

namespace ballast::sizing {

namespace {

std::expected<MinimumCvar, SizingError> unhedged(const PnlSample& sample, double level) {
  const auto tail = tail_loss(sample.pool, sample.probability, level);
  if (!tail) return std::unexpected(tail.error());
  MinimumCvar result;
  result.before = result.after = *tail;
  result.expected_pnl = moments(sample.pool, probabilities(sample)).mean;
  return result;
}

}  // namespace

std::expected<MinimumCvar, SizingError> minimum_cvar(const PnlSample& sample, const UnitTerms& terms, const Limits& limits,
                                                     double level) {
  if (const auto sound = check(sample); !sound) return std::unexpected(sound.error());
  if (const auto sound = check(limits, terms, sample.layers.cols()); !sound) return std::unexpected(sound.error());
  auto result = unhedged(sample, level);
  if (!result || sample.layers.cols() == 0) return result;

  const CvarProgram program(sample, terms, limits, level);
  const auto feasible = program.feasible();
  if (!feasible) return std::unexpected(feasible.error());
  VertexWalk walk = program.walk_from(*feasible);
  if (walk.minimise() != VertexWalk::End::optimal) return std::unexpected(SizingError{SizingFailure::not_solved});

  CvarVertex vertex = program.read(walk);
  const Eigen::VectorXd pnl = total_pnl(sample, vertex.quantity);
  result->after = *tail_loss(pnl, sample.probability, level);
  result->gap = std::max(result->after.cvar - vertex.lower_bound, 0.0);
  result->expected_pnl = moments(pnl, probabilities(sample)).mean;
  result->yearly_cost = sum_over_units(terms.yearly_cost, vertex.quantity);
  result->premium = sum_over_units(terms.premium, vertex.quantity);
  result->margin = sum_over_units(terms.margin, vertex.quantity);
  result->quantity = std::move(vertex.quantity);
  result->binding = std::move(vertex.binding);
  std::ranges::stable_sort(result->binding, [](const Binding& a, const Binding& b) { return a.multiplier > b.multiplier; });
  result->steps = walk.steps();
  return result;
}

}  // namespace ballast::sizing
