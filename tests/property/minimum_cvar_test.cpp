// Least CVaR against COIN-OR CLP, which solves the linear program of Rockafellar and Uryasev with a variable for each scenario.
#include "sizing/minimum_cvar.h"

#include <Clp_C_Interface.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <memory>
#include <optional>

#include "any_sample.h"
#include "sizing/out_of_sample.h"

using namespace ballast::sizing;
using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// Limits as rows, the bounds among them, so that each can be left out.
struct Rows {
  std::vector<LimitName> names;
  MatrixXd coefficient;
  VectorXd at_most;

  void add(const LimitName& name, const VectorXd& row, double most) {
    names.push_back(name);
    const Index k = coefficient.rows();
    coefficient.conservativeResize(k + 1, row.size());
    coefficient.row(k) = row;
    at_most.conservativeResize(k + 1);
    at_most[k] = most;
  }
};

Rows rows_of(const PnlSample& sample, const UnitTerms& terms, const Limits& limits) {
  const Index m = sample.layers.cols();
  Rows rows;
  for (Index j = 0; j < m; ++j) {
    rows.add({LimitKind::lower_bound, j}, -VectorXd::Unit(m, j), -limits.bounds.lower[j]);
    rows.add({LimitKind::upper_bound, j}, VectorXd::Unit(m, j), limits.bounds.upper[j]);
  }
  if (limits.premium_budget) rows.add({LimitKind::premium_budget, 0}, terms.premium, *limits.premium_budget);
  if (limits.margin_cap) rows.add({LimitKind::margin_cap, 0}, terms.margin, *limits.margin_cap);
  if (limits.yearly_cost_cap) rows.add({LimitKind::yearly_cost_cap, 0}, terms.yearly_cost, *limits.yearly_cost_cap);
  if (limits.expected_floor) {
    const VectorXd p = probabilities(sample);
    rows.add({LimitKind::expected_floor, 0}, -(sample.layers.transpose() * p), sample.pool.dot(p) - *limits.expected_floor);
  }
  for (std::size_t r = 0; r < limits.rows.size(); ++r)
    rows.add({LimitKind::row, static_cast<Index>(r)}, limits.rows[r].coefficient, limits.rows[r].at_most);
  return rows;
}

/// Least cost·x with x free where `free_columns` says and >= 0 beyond, matrix·x <= at_most; nothing if there is no x.
std::optional<double> clp_minimum(const VectorXd& cost, const MatrixXd& matrix, const VectorXd& at_most, Index free_columns) {
  const std::unique_ptr<Clp_Simplex, decltype(&Clp_deleteModel)> model(Clp_newModel(), &Clp_deleteModel);
  Clp_setLogLevel(model.get(), 0);
  Clp_setPrimalTolerance(model.get(), 1e-9);
  Clp_setDualTolerance(model.get(), 1e-9);
  const auto columns = static_cast<int>(matrix.cols()), rows = static_cast<int>(matrix.rows());
  std::vector<CoinBigIndex> start;
  std::vector<int> index;
  std::vector<double> value;
  VectorXd lower(columns);
  for (int j = 0; j < columns; ++j) {
    start.push_back(static_cast<CoinBigIndex>(index.size()));
    lower[j] = j < free_columns ? -infinity : 0;
    for (int i = 0; i < rows; ++i)
      if (matrix(i, j) != 0) index.push_back(i), value.push_back(matrix(i, j));
  }
  start.push_back(static_cast<CoinBigIndex>(index.size()));
  const VectorXd upper = VectorXd::Constant(columns, infinity), at_least = VectorXd::Constant(rows, -infinity);
  Clp_loadProblem(model.get(), columns, rows, start.data(), index.data(), value.data(), lower.data(), upper.data(), cost.data(),
                  at_least.data(), at_most.data());
  // Not its dual simplex, which sometimes takes a program for infeasible that is not.
  Clp_primal(model.get(), 0);
  if (Clp_status(model.get()) == 1) return std::nullopt;
  REQUIRE(Clp_status(model.get()) == 0);
  return Clp_objectiveValue(model.get());
}

std::optional<double> clp_cvar(const PnlSample& sample, const Rows& rows, double level) {
  const Index n = sample.pool.size(), m = sample.layers.cols(), k = rows.at_most.size();
  // Quantities, the value at risk and the excess over it in each scenario.
  MatrixXd matrix = MatrixXd::Zero(k + n, m + 1 + n);
  matrix.topLeftCorner(k, m) = rows.coefficient;
  matrix.bottomLeftCorner(n, m) = -sample.layers;
  matrix.block(k, m, n, 1).setConstant(-1);
  matrix.bottomRightCorner(n, n) = -MatrixXd::Identity(n, n);
  VectorXd at_most(k + n), cost(m + 1 + n);
  at_most << rows.at_most, sample.pool;
  cost << VectorXd::Zero(m), 1, probabilities(sample) / (1 - level);
  return clp_minimum(cost, matrix, at_most, m + 1);
}

