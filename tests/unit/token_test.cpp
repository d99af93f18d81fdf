#include "market/token.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using namespace ballast;

namespace {

double future(const VixCurve& curve, const MarketBlock& block, double years) {
  return std::exp(log_future(std::log(curve.long_run), tenor(curve, years), block.fast[0], block.slow[0]));
}

constexpr double still[] = {0};

}  // namespace

TEST_CASE("the token's drift is the limit of rolling the future ever more often") {
  // Over dt the holder of the future of tenor t + dt has it at tenor t; then it is sold and the longer one bought.
  for (const double level : {10.0, 15.0, 40.0}) {
    Market market;
    market.vix = level;
    const VixCurve& curve = market.curve;
    MarketBlock rolled = start_block(market, 1), modelled = rolled;
    const Token token;
    const double month = 30 / days_per_year;
    double product = 1;
    const int steps = 20000;
    for (int i = 0; i < steps; ++i) {
      const double dt = month / steps;
      const double bought = future(curve, rolled, month + dt);
      relax(curve, dt, rolled);
      product *= future(curve, rolled, month) / bought;
    }
    advance(token, {market, 30, month, still}, modelled);
    CHECK_THAT(modelled.token[0], WithinRel(product, 1e-5));
  }
}

TEST_CASE("the token relaxes by halves as by the whole, and its fee is part of the drift") {
  const Market market;
  const VixCurve& curve = market.curve;
  RolledFuture dear;
  dear.fee = 0.05;
  CHECK_THAT(log_drift(dear, curve), WithinAbs(log_drift(RolledFuture{}, curve) - 0.05, 1e-15));
  MarketBlock twice = start_block({}, 1), once = twice;
  for (int i = 0; i < 2; ++i) advance(dear, {market, 0, 0.5, still}, twice);
  advance(dear, {market, 0, 1, still}, once);
  CHECK_THAT(twice.token[0], WithinRel(once.token[0], 1e-15));
  CHECK_THAT(once.token[0], WithinRel(std::exp(log_drift(dear, curve)), 1e-15));
}

TEST_CASE("a shock moves the token as it moves the future of its tenor") {
  Market market;
  for (const double days : {1.0, 7.0, 30.0, 150.0}) {
    RolledFuture token;
    token.tenor_days = days;
    MarketBlock block = start_block(market, 1);
    const double before = future(market.curve, block, days / days_per_year);
    const double jump[] = {0.8};
    shock(market.curve, jump, block);
    advance(token, {market, 0, 0, jump}, block);
    CHECK_THAT(block.token[0], WithinRel(future(market.curve, block, days / days_per_year) / before, 1e-14));
  }
}

TEST_CASE("there is no contango where calm is the long run") {
  VixCurve curve;
  curve.calm = curve.long_run;
  CHECK(log_drift(RolledFuture{}, curve) == 0);
}

TEST_CASE("a future held to its expiry follows the curve and ends on VIX") {
  Market market;
  market.vix = 17.31;
  const FixedFuture token{.expiry_days = 12};
  MarketBlock block = start_block(market, 1);
  const double bought = future(market.curve, block, 12 / days_per_year);
  const double jump[] = {0.7};
  for (int day = 1; day <= 12; ++day) {
    relax(market.curve, 1 / days_per_year, block);
    const std::span<const double> shocks = day == 3 ? std::span<const double>(jump) : still;
    shock(market.curve, shocks, block);
    advance(token, {market, day, 1 / days_per_year, shocks}, block);
    CHECK_THAT(block.token[0], WithinRel(future(market.curve, block, (12 - day) / days_per_year) / bought, 1e-14));
  }
  CHECK_THAT(block.token[0], WithinRel(block.vix[0] / bought, 1e-14));
}

TEST_CASE("an index token follows VIX to its cap and pays its funding") {
  Market market;
  const IndexToken token{.cap = 40, .funding = 0.2};
  for (const double vix : {10.0, 39.0, 40.0, 80.0}) {
    MarketBlock block = start_block(market, 1);
    const double jump[] = {std::log(vix / market.vix)};
    shock(market.curve, jump, block);
    advance(token, {market, 73, 1 / days_per_year, jump}, block);
    CHECK_THAT(block.token[0], WithinRel(std::min(vix, 40.0) / 15 * std::exp(-0.2 * 73 / 365), 1e-14));
  }
}

TEST_CASE("the price at a level is what the token is worth if the shock comes at the horizon") {
  Market market;
  market.vix = 17.31;
  const Token tokens[] = {{RolledFuture{}}, {FixedFuture{.expiry_days = 40}}, {IndexToken{.cap = 30, .funding = 0.1}}};
  for (const Token& token : tokens) {
    MarketBlock block = start_block(market, 1);
    const TokenAtLevel mapped = at_level(token, {market, 0, 30 / days_per_year, block.fast[0], block.slow[0], block.token[0]});
    for (int day = 1; day <= 30; ++day) {
      relax(market.curve, 1 / days_per_year, block);
      const double jump[] = {day == 30 ? 0.5 : 0.0};
      shock(market.curve, jump, block);
      advance(token, {market, day, 1 / days_per_year, jump}, block);
    }
    CHECK_THAT(mapped.price(block.vix[0]), WithinRel(block.token[0], 1e-13));
    if (block.vix[0] < mapped.cap) CHECK_THAT(mapped.level(block.token[0]), WithinRel(block.vix[0], 1e-12));
  }
}

TEST_CASE("the deviation of a token over time is that of its shocks as they fade") {
  // Sum of the shocks of many small steps, each carried by the tenor beta that the token has when it comes.
  const Market market;
  const double years = 20 / days_per_year, steps = 200'000, dt = years / steps;
  double fixed = 0, index = 0;
  for (double t = 0.5 * dt; t < years; t += dt) {
    const double beta_fixed = tenor_beta(market.curve, tenor(market.curve, 45 / days_per_year - t));
    const double beta_index = tenor_beta(market.curve, tenor(market.curve, years - t));
    fixed += beta_fixed * beta_fixed * dt;
    index += beta_index * beta_index * dt;
  }
  CHECK_THAT(deviation({FixedFuture{.expiry_days = 45}}, market, years), WithinRel(1.08 * std::sqrt(fixed), 1e-9));
  CHECK_THAT(deviation({IndexToken{}}, market, years), WithinRel(1.08 * std::sqrt(index), 1e-9));
  const double beta = tenor_beta(market.curve, tenor(market.curve, 30 / days_per_year));
  CHECK_THAT(deviation({RolledFuture{}}, market, years), WithinRel(1.08 * beta * std::sqrt(years), 1e-14));
}
