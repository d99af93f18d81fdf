#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>
#include <limits>

#include "sizing/frontier.h"
#include "sizing/minimum_cvar.h"
#include "sizing/minimum_variance.h"
#include "sizing/out_of_sample.h"

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using namespace ballast::sizing;
using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity(), not_a_number = std::numeric_limits<double>::quiet_NaN();

VectorXd vector(std::initializer_list<double> numbers) {
  VectorXd result(static_cast<Index>(numbers.size()));
  std::copy(numbers.begin(), numbers.end(), result.begin());
  return result;
}

/// The pool loses 10 or 40 in two of five scenarios; a dear layer pays in both, a cheap one in the worse.
PnlSample five_scenarios() {
  PnlSample sample{.pool = vector({2, 1, 0, -10, -40}), .layers = MatrixXd(5, 2), .probability = {}};
  sample.layers.col(0) = vector({-1, -1, -1, 4, 20});
  sample.layers.col(1) = vector({-0.5, -0.5, -0.5, -0.5, 9});
  return sample;
}

const UnitTerms terms{.yearly_cost = vector({12, 6}), .premium = vector({1, 0.5}), .margin = vector({0, 3})};

Limits up_to_ten() {
  return {.bounds = {.lower = VectorXd::Zero(2), .upper = VectorXd::Constant(2, 10)}};
}

SizingFailure failure_of(const PnlSample& sample) {
  const auto variance = minimum_variance(sample);
  const auto cvar = minimum_cvar(sample, {}, up_to_ten(), 0.6);
  const auto evaluation = evaluate_sizes(sample, VectorXd::Zero(2), 0.6);
  REQUIRE((!variance && !cvar && !evaluation));
  CHECK(cvar.error().reason == variance.error().reason);
  CHECK(evaluation.error().reason == variance.error().reason);
  return variance.error().reason;
}

SizingError error_of(const Limits& limits, const UnitTerms& with = terms) {
  const auto cvar = minimum_cvar(five_scenarios(), with, limits, 0.6);
  const auto points = frontier(five_scenarios(), with, limits, 0.6, 5);
  REQUIRE((!cvar && !points));
  CHECK(points.error().reason == cvar.error().reason);
  CHECK(points.error().limits == cvar.error().limits);
  return cvar.error();
}

}  // namespace

TEST_CASE("value at risk is the least loss that the level is not exceeded beyond", "[sizing]") {
  const VectorXd losses_of_one_to_ten = -VectorXd::LinSpaced(10, 1, 10);
  struct Case {
    double level, value_at_risk, cvar;
  };
  const Case cases[] = {
      {0.9, 9, 10}, {0.8, 8, 9.5}, {0.5, 5, 8}, {0.05, 1, 5.5 / 0.95 - 0.05 * 1 / 0.95}, {0.99, 10, 10}, {0.91, 10, 10},
  };
  for (const Case& c : cases) {
    INFO("level " << c.level);
    const auto tail = tail_loss(losses_of_one_to_ten, {}, c.level);
    REQUIRE(tail);
    CHECK(tail->value_at_risk == c.value_at_risk);
    CHECK_THAT(tail->cvar, WithinRel(c.cvar, 1e-13));
  }
}

TEST_CASE("probabilities weigh the tail, and what cannot happen is not in it", "[sizing]") {
  const VectorXd pnl = vector({-100, -10, -20, 5});
  const auto tail = tail_loss(pnl, vector({0, 0.3, 0.1, 0.6}), 0.8);
  REQUIRE(tail);
  CHECK(tail->value_at_risk == 10);
  CHECK_THAT(tail->cvar, WithinRel((0.1 * 20 + 0.1 * 10) / 0.2, 1e-14));
  // The order of scenarios does not matter, nor whether an outcome is one scenario or two.
  const auto split = tail_loss(vector({5, -10, -20, -10}), vector({0.6, 0.1, 0.1, 0.2}), 0.8);
  CHECK_THAT(split->cvar, WithinRel(tail->cvar, 1e-14));
}

TEST_CASE("a level that is none is refused", "[sizing]") {
  for (const double level : {0.0, 1.0, -0.1, 1.5, not_a_number}) {
    CHECK(tail_loss(vector({1, 2}), {}, level).error().reason == SizingFailure::bad_level);
    CHECK(minimum_cvar(five_scenarios(), terms, up_to_ten(), level).error().reason == SizingFailure::bad_level);
    CHECK(frontier(five_scenarios(), terms, up_to_ten(), level, 5).error().reason == SizingFailure::bad_level);
    CHECK(evaluate_sizes(five_scenarios(), VectorXd::Zero(2), level).error().reason == SizingFailure::bad_level);
  }
}