bool clp_feasible(const Rows& rows, const std::vector<LimitName>& only) {
  std::vector<Index> kept;
  for (std::size_t k = 0; k < rows.names.size(); ++k)
    if (std::ranges::contains(only, rows.names[k])) kept.push_back(static_cast<Index>(k));
  const Index m = rows.coefficient.cols();
  return clp_minimum(VectorXd::Zero(m), rows.coefficient(kept, Eigen::all), rows.at_most(kept), m).has_value();
}

/// Without the limits named they exclude each other no more, with them they do.
void check_exclusion(const Rows& rows, const std::vector<LimitName>& named) {
  CHECK(!clp_feasible(rows, named));
  for (std::size_t left_out = 0; left_out < named.size(); ++left_out) {
    std::vector<LimitName> rest = named;
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(left_out));
    CHECK(clp_feasible(rows, rest));
  }
}

struct Problem {
  PnlSample sample;
  UnitTerms terms;
  Limits limits;
  double level;
};

Problem any_problem(std::uint64_t seed) {
  std::mt19937_64 random(seed);
  const auto pick = [&](Index from, Index to) { return std::uniform_int_distribution<Index>(from, to)(random); };
  const Index n = pick(1, 250), m = pick(1, 10);
  const double levels[] = {0.05, 0.5, 0.8, 0.95, 0.99};
  const auto payoffs = static_cast<Payoffs>(pick(0, 3));
  Problem problem{.sample = any_sample(n, m, payoffs, random), .terms = {}, .limits = {}, .level = levels[pick(0, 4)]};
  if (problem.sample.probability.size() != 0 && !problem.sample.probability.allFinite()) problem.sample.probability.resize(0);
  problem.terms = any_terms(m, random);
  problem.limits = any_limits(m, random);
  return problem;
}

}  // namespace

TEST_CASE("least CVaR is that of another solver, and so is what cannot be had", "[sizing]") {
  int solved = 0, excluded = 0;
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    const auto [sample, terms, limits, level] = any_problem(seed);
    INFO("seed " << seed << ", " << sample.pool.size() << " scenarios, " << sample.layers.cols() << " layers, level " << level);
    const Rows rows = rows_of(sample, terms, limits);
    const auto least = minimum_cvar(sample, terms, limits, level);
    const auto clp = clp_cvar(sample, rows, level);
    REQUIRE(least.has_value() == clp.has_value());
    if (!least) {
      ++excluded;
      REQUIRE(least.error().reason == SizingFailure::infeasible);
      check_exclusion(rows, least.error().limits);
      continue;
    }
    ++solved;
    const double size = std::max(std::abs(*clp), std::abs(least->before.cvar));
    CHECK(std::abs(least->after.cvar - *clp) <= 1e-6 * std::max(std::abs(*clp), 1e-3 * size));
    CHECK(least->gap <= 1e-9 * size);
    const VectorXd broken = rows.coefficient * least->quantity - rows.at_most;
    for (Index k = 0; k < broken.size(); ++k)
      CHECK(broken[k] <= 1e-9 * (1 + std::abs(rows.at_most[k]) + rows.coefficient.row(k).norm()));
  }
  CHECK(solved > 150);
  CHECK(excluded > 20);
}

TEST_CASE("hundreds of equal scenarios and bounds far out do not keep the search from its end", "[sizing]") {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    std::mt19937_64 random(seed);
    const Index m = 5 + static_cast<Index>(seed % 20);
    const PnlSample sample = any_sample(800, m, seed % 2 == 0 ? Payoffs::lattice : Payoffs::options, random);
    const UnitTerms terms = any_terms(m, random);
    Limits limits = any_limits(m, random);
    limits.bounds = {.lower = VectorXd::Constant(m, -1e5), .upper = VectorXd::Constant(m, 1e5)};
    INFO("seed " << seed);
    const auto least = minimum_cvar(sample, terms, limits, 0.8);
    if (!least) {
      CHECK(least.error().reason == SizingFailure::infeasible);
      continue;
    }
    CHECK(least->gap <= 1e-9 * (std::abs(least->before.cvar) + std::abs(least->after.cvar)));
    CHECK(least->steps < 500);
  }
}

