#include "sizing/cvar_program.h"

#include <algorithm>
#include <cmath>

#include "numeric/random.h"

namespace ballast::sizing {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

namespace {

/// Shift of a plane, in units in which losses are about 1: far above rounding, far below what anyone would notice.
constexpr double shift_size = 1e-11;
/// Multipliers below are rounding.
constexpr double least_multiplier = 1e-11;

double shift(std::uint64_t of, Index plane, double height) {
  const double draw = numeric::uniform_draw(numeric::stream(of, 0), static_cast<std::uint64_t>(plane), 0);
  return shift_size * (1 + std::fabs(height)) * (0.5 + draw);
}

/// The power of two next below, 1 for 0. Exact functions of the C library, the same everywhere.
double power_of_two_below(double x) {
  return x > 0 && std::isfinite(x) ? std::scalbn(1.0, std::ilogb(x)) : 1;
}

double root_mean_square(const VectorXd& x) {
  double sum = 0;
  for (Index i = 0; i < x.size(); ++i) sum += x[i] * x[i];
  return std::sqrt(sum / static_cast<double>(x.size()));
}

}  // namespace

CvarProgram::CvarProgram(const PnlSample& sample, const UnitTerms& terms, const Limits& limits, double level)
    : candidates_(sample.layers.cols()) {
  scale(sample);
  const Index m = candidates_;
  for (Index j = 0; j < m; ++j) add_limit({LimitKind::lower_bound, j}, -VectorXd::Unit(m, j), -limits.bounds.lower[j]);
  for (Index j = 0; j < m; ++j) add_limit({LimitKind::upper_bound, j}, VectorXd::Unit(m, j), limits.bounds.upper[j]);
  const auto add_sum = [&](LimitKind kind, const VectorXd& per_unit, std::optional<double> at_most) {
    if (at_most) add_limit({kind, 0}, per_unit.size() == m ? per_unit : VectorXd::Zero(m), *at_most);
  };
  add_sum(LimitKind::premium_budget, terms.premium, limits.premium_budget);
  add_sum(LimitKind::margin_cap, terms.margin, limits.margin_cap);
  if (limits.expected_floor) {
    const VectorXd probability = probabilities(sample);
    const double pool = moments(sample.pool, probability).mean;
    add_sum(LimitKind::expected_floor, -column_means(sample.layers, probability), pool - *limits.expected_floor);
  }
  for (Index r = 0; r < static_cast<Index>(limits.rows.size()); ++r) {
    const LinearLimit& row = limits.rows[static_cast<std::size_t>(r)];
    add_limit({LimitKind::row, r}, row.coefficient, row.at_most);
  }
  add_sum(LimitKind::yearly_cost_cap, terms.yearly_cost, limits.yearly_cost_cap);
  add_scenarios(sample, level);
}

void CvarProgram::scale(const PnlSample& sample) {
  loss_unit_ = power_of_two_below(root_mean_square(sample.pool));
  quantity_unit_.resize(candidates_);
  for (Index j = 0; j < candidates_; ++j)
    quantity_unit_[j] = loss_unit_ / power_of_two_below(root_mean_square(sample.layers.col(j)));
}

void CvarProgram::add_limit(const LimitName& name, const VectorXd& coefficient, double at_most) {
  const Index k = bound_.size(), m = candidates_;
  VectorXd row = VectorXd::Zero(m + 1);
  row.head(m) = coefficient.cwiseProduct(quantity_unit_);
  const double unit = power_of_two_below(std::sqrt(row.squaredNorm()));
  program_.limits.conservativeResize(k + 1, m + 1);
  program_.limits.row(k) = row / unit;
  program_.bound.conservativeResize(k + 1);
  bound_.conservativeResize(k + 1);
  names_.push_back(name);
  row_unit_.push_back(unit);
  set_bound(k, at_most);
}

void CvarProgram::set_bound(Index limit, double at_most) {
  bound_[limit] = at_most / row_unit_[static_cast<std::size_t>(limit)];
  program_.bound[limit] = bound_[limit] + shift(1, limit, bound_[limit]);
}

void CvarProgram::add_scenarios(const PnlSample& sample, double level) {
  const Index n = sample.pool.size(), m = candidates_;
  program_.slope = VectorXd::Unit(m + 1, m);
  program_.kinks.resize(n, m + 1);
  for (Index j = 0; j < m; ++j) program_.kinks.col(j) = sample.layers.col(j) * (-quantity_unit_[j] / loss_unit_);
  program_.kinks.col(m).setConstant(-1);
  program_.weight = probabilities(sample) / (1 - level);
  offset_ = sample.pool / loss_unit_;
  program_.offset = offset_;
  for (Index i = 0; i < n; ++i) program_.offset[i] += shift(2, i, offset_[i]);
}

/// One row after the other is made to hold within those before it. The row at which this ends and what holds it back there are
/// limits that exclude each other, and at a vertex none of them is idle.
std::expected<Vertex, SizingError> CvarProgram::feasible() const {
  const Index m = candidates_;
  Vertex vertex(static_cast<std::size_t>(m));
  for (Index j = 0; j < m; ++j) vertex[static_cast<std::size_t>(j)] = j;
  for (Index row = 2 * m; row < bound_.size(); ++row) {
    const PolyhedralProgram program = one_more_row(row);
    VertexWalk walk(program, vertex);
    if (walk.minimise() != VertexWalk::End::optimal) return std::unexpected(SizingError{SizingFailure::not_solved});
    if (walk.is_above(0)) return std::unexpected(SizingError{SizingFailure::infeasible, excluding(walk, row)});
    vertex = walk.vertex();
  }
  return vertex;
}

/// The first limits as they are and the next one as a kink, which then has the number it will have as a limit.
PolyhedralProgram CvarProgram::one_more_row(Index row) const {
  const Index m = candidates_;
  return {.slope = VectorXd::Zero(m),
          .kinks = program_.limits.row(row).head(m),
          .offset = program_.bound.segment(row, 1),
          .weight = VectorXd::Ones(1),
          .limits = program_.limits.topLeftCorner(row, m),
          .bound = program_.bound.head(row)};
}

std::vector<LimitName> CvarProgram::excluding(const VertexWalk& walk, Index row) const {
  std::vector<LimitName> names;
  const VectorXd multiplier = walk.multipliers();
  for (Index k = 0; k < multiplier.size(); ++k)
    if (multiplier[k] > least_multiplier)
      names.push_back(names_[static_cast<std::size_t>(walk.vertex()[static_cast<std::size_t>(k)])]);
  names.push_back(names_[static_cast<std::size_t>(row)]);
  return names;
}

std::expected<double, SizingError> CvarProgram::least_cost(const Vertex& feasible, const VectorXd& yearly_cost) const {
  if (yearly_cost.size() == 0) return 0;
  const Index m = candidates_;
  const PolyhedralProgram program{.slope = yearly_cost.cwiseProduct(quantity_unit_),
                                  .kinks = MatrixXd(0, m),
                                  .offset = VectorXd(0),
                                  .weight = VectorXd(0),
                                  .limits = program_.limits.leftCols(m),
                                  .bound = program_.bound};
  VertexWalk walk(program, feasible);
  if (walk.minimise() != VertexWalk::End::optimal) return std::unexpected(SizingError{SizingFailure::not_solved});
  return sum_over_units(program.slope, walk.point_with(bound_, {}));
}

/// Any scenario does for the value at risk: the first step corrects it.
VertexWalk CvarProgram::walk_from(const Vertex& feasible) const {
  Vertex start = feasible;
  start.push_back(bound_.size());
  return VertexWalk(program_, std::move(start));
}

VertexWalk::End CvarProgram::raise_cost_cap(VertexWalk& walk, double cap) {
  const Index limit = std::find(names_.begin(), names_.end(), LimitName{LimitKind::yearly_cost_cap, 0}) - names_.begin();
  const double before = program_.bound[limit];
  set_bound(limit, cap);
  // Between two caps that differ by less than the shift.
  program_.bound[limit] = std::max(before, program_.bound[limit]);
  return walk.loosen(limit, program_.bound[limit]);
}

CvarVertex CvarProgram::read(const VertexWalk& walk) const {
  const Index m = candidates_, n = offset_.size(), limits = bound_.size();
  VectorXd kink_weight(n), limit_weight = VectorXd::Zero(limits);
  for (Index i = 0; i < n; ++i) kink_weight[i] = walk.is_above(i) ? program_.weight[i] : 0;
  const VectorXd multiplier = walk.multipliers();
  CvarVertex result;
  for (Index k = 0; k <= m; ++k) {
    const Index plane = walk.vertex()[static_cast<std::size_t>(k)];
    if (plane >= limits) {
      kink_weight[plane - limits] = std::clamp(multiplier[k], 0.0, program_.weight[plane - limits]);
    } else if (multiplier[k] > least_multiplier) {
      limit_weight[plane] = multiplier[k];
      const double unit = loss_unit_ / row_unit_[static_cast<std::size_t>(plane)];
      result.binding.push_back({names_[static_cast<std::size_t>(plane)], multiplier[k] * unit});
    }
  }
  // Where planes that are not of the vertex nearly meet it, taking the shifts back may lead outside by as much as a shift.
  const VectorXd scaled = walk.point_with(bound_, offset_).head(m).cwiseMax(-bound_.head(m)).cwiseMin(bound_.segment(m, m));
  result.quantity = scaled.cwiseProduct(quantity_unit_);
  result.lower_bound = lower_bound(kink_weight, limit_weight) * loss_unit_;
  return result;
}

/// With weights w of the scenarios that add up to 1, none above p/(1 - level), CVaR is at least the mean loss under w, which is
/// linear in q; and that is at least its value with the limits added, each times a weight >= 0, at the best corner of the
/// bounds.
double CvarProgram::lower_bound(const VectorXd& kink_weight, const VectorXd& limit_weight) const {
  const Index m = candidates_, n = offset_.size();
  double sum = 0, constant = 0;
  for (Index i = 0; i < n; ++i) sum += kink_weight[i], constant -= kink_weight[i] * offset_[i];
  double result = constant / sum;
  for (Index k = 0; k < limit_weight.size(); ++k) result -= limit_weight[k] * bound_[k];
  for (Index j = 0; j < m; ++j) {
    double slope = 0, held = 0;
    for (Index i = 0; i < n; ++i) slope += kink_weight[i] * program_.kinks(i, j);
    for (Index k = 0; k < limit_weight.size(); ++k) held += limit_weight[k] * program_.limits(k, j);
    const double rest = slope / sum + held;
    result += rest > 0 ? -rest * bound_[j] : rest * bound_[m + j];
  }
  return result;
}

}  // namespace ballast::sizing
