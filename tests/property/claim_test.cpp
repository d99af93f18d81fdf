// Expected impermanent loss against what it stands for: the static strip in the continuum, priced by Black-76.
#include "pool/claim.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>
#include <limits>

#include "numeric/quadrature.h"
#include "option/black76.h"

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using namespace ballast;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

Liquidity liquidity(const PoolCurve& curve) {
  return {.curve = curve, .value = 1000, .price = 1, .tokens = 0, .usdc = 0};
}

const Liquidity pools[] = {
    liquidity(ConstantProductCurve{}),
    liquidity(WeightedCurve{0.8}),
    liquidity(WeightedCurve{0.2}),
    liquidity(concentrated_curve(0.5, 3)),
    liquidity(concentrated_curve(1, 2)),
    liquidity(concentrated_curve(0.7, 1)),
    liquidity(concentrated_curve(0.97, 1.04)),
    liquidity(concentrated_curve(1.5, 2)),
    liquidity(concentrated_curve(0.25, 0.5)),
    liquidity(concentrated_curve(0, 2)),
    liquidity(concentrated_curve(0.6, infinity)),
};

double impermanent_loss(const Liquidity& pool, double price) {
  return pool.value * std::visit([&](const auto& curve) { return curve.impermanent_loss(price); }, pool.curve);
}

/// ∫ |V''(K)|·(price of the out-of-the-money option at K) dK over strikes between two, on one side of the forward.
double strip_price(const Liquidity& pool, const LognormalPrice& price, double from, double to) {
  const numeric::QuadratureRule rule = numeric::gauss_legendre<48>();
  double sum = 0;
  for (std::size_t i = 0; i < rule.nodes.size(); ++i) {
    const double strike = std::exp(std::lerp(std::log(from), std::log(to), rule.nodes[i]));
    const OptionType type = strike > price.forward ? OptionType::call : OptionType::put;
    const double gamma = std::visit([&](const auto& curve) { return -curve.gamma(strike); }, pool.curve);
    sum += rule.weights[i] * strike * gamma * black76(type, price.forward, strike, price.deviation);
  }
  return pool.value * std::log(to / from) * sum;
}

/// The whole strip: panels of half a deviation, twenty deviations to both sides, cut at the ends of the range.
double strip_price(const Liquidity& pool, const LognormalPrice& price) {
  double lower = 0, upper = infinity, sum = 0;
  if (const auto* curve = std::get_if<ConcentratedCurve>(&pool.curve)) lower = curve->lower, upper = curve->upper;
  for (int panel = -40; panel < 40; ++panel) {
    const auto end = [&](int i) { return std::clamp(price.forward * std::exp(0.5 * i * price.deviation), lower, upper); };
    if (end(panel) < end(panel + 1)) sum += strip_price(pool, price, end(panel), end(panel + 1));
  }
  return sum;
}

}  // namespace

TEST_CASE("the expected loss is the loss at the forward and the price of the strip about it") {
  for (const Liquidity& pool : pools)
    for (const double forward : {0.4, 0.98, 1.0, 1.6, 3.5})
      for (const double deviation : {0.01, 0.1, 0.5, 1.5}) {
        INFO("pool " << &pool - pools << ", forward " << forward << ", deviation " << deviation);
        const LognormalPrice price{.forward = forward, .deviation = deviation};
        const double expected = impermanent_loss(pool, forward) - strip_price(pool, price);
        // Twenty deviations out of the range there is nothing left to compare.
        CHECK_THAT(expected_impermanent_loss(pool, price), WithinRel(expected, 1e-9) || WithinAbs(expected, 1e-60));
      }
}

TEST_CASE("the expected loss is never above zero and grows with the deviation") {
  for (const Liquidity& pool : pools)
    for (double forward = 0.01; forward < 100; forward *= 1.07) {
      double last = impermanent_loss(pool, forward);
      for (double deviation = 1e-9; deviation < 1e9; deviation *= 1.7) {
        const double loss = expected_impermanent_loss(pool, {forward, deviation});
        if (!(loss <= 0))
          FAIL("pool " << &pool - pools << " gains " << loss << " at forward " << forward << ", deviation " << deviation);
        if (!(loss <= last + 1e-13 * std::abs(last)))
          FAIL("pool " << &pool - pools << ": " << loss << " after " << last << " at forward " << forward << ", deviation "
                       << deviation);
        last = loss;
      }
    }
}

TEST_CASE("without deviation the expected loss is the loss at the forward, and without bound all is lost") {
  for (const Liquidity& pool : pools)
    for (const double forward : {0.3, 0.7, 1.0, 1.1, 2.0, 5.0}) {
      INFO("pool " << &pool - pools << ", forward " << forward);
      const double hold = pool.value * std::visit([&](const auto& curve) { return curve.hold(forward); }, pool.curve);
      CHECK(expected_impermanent_loss(pool, {forward, 0}) == impermanent_loss(pool, forward));
      CHECK_THAT(expected_impermanent_loss(pool, {forward, 1e-9}), WithinAbs(impermanent_loss(pool, forward), 1e-6));
      CHECK_THAT(expected_impermanent_loss(pool, {forward, infinity}), WithinRel(-hold, 1e-13));
    }
}

TEST_CASE("a range without ends is expected to lose what the constant product is") {
  const Liquidity whole = liquidity(concentrated_curve(0, infinity)), product = liquidity(ConstantProductCurve{});
  for (const double forward : {0.01, 0.9, 1.0, 30.0})
    for (const double deviation : {1e-3, 0.3, 4.0, 40.0})
      CHECK_THAT(expected_impermanent_loss(whole, {forward, deviation}),
                 WithinRel(expected_impermanent_loss(product, {forward, deviation}), 1e-13));
}