TEST_CASE("a multiplier says what loosening or tightening its limit does to CVaR", "[sizing]") {
  int seen = 0;
  for (std::uint64_t seed = 1000; seed < 1100; ++seed) {
    const Problem problem = any_problem(seed);
    const auto least = minimum_cvar(problem.sample, problem.terms, problem.limits, problem.level);
    if (!least) continue;
    for (const Binding& binding : least->binding) {
      INFO("seed " << seed << ", limit " << static_cast<int>(binding.limit.kind) << " " << binding.limit.index);
      CHECK(binding.multiplier > 0);
      for (const double change : {0.01, 1.0, -0.01}) {
        Limits limits = problem.limits;
        const Index j = binding.limit.index;
        if (binding.limit.kind == LimitKind::lower_bound)
          limits.bounds.lower[j] -= change;
        else if (binding.limit.kind == LimitKind::upper_bound)
          limits.bounds.upper[j] += change;
        else if (binding.limit.kind == LimitKind::premium_budget)
          *limits.premium_budget += change;
        else if (binding.limit.kind == LimitKind::margin_cap)
          *limits.margin_cap += change;
        else if (binding.limit.kind == LimitKind::yearly_cost_cap)
          *limits.yearly_cost_cap += change;
        else if (binding.limit.kind == LimitKind::expected_floor)
          *limits.expected_floor -= change;
        else
          limits.rows[static_cast<std::size_t>(j)].at_most += change;
        const auto other = minimum_cvar(problem.sample, problem.terms, limits, problem.level);
        if (!other) continue;
        // The least CVaR is convex in the limit: the multiplier is the slope of a line below it.
        const double bound = least->after.cvar - binding.multiplier * change;
        CHECK(other->after.cvar >= bound - 1e-8 * (1 + std::abs(bound) + std::abs(least->before.cvar)));
        CHECK((change > 0 ? other->after.cvar - least->after.cvar : least->after.cvar - other->after.cvar) <=
              1e-8 * (1 + std::abs(least->before.cvar)));
        ++seen;
      }
    }
  }
  CHECK(seen > 300);
}

TEST_CASE("units of money and of layers change nothing but units", "[sizing]") {
  for (std::uint64_t seed = 2000; seed < 2020; ++seed) {
    const Problem problem = any_problem(seed);
    const auto least = minimum_cvar(problem.sample, problem.terms, problem.limits, problem.level);
    if (!least) continue;
    Problem other = problem;
    other.sample.pool *= 1e6, other.sample.layers *= 1e6;
    if (other.limits.expected_floor) *other.limits.expected_floor *= 1e6;
    const auto scaled = minimum_cvar(other.sample, other.terms, other.limits, other.level);
    REQUIRE(scaled);
    CHECK(std::abs(scaled->after.cvar - 1e6 * least->after.cvar) <= 1e-3 * (1 + std::abs(least->before.cvar)));
  }
}

TEST_CASE("sizes are best where they were found, and evaluation there repeats what was reported", "[sizing]") {
  for (std::uint64_t seed = 3000; seed < 3040; ++seed) {
    const Problem problem = any_problem(seed);
    const auto least = minimum_cvar(problem.sample, problem.terms, problem.limits, problem.level);
    if (!least) continue;
    INFO("seed " << seed);
    const auto found = evaluate_sizes(problem.sample, least->quantity, problem.level);
    REQUIRE(found);
    CHECK(std::abs(found->after.tail.cvar - least->after.cvar) <= 1e-12 * (1 + std::abs(least->before.cvar)));
    CHECK(found->before.tail.value_at_risk == least->before.value_at_risk);
    CHECK(found->after.tail.cvar >= found->after.tail.value_at_risk - 1e-9 * (1 + std::abs(least->before.cvar)));
    // Nearby sizes within the bounds alone; where other limits bind they may be better, so only if none does.
    if (!std::ranges::all_of(least->binding, [](const Binding& b) { return b.limit.kind <= LimitKind::upper_bound; })) continue;
    for (Index j = 0; j < least->quantity.size(); ++j)
      for (const double step : {-0.1, 0.1}) {
        VectorXd moved = least->quantity;
        moved[j] = std::clamp(moved[j] + step, problem.limits.bounds.lower[j], problem.limits.bounds.upper[j]);
        CHECK(evaluate_sizes(problem.sample, moved, problem.level)->after.tail.cvar >=
              least->after.cvar - 1e-9 * (1 + std::abs(least->before.cvar)));
      }
  }
}
