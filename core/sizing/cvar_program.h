#pragma once
#include "sizing/cvar.h"
#include "sizing/limits.h"
#include "sizing/polyhedral.h"

/// The piecewise linear program behind minimum CVaR and its frontier.
///
/// Rockafellar and Uryasev ("Optimization of conditional value-at-risk", Journal of Risk 2 (2000), 21, theorem 1): CVaR is the
/// least value over t of   t + Σ_i p_i·max(0, loss_i(q) - t)/(1 - level),   and together with t it is minimised over q. So each
/// scenario is a kink in d = m + 1 variables.
namespace ballast::sizing {

/// Sizes at a vertex and the proof of how good they are.
struct CvarVertex {
  Eigen::VectorXd quantity;
  std::vector<Binding> binding;
  double lower_bound;  ///< USD: no sizes within the limits have less CVaR
};

/// Internally losses are in units of the pool's root mean square P&L and quantities in those that move P&L as much, both
/// rounded to a power of two, so that nothing is lost on the way.
class CvarProgram {
 public:
  /// Sample, limits and terms must have been checked, and there must be a candidate.
  CvarProgram(const PnlSample& sample, const UnitTerms& terms, const Limits& limits, double level);

  /// Quantities within all limits, or the limits that exclude each other.
  std::expected<Vertex, SizingError> feasible() const;

  /// The least yearly cost within the limits, USD, from where `feasible` ended.
  std::expected<double, SizingError> least_cost(const Vertex& feasible, const Eigen::VectorXd& yearly_cost) const;

  /// A walk that starts where `feasible` ended. The program must outlive it.
  VertexWalk walk_from(const Vertex& feasible) const;

  /// Raises the cap on the yearly cost, which must be among the limits, for the program and a walk at its minimum.
  VertexWalk::End raise_cost_cap(VertexWalk& walk, double cap);

  /// The sizes where a walk has ended.
  CvarVertex read(const VertexWalk& walk) const;

 private:
  void add_limit(const LimitName& name, const Eigen::VectorXd& coefficient, double at_most);
  void set_bound(Eigen::Index limit, double at_most);
  void scale(const PnlSample& sample);
  void add_scenarios(const PnlSample& sample, double level);
  PolyhedralProgram one_more_row(Eigen::Index row) const;
  std::vector<LimitName> excluding(const VertexWalk& walk, Eigen::Index row) const;
  double lower_bound(const Eigen::VectorXd& kink_weight, const Eigen::VectorXd& limit_weight) const;

  Eigen::Index candidates_;
  double loss_unit_;
  Eigen::VectorXd quantity_unit_;  ///< m, units of the layer
  std::vector<LimitName> names_;   ///< by limit
  std::vector<double> row_unit_;   ///< by limit: what a bound is divided by
  PolyhedralProgram program_;      ///< with its planes shifted apart, so that no two vertices coincide
  Eigen::VectorXd bound_;          ///< by limit, as it is
  Eigen::VectorXd offset_;         ///< by scenario, as it is
};

}  // namespace ballast::sizing
