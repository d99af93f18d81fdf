#include "pool/replication.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <initializer_list>
#include <limits>
#include <span>

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using namespace ballast;

namespace {

/// g = |v - 20| at strikes 10, 20, 30 with tails that go on.
const double strikes[] = {10, 20, 30}, values[] = {10, 0, 10};
const Shortfall straddle{.strikes = strikes, .values = values, .entry = 20, .slope_below = -1, .slope_above = 1};

/// g = (v - 22)²/2 on a grid that does not hold 22.
const double fives[] = {10, 15, 20, 25, 30}, squares[] = {72, 24.5, 2, 4.5, 32};
const Shortfall parabola{.strikes = fives, .values = squares, .entry = 22, .slope_below = -17, .slope_above = 12};

const double puts[] = {0.1, 0.4, 1.5, 4, 8}, calls[] = {9, 5, 2.5, 1.5, 1};
const StripPrices prices{.puts = puts, .calls = calls};

double quantity(const Strip& strip) {
  double sum = 0;
  for (const StripRow& row : strip.rows) sum += row.puts + row.calls;
  return sum;
}

void check_sum(const SplitStrip& split, const Strip& wanted) {
  for (std::size_t i = 0; i < wanted.rows.size(); ++i) {
    CHECK_THAT(split.kept.rows[i].puts + split.rest.rows[i].puts, WithinAbs(wanted.rows[i].puts, 1e-14));
    CHECK_THAT(split.kept.rows[i].calls + split.rest.rows[i].calls, WithinAbs(wanted.rows[i].calls, 1e-14));
  }
}

}  // namespace

TEST_CASE("an entry strike carries both the put and the call") {
  const Strip strip = replicate(straddle, 1);
  REQUIRE(strip.rows.size() == 3);
  CHECK(strip.rows[1].puts == 1);
  CHECK(strip.rows[1].calls == 1);
  CHECK(quantity(strip) == 2);
}

TEST_CASE("an entry between strikes is shared by the strikes around it") {
  const Strip strip = replicate(parabola, 1);
  // Between 20 and 25 the chord from 2 to 4.5: a call from 20 that reaches 4.5 and a put from 25 that reaches 2.
  CHECK_THAT(strip.rows[2].calls, WithinRel(0.9, 1e-15));
  CHECK_THAT(strip.rows[3].puts, WithinRel(0.4, 1e-15));
  // Changes of slope: 5.5 - 0.9 and 12 - 5.5 upwards, 4.5 - 0.4, 9.5 - 4.5 and 17 - 9.5 downwards.
  const StripRow expected[] = {{10, 7.5, 0}, {15, 5, 0}, {20, 4.1, 0.9}, {25, 0.4, 4.6}, {30, 0, 6.5}};
  for (std::size_t i = 0; i < 5; ++i) {
    CHECK(strip.rows[i].strike == expected[i].strike);
    CHECK_THAT(strip.rows[i].puts, WithinAbs(expected[i].puts, 1e-14));
    CHECK_THAT(strip.rows[i].calls, WithinAbs(expected[i].calls, 1e-14));
    CHECK_THAT(payoff(strip, fives[i]), WithinRel(squares[i], 1e-14));
  }
  CHECK_THAT(payoff(strip, 22), WithinRel(3.0, 1e-14));
  CHECK_THAT(payoff(strip, 40), WithinRel(32 + 120.0, 1e-14));
  CHECK_THAT(payoff(strip, 0), WithinRel(72 + 170.0, 1e-14));
}

TEST_CASE("contracts are for their multiplier of the underlying") {
  const Strip units = replicate(parabola, 1), contracts = replicate(parabola, 100);
  CHECK_THAT(quantity(contracts), WithinRel(quantity(units) / 100, 1e-14));
  CHECK_THAT(payoff(contracts, 27), WithinRel(payoff(units, 27), 1e-14));
  CHECK_THAT(cost(contracts, prices), WithinRel(cost(units, prices), 1e-14));
}

TEST_CASE("an entry outside the grid still gives g at every strike and the tails beyond") {
  for (const double entry : {5.0, 10.0, 12.0, 30.0, 41.0}) {
    Shortfall shifted = parabola;
    shifted.entry = entry;
    const Strip strip = replicate(shifted, 1);
    INFO("entry " << entry);
    for (std::size_t i = 0; i < 5; ++i) CHECK_THAT(payoff(strip, fives[i]), WithinRel(squares[i], 1e-13));
    CHECK_THAT(payoff(strip, 5), WithinRel(72 + 85.0, 1e-13));
    CHECK_THAT(payoff(strip, 35), WithinRel(32 + 60.0, 1e-13));
  }
}

TEST_CASE("small grids: no strikes pay nothing, one pays the tails, two their chord") {
  const std::span<const double> k = fives, g = squares;
  const auto first = [&](std::size_t from, std::size_t count) {
    Shortfall shortfall = parabola;
    shortfall.strikes = k.subspan(from, count), shortfall.values = g.subspan(from, count);
    return replicate(shortfall, 1);
  };
  CHECK(first(0, 0).rows.empty());
  CHECK(payoff(first(0, 0), 10) == 0);
  const Strip one = first(2, 1);
  CHECK(payoff(one, 20) == 0);
  CHECK(payoff(one, 30) == 120);
  CHECK(payoff(one, 10) == 170);
  const Strip two = first(2, 2);
  CHECK_THAT(payoff(two, 20), WithinRel(2.0, 1e-14));
  CHECK_THAT(payoff(two, 25), WithinRel(4.5, 1e-14));
  CHECK_THAT(payoff(two, 30), WithinRel(64.5, 1e-14));
  CHECK_THAT(payoff(two, 10), WithinRel(172.0, 1e-14));
}

