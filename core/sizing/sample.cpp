#include "sizing/sample.h"

#include <algorithm>
#include <cmath>

namespace ballast::sizing {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

std::expected<void, SizingError> check(const PnlSample& sample) {
  const Index n = sample.pool.size();
  const auto failure = [](SizingFailure reason) { return std::unexpected(SizingError{reason}); };
  if (n == 0) return failure(SizingFailure::no_scenarios);
  if (sample.layers.rows() != n) return failure(SizingFailure::size_mismatch);
  if (sample.probability.size() != 0 && sample.probability.size() != n) return failure(SizingFailure::size_mismatch);
  if (!all_finite(sample.pool) || !all_finite(sample.layers)) return failure(SizingFailure::not_finite);
  if (sample.probability.size() == 0) return {};
  double sum = 0;
  for (Index i = 0; i < n; ++i) {
    if (!(sample.probability[i] >= 0)) return failure(SizingFailure::bad_probability);
    sum += sample.probability[i];
  }
  if (!(std::fabs(sum - 1) <= 1e-9)) return failure(SizingFailure::bad_probability);
  return {};
}

VectorXd probabilities(const PnlSample& sample) {
  const Index n = sample.pool.size();
  if (sample.probability.size() == 0) return VectorXd::Constant(n, 1 / static_cast<double>(n));
  double sum = 0;
  for (Index i = 0; i < n; ++i) sum += sample.probability[i];
  return sample.probability / sum;
}

VectorXd total_pnl(const PnlSample& sample, const VectorXd& quantity) {
  VectorXd result;
  product(sample.layers, quantity, result);
  result += sample.pool;
  return result;
}

Moments moments(const VectorXd& pnl, const VectorXd& probability) {
  double mean = 0, variance = 0;
  for (Index i = 0; i < pnl.size(); ++i) mean += probability[i] * pnl[i];
  for (Index i = 0; i < pnl.size(); ++i) variance += probability[i] * ((pnl[i] - mean) * (pnl[i] - mean));
  return {mean, variance};
}

VectorXd column_means(const MatrixXd& columns, const VectorXd& probability) {
  VectorXd result = VectorXd::Zero(columns.cols());
  for (Index j = 0; j < columns.cols(); ++j)
    for (Index i = 0; i < columns.rows(); ++i) result[j] += probability[i] * columns(i, j);
  return result;
}

void product(const MatrixXd& matrix, const VectorXd& x, VectorXd& result) {
  // Blocks of rows that stay in the first cache.
  constexpr Index block = 1024;
  result.setZero(matrix.rows());
  for (Index from = 0; from < matrix.rows(); from += block) {
    const Index rows = std::min(block, matrix.rows() - from);
    double* const sum = result.data() + from;
    for (Index j = 0; j < matrix.cols(); ++j) {
      const double factor = x[j];
      if (factor == 0) continue;
      const double* const column = matrix.data() + j * matrix.rows() + from;
      for (Index i = 0; i < rows; ++i) sum[i] += factor * column[i];
    }
  }
}

bool all_finite(const MatrixXd& numbers) {
  for (Index j = 0; j < numbers.cols(); ++j)
    for (Index i = 0; i < numbers.rows(); ++i)
      if (!std::isfinite(numbers(i, j))) return false;
  return true;
}

}  // namespace ballast::sizing
