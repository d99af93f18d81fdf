#pragma once
#include <cmath>
#include <random>

#include "sizing/limits.h"

namespace ballast::sizing {

/// How the layers of a random sample pay.
enum class Payoffs : signed char {
  spread,     ///< every scenario differs
  options,    ///< many scenarios pay exactly the same
  lattice,    ///< small whole numbers: ties everywhere
  collinear,  ///< some layers are made up of others, one is constant, one pays nothing
};

/// A pool and layers that hedge it more or less, of very different size per unit.
inline PnlSample any_sample(Eigen::Index n, Eigen::Index m, Payoffs payoffs, std::mt19937_64& random) {
  std::normal_distribution<double> normal;
  std::uniform_real_distribution<double> uniform;
  PnlSample sample{.pool = Eigen::VectorXd(n), .layers = Eigen::MatrixXd(n, m), .probability = {}};
  for (Eigen::Index i = 0; i < n; ++i) {
    const double move = normal(random) + (uniform(random) < 0.1 ? 3 : 0);
    sample.pool[i] = -1000 * move * move + 100 * normal(random);
    for (Eigen::Index j = 0; j < m; ++j) {
      const double size = std::pow(10.0, static_cast<double>(j % 4) - 1), own = 0.1 * normal(random);
      const double payoff =
          payoffs == Payoffs::spread ? move + 3 * own : std::max(move + own - 0.3 * static_cast<double>(j % 5), 0.0);
      sample.layers(i, j) = size * (payoff - 0.4) * (j % 3 == 2 ? -1 : 1);
    }
  }
  if (payoffs == Payoffs::lattice) {
    sample.pool = (sample.pool / 1000).array().round();
    sample.layers = (sample.layers * 0.1).array().round();
  }
  if (payoffs == Payoffs::collinear && m >= 4) {
    sample.layers.col(1) = 3 * sample.layers.col(0);
    sample.layers.col(2).setConstant(-2);
    sample.layers.col(3).setZero();
    if (m >= 6) sample.layers.col(5) = sample.layers.col(0) - 0.5 * sample.layers.col(4);
  }
  if (uniform(random) < 0.5) return sample;
  sample.probability.resize(n);
  for (Eigen::Index i = 0; i < n; ++i) sample.probability[i] = i % 7 == 3 ? 0 : uniform(random);
  sample.probability /= sample.probability.sum();
  return sample;
}

inline Eigen::VectorXd any_vector(Eigen::Index m, double from, double to, std::mt19937_64& random) {
  Eigen::VectorXd result(m);
  for (Eigen::Index j = 0; j < m; ++j) result[j] = std::uniform_real_distribution<double>(from, to)(random);
  return result;
}

inline UnitTerms any_terms(Eigen::Index m, std::mt19937_64& random) {
  return {.yearly_cost = any_vector(m, -5, 20, random),
          .premium = any_vector(m, -2, 10, random),
          .margin = any_vector(m, 0, 30, random)};
}

/// Limits of every kind, each there or not; they may exclude each other.
inline Limits any_limits(Eigen::Index m, std::mt19937_64& random) {
  std::uniform_real_distribution<double> uniform;
  const auto often = [&](double share) { return uniform(random) < share; };
  Limits limits{.bounds = {.lower = any_vector(m, -20, 5, random), .upper = any_vector(m, 5, 200, random)}};
  if (often(0.5)) limits.bounds.lower.setZero();
  if (often(0.2)) limits.bounds.upper[0] = limits.bounds.lower[0];
  const auto number = [&](double from, double to) { return from + (to - from) * uniform(random); };
  if (often(0.5)) limits.premium_budget = often(0.2) ? 0 : number(-100, 2000);
  if (often(0.5)) limits.margin_cap = number(-50, 5000);
  if (often(0.3)) limits.yearly_cost_cap = number(-200, 2000);
  if (often(0.3)) limits.expected_floor = number(-4000, 500);
  if (often(0.3)) limits.rows.push_back({.coefficient = any_vector(m, -1, 1, random), .at_most = number(-30, 50)});
  if (often(0.3)) {
    // An equation is two rows.
    const Eigen::VectorXd row = any_vector(m, 0, 1, random);
    const double sum = number(0, 40);
    limits.rows.push_back({.coefficient = row, .at_most = sum});
    limits.rows.push_back({.coefficient = -row, .at_most = -sum});
  }
  return limits;
}

}  // namespace ballast::sizing
