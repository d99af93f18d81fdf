#include "ledger/sensitivity.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>

#include "given.h"

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using namespace ballast;

namespace {

constexpr std::string_view hedged = R"({
  "market": {"vix": %VIX%},
  "book": [
    {"kind": "vix_calls", "ladder": [{"contracts": 4, "days": 30, "strike": {"level": 20}},
                                     {"contracts": 2, "days": 220, "strike": {"level": 25}}]},
    {"kind": "iron_condor"}]
})";

Evaluation at_vix(std::string_view vix) {
  std::string text(hedged);
  text.replace(text.find("%VIX%"), 5, vix);
  return evaluated(given(text));
}

}  // namespace

TEST_CASE("one more point of VIX is worth what a scenario that starts one point higher is worth more") {
  // The same strikes, fixed by level; a start at 16 instead of 15 is the shock that vix_point applies.
  const Evaluation low = at_vix("15"), high = at_vix("16");
  CHECK_THAT(low.layers[0].greeks[0].vix_point, WithinRel(high.layers[0].mark[0] - low.layers[0].mark[0], 1e-10));
}

TEST_CASE("one more point of VIX adds up over pool and layers") {
  const Scenario scenario = given(R"({"path": {"spike": {"vix_to": 30}}, "book": [
    {"kind": "vix_calls"}, {"kind": "iron_condor"}, {"kind": "vix_calls", "ladder": [{"days": 110}]}]})");
  const Evaluation all = evaluated(scenario);
  Scenario one = scenario;
  one.book[1].on = false;
  const Evaluation some = evaluated(one);
  for (std::size_t day = 0; day <= 30; ++day) {
    CHECK(some.layers[0].greeks[day].vix_point == all.layers[0].greeks[day].vix_point);
    CHECK(some.layers[1].greeks[day].vix_point == 0);
    CHECK(some.pool.sensitivity[day].vix_point == all.pool.sensitivity[day].vix_point);
  }
}

TEST_CASE("the pool gains half of the token's move for one point of VIX, a little less by its curvature") {
  const Evaluation evaluation = evaluated(given("{}"));
  const VixCurve curve;
  const double beta = tenor_beta(curve, tenor(curve, 30 / days_per_year));
  const double rise = std::pow(16.0 / 15, beta);
  CHECK_THAT(evaluation.pool.sensitivity[0].vix_point, WithinRel(100'000 * (std::sqrt(rise) - 1), 1e-12));
  CHECK_THAT(evaluation.pool.sensitivity[0].delta, WithinRel(50'000, 1e-14));
  CHECK_THAT(evaluation.pool.sensitivity[0].gamma, WithinRel(-25'000, 1e-14));
}

TEST_CASE("the greeks of a leg are the slopes of its price") {
  const Scenario scenario = given("{}");
  const Market& market = scenario.market;
  for (const auto underlying : {Underlying::vix, Underlying::spx})
    for (const auto type : {OptionType::call, OptionType::put}) {
      const double strike = underlying == Underlying::vix ? 19 : 4900;
      const Leg leg = {.underlying = underlying,
                       .type = type,
                       .opened_day = 0,
                       .expiry_day = 60,
                       .rung = 0,
                       .strike = {strike},
                       .log_strike = {std::log(strike)},
                       .contracts = {1},
                       .paid = {}};
      ExpirySlice slice;
      fill_slice(market, start_block(market, 1), underlying, 60 / days_per_year, slice);
      const BlackGreeks greeks = leg_greeks(slice, leg, 0);
      const double volatility = quote(slice, leg, 0).volatility;
      const auto price = [&](double forward, double sigma, double years, double rate) {
        return black76_greeks({type, strike, years}, {forward, sigma, rate}).price;
      };
      const double f = slice.forward[0], t = slice.years, r = slice.rate, h = 1e-4;
      CHECK_THAT(greeks.price, WithinRel(quote(slice, leg, 0).price, 1e-13));
      CHECK_THAT(greeks.delta, WithinRel((price(f * (1 + h), volatility, t, r) - price(f * (1 - h), volatility, t, r)) / (2 * f * h), 1e-6));
      CHECK_THAT(greeks.vega, WithinRel((price(f, volatility + h, t, r) - price(f, volatility - h, t, r)) / (2 * h), 1e-6));
      CHECK_THAT(greeks.rho, WithinRel((price(f, volatility, t, r + h) - price(f, volatility, t, r - h)) / (2 * h), 1e-6));
      CHECK_THAT(greeks.theta, WithinRel(-(price(f, volatility, t + h, r) - price(f, volatility, t - h, r)) / (2 * h), 1e-5));
      const double wide = f * 1e-3;
      const double bend = price(f + wide, volatility, t, r) - 2 * price(f, volatility, t, r) + price(f - wide, volatility, t, r);
      CHECK_THAT(greeks.gamma, WithinRel(bend / (wide * wide), 1e-3));
    }
}

TEST_CASE("a call and a put of one strike differ by the discounted forward less the strike") {
  const Market market;
  ExpirySlice slice;
  fill_slice(market, start_block(market, 1), Underlying::spx, 30 / days_per_year, slice);
  for (const double strike : {4000.0, 5000.0, 5011.0, 6500.0}) {
    Leg leg = {.underlying = Underlying::spx,
               .type = OptionType::call,
               .opened_day = 0,
               .expiry_day = 30,
               .rung = 0,
               .strike = {strike},
               .log_strike = {std::log(strike)},
               .contracts = {1},
                       .paid = {}};
    double call = 0, put = 0;
    price_leg(slice, leg, {&call, 1});
    leg.type = OptionType::put;
    price_leg(slice, leg, {&put, 1});
    CHECK_THAT(call - put, WithinAbs(slice.discount * (slice.forward[0] - strike), 1e-9));
  }
}
