// Expected impermanent loss under lognormal prices, against reference values computed with 50 digits and more.
#include "pool/claim.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>
#include <limits>

#include "numeric/normal.h"
#include "option/black76.h"

using Catch::Matchers::WithinRel;
using namespace ballast;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

Liquidity concentrated(double value, double lower, double upper) {
  return {.curve = concentrated_curve(lower, upper), .value = value, .price = 1, .tokens = 0, .usdc = 0};
}

}  // namespace

TEST_CASE("a constant product is expected to lose 1 - exp(-s²/8) of its value") {
  const Liquidity pool{.curve = ConstantProductCurve{}, .value = 1, .price = 1, .tokens = 0.5, .usdc = 0.5};
  CHECK_THAT(expected_impermanent_loss(pool, {.forward = 1, .deviation = 0.8 * std::sqrt(0.25)}),
             WithinRel(-0.0198013266932446978, 1e-14));
  CHECK_THAT(expected_impermanent_loss(pool, {.forward = 1, .deviation = 0.5}), WithinRel(-0.0307667655236559182, 1e-14));
}

TEST_CASE("a concentrated position is expected to lose what Lipton, Lucic and Sepp value it at") {
  // Ethereum at 2200 between 2000 and 2400, ten days at 60 %; a VIX future at 20 between 12 and 40, thirty days; the same
  // at 25.
  const double month = std::sqrt(30.0 / 365);
  CHECK_THAT(expected_impermanent_loss(concentrated(1e6, 2000.0 / 2200, 2400.0 / 2200),
                                       {.forward = 1, .deviation = 0.6 * std::sqrt(10.0 / 365)}),
             WithinRel(-22652.6260485081565, 1e-12));
  CHECK_THAT(expected_impermanent_loss(concentrated(1e5, 0.6, 2), {.forward = 1, .deviation = 0.9 * month}),
             WithinRel(-3176.38474167581807, 1e-12));
  CHECK_THAT(expected_impermanent_loss(concentrated(1e5, 0.6, 2), {.forward = 1.25, .deviation = 1.2 * month}),
             WithinRel(-8797.44823257746602, 1e-12));
}

TEST_CASE("the claim is the sum of a put, a call, two digitals and the mean root inside the range") {
  // The five terms as Lipton, Lucic and Sepp have them, and the position of one million put together from them.
  const double price = 2200, lower = 2000, upper = 2400, s = 0.6 * std::sqrt(10.0 / 365);
  const auto d = [&](double strike, double shift) { return std::log(price / strike) / s + shift * s; };
  const double put = black76(OptionType::put, price, lower, s), call = black76(OptionType::call, price, upper, s);
  const double put_digital = numeric::normal_cdf(-d(lower, -0.5)), call_digital = numeric::normal_cdf(d(upper, -0.5));
  const double root =
      std::sqrt(price) * std::exp(-s * s / 8) * (numeric::normal_cdf(d(lower, 0)) - numeric::normal_cdf(d(upper, 0)));
  CHECK_THAT(put, WithinRel(18.7153529258549900, 1e-12));
  CHECK_THAT(call, WithinRel(23.9205828317989828, 1e-12));
  CHECK_THAT(put_digital, WithinRel(0.181400342730692959, 1e-12));
  CHECK_THAT(call_digital, WithinRel(0.177277109361269568, 1e-12));
  CHECK_THAT(root, WithinRel(30.0246840560704143, 1e-12));

  const double per_liquidity = 2 * std::sqrt(price) - price / std::sqrt(upper) - std::sqrt(lower);
  const double tokens = 1 / std::sqrt(price) - 1 / std::sqrt(upper), usdc = std::sqrt(price) - std::sqrt(lower);
  // Inside, 2√P - P/√upper - √lower; below it the tokens bought, above the USDC got, each with its kink at the end of the
  // range.
  const double linear = price / std::sqrt(upper) + std::sqrt(lower);
  const double below = 2 * std::sqrt(lower) * put_digital - put / std::sqrt(lower),
               above = 2 * std::sqrt(upper) * call_digital + call / std::sqrt(upper);
  const double value = 2 * root + below + above - linear;
  const double loss = 1e6 / per_liquidity * (value - tokens * price - usdc);
  CHECK_THAT(expected_impermanent_loss(concentrated(1e6, lower / price, upper / price), {.forward = 1, .deviation = s}),
             WithinRel(loss, 1e-12));
}

TEST_CASE("the claim keeps its digits for any deviation, range and forward") {
  // One USD put in at price 1, with 60 digits.
  struct Case {
    double lower, upper, forward, deviation, loss;
  };
  const Case cases[] = {
      {0.5, 3, 1, 0.3, -0.031198638035517434},
      {0.5, 3, 1, 0.001, -3.493850152620887e-7},
      {0.5, 3, 1, 1e-5, -3.49385037096468995e-11},
      {0.5, 3, 1, 5, -0.984527686758160279},
      {0.5, 3, 1.7, 0.8, -0.364911608561319202},
      {0.5, 3, 0.3, 0.4, -0.236865351406116516},
      {0.5, 3, 6, 0.4, -2.52261008720331535},
      {0.5, 3, 6, 0.05, -2.5209494108518321},
      {0.9375, 1.0625, 1, 0.01, -0.00040576479208024804},
      {0.9375, 1.0625, 1, 0.06, -0.0126003541178991395},
      {0.9375, 1.0625, 1, 2, -0.677721998905996767},
      {0.9375, 1.0625, 1.25, 0.02, -0.106237489186906189},
      {0.9375, 1.0625, 0.75, 0.5, -0.192976596057998613},
      {0.9998779296875, 1.0001220703125, 1, 0.1, -0.0398483200680562683},
      {0.9998779296875, 1.0001220703125, 1, 0.0001, -0.000018618014973920837},
      {0.9998779296875, 1.0001220703125, 1.5, 1, -0.513705863025468476},
      {0, 4, 1, 0.5, -0.041003383681076623},
      {0, 4, 8, 0.5, -2.00350416970507072},
      {0.25, infinity, 1, 0.5, -0.041003383681076623},
      {0.25, infinity, 0.125, 0.5, -0.25043802121313384},
      {0, infinity, 1, 0.5, -0.0307667655236559182},
      {0, infinity, 1.5, 0.0001, -0.0252551301393420392},
      {1, 2, 1, 0.3, -0.0380251971865357604},
      {0.5, 1, 1, 0.3, -0.0380251971865357604},
      {1.25, 2, 1, 0.2, -0.00308671366863698813},
      {1.25, 2, 1, 0.02, -2.72516608056446638e-34},
      {0.5, 0.75, 1, 0.2, -0.00167301905985389452},
      {0.5, 0.75, 0.625, 0.2, -0.0835848230300570017},
      {0.5, 3, 1, 20, -1.0},
      {0.5, 3, 1, 0.6, -0.115398752239384535},
      {0.5, 3, 1, 2.2, -0.666183748901063204},
      {1e-6, 1e6, 1, 1, -0.117620718133538135},
      {1e-6, 1e6, 1, 3, -0.676023429753466155},
  };
  for (const Case& c : cases) {
    INFO("range " << c.lower << " to " << c.upper << ", forward " << c.forward << ", deviation " << c.deviation);
    CHECK_THAT(expected_impermanent_loss(concentrated(1, c.lower, c.upper), {c.forward, c.deviation}),
               WithinRel(c.loss, 1e-12));
  }
}
