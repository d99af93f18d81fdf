#include "capital/cost_of_capital.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <limits>

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using namespace ballast;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
constexpr double largest = std::numeric_limits<double>::max();

}  // namespace

TEST_CASE("cost of equity and of capital are those of a worked example", "[capital]") {
  // ACCA Advanced Financial Management, Integrated Workbook S18-J19, chapter 6: risk-free 2.50 %, premium 6 %, beta 1.09: 9.04
  // %; equity 6.5, debt 2.16 at 2.72 %, tax 20 %: 7.33 %.
  const double equity = cost_of_equity({.risk_free = 0.025, .beta = 1.09, .market_return = 0.085}).value();
  CHECK_THAT(equity, WithinAbs(0.0904, 5e-6));
  CHECK_THAT(weighted_average_cost({6.5, 2.16}, {.equity = 0.0904, .debt = 0.0272, .tax = 0.20}).value(),
             WithinAbs(0.0733, 5e-5));
}

TEST_CASE("a growing dividend is worth that of a worked example", "[capital]") {
  // The exercise "Ameritech Corporation" of valuation courses: 3.56 a share, growing 5.5 % a year, discounted at 10 %: 83.46.
  CHECK_THAT(gordon_value({.next = 3.56 * 1.055, .cost = 0.10, .growth = 0.055}).value(), WithinAbs(83.46, 5e-3));
}

TEST_CASE("the cost of capital lies between its parts and is theirs at the ends", "[capital]") {
  const CapitalRates rates{.equity = 0.12, .debt = 0.05, .tax = 0.21};
  CHECK(weighted_average_cost({1, 0}, rates).value() == 0.12);
  CHECK_THAT(weighted_average_cost({0, 7}, rates).value(), WithinRel(0.05 * 0.79, 1e-15));
  double before = 0.12;
  for (const double debt : {0.1, 0.5, 1.0, 2.0, 10.0, 1000.0}) {
    const double cost = weighted_average_cost({1, debt}, rates).value();
    CHECK(cost < before);
    CHECK(cost > 0.05 * 0.79);
    CHECK_THAT(weighted_average_cost({1e300, 1e300 * debt}, rates).value(), WithinRel(cost, 1e-14));
    before = cost;
  }
  CHECK(weighted_average_cost({largest, largest}, {.equity = 0.1, .debt = 0.1, .tax = 0}).value() == 0.1);
}

TEST_CASE("a beta of 0 earns the risk-free rate and one of 1 the market's", "[capital]") {
  CHECK(cost_of_equity({0.03, 0, 0.09}).value() == 0.03);
  CHECK_THAT(cost_of_equity({0.03, 1, 0.09}).value(), WithinRel(0.09, 1e-15));
  CHECK_THAT(cost_of_equity({0.03, -0.5, 0.09}).value(), WithinAbs(0, 1e-17));
}

TEST_CASE("a dividend that does not grow is worth itself over its cost, and less than one that does", "[capital]") {
  CHECK_THAT(gordon_value({4, 0.08, 0}).value(), WithinRel(50.0, 1e-15));
  CHECK(gordon_value({4, 0.08, 0.01}).value() > 50);
  CHECK(gordon_value({4, 0.08, -0.01}).value() < 50);
  CHECK_THAT(gordon_value({-4, 0.08, 0}).value(), WithinRel(-50.0, 1e-15));
}

TEST_CASE("costs of capital without a value say why", "[capital]") {
  for (const double bad : {not_a_number, infinity, -infinity}) {
    CHECK(cost_of_equity({bad, 1, 0.1}).error() == CostFailure::not_finite);
    CHECK(cost_of_equity({0.1, bad, 0.2}).error() == CostFailure::not_finite);
    CHECK(weighted_average_cost({bad, 1}, {0.1, 0.1, 0.1}).error() == CostFailure::not_finite);
    CHECK(weighted_average_cost({1, 1}, {0.1, 0.1, bad}).error() == CostFailure::not_finite);
    CHECK(gordon_value({1, 0.1, bad}).error() == CostFailure::not_finite);
  }
  CHECK(cost_of_equity({0, largest, 2}).error() == CostFailure::not_finite);
  CHECK(weighted_average_cost({0, 0}, {0.1, 0.1, 0.1}).error() == CostFailure::no_capital);
  CHECK(weighted_average_cost({-1, 2}, {0.1, 0.1, 0.1}).error() == CostFailure::negative_capital);
  CHECK(weighted_average_cost({2, -1}, {0.1, 0.1, 0.1}).error() == CostFailure::negative_capital);
  CHECK(weighted_average_cost({1, 1}, {0.1, 0.1, 1.01}).error() == CostFailure::tax_out_of_range);
  CHECK(weighted_average_cost({1, 1}, {0.1, 0.1, -0.01}).error() == CostFailure::tax_out_of_range);
  CHECK(gordon_value({1, 0.05, 0.05}).error() == CostFailure::growth_not_below_cost);
  CHECK(gordon_value({1, 0.05, 0.06}).error() == CostFailure::growth_not_below_cost);
  CHECK(gordon_value({largest, 0.05, 0.04}).error() == CostFailure::not_finite);
}