TEST_CASE("a sample that is none is refused", "[sizing]") {
  const PnlSample good = five_scenarios();
  PnlSample bad = {.pool = VectorXd(0), .layers = MatrixXd(0, 2), .probability = {}};
  CHECK(failure_of(bad) == SizingFailure::no_scenarios);
  bad = good, bad.layers = MatrixXd::Zero(4, 2);
  CHECK(failure_of(bad) == SizingFailure::size_mismatch);
  bad = good, bad.probability = VectorXd::Constant(4, 0.25);
  CHECK(failure_of(bad) == SizingFailure::size_mismatch);
  bad = good, bad.pool[3] = not_a_number;
  CHECK(failure_of(bad) == SizingFailure::not_finite);
  bad = good, bad.layers(2, 1) = infinity;
  CHECK(failure_of(bad) == SizingFailure::not_finite);
  for (const VectorXd& probability :
       {vector({0.5, 0.5, 0.5, -0.25, -0.25}), vector({0.2, 0.2, 0.2, 0.2, 0.1}), vector({0.2, 0.2, 0.2, 0.2, not_a_number})}) {
    bad = good, bad.probability = probability;
    CHECK(failure_of(bad) == SizingFailure::bad_probability);
  }
}

TEST_CASE("limits that are none are refused, with their name", "[sizing]") {
  Limits bad = up_to_ten();
  bad.bounds.upper[1] = infinity;
  CHECK(error_of(bad).reason == SizingFailure::bad_bounds);
  CHECK(error_of(bad).limits == std::vector<LimitName>{{LimitKind::upper_bound, 1}});
  bad.bounds.upper[1] = not_a_number;
  CHECK(error_of(bad).reason == SizingFailure::bad_bounds);
  bad = up_to_ten(), bad.bounds.lower[0] = -infinity;
  CHECK(error_of(bad).limits == std::vector<LimitName>{{LimitKind::lower_bound, 0}});
  bad = up_to_ten(), bad.bounds.lower.resize(1);
  CHECK(error_of(bad).reason == SizingFailure::size_mismatch);
  bad = up_to_ten(), bad.premium_budget = not_a_number;
  CHECK(error_of(bad).reason == SizingFailure::not_finite);
  bad = up_to_ten(), bad.rows = {{.coefficient = vector({1}), .at_most = 1}};
  CHECK(error_of(bad).reason == SizingFailure::size_mismatch);
  bad = up_to_ten(), bad.rows = {{.coefficient = vector({1, infinity}), .at_most = 1}};
  CHECK(error_of(bad).reason == SizingFailure::not_finite);
  UnitTerms short_terms = terms;
  short_terms.margin = vector({1});
  CHECK(error_of(up_to_ten(), short_terms).reason == SizingFailure::size_mismatch);
  CHECK(minimum_variance(five_scenarios(), {.lower = vector({0, not_a_number}), .upper = vector({1, 1})}).error().reason ==
        SizingFailure::bad_bounds);
  CHECK(evaluate_sizes(five_scenarios(), VectorXd::Zero(3), 0.6).error().reason == SizingFailure::size_mismatch);
  CHECK(evaluate_sizes(five_scenarios(), vector({0, infinity}), 0.6).error().reason == SizingFailure::not_finite);
  CHECK(frontier(five_scenarios(), terms, up_to_ten(), 0.6, 1).error().reason == SizingFailure::too_few_points);
}

TEST_CASE("limits that exclude each other are named, and only those", "[sizing]") {
  using Names = std::vector<LimitName>;
  Limits limits = up_to_ten();
  limits.margin_cap = 25;
  limits.bounds.lower = vector({1, 9});
  CHECK(error_of(limits).reason == SizingFailure::infeasible);
  CHECK(error_of(limits).limits == Names{{LimitKind::lower_bound, 1}, {LimitKind::margin_cap, 0}});

  limits = up_to_ten();
  limits.premium_budget = 3;
  limits.rows = {{.coefficient = vector({-1, -1}), .at_most = -7}};
  CHECK(error_of(limits).limits == Names{{LimitKind::lower_bound, 0}, {LimitKind::premium_budget, 0}, {LimitKind::row, 0}});

  limits = up_to_ten();
  limits.bounds.lower[1] = 11;
  CHECK(error_of(limits).limits == Names{{LimitKind::lower_bound, 1}, {LimitKind::upper_bound, 1}});
  CHECK(minimum_variance(five_scenarios(), limits.bounds).error().limits == error_of(limits).limits);

  // A cap without anything to cap.
  limits = up_to_ten();
  limits.margin_cap = -1;
  CHECK(error_of(limits, {}).limits == Names{{LimitKind::margin_cap, 0}});
}

