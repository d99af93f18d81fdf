#include "sizing/limits.h"

#include <cmath>

namespace ballast::sizing {

using Eigen::Index;
using Eigen::VectorXd;

namespace {

std::unexpected<SizingError> failure(SizingFailure reason, std::vector<LimitName> limits = {}) {
  return std::unexpected(SizingError{reason, std::move(limits)});
}

std::expected<void, SizingError> check_finite(const VectorXd& per_unit, Index candidates) {
  if (per_unit.size() != 0 && per_unit.size() != candidates) return failure(SizingFailure::size_mismatch);
  if (!all_finite(per_unit)) return failure(SizingFailure::not_finite);
  return {};
}

}  // namespace

std::expected<void, SizingError> check(const Bounds& bounds, Index candidates) {
  if (bounds.lower.size() != candidates || bounds.upper.size() != candidates) return failure(SizingFailure::size_mismatch);
  constexpr double infinity = std::numeric_limits<double>::infinity();
  for (Index j = 0; j < candidates; ++j) {
    if (!(bounds.lower[j] < infinity)) return failure(SizingFailure::bad_bounds, {{LimitKind::lower_bound, j}});
    if (!(bounds.upper[j] > -infinity)) return failure(SizingFailure::bad_bounds, {{LimitKind::upper_bound, j}});
    if (bounds.lower[j] > bounds.upper[j])
      return failure(SizingFailure::infeasible, {{LimitKind::lower_bound, j}, {LimitKind::upper_bound, j}});
  }
  return {};
}

std::expected<void, SizingError> check(const Limits& limits, const UnitTerms& terms, Index candidates) {
  if (const auto sound = check(limits.bounds, candidates); !sound) return sound;
  for (Index j = 0; j < candidates; ++j) {
    if (!std::isfinite(limits.bounds.lower[j])) return failure(SizingFailure::bad_bounds, {{LimitKind::lower_bound, j}});
    if (!std::isfinite(limits.bounds.upper[j])) return failure(SizingFailure::bad_bounds, {{LimitKind::upper_bound, j}});
  }
  for (const VectorXd* per_unit : {&terms.yearly_cost, &terms.premium, &terms.margin})
    if (const auto sound = check_finite(*per_unit, candidates); !sound) return sound;
  for (const auto& number : {limits.premium_budget, limits.margin_cap, limits.yearly_cost_cap, limits.expected_floor})
    if (number && !std::isfinite(*number)) return failure(SizingFailure::not_finite);
  for (const LinearLimit& row : limits.rows) {
    if (row.coefficient.size() != candidates) return failure(SizingFailure::size_mismatch);
    if (!all_finite(row.coefficient) || !std::isfinite(row.at_most)) return failure(SizingFailure::not_finite);
  }
  return {};
}

double sum_over_units(const VectorXd& per_unit, const VectorXd& quantity) {
  double sum = 0;
  for (Index j = 0; j < per_unit.size(); ++j) sum += per_unit[j] * quantity[j];
  return sum;
}

}  // namespace ballast::sizing
