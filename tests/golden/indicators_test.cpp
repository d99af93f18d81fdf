// Indicators against figures that others publish, and against their definitions in 80 digits.
#include "signal/indicators.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>

#include "references.h"

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using namespace ballast;

TEST_CASE("the relative strength index is that of ChartSchool's sheet", "[signal]") {
  // StockCharts, ChartSchool, "Relative Strength Index (RSI)", cs-rsi.xls: QQQQ from 14 December 2009 on.
  const double closes[] = {44.3389, 44.0902, 44.1497, 43.6124, 44.3278, 44.8264, 45.0955, 45.4245, 45.8433, 46.0826, 45.8931,
                           46.0328, 45.6140, 46.2820, 46.2820, 46.0028, 46.0328, 46.4116, 46.2222, 45.6439, 46.2122, 46.2521,
                           45.7137, 46.4515, 45.7835, 45.3548, 44.0288, 44.1783, 44.2181, 44.5672, 43.4205, 42.6628, 43.1314};
  const double published[] = {70.5328, 66.3186, 66.5498, 69.4063, 66.3552, 57.9749, 62.9296, 63.2571, 56.0593, 62.3771,
                              54.7076, 50.4228, 39.9898, 41.4605, 41.8689, 45.4632, 37.3040, 33.0795, 37.7730};
  const auto index = relative_strength(closes);
  REQUIRE(index.size() == std::size(closes));
  for (std::size_t day = 0; day < 14; ++day) CHECK(std::isnan(index[day]));
  // The closes are rounded, too: to 5e-5, which is 5e-3 of the index.
  for (std::size_t day = 14; day < index.size(); ++day) CHECK_THAT(index[day], WithinAbs(published[day - 14], 5e-3));
}

TEST_CASE("moving average convergence/divergence is that of ChartSchool's sheet", "[signal]") {
  // StockCharts, ChartSchool, "MACD", cs-macd.xls, as the test data of the Python library `ta` (bukosabino) carries it: from
  // 11 February to 7 August 2009, seeded with the first close.
  const double closes[] = {30.2,  30.28, 30.45, 29.35, 29.35, 29.29, 28.83, 28.73, 28.67, 28.85, 28.64, 27.68, 27.21, 26.87,
                           27.41, 26.94, 26.52, 26.52, 27.09, 27.69, 28.45, 28.53, 28.67, 29.01, 29.87, 29.8,  29.75, 30.65,
                           30.6,  30.76, 31.17, 30.89, 30.04, 30.66, 30.6,  31.97, 32.1,  32.03, 31.63, 31.85, 32.71, 32.76,
                           32.58, 32.13, 33.12, 33.19, 32.52, 32.44, 33.22, 32.83, 33.62, 33.75, 33.6,  34.08, 34.58, 34.22,
                           34.77, 34.74, 35.01, 34.94, 34.42, 34.4,  34.16, 33.34, 33.39, 33.51, 33.96, 34.42, 34.72, 33.94,
                           33.66, 34.51, 34.87, 34.75, 35.17, 36.16, 36.45, 36.03, 36.45, 36.74, 36.61, 36.83, 36.84, 36.89,
                           36.38, 35.99, 35.86, 35.88, 35.73, 36.07, 35.6,  34.98, 35.58, 36.07, 36.21, 36.46, 36.44, 36.54,
                           35.81, 35.26, 35.21, 34.59, 34.73, 34.86, 35.31, 35.5,  36.63, 37.14, 37.27, 37.7,  37.87, 38.38,
                           39.17, 39.05, 39.09, 39.27, 39.11, 39.86, 39.53, 39.74, 39.87, 39.82, 39.61, 39.75};
  struct Day {
    std::size_t day;
    double fast, slow, line;
  };
  const Day published[] = {
      {0, 30.2, 30.2, 0},
      {1, 30.21230769, 30.20592593, 0.006381766382},
      {2, 30.24887574, 30.22400549, 0.02487025268},
      {9, 29.34221983, 29.70307942, -0.3608595895},
      {18, 27.54800575, 28.41254154, -0.8645357851},
      {25, 28.60800563, 28.64291676, -0.03491112915},
      {58, 34.02023732, 33.00100692, 1.019230408},
      {84, 36.1965256, 35.35784284, 0.838682767},
      {103, 35.40344955, 35.50223976, -0.0987902144},
      {123, 39.24092881, 38.24527833, 0.9956504772},
  };
  const Macd found = macd(closes);
  const auto fast = exponential_average(closes, 12), slow = exponential_average(closes, 26);
  for (const Day& of : published) {
    INFO("day " << of.day);
    CHECK_THAT(fast[of.day], WithinRel(of.fast, 2e-10));
    CHECK_THAT(slow[of.day], WithinRel(of.slow, 2e-10));
    CHECK_THAT(found.line[of.day], WithinAbs(of.line, 1e-9));
  }
  // The sheet's signal starts from days that it does not show. What it started from weighs 0.8^n after n days.
  const std::pair<std::size_t, double> signals[] = {
      {111, 0.283954376}, {115, 0.6212925471}, {118, 0.8129217699}, {121, 0.933544443}, {123, 0.9603537089}};
  for (const auto& [day, signal] : signals) {
    INFO("day " << day);
    CHECK_THAT(found.signal[day], WithinAbs(signal, 1e-9));
    CHECK(found.histogram[day] == found.line[day] - found.signal[day]);
  }
}