TEST_CASE("limits that just touch can be held", "[sizing]") {
  Limits limits = up_to_ten();
  limits.premium_budget = 0;
  const auto none = minimum_cvar(five_scenarios(), terms, limits, 0.6);
  REQUIRE(none);
  CHECK_THAT(none->quantity[0], WithinAbs(0, 1e-9));
  CHECK_THAT(none->quantity[1], WithinAbs(0, 1e-9));
  CHECK_THAT(none->after.cvar, WithinRel(25, 1e-9));
  limits.bounds = {.lower = vector({2, 4}), .upper = vector({2, 4})};
  limits.premium_budget = 4;
  const auto fixed = minimum_cvar(five_scenarios(), terms, limits, 0.6);
  REQUIRE(fixed);
  CHECK(fixed->quantity == vector({2, 4}));
}

TEST_CASE("a budget holds the hedge back and says what it costs", "[sizing]") {
  Limits limits = up_to_ten();
  limits.bounds.upper[1] = 0;
  limits.premium_budget = 1.5;
  const auto least = minimum_cvar(five_scenarios(), terms, limits, 0.6);
  REQUIRE(least);
  // With q = 1.5 the worst two lose 10 - 4q and 40 - 20q, on average 25 - 12q.
  CHECK_THAT(least->quantity[0], WithinRel(1.5, 1e-12));
  CHECK_THAT(least->after.cvar, WithinRel(7, 1e-12));
  CHECK_THAT(least->premium, WithinRel(1.5, 1e-12));
  CHECK_THAT(least->yearly_cost, WithinRel(18, 1e-12));
  CHECK_THAT(least->expected_pnl, WithinRel((-47 + 1.5 * 21) / 5, 1e-12));
  REQUIRE(!least->binding.empty());
  CHECK(least->binding[0].limit == LimitName{LimitKind::premium_budget, 0});
  CHECK_THAT(least->binding[0].multiplier, WithinRel(12, 1e-12));
  CHECK(least->gap <= 1e-12);
}

TEST_CASE("a hedge that must pay off keeps the mean above its floor", "[sizing]") {
  Limits limits = up_to_ten();
  limits.expected_floor = 0;
  const auto least = minimum_cvar(five_scenarios(), terms, limits, 0.6);
  REQUIRE(least);
  CHECK(least->expected_pnl >= -1e-9);
  limits.expected_floor = 1000;
  const auto none = minimum_cvar(five_scenarios(), terms, limits, 0.6);
  REQUIRE(!none);
  CHECK(none.error().limits.back() == LimitName{LimitKind::expected_floor, 0});
}

TEST_CASE("without candidates the pool stays as it is", "[sizing]") {
  const PnlSample pool{.pool = vector({2, 1, 0, -10, -40}), .layers = MatrixXd(5, 0), .probability = {}};
  const auto least = minimum_cvar(pool, {}, {.bounds = {}}, 0.6);
  REQUIRE(least);
  CHECK_THAT(least->after.cvar, WithinRel(25, 1e-14));
  CHECK(minimum_variance(pool)->effectiveness == 0);
  CHECK(frontier(pool, {}, {.bounds = {}}, 0.6, 3)->size() == 3);
}

TEST_CASE("one scenario, a pool that loses nothing and layers that pay nothing have answers", "[sizing]") {
  const PnlSample one{.pool = vector({-5}), .layers = MatrixXd::Constant(1, 1, 2), .probability = {}};
  const auto hedged = minimum_cvar(one, {}, {.bounds = {vector({0}), vector({1})}}, 0.95);
  REQUIRE(hedged);
  CHECK_THAT(hedged->after.cvar, WithinRel(3, 1e-12));
  CHECK(minimum_variance(one)->constant == std::vector<Index>{0});

  PnlSample idle = five_scenarios();
  idle.pool.setZero();
  const auto none = minimum_cvar(idle, terms, up_to_ten(), 0.6);
  REQUIRE(none);
  CHECK_THAT(none->after.cvar, WithinAbs(0, 1e-9));
  CHECK(minimum_variance(idle)->quantity == VectorXd::Zero(2));
  idle = five_scenarios();
  idle.layers.setZero();
  CHECK_THAT(minimum_cvar(idle, terms, up_to_ten(), 0.6)->after.cvar, WithinRel(25, 1e-14));
}

