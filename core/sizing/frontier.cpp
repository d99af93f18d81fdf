#include "sizing/frontier.h"

#include <algorithm>

#include "sizing/cvar_program.h"
#include "sizing/minimum_cvar.h"

namespace ballast::sizing {

namespace {

struct CostRange {
  double least, most;
};

std::expected<CostRange, SizingError> cost_range(const PnlSample& sample, const UnitTerms& terms, const Limits& limits,
                                                 double level) {
  const auto dearest = minimum_cvar(sample, terms, limits, level);
  if (!dearest) return std::unexpected(dearest.error());
  if (sample.layers.cols() == 0) return CostRange{0, 0};
  const CvarProgram program(sample, terms, limits, level);
  const auto feasible = program.feasible();
  if (!feasible) return std::unexpected(feasible.error());
  const auto least = program.least_cost(*feasible, terms.yearly_cost);
  if (!least) return std::unexpected(least.error());
  return CostRange{*least, std::max(*least, dearest->yearly_cost)};
}

FrontierPoint point(const PnlSample& sample, const UnitTerms& terms, double level, CvarVertex vertex) {
  FrontierPoint result;
  result.yearly_cost = sum_over_units(terms.yearly_cost, vertex.quantity);
  result.tail = *tail_loss(total_pnl(sample, vertex.quantity), sample.probability, level);
  for (const Binding& binding : vertex.binding)
    if (binding.limit.kind == LimitKind::yearly_cost_cap) result.multiplier = binding.multiplier;
  result.quantity = std::move(vertex.quantity);
  return result;
}

}  // namespace

std::expected<std::vector<FrontierPoint>, SizingError> frontier(const PnlSample& sample, const UnitTerms& terms,
                                                                const Limits& limits, double level, int points) {
  if (points < 2) return std::unexpected(SizingError{SizingFailure::too_few_points});
  const auto range = cost_range(sample, terms, limits, level);
  if (!range) return std::unexpected(range.error());
  std::vector<FrontierPoint> result;
  if (sample.layers.cols() == 0) {
    const FrontierPoint only{.tail = *tail_loss(sample.pool, sample.probability, level), .quantity = Eigen::VectorXd(0)};
    result.assign(static_cast<std::size_t>(points), only);
    return result;
  }
  Limits capped = limits;
  capped.yearly_cost_cap = range->least;
  CvarProgram program(sample, terms, capped, level);
  const auto feasible = program.feasible();
  if (!feasible) return std::unexpected(feasible.error());
  VertexWalk walk = program.walk_from(*feasible);
  for (int i = 0; i < points; ++i) {
    const double cap = range->least + (range->most - range->least) * (i / (points - 1.0));
    if (program.raise_cost_cap(walk, cap) != VertexWalk::End::optimal || walk.minimise() != VertexWalk::End::optimal)
      return std::unexpected(SizingError{SizingFailure::not_solved});
    result.push_back(point(sample, terms, level, program.read(walk)));
    result.back().cost_cap = cap;
  }
  return result;
}

}  // namespace ballast::sizing
