// Numbers that the model states about itself or takes from a publication.
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>

#include "market/token.h"
#include "pool/pool.h"
#include "market/expiry_slice.h"

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using namespace ballast;

TEST_CASE("the default curve reproduces the measured betas of VIX futures by days to expiry") {
  struct Bucket {
    int from_days, to_days;
    double beta;  ///< regression of daily log changes on spot, December 2006 to December 2013
  };
  const Bucket buckets[] = {{10, 20, 0.63}, {20, 40, 0.48}, {40, 75, 0.38}, {75, 140, 0.28}, {140, 190, 0.22}, {190, 260, 0.19}};
  const VixCurve curve;
  for (const Bucket& bucket : buckets) {
    double sum = 0;
    for (int day = bucket.from_days; day <= bucket.to_days; ++day) sum += tenor_beta(curve, tenor(curve, day / days_per_year));
    INFO(bucket.from_days << " to " << bucket.to_days << " days");
    CHECK_THAT(sum / (bucket.to_days - bucket.from_days + 1), WithinAbs(bucket.beta, 0.03));
  }
}

TEST_CASE("at a VVIX of 95 VIX volatility is 85.5, 59.3 and 46.9 percent at 30, 110 and 220 days") {
  Market market;
  market.vvix = 95;
  // With 40 digits: nu 1.28434285178677677, volatilities 0.855, 0.592964938122198156, 0.469435814929173415.
  CHECK_THAT(95 * std::sqrt(nu_squared_per_vvix_squared(market)), WithinRel(1.28434285178677677, 1e-14));
  const auto volatility = [&](int days) {
    ExpirySlice slice;
    fill_slice(market, start_block(market, 1), Underlying::vix, days / days_per_year, slice);
    return std::sqrt(slice.theta[0] / slice.years);
  };
  CHECK_THAT(volatility(30), WithinRel(0.855, 1e-14));
  CHECK_THAT(volatility(110), WithinRel(0.592964938122198156, 1e-14));
  CHECK_THAT(volatility(220), WithinRel(0.469435814929173415, 1e-14));
}

TEST_CASE("rolled thirty-day futures decay by 0.6365 a year in log at the defaults") {
  CHECK_THAT(log_drift(RolledFuture{}, VixCurve{}), WithinRel(-0.6365071026534601282, 1e-14));
}

TEST_CASE("a constant product loses 2√r/(1 + r) - 1 of what holding is worth") {
  struct Case {
    double price, loss;
  };
  // The closed form with 50 digits.
  const Case cases[] = {{0.25, -0.2},
                        {0.5, -0.0571909584179366341},
                        {0.8, -0.00619201000009346826},
                        {1, 0},
                        {1.25, -0.00619201000009346826},
                        {1.5, -0.0202041028867287607},
                        {2, -0.0571909584179366341},
                        {2.1264, -0.0671583350277285341},
                        {4, -0.2},
                        {5, -0.254644007500070101},
                        {10, -0.425040425423931031}};
  const ConstantProductCurve pool;
  for (const Case& c : cases) {
    CHECK_THAT(pool.impermanent_loss(c.price) / pool.hold(c.price), WithinAbs(c.loss, 1e-12));
    CHECK_THAT(pool.value(c.price) / pool.hold(c.price) - 1, WithinAbs(c.loss, 1e-12));
  }
}

TEST_CASE("over driftless lognormal prices a constant product loses e^(-σ²T/8) - 1 on average") {
  struct Case {
    double volatility, years, loss;
  };
  // E[V/V0] - 1 = E[√r] - 1 with E[r] = 1; the closed form with 50 digits.
  const Case cases[] = {{0.8, 0.25, -0.0198013266932446978}, {0.5, 1, -0.0307667655236559182}};
  const ConstantProductCurve pool;
  for (const Case& c : cases) {
    const double s = c.volatility * std::sqrt(c.years);
    double sum = 0, weight = 0;
    for (int i = -4000; i <= 4000; ++i) {
      const double z = i / 400.0, density = std::exp(-0.5 * z * z);
      sum += density * pool.impermanent_loss(std::exp(s * z - 0.5 * s * s));
      weight += density;
    }
    CHECK_THAT(sum / weight, WithinRel(c.loss, 1e-9));
  }
}
