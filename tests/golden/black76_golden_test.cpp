#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "option/black76.h"
#include "option/implied_volatility.h"
#include "references.h"

using namespace ballast;

namespace {

constexpr double density_at_zero = numeric::inverse_root_two_pi;

/// The natural size of each of BlackGreeks: what its formula has before the normal distribution, or the greatest of it.
std::vector<double> scales(double strike, double years, const BlackMarket& market) {
  const double root = std::sqrt(years), discount = std::exp(-market.rate * years);
  const double vega = discount * market.forward * root * density_at_zero;
  const double price = discount * std::fmax(market.forward, strike);
  return {price,
          discount,
          discount * density_at_zero / (market.forward * market.volatility * root),
          std::fabs(market.rate) * price + vega * market.volatility / (2 * years),
          vega,
          years * price,
          discount * density_at_zero / market.volatility,
          vega / market.volatility};
}

std::vector<double> list(const BlackGreeks& g) {
  return {g.price, g.delta, g.gamma, g.theta, g.vega, g.rho, g.vanna, g.volga};
}

}  // namespace

TEST_CASE("black76 is within 1e-15 of the larger of forward and strike of 80-digit prices") {
  double worst = 0;
  for (const auto& line : golden::lines("black76.txt", "black76", 3)) {
    const double forward = line.operands[0], strike = line.operands[1], deviation = line.operands[2];
    const double call = line.results[0].off(black76(OptionType::call, forward, strike, deviation));
    const double put = line.results[1].off(black76(OptionType::put, forward, strike, deviation));
    worst = std::fmax(worst, std::fmax(std::fabs(call), std::fabs(put)) / std::fmax(forward, strike));
  }
  INFO("worst " << worst);
  CHECK(worst <= 1e-15);
}

TEST_CASE("black76 is within 1e-12 of out-of-the-money prices above 1e-250") {
  double worst = 0;
  for (const auto& line : golden::lines("black76.txt", "black76", 3)) {
    const double forward = line.operands[0], strike = line.operands[1];
    const bool call = strike >= forward;
    const golden::Reference& price = line.results[call ? 0 : 1];
    const double found = black76(call ? OptionType::call : OptionType::put, forward, strike, line.operands[2]);
    worst = std::fmax(worst, std::fabs(price.off(found) / price.nearest));
  }
  INFO("worst " << worst);
  CHECK(worst <= 1e-12);
}

TEST_CASE("the greeks are within 1e-13 of their scale of 80-digit values") {
  std::vector<double> worst(8);
  for (const auto& line : golden::lines("black76.txt", "greeks", 6)) {
    const auto& x = line.operands;
    const BlackMarket market{x[1], x[3], x[5]};
    const auto found = list(black76_greeks({x[0] > 0 ? OptionType::call : OptionType::put, x[2], x[4]}, market));
    const auto size = scales(x[2], x[4], market);
    for (std::size_t i = 0; i < 8; ++i) worst[i] = std::fmax(worst[i], std::fabs(line.results[i].off(found[i])) / size[i]);
  }
  const char* names[] = {"price", "delta", "gamma", "theta", "vega", "rho", "vanna", "volga"};
  for (std::size_t i = 0; i < 8; ++i) {
    INFO(names[i] << ": worst " << worst[i]);
    CHECK(worst[i] <= 1e-13);
  }
}
