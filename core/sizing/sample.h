#pragma once
#include <Eigen/Core>
#include <expected>
#include <vector>

/// What sizes are found from: profit and loss of the pool and of one unit of each candidate layer, in the same scenarios.
///
/// Vectors over candidates have length m, over scenarios n. Sums over scenarios run from the first to the last, so that they
/// are the same bits everywhere.
namespace ballast::sizing {

struct PnlSample {
  Eigen::VectorXd pool;         ///< n, USD over the horizon; a loss is negative
  Eigen::MatrixXd layers;       ///< n x m, USD over the horizon per unit of each candidate
  Eigen::VectorXd probability;  ///< n, >= 0, with a sum of 1 to 1e-9; empty: all the same
};

/// Which number a size must respect; `index` is the candidate of a bound, the place of a row, else 0.
enum class LimitKind : signed char {
  lower_bound,
  upper_bound,
  premium_budget,
  margin_cap,
  yearly_cost_cap,
  expected_floor,
  row,
};

struct LimitName {
  LimitKind kind;
  Eigen::Index index;
  bool operator==(const LimitName&) const = default;
};

/// A limit that holds the answer back: the objective (CVaR in USD, variance in USD²) falls by `multiplier` > 0 for each unit by
/// which the limit is loosened, as long as the same limits bind. Units are those of the limit: of quantity, USD, or of the row.
struct Binding {
  LimitName limit;
  double multiplier;
};

enum class SizingFailure : signed char {
  no_scenarios,
  size_mismatch,    ///< a vector or matrix is not as long as n or m ask
  not_finite,       ///< NaN or infinity where a number is needed
  bad_probability,  ///< below 0, or their sum is not 1
  bad_level,        ///< not between 0 and 1
  bad_bounds,       ///< NaN, or one that must be finite is not; `limits` has the bounds
  infeasible,       ///< `limits` exclude each other: no sizes hold them all, and without any one of them some would
  too_few_points,   ///< a frontier has two ends at least
  not_solved,       ///< rounding got the better of the search; only numbers of very different size do that
};

struct SizingError {
  SizingFailure reason;
  std::vector<LimitName> limits = {};
};

/// What is wrong with a sample.
std::expected<void, SizingError> check(const PnlSample& sample);

/// The probability of each of n scenarios, adding up to 1.
Eigen::VectorXd probabilities(const PnlSample& sample);

/// Profit and loss of pool and layers together in each scenario, USD.
Eigen::VectorXd total_pnl(const PnlSample& sample, const Eigen::VectorXd& quantity);

struct Moments {
  double mean;      ///< USD
  double variance;  ///< USD², of the distribution: the squares are weighted by their probability, not divided by n - 1
};

Moments moments(const Eigen::VectorXd& pnl, const Eigen::VectorXd& probability);

/// Mean of each column, weighted: m.
Eigen::VectorXd column_means(const Eigen::MatrixXd& columns, const Eigen::VectorXd& probability);

/// matrix·x, each row summed from the first column to the last: the order of Eigen's own product depends on the processor.
void product(const Eigen::MatrixXd& matrix, const Eigen::VectorXd& x, Eigen::VectorXd& result);

/// Whether every entry is a finite number.
bool all_finite(const Eigen::MatrixXd& numbers);

}  // namespace ballast::sizing