TEST_CASE("least variance says which candidates are constant or made up by others", "[sizing]") {
  PnlSample sample = five_scenarios();
  sample.layers.conservativeResize(5, 5);
  sample.layers.col(2) = 2 * sample.layers.col(0) - sample.layers.col(1) + VectorXd::Constant(5, 3);
  sample.layers.col(3).setConstant(7);
  sample.layers.col(4) = vector({0, 1, 0, 0, 0});
  const auto least = minimum_variance(sample);
  REQUIRE(least);
  CHECK(least->redundant == std::vector<Index>{2});
  CHECK(least->constant == std::vector<Index>{3});
  CHECK(least->quantity[2] == 0);
  CHECK(least->quantity[3] == 0);
  PnlSample fewer = sample;
  fewer.layers.col(2) = sample.layers.col(4);
  fewer.layers.conservativeResize(5, 3);
  const auto same = minimum_variance(fewer);
  CHECK(same->redundant.empty());
  CHECK_THAT(same->variance_after, WithinAbs(least->variance_after, 1e-10));
}

TEST_CASE("where a bound stops a candidate, its double takes over", "[sizing]") {
  PnlSample sample = five_scenarios();
  sample.layers.col(1) = 2 * sample.layers.col(0);
  const auto least = minimum_variance(sample, {.lower = VectorXd::Zero(2), .upper = vector({1, 5})});
  REQUIRE(least);
  CHECK_THAT(least->quantity[0] + 2 * least->quantity[1], WithinRel(129.12 / 66.16, 1e-12));
  const auto stopped = minimum_variance(sample, {.lower = VectorXd::Zero(2), .upper = vector({1, 0.25})});
  REQUIRE(stopped);
  CHECK(stopped->quantity == vector({1, 0.25}));
  CHECK(stopped->binding.size() == 2);
}

TEST_CASE("bounds away from 0 are held although the hedge suffers", "[sizing]") {
  const auto forced =
      minimum_variance(five_scenarios(), {.lower = vector({5, -infinity}), .upper = vector({infinity, infinity})});
  REQUIRE(forced);
  CHECK(forced->quantity[0] == 5);
  REQUIRE(forced->binding.size() == 1);
  CHECK(forced->binding[0].limit == LimitName{LimitKind::lower_bound, 0});
  PnlSample still = five_scenarios();
  still.pool.setZero();
  const auto idle = minimum_variance(still, {.lower = vector({1, -5}), .upper = vector({2, 5})});
  REQUIRE(idle);
  CHECK(idle->quantity[0] == 1);
  CHECK(idle->effectiveness == 0);
  CHECK(idle->variance_after > 0);
}

TEST_CASE("sizes in fresh scenarios are judged by what happens there", "[sizing]") {
  PnlSample fresh{.pool = vector({0, -30}), .layers = MatrixXd(2, 2), .probability = vector({0.75, 0.25})};
  fresh.layers << -1, 0, 9, 1;
  const auto seen = evaluate_sizes(fresh, vector({2, 4}), 0.9);
  REQUIRE(seen);
  CHECK_THAT(seen->before.moments.mean, WithinRel(-7.5, 1e-15));
  CHECK_THAT(seen->before.moments.variance, WithinRel(0.75 * 0.25 * 900, 1e-14));
  CHECK_THAT(seen->before.tail.cvar, WithinRel(30, 1e-14));
  CHECK_THAT(seen->after.moments.mean, WithinRel(-0.75 * 2 - 0.25 * 8, 1e-14));
  CHECK_THAT(seen->after.moments.variance, WithinRel(0.75 * 0.25 * 36, 1e-13));
  CHECK_THAT(seen->after.tail.cvar, WithinRel(8, 1e-14));
  CHECK_THAT(seen->effectiveness, WithinRel(0.96, 1e-14));
  // A hedge turned round adds variance.
  CHECK(evaluate_sizes(fresh, vector({-1, 0}), 0.9)->effectiveness < 0);
}

TEST_CASE("the frontier starts without a hedge and ends at the least CVaR", "[sizing]") {
  const auto points = frontier(five_scenarios(), terms, up_to_ten(), 0.6, 4);
  REQUIRE(points);
  REQUIRE(points->size() == 4);
  CHECK_THAT(points->front().yearly_cost, WithinAbs(0, 1e-9));
  CHECK_THAT(points->front().tail.cvar, WithinRel(25, 1e-9));
  CHECK_THAT(points->front().multiplier, WithinRel(1, 1e-9));
  const auto least = minimum_cvar(five_scenarios(), terms, up_to_ten(), 0.6);
  CHECK_THAT(points->back().tail.cvar, WithinRel(least->after.cvar, 1e-12));
  CHECK_THAT(points->back().cost_cap, WithinRel(least->yearly_cost, 1e-12));
}