TEST_CASE("strikes that are not ascending, not positive or given twice are no grid") {
  constexpr double infinity = std::numeric_limits<double>::infinity(), nan = std::numeric_limits<double>::quiet_NaN();
  const auto is_grid = [](std::initializer_list<double> list) { return is_strike_grid({list.begin(), list.size()}); };
  CHECK(is_grid({}));
  CHECK(is_grid({20}));
  CHECK(is_grid({10, 12.5, 15}));
  CHECK(!is_grid({10, 10, 15}));
  CHECK(!is_grid({10, 15, 12}));
  CHECK(!is_grid({0, 10}));
  CHECK(!is_grid({-5, 10}));
  CHECK(!is_grid({10, infinity}));
  CHECK(!is_grid({10, nan}));
  CHECK(!is_grid({nan, 10}));
}

TEST_CASE("coverage is in percent and whole where there is nothing to cover") {
  CHECK(coverage(3, 4) == 75);
  CHECK(coverage(0, 4) == 0);
  CHECK(coverage(3, 0) == 100);
  CHECK(coverage(0, 0) == 100);
}

TEST_CASE("rounding leaves whole contracts and says what is missing") {
  const Strip strip = replicate(parabola, 2);
  const SplitStrip rounded = round_to_contracts(strip);
  check_sum(rounded, strip);
  CHECK(rounded.kept.rows[0].puts == 4);  // 3.75
  CHECK_THAT(rounded.rest.rows[0].puts, WithinAbs(-0.25, 1e-14));
  CHECK(rounded.kept.rows[2].calls == 0);  // 0.45
  CHECK(rounded.kept.rows[3].calls == 2);  // 2.3
}

TEST_CASE("a budget above the cost keeps all, and none keeps nothing") {
  const Strip strip = replicate(parabola, 1);
  for (const BudgetRule rule : {BudgetRule::scale_all, BudgetRule::nearest_first, BudgetRule::highest_calls_first}) {
    CHECK(quantity(limit_cost(strip, prices, cost(strip, prices), rule).rest) == 0);
    CHECK(quantity(limit_cost(strip, prices, 1e9, rule).kept) == quantity(strip));
    CHECK(quantity(limit_cost(strip, prices, 0, rule).kept) == 0);
    check_sum(limit_cost(strip, prices, 0, rule), strip);
    CHECK(limit_cost(replicate({}, 1), {}, 0, rule).kept.rows.empty());
  }
}

TEST_CASE("a budget below the cost is spent to the end, by the rule") {
  const Strip strip = replicate(parabola, 1);
  const double budget = 12;
  REQUIRE(cost(strip, prices) > budget);
  for (const BudgetRule rule : {BudgetRule::scale_all, BudgetRule::nearest_first, BudgetRule::highest_calls_first}) {
    const SplitStrip split = limit_cost(strip, prices, budget, rule);
    CHECK_THAT(cost(split.kept, prices), WithinRel(budget, 1e-14));
    check_sum(split, strip);
  }
  const double share = budget / cost(strip, prices);
  const Strip scaled = limit_cost(strip, prices, budget, BudgetRule::scale_all).kept;
  CHECK_THAT(scaled.rows[0].puts, WithinRel(share * 7.5, 1e-14));
  CHECK_THAT(scaled.rows[4].calls, WithinRel(share * 6.5, 1e-14));

  // The pair around 22 costs 0.9·2.5 + 0.4·4 = 3.85; the put at 20 is nearer than the call at 25: 4.1·1.5 = 6.15; 2 are left.
  const Strip nearest = limit_cost(strip, prices, budget, BudgetRule::nearest_first).kept;
  CHECK(nearest.rows[2].calls == strip.rows[2].calls);
  CHECK(nearest.rows[3].puts == strip.rows[3].puts);
  CHECK(nearest.rows[2].puts == strip.rows[2].puts);
  CHECK_THAT(nearest.rows[3].calls, WithinRel(2 / 1.5, 1e-13));
  CHECK(nearest.rows[4].calls == 0);
  CHECK(nearest.rows[1].puts == 0);

  // The call at 30 costs 6.5, that at 25 with 6.9 exceeds the 5.5 left.
  const Strip highest = limit_cost(strip, prices, budget, BudgetRule::highest_calls_first).kept;
  CHECK(highest.rows[4].calls == strip.rows[4].calls);
  CHECK_THAT(highest.rows[3].calls, WithinRel(5.5 / 1.5, 1e-13));
  CHECK(highest.rows[2].calls == 0);
  CHECK(highest.rows[4].puts + highest.rows[3].puts + highest.rows[0].puts == 0);
}

TEST_CASE("no budget leaves a sold option without the bought ones that cover it") {
  // Concave above 25, as the loss of a rolled token is in VIX: the call at 30 is sold.
  const double concave[] = {72, 24.5, 2, 20, 25};
  const Shortfall shortfall{.strikes = fives, .values = concave, .entry = 20, .slope_below = -17, .slope_above = 0.5};
  const Strip strip = replicate(shortfall, 1);
  REQUIRE(strip.rows[4].calls < 0);
  const double whole = cost(strip, prices);
  for (const BudgetRule rule : {BudgetRule::scale_all, BudgetRule::nearest_first, BudgetRule::highest_calls_first})
    for (int percent = 0; percent < 150; ++percent) {
      const Strip kept = limit_cost(strip, prices, 0.01 * percent * whole, rule).kept;
      double slope = 0;
      for (const StripRow& row : kept.rows) {
        slope += row.calls;
        if (slope < -1e-12) FAIL("short of calls at " << row.strike << " with " << percent << " % of the cost");
      }
    }
}
