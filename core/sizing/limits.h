#pragma once
#include <limits>
#include <optional>

#include "sizing/sample.h"

/// What sizes must respect. All of it is linear in the quantities, whose unit is one unit of a layer.
namespace ballast::sizing {

/// Least and greatest quantity of each candidate, m each. Below 0 is a short position.
struct Bounds {
  Eigen::VectorXd lower, upper;
};

/// Σ coefficient_j·q_j <= at_most. A floor on the quick ratio is such rows for each day (quick_ratio.h).
struct LinearLimit {
  Eigen::VectorXd coefficient;  ///< m
  double at_most = 0;
};

/// USD per unit of each candidate, m each; empty for 0. A layer that is sold has a premium below 0.
struct UnitTerms {
  Eigen::VectorXd yearly_cost;  ///< expected cost, per year
  Eigen::VectorXd premium;      ///< paid to open
  Eigen::VectorXd margin;       ///< held as long as it is open
};

struct Limits {
  Bounds bounds;                                         ///< finite
  std::optional<double> premium_budget = std::nullopt;   ///< USD: Σ premium·q at most
  std::optional<double> margin_cap = std::nullopt;       ///< USD: Σ margin·q at most
  std::optional<double> yearly_cost_cap = std::nullopt;  ///< USD per year: Σ yearly_cost·q at most
  std::optional<double> expected_floor = std::nullopt;   ///< USD over the horizon: mean profit of pool and layers at least
  std::vector<LinearLimit> rows = {};
};

/// Bounds that are not numbers, or whose length is not m. Lower bounds above the upper ones exclude each other: `infeasible`.
std::expected<void, SizingError> check(const Bounds& bounds, Eigen::Index candidates);

/// Bounds as above and finite, and everything else finite and of length m.
std::expected<void, SizingError> check(const Limits& limits, const UnitTerms& terms, Eigen::Index candidates);

/// Σ per_unit_j·q_j, 0 if per_unit is empty.
double sum_over_units(const Eigen::VectorXd& per_unit, const Eigen::VectorXd& quantity);

}  // namespace ballast::sizing
