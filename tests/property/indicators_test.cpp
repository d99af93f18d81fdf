// Indicators of any series: none looks ahead, and each agrees with its definition in long double.
#include "signal/indicators.h"

#include <bit>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>
#include <cstdint>
#include <functional>
#include <limits>
#include <random>
#include <string>
#include <vector>

using Catch::Matchers::WithinAbs;
using namespace ballast;

namespace {

using Series = std::vector<double>;
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

struct AnySeries {
  std::mt19937_64 draws{252};
  double uniform(double from, double to) { return from + (to - from) * (static_cast<double>(draws() >> 11) * 0x1p-53); }
  /// A random walk of positive closes.
  Series closes(std::size_t days) {
    Series series;
    double close = uniform(5, 500);
    for (std::size_t day = 0; day < days; ++day) series.push_back(close *= std::exp(uniform(-0.05, 0.05)));
    return series;
  }
};

struct Named {
  std::string name;
  std::function<Series(const Series&)> of;
};

const Series other = AnySeries{}.closes(400);

const Named indicators[] = {
    {"relative strength", [](const Series& x) { return relative_strength(x); }},
    {"exponential average", [](const Series& x) { return exponential_average(x, 10); }},
    {"MACD line", [](const Series& x) { return macd(x).line; }},
    {"MACD signal", [](const Series& x) { return macd(x).signal; }},
    {"MACD histogram", [](const Series& x) { return macd(x).histogram; }},
    {"advances", [](const Series& x) { return advance_decline_line(x, other); }},
    {"declines", [](const Series& x) { return advance_decline_line(other, x); }},
    {"expected daily range", [](const Series& x) { return expected_daily_range(x); }},
    {"beta of the series", [](const Series& x) { return rolling_beta(x, other, 20); }},
    {"beta to the series", [](const Series& x) { return rolling_beta(other, x, 20); }},
    {"deviation from the mean", [](const Series& x) { return deviation_from_mean(x, 20); }},
    {"z-score", [](const Series& x) { return rolling_z_score(x, 20); }},
};

bool same_bits(double a, double b) {
  return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

/// Wilder's index of one day from all closes up to it, by the sums written out.
long double slow_strength(const Series& closes, std::size_t day, int period) {
  long double gain = 0, loss = 0;
  for (std::size_t i = 1; i <= day; ++i) {
    const long double change = static_cast<long double>(closes[i]) - closes[i - 1];
    const long double up = change > 0 ? change : 0, down = change < 0 ? -change : 0;
    const bool seed = i <= static_cast<std::size_t>(period);
    gain = seed ? gain + up / period : (gain * (period - 1) + up) / period;
    loss = seed ? loss + down / period : (loss * (period - 1) + down) / period;
  }
  return 100 - 100 / (1 + gain / loss);
}

/// Σ of the weights (1 - a)^k·a of each day, the first with all that is left.
long double slow_average(const Series& series, std::size_t day, int period) {
  const long double a = 2.0L / (period + 1);
  long double left = 1, sum = 0;
  for (std::size_t i = day; i > 0; --i) {
    sum += left * a * series[i];
    left *= 1 - a;
  }
  return sum + left * series[0];
}

struct Moments {
  long double mean_x = 0, mean_y = 0, xx = 0, xy = 0;
};
Moments moments(const Series& x, const Series& y, std::size_t day, std::size_t window) {
  Moments m;
  for (std::size_t i = day + 1 - window; i <= day; ++i) m.mean_x += x[i], m.mean_y += y[i];
  m.mean_x /= static_cast<long double>(window), m.mean_y /= static_cast<long double>(window);
  for (std::size_t i = day + 1 - window; i <= day; ++i) {
    m.xx += (x[i] - m.mean_x) * (x[i] - m.mean_x);
    m.xy += (x[i] - m.mean_x) * (y[i] - m.mean_y);
  }
  return m;
}

}  // namespace

TEST_CASE("no indicator looks ahead", "[signal]") {
  AnySeries any;
  for (const Named& indicator : indicators) {
    const Series series = any.closes(200);
    const Series before = indicator.of(series);
    REQUIRE(before.size() == series.size());
    for (const double changed : {0.0, -7.5, 1e300, not_a_number, std::numeric_limits<double>::infinity()})
      for (const std::size_t from : {0U, 1U, 13U, 14U, 19U, 20U, 100U, 199U}) {
        Series altered = series;
        for (std::size_t day = from; day < altered.size(); ++day) altered[day] = changed;
        const Series after = indicator.of(altered);
        for (std::size_t day = 0; day < from; ++day)
          if (!same_bits(after[day], before[day])) FAIL(indicator.name << " of day " << day << " knows of day " << from);
      }
  }
}

TEST_CASE("an indicator of the first days alone is that of the whole series", "[signal]") {
  AnySeries any;
  for (const Named& indicator : indicators) {
    const Series series = any.closes(200), all = indicator.of(series);
    for (const std::size_t days : {0U, 1U, 2U, 14U, 15U, 20U, 57U}) {
      const Series part = indicator.of(Series(series.begin(), series.begin() + static_cast<std::ptrdiff_t>(days)));
      REQUIRE(part.size() == days);
      for (std::size_t day = 0; day < days; ++day) CHECK(same_bits(part[day], all[day]));
    }
  }
}

TEST_CASE("indicators agree with their definitions in long double", "[signal]") {
  AnySeries any;
  const std::size_t window = 20;
  for (int i = 0; i < 20; ++i) {
    const Series x = any.closes(120), y = any.closes(120);
    const Series strength = relative_strength(x), z = rolling_z_score(x, window), beta = rolling_beta(y, x, window),
                 deviation = deviation_from_mean(x, window);
    const Macd found = macd(x);
    for (std::size_t day = 0; day < x.size(); ++day) {
      const double line = static_cast<double>(slow_average(x, day, 12) - slow_average(x, day, 26));
      CHECK_THAT(found.line[day], WithinAbs(line, 1e-14 * x[0]));
      CHECK_THAT(found.signal[day], WithinAbs(static_cast<double>(slow_average(found.line, day, 9)), 1e-14 * x[0]));
      if (day >= 14) CHECK_THAT(strength[day], WithinAbs(static_cast<double>(slow_strength(x, day, 14)), 1e-11));
      if (day + 1 < window) continue;
      const Moments m = moments(x, y, day, window);
      const long double s = std::sqrt(m.xx / (window - 1));
      CHECK_THAT(z[day], WithinAbs(static_cast<double>((x[day] - m.mean_x) / s), 1e-12));
      CHECK_THAT(beta[day], WithinAbs(static_cast<double>(m.xy / m.xx), 1e-11 * (1 + std::fabs(beta[day]))));
      CHECK_THAT(deviation[day], WithinAbs(static_cast<double>(x[day] / m.mean_x - 1), 1e-14));
    }
  }
}

TEST_CASE("indicators stay within their bounds and do not depend on the unit", "[signal]") {
  AnySeries any;
  for (int i = 0; i < 50; ++i) {
    const Series x = any.closes(100);
    Series scaled = x, moved = x;
    for (double& value : scaled) value *= 0x1p-30;
    for (double& value : moved) value = 1000 - value;
    const Series strength = relative_strength(x), mirrored = relative_strength(moved), z = rolling_z_score(x, 10);
    const Series scaled_strength = relative_strength(scaled), scaled_z = rolling_z_score(scaled, 10);
    for (std::size_t day = 14; day < x.size(); ++day) {
      CHECK((strength[day] >= 0 && strength[day] <= 100));
      CHECK(scaled_strength[day] == strength[day]);
      CHECK_THAT(mirrored[day], WithinAbs(100 - strength[day], 1e-9));
      CHECK(std::fabs(z[day]) <= 9 / std::sqrt(10.0) + 1e-12);
      CHECK(scaled_z[day] == z[day]);
    }
    CHECK_THAT(rolling_beta(x, x, 100).back(), WithinAbs(1, 1e-14));
    CHECK_THAT(rolling_beta(moved, x, 100).back(), WithinAbs(-1, 1e-11));
  }
}
