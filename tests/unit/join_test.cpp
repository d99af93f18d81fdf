#include "history/join.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

using Catch::Matchers::WithinRel;
using namespace ballast;

namespace {

/// Of a text that can be read; empty otherwise.
Series series(std::string_view text) { return read_series(text, {.latest = date(2030, 1, 1)}).series; }

const Series vix = series("2018-02-01,13.47\n2018-02-02,17.31\n2018-02-05,37.32\n2018-02-06,29.98\n");

}  // namespace

TEST_CASE("VIX alone is a history of calendar days") {
  const JoinedHistory joined = join({.vix = &vix});
  CHECK_FALSE(joined.problem);
  CHECK(joined.history.first == date(2018, 2, 1));
  CHECK(joined.history.day == std::vector{0, 1, 4, 5});
  CHECK(joined.history.vix == vix.values);
  CHECK(joined.history.spx.empty());
  CHECK(joined.history.token.empty());
  CHECK(joined.left_out.count == 0);
}

TEST_CASE("series are joined on dates, and a day that one of them lacks is left out by row") {
  const Series spx = series("date,spx\n2018-02-01,2821.98\n2018-02-05,2648.94\n2018-02-06,2695.14\n");
  const Series vvix = series("date,vvix\n2018-02-01,105.77\n2018-02-02,125.51\n2018-02-05,177.34\n2018-02-06,161.12\n");
  const JoinedHistory joined = join({.vix = &vix, .spx = &spx, .vvix = &vvix});
  CHECK(joined.history.day == std::vector{0, 4, 5});
  CHECK(joined.history.vix == std::vector{13.47, 37.32, 29.98});
  CHECK(joined.history.spx == spx.values);
  CHECK(joined.history.vvix == std::vector{105.77, 177.34, 161.12});
  REQUIRE(joined.left_out.count == 1);
  CHECK(joined.left_out.listed[0].row == 2);
  CHECK(joined.left_out.listed[0].message == "VIX, VVIX: a day that is missing in SPX");
  CHECK(joined.left_out.listed[0].value == "2018-02-02");
}

TEST_CASE("a holiday that only one series has a row for is said to be one") {
  const Series with_holiday = series("2018-02-16,19.46\n2018-02-19,19.46\n2018-02-20,20.60\n");
  const Series spx = series("2018-02-16,2732.22\n2018-02-20,2716.26\n");
  const JoinedHistory joined = join({.vix = &with_holiday, .spx = &spx});
  REQUIRE(joined.left_out.count == 1);
  CHECK(joined.left_out.listed[0].message == "VIX: a day that is missing in SPX; the exchanges were closed on it");
}

TEST_CASE("what lies outside the range of a series is one remark") {
  const Series spx = series("2018-02-02,2762.13\n2018-02-05,2648.94\n");
  const JoinedHistory joined = join({.vix = &vix, .spx = &spx});
  CHECK(joined.history.first == date(2018, 2, 2));
  REQUIRE(joined.left_out.count == 2);
  CHECK(joined.left_out.listed[0].message == "VIX: 1 day before 2018-02-02, where SPX begins");
  CHECK(joined.left_out.listed[1].message == "VIX: 1 day after 2018-02-05, where SPX ends");
  CHECK(joined.left_out.listed[1].row == 4);
}

TEST_CASE("series that share no date are a problem, whether they overlap or not") {
  const Series later = series("2019-02-01,1\n2019-02-04,1\n");
  CHECK(join({.vix = &vix, .spx = &later}).problem ==
        "VIX (2018-02-01 in row 1, column 1, to 2018-02-06 in row 4, column 1) and SPX (2019-02-01 in row 1, column 1, to 2019-02-04 in "
        "row 2, column 1) share no date");
  const Series between = series("price,date\n1,2018-01-31\n1,2018-02-07\n");
  CHECK(join({.vix = &vix, .token = &between}).problem ==
        "VIX (2018-02-01 in row 1, column 1, to 2018-02-06 in row 4, column 1) and token (2018-01-31 in row 2, column 2, to 2018-02-07 "
        "in row 3, column 2) share no date");
  const Series undated = read_series("15\n16\n", {.latest = date(2030, 1, 1), .first = date(2019, 2, 1)}).series;
  CHECK(join({.vix = &vix, .spx = &undated}).problem->ends_with("and SPX (2019-02-01 in row 1, to 2019-02-04 in row 2) share no date"));
  const Series early = series("2018-02-01,1\n2018-02-02,1\n"), late = series("2018-02-05,1\n2018-02-06,1\n");
  const JoinedHistory joined = join({.vix = &vix, .spx = &early, .vvix = &late});
  CHECK(joined.problem == "no date is in all of the series");
  CHECK(joined.history.day.empty());
}

TEST_CASE("what cannot be joined is a problem") {
  CHECK(join({}).problem == "no VIX closes");
  CHECK(join({.vix = &vix, .second_future = &vix}).problem == "settlements of the second future without those of the first");
  const Series none;
  CHECK(join({.vix = &vix, .spx = &none}).problem == "SPX has no values");
}

TEST_CASE("the token follows the futures where its own price is not given") {
  const Series first = series("2018-02-01,13.275\n2018-02-02,15.625\n2018-02-05,33.225\n2018-02-06,23.875\n");
  const Series second = series("2018-02-01,13.425\n2018-02-02,14.975\n2018-02-05,27.975\n2018-02-06,21.025\n");
  const JoinedHistory rolled = join({.vix = &vix, .first_future = &first, .second_future = &second});
  CHECK_THAT(rolled.history.token[2] / rolled.history.token[1], WithinRel(1.961026147015293537, 1e-14));
  CHECK(rolled.doubted.count == 0);
  const JoinedHistory held = join({.vix = &vix, .first_future = &first, .held = FuturesHeld::first});
  CHECK_THAT(held.history.token[2] / held.history.token[1], WithinRel(33.225 / 15.625, 1e-14));
  const JoinedHistory alone = join({.vix = &vix, .first_future = &first});
  CHECK(alone.history.token == held.history.token);
  CHECK(alone.doubted.count == 3);
  const Series price = series("2018-02-01,10\n2018-02-02,11\n2018-02-05,20\n2018-02-06,16\n");
  const JoinedHistory own = join({.vix = &vix, .first_future = &first, .token = &price});
  CHECK(own.history.token == price.values);
  CHECK(own.doubted.listed.at(0).message == "the futures are not used: the token's own price is given");
}

TEST_CASE("where the futures end the history ends, and it is said") {
  // The first future settles on the 14th; without the second nothing reaches the 15th.
  const Series closes = series("2018-02-13,24.97\n2018-02-14,19.26\n2018-02-15,19.13\n2018-02-16,19.46\n");
  const Series first = series("2018-02-13,25.225\n2018-02-14,21.87\n2018-02-15,17.525\n2018-02-16,17.775\n");
  const JoinedHistory joined = join({.vix = &closes, .first_future = &first, .held = FuturesHeld::first});
  CHECK(joined.history.day == std::vector{0, 1});
  CHECK(joined.history.vix.size() == 2);
  CHECK(joined.history.token.size() == 2);
  REQUIRE(joined.left_out.count == 1);
  CHECK(joined.left_out.listed[0].row == 3);
  CHECK(joined.left_out.listed[0].message == "VIX: 2 days from here on: no future is known on this day and the one before");
}
