#include "signal/indicators.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>
#include <limits>
#include <vector>

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using namespace ballast;

namespace {

using Series = std::vector<double>;
constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
constexpr double largest = std::numeric_limits<double>::max();

bool none(const Series& series) {
  for (const double x : series)
    if (!std::isnan(x)) return false;
  return true;
}

/// How many values are missing at the start, given that none is later.
std::size_t warm_up(const Series& series) {
  std::size_t days = 0;
  while (days < series.size() && std::isnan(series[days])) ++days;
  for (std::size_t day = days; day < series.size(); ++day) CHECK(std::isfinite(series[day]));
  return days;
}

Series waves(std::size_t days) {
  Series series;
  for (std::size_t day = 0; day < days; ++day) series.push_back(20 + 3 * std::sin(0.7 * static_cast<double>(day * day)));
  return series;
}

}  // namespace

TEST_CASE("an indicator has a value from the end of the warm-up that it states", "[signal]") {
  const Series x = waves(60), y = waves(60);
  CHECK(warm_up(relative_strength(x)) == 14);
  CHECK(warm_up(relative_strength(x, 1)) == 1);
  CHECK(warm_up(exponential_average(x, 10)) == 0);
  CHECK(warm_up(macd(x).line) == 0);
  CHECK(warm_up(macd(x).signal) == 0);
  CHECK(warm_up(advance_decline_line(x, y)) == 0);
  CHECK(warm_up(expected_daily_range(x)) == 0);
  CHECK(warm_up(rolling_beta(x, y, 20)) == 19);
  CHECK(warm_up(deviation_from_mean(x, 20)) == 19);
  CHECK(warm_up(deviation_from_mean(x, 1)) == 0);
  CHECK(warm_up(rolling_z_score(x, 20)) == 19);
  CHECK(warm_up(rolling_z_score(x, 60)) == 59);
  CHECK(none(rolling_z_score(x, 61)));
}

TEST_CASE("an indicator of nothing is nothing and of one day at most one value", "[signal]") {
  CHECK(relative_strength({}).empty());
  CHECK(macd({}).line.empty());
  CHECK(macd({}).histogram.empty());
  CHECK(advance_decline_line({}, Series{1}).empty());
  CHECK(expected_daily_range({}).empty());
  CHECK(rolling_beta({}, {}, 20).empty());
  CHECK(rolling_z_score({}, 20).empty());
  CHECK(none(relative_strength(Series{7})));
  CHECK(macd(Series{7}).line == Series{0});
  CHECK(deviation_from_mean(Series{7}, 1) == Series{0});
  CHECK(none(rolling_z_score(Series{7}, 2)));
  CHECK(advance_decline_line(Series{7, 8, 9}, Series{1, 1}) == Series{6, 13});
}

TEST_CASE("a window below the least never warms up", "[signal]") {
  const Series x = waves(30);
  for (const int window : {0, -1, std::numeric_limits<int>::min()}) {
    CHECK(none(relative_strength(x, window)));
    CHECK(none(exponential_average(x, window)));
    CHECK(none(macd(x, {.fast = window}).line));
    CHECK(none(macd(x, {.signal = window}).signal));
    CHECK(none(rolling_beta(x, x, window)));
    CHECK(none(deviation_from_mean(x, window)));
    CHECK(none(rolling_z_score(x, window)));
  }
  CHECK(none(rolling_beta(x, x, 1)));
  CHECK(none(rolling_z_score(x, 1)));
  CHECK(none(rolling_z_score(x, std::numeric_limits<int>::max())));
}

TEST_CASE("a series of one value has no strength either way and no z-score", "[signal]") {
  // 0.1 twenty times does not sum to 2 exactly.
  const Series still(30, 0.1);
  CHECK(relative_strength(still).back() == 50);
  CHECK(macd(still).line.back() == 0);
  CHECK_THAT(deviation_from_mean(still, 20).back(), WithinAbs(0, 1e-15));
  CHECK(none(rolling_z_score(still, 20)));
  CHECK(none(rolling_beta(waves(30), still, 20)));
  CHECK(rolling_beta(still, waves(30), 20).back() == 0);
}

TEST_CASE("a series that only rises is at 100, one that only falls at 0", "[signal]") {
  Series rising, falling;
  for (int day = 0; day < 40; ++day) rising.push_back(day), falling.push_back(-day);
  CHECK(relative_strength(rising).back() == 100);
  CHECK(relative_strength(falling).back() == 0);
  // On a straight line the averages are (period - 1)/2 days behind.
  Series line;
  for (int day = 0; day < 1000; ++day) line.push_back(day);
  CHECK_THAT(macd(line).line.back(), WithinRel(7.0, 1e-9));
}

TEST_CASE("a gap has no value, and what follows it is as after a fresh start", "[signal]") {
  for (const double gap : {not_a_number, infinity, -infinity}) {
    Series x = waves(80);
    const Series after(x.begin() + 31, x.end());
    x[30] = gap;
    const auto tail = [](const Series& series) { return Series(series.begin() + 31, series.end()); };
    const Series strength = relative_strength(x), fresh_strength = relative_strength(after);
    CHECK(std::isnan(strength[30]));
    CHECK(std::isnan(strength[31 + 13]));
    CHECK(strength[31 + 14] == fresh_strength[14]);
    CHECK(strength.back() == fresh_strength.back());
    CHECK(std::isnan(macd(x).line[30]));
    CHECK(tail(macd(x).signal) == macd(after).signal);
    CHECK(std::isnan(expected_daily_range(x)[30]));
    for (const Series& windowed :
         {rolling_z_score(x, 20), rolling_beta(x, waves(80), 20), rolling_beta(waves(80), x, 20), deviation_from_mean(x, 20)}) {
      CHECK(std::isfinite(windowed[29]));
      for (std::size_t day = 30; day < 50; ++day) CHECK(std::isnan(windowed[day]));
      CHECK(std::isfinite(windowed[50]));
    }
  }
}

TEST_CASE("a day without advances or declines adds nothing to the line", "[signal]") {
  const Series line = advance_decline_line(Series{1500, not_a_number, 1200, 900}, Series{1400, 3, infinity, 1000});
  CHECK(line[0] == 100);
  CHECK(std::isnan(line[1]));
  CHECK(std::isnan(line[2]));
  CHECK(line[3] == 0);
}

TEST_CASE("huge values overflow to no value, or to the right one", "[signal]") {
  const Series huge{-largest, largest, -largest, largest};
  CHECK(none(relative_strength(huge, 2)));
  CHECK(none(rolling_z_score(huge, 3)));
  const Series large{1e300, 2e300, 3e300}, small{1e-300, 2e-300, 3e-300};
  CHECK_THAT(rolling_z_score(large, 3).back(), WithinRel(1.0, 1e-14));
  CHECK_THAT(rolling_z_score(small, 3).back(), WithinRel(1.0, 1e-14));
  CHECK_THAT(rolling_beta(large, large, 3).back(), WithinRel(1.0, 1e-14));
  CHECK_THAT(deviation_from_mean(large, 3).back(), WithinRel(0.5, 1e-14));
  CHECK(none(rolling_beta(large, small, 3)));
}

TEST_CASE("a mean that is not above 0 has no deviation from it", "[signal]") {
  CHECK(none(deviation_from_mean(Series{-5, -5}, 1)));
  CHECK(std::isnan(deviation_from_mean(Series{-5, 5}, 2).back()));
  CHECK_THAT(deviation_from_mean(Series{10, 20}, 2).back(), WithinRel(1.0 / 3, 1e-14));
}