TEST_CASE("a beta is the certified slope of a regression", "[signal]") {
  // NIST, Statistical Reference Datasets, "Norris": y on x, 36 observations, slope 1.00211681802045.
  const double x[] = {0.2, 337.4, 118.2, 884.6, 10.1,  226.5, 666.3, 996.3, 448.6, 777.0, 558.2, 0.4,
                      0.6, 775.5, 666.9, 338.0, 447.5, 11.6,  556.0, 228.1, 995.8, 887.6, 120.2, 0.3,
                      0.3, 556.8, 339.1, 887.2, 999.0, 779.0, 11.1,  118.3, 229.2, 669.1, 448.9, 0.5};
  const double y[] = {0.1, 338.8, 118.1, 888.0, 9.2,   228.1, 668.5, 998.5, 449.1, 778.9, 559.2, 0.3,
                      0.1, 778.1, 668.8, 339.3, 448.9, 10.8,  557.7, 228.3, 998.0, 888.8, 119.6, 0.3,
                      0.6, 557.6, 339.3, 888.0, 998.5, 778.9, 10.2,  117.6, 228.9, 668.4, 449.2, 0.2};
  CHECK_THAT(rolling_beta(y, x, 36).back(), WithinRel(1.00211681802045, 1e-14));
}

TEST_CASE("the z-score is that of the certified mean and deviation", "[signal]") {
  // NIST, Statistical Reference Datasets, "NumAcc1": 10000001, 10000003, 10000002; mean 10000002, deviation 1. The fourth value
  // makes the last window another of the same deviation.
  const double values[] = {10000001, 10000003, 10000002, 10000004};
  const auto scores = rolling_z_score(values, 3);
  CHECK_THAT(scores[2], WithinAbs(0, 1e-15));
  CHECK_THAT(scores[3], WithinRel(1.0, 1e-15));
}

TEST_CASE("the expected daily range is VIX over the root of 252", "[signal]") {
  // "The rule of 16": VIX at 16 is a day of 1 %, for √252 is nearly 16.
  const double vix[] = {16, 14.92};
  const auto range = expected_daily_range(vix);
  CHECK_THAT(range[0], WithinAbs(1, 0.01));
  CHECK_THAT(range[0], WithinAbs(1.0079052613579393, 1e-15));
  CHECK_THAT(range[1], WithinAbs(0.94, 5e-3));
}

namespace {

/// Daily closes that references.py drew.
struct Closes {
  std::vector<double> vix, spx, token;
};

Closes drawn_closes() {
  Closes closes;
  for (const golden::Line& line : golden::lines("indicators.txt", "closes", 3)) {
    closes.vix.push_back(line.operands[0]);
    closes.spx.push_back(line.operands[1]);
    closes.token.push_back(line.operands[2]);
  }
  REQUIRE(closes.vix.size() == 160);
  return closes;
}

std::vector<double> returns(const std::vector<double>& closes) {
  std::vector<double> result;
  for (std::size_t i = 1; i < closes.size(); ++i) result.push_back(closes[i] / closes[i - 1] - 1);
  return result;
}

/// The furthest that a column, by day, is off the references of a name, on the days that they are for.
double furthest(const char* name, std::size_t result, const std::vector<double>& column, std::size_t first_day = 0) {
  const auto lines = golden::lines("indicators.txt", name, 1);
  REQUIRE(lines.size() == 160 - first_day);
  double most = 0;
  for (const golden::Line& line : lines) {
    const auto day = static_cast<std::size_t>(line.operands[0]);
    REQUIRE(std::isfinite(column[day]));
    most = std::fmax(most, std::fabs(line.results[result].off(column[day])));
  }
  for (std::size_t day = 0; day < first_day; ++day) CHECK(std::isnan(column[day]));
  return most;
}

}  // namespace

TEST_CASE("indicators are their definitions in 80 digits, far within 1e-8", "[signal]") {
  // RSI of Wilder's seed (the mean of the first 14 changes), MACD of the first-value seed, beta of sample moments, EDR of 252 days.
  const Closes closes = drawn_closes();
  CHECK(furthest("rsi", 0, relative_strength(closes.spx), 14) < 1e-11);
  const Macd of_spx = macd(closes.spx);
  CHECK(furthest("macd", 0, of_spx.line) < 1e-11);
  CHECK(furthest("macd", 1, of_spx.signal) < 1e-11);
  CHECK(furthest("macd", 2, of_spx.histogram) < 1e-11);
  std::vector<double> beta = rolling_beta(returns(closes.token), returns(closes.spx), 60);
  beta.insert(beta.begin(), std::nan(""));  // a return belongs to the later of its two closes
  CHECK(furthest("beta", 0, beta, 60) < 1e-12);
  CHECK(furthest("edr", 0, expected_daily_range(closes.vix)) < 1e-14);
}
