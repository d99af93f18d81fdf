#include "option/implied_volatility.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <limits>
#include <vector>

using namespace ballast;

namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();
constexpr double infinity = std::numeric_limits<double>::infinity();

/// What an error of one ulp in the price does to the deviation, in ulp.
double sensitivity(double log_ratio, double deviation) {
  const detail::BlackTails tails = detail::black_tails(detail::black_place(log_ratio, deviation));
  const double slope = deviation * tails.decay * numeric::inverse_root_two_pi;
  return tails.worth < 0.5 ? tails.worth / slope : (1 - tails.worth) / slope;
}

}  // namespace

TEST_CASE("implied deviation gives back what was put in, over the hard grid") {
  int solved = 0;
  for (const double log_ratio : {0.0, 1e-16, 1e-8, 1e-6, 1e-4, 1e-3, 1e-2, 0.1, 0.3, 1.0, 3.0, 5.0, 10.0}) {
    for (double deviation = 1e-8; deviation < 40; deviation *= 1.07) {
      const detail::BlackTails tails = detail::black_tails(detail::black_place(log_ratio, deviation));
      if (tails.worth < 1e-300 || tails.worth > 0.5) continue;
      const double found = detail::implied_deviation({log_ratio, tails.worth, 1 - tails.worth, numeric::expm1(log_ratio)});
      INFO("ln(F/K) " << log_ratio << ", deviation " << deviation);
      // Nearly all of it is what black76 leaves: the golden test is the one that holds the inverse to 2 ulp.
      CHECK(std::fabs(found / deviation - 1) <= 8 * epsilon * std::fmax(1, sensitivity(log_ratio, deviation)));
      ++solved;
    }
  }
  CHECK(solved > 1900);
}

TEST_CASE("implied deviation says which bound a price breaks") {
  CHECK(implied_deviation(OptionType::call, 100, 90, 9.99).error() == PriceBound::below_intrinsic);
  CHECK(implied_deviation(OptionType::call, 100, 90, 100.01).error() == PriceBound::above_maximum);
  CHECK(implied_deviation(OptionType::put, 100, 90, -0.01).error() == PriceBound::below_intrinsic);
  CHECK(implied_deviation(OptionType::put, 100, 90, 90.01).error() == PriceBound::above_maximum);
  CHECK(implied_deviation(OptionType::put, 100, 90, 1e-306).error() == PriceBound::too_small);
  CHECK(implied_deviation(OptionType::put, 100, 90, 1e-305).value() > 0);
  CHECK(implied_deviation(OptionType::put, 100, 90, std::nan("")).error() == PriceBound::not_a_price);
  CHECK(implied_deviation(OptionType::put, 100, 0, 1).error() == PriceBound::not_a_price);
  CHECK(implied_deviation(OptionType::call, 100, 90, 10).value() == 0);
  CHECK(implied_deviation(OptionType::call, 100, 90, 100).value() == infinity);
}

TEST_CASE("implied volatility on arrays inverts black76 and marks the rows it cannot") {
  const std::vector<OptionType> type{OptionType::call, OptionType::put, OptionType::call, OptionType::put, OptionType::call};
  const std::vector<double> strike{100, 80, 130, 0, 100}, years{0.5, 0.25, 2, 1, 0};
  const double forward = 100, rate = 0.03;
  const std::vector<double> put_in{0.2, 0.9, 0.15, 0.2, 0.2};
  std::vector<double> price(5), volatility(5);
  std::vector<PriceBound> bound(5);
  black76({type, strike, years, {&forward, 1}, put_in, {&rate, 1}}, price);
  implied_volatility({type, strike, years, {&forward, 1}, {&rate, 1}, price}, volatility, bound);
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(volatility[i] == Catch::Approx(put_in[i]).epsilon(4e-15));
    CHECK(bound[i] == PriceBound::none);
  }
  CHECK(bound[3] == PriceBound::not_a_price);
  CHECK(volatility[4] == 0);
}
