#include "market/expiry_slice.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>

using Catch::Matchers::WithinRel;
using namespace ballast;

namespace {

ExpirySlice slice_of(const Market& market, Underlying underlying, double days) {
  ExpirySlice slice;
  fill_slice(market, start_block(market, 1), underlying, days / days_per_year, slice);
  return slice;
}

double volatility(const ExpirySlice& slice) { return std::sqrt(slice.theta[0] / slice.years); }

}  // namespace

TEST_CASE("VIX options are priced off the future of their own expiry, SPX options off the forward") {
  const Market market;
  for (const double days : {1.0, 30.0, 220.0}) {
    const CurveState state = state_at(market.curve, market.vix);
    const double future =
        std::exp(log_future(std::log(20.0), tenor(market.curve, days / days_per_year), state.fast, state.slow));
    CHECK_THAT(slice_of(market, Underlying::vix, days).forward[0], WithinRel(future, 1e-14));
    CHECK_THAT(slice_of(market, Underlying::spx, days).forward[0],
               WithinRel(5000 * std::exp((0.04 - 0.013) * days / days_per_year), 1e-14));
    CHECK_THAT(slice_of(market, Underlying::spx, days).discount, WithinRel(std::exp(-0.04 * days / days_per_year), 1e-15));
  }
}

TEST_CASE("SPX volatility at the money is atm_scale times VIX where the curve is flat") {
  Market market;
  market.vix = market.curve.long_run = market.curve.calm = 18;
  for (const double days : {1.0, 30.0, 365.0})
    CHECK_THAT(volatility(slice_of(market, Underlying::spx, days)), WithinRel(0.85 * 0.18, 1e-13));
}

TEST_CASE("SPX volatility of a short expiry is near VIX and of a long one near the curve's far end") {
  Market market;
  market.vix = 60;
  CHECK_THAT(volatility(slice_of(market, Underlying::spx, 0.01)), WithinRel(0.85 * 0.60, 1e-3));
  const double far = volatility(slice_of(market, Underlying::spx, 3650));
  CHECK(far > 0.85 * 0.20);
  CHECK(far < 0.85 * 0.25);
}

TEST_CASE("VIX volatility is proportional to VVIX and does not depend on VIX") {
  Market calm, wild;
  wild.vvix = 2 * calm.vvix;
  wild.vix = 50;
  for (const double days : {1.0, 30.0, 220.0})
    CHECK_THAT(volatility(slice_of(wild, Underlying::vix, days)),
               WithinRel(2 * volatility(slice_of(calm, Underlying::vix, days)), 1e-14));
}

TEST_CASE("total variance grows with the expiry, so that there is no calendar arbitrage at the money") {
  for (const double level : {10.0, 15.0, 40.0, 90.0}) {
    Market market;
    market.vix = level;
    for (const auto underlying : {Underlying::vix, Underlying::spx}) {
      double last = 0;
      for (int days = 1; days <= 730; ++days) {
        const double theta = slice_of(market, underlying, days).theta[0];
        CHECK(theta > last);
        last = theta;
      }
    }
  }
}

TEST_CASE("a path's slice is the same bits alone and within a block") {
  Market market;
  MarketBlock block = start_block(market, 81);
  std::vector<double> jumps(81);
  for (std::size_t i = 0; i < 81; ++i) jumps[i] = 0.02 * static_cast<double>(i) - 0.4;
  shock(market.curve, jumps, block);
  for (const auto underlying : {Underlying::vix, Underlying::spx})
    for (const double days : {1.0, 30.0, 400.0}) {
      ExpirySlice all, one;
      fill_slice(market, block, underlying, days / days_per_year, all);
      for (const std::size_t i : {0u, 1u, 7u, 40u, 80u}) {
        const MarketBlock single = {{block.fast[i]}, {block.slow[i]}, {block.vix[i]}, {block.vvix[i]}, {block.spx[i]}, {1}};
        fill_slice(market, single, underlying, days / days_per_year, one);
        CHECK(one.forward[0] == all.forward[i]);
        CHECK(one.theta[0] == all.theta[i]);
        CHECK(one.phi[0] == all.phi[i]);
      }
    }
}
