#include "ledger/break_even.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include "given.h"

using Catch::Matchers::WithinRel;
using namespace ballast;

namespace {

ExpiryPosition::Part option(OptionType type, double strike, double contracts) {
  return {Instrument::option, type, strike, contracts};
}

}  // namespace

TEST_CASE("a call breaks even its premium above the strike, a put its premium below", "[break_even]") {
  CHECK(break_evens({{option(OptionType::call, 20, 4)}, 4 * 1.5}) == std::vector{21.5});
  CHECK(break_evens({{option(OptionType::put, 4800, -1)}, -40}) == std::vector{4760.0});
}

TEST_CASE("a condor breaks even its credit outside the short strikes", "[break_even]") {
  // 160/170/180/190 for a credit of 3: the worked example of exchange margin, between 167 and 183.
  const ExpiryPosition condor{{option(OptionType::put, 160, 1), option(OptionType::put, 170, -1),
                               option(OptionType::call, 180, -1), option(OptionType::call, 190, 1)},
                              -3};
  const auto levels = break_evens(condor);
  REQUIRE(levels.size() == 2);
  CHECK_THAT(levels[0], WithinRel(167.0, 1e-14));
  CHECK_THAT(levels[1], WithinRel(183.0, 1e-14));
  CHECK(condor.profit(175) == 3);
  CHECK(condor.profit(100) == -7);
}

TEST_CASE("what can only gain, only lose or is nothing has no break-even", "[break_even]") {
  CHECK(break_evens({{option(OptionType::call, 20, 1)}, -1}).empty());
  CHECK(break_evens({{option(OptionType::put, 20, 1)}, 25}).empty());
  CHECK(break_evens({{}, 1}).empty());
}

TEST_CASE("legs that cover each other but for rounding do not break even at infinity", "[break_even]") {
  const double third = 1.0 / 3;
  const auto levels = break_evens({{option(OptionType::call, 100, third), option(OptionType::call, 110, -(1 - 2 * third))}, 1});
  CHECK(levels.size() == 1);
  CHECK_THAT(levels[0], WithinRel(103.0, 1e-12));
}

TEST_CASE("a curve crosses zero between points of different sign and at points that are zero alone", "[break_even]") {
  const std::vector<double> x = {1, 2, 3, 4, 5, 6};
  CHECK(zero_crossings(x, std::vector<double>{-1, 1, 3, 0, -2, -1}) == std::vector{1.5, 4.0});
  CHECK(zero_crossings(x, std::vector<double>{0, 0, 0, 0, 0, 0}).empty());
  CHECK(zero_crossings(x, std::vector<double>{1, 1, 1, 1, 1, 1}).empty());
  CHECK(zero_crossings({}, {}).empty());
}

TEST_CASE("the spike at which the hedge breaks even leaves it without profit", "[break_even]") {
  Scenario scenario = given(R"({"path": {"spike": {"vix_to": 40}}, "book": [{"kind": "vix_calls"}]})");
  const Evaluation evaluation = evaluated(scenario);
  REQUIRE(evaluation.break_evens.hedge.size() == 1);
  const double level = evaluation.break_evens.hedge[0];
  scenario.path.kind =
      WhatIf{.horizon_days = 30,
             .spx_drift = 0,
             .spike = {.day = 5, .rise_days = 1, .vix_to = level, .multiple = {}, .spx_return = {}, .vvix_to = {}}};
  const double left = evaluated(scenario).hedge[5], at_forty = evaluation.hedge[5];
  // Linear between levels one point apart.
  CHECK(std::abs(left) < 0.01 * at_forty);
}
