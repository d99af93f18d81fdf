// Where a condor's strikes lie and how likely SPX is to end between its break-evens.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <numbers>
#include <random>

#include "book/condor_strikes.h"
#include "book/margin.h"
#include "walked.h"

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using namespace ballast;

namespace {

long double cumulative(long double x) {
  return 0.5L * std::erfc(-x / std::numbers::sqrt2_v<long double>);
}

/// The plain lognormal.
long double inside_lognormal(const Condor& condor, long double deviation) {
  const auto below = [&](long double level) {
    if (level <= 0) return 0.0L;
    return cumulative(std::log(level / static_cast<long double>(condor.forward)) / deviation + 0.5L * deviation);
  };
  return below(condor.upper) - below(condor.lower);
}

/// Trapezoid over ±12 deviations of the volatility, which converges faster than any power of its step.
long double inside_mixture(const Condor& condor) {
  constexpr int steps = 4800;
  const long double width = 24.0L / steps, s = condor.vol_of_vol;
  long double sum = 0;
  for (int i = 0; i <= steps; ++i) {
    const long double z = -12.0L + width * i;
    const long double density = std::exp(-0.5L * z * z) / std::sqrt(2 * std::numbers::pi_v<long double>);
    sum += density * inside_lognormal(condor, condor.deviation * std::exp(s * z - 0.5L * s * s));
  }
  return sum * width;
}

/// The condor that a layer opened on day 0, as what decides about it.
struct Opened {
  std::vector<LegReport> legs;  ///< long put, short put, short call, long call
  Condor condor;
};

Opened open_condor(std::string_view options, std::string_view market = "{}") {
  const Scenario scenario = given(std::format(
      R"({{"market": {}, "path": {{"horizon_days": 10}}, "book": [{{"kind": "iron_condor", "gate": "none", {}}}]}})", market,
      options));
  Opened result{evaluated(scenario).layers[0].legs, {}};
  REQUIRE(result.legs.size() == 4);
  double credit = 0;
  for (const LegReport& leg : result.legs) credit -= leg.opened.price * (leg.contracts > 0 ? 1 : -1);
  const MarketBlock block = start_block(scenario.market, 1);
  const double years = result.legs[0].expiry_day / days_per_year;
  ExpirySlice spx, vix;
  fill_slice(scenario.market, block, Underlying::spx, years, spx);
  fill_slice(scenario.market, block, Underlying::vix, years, vix);
  result.condor = {.forward = spx.forward[0],
                   .deviation = std::sqrt(spx.theta[0]),
                   .vol_of_vol = std::sqrt(vix.theta[0]),
                   .lower = result.legs[1].strike - credit,
                   .upper = result.legs[2].strike + credit};
  return result;
}

}  // namespace

TEST_CASE("the probability inside the break-evens agrees with an integral in long double", "[condor]") {
  for (const double deviation : {0.005, 0.04, 0.1, 0.4, 1.5})
    for (const double vol_of_vol : {0.0, 0.05, 0.25, 0.6, 1.2})
      for (const double reach : {0.3, 1.0, 2.5}) {
        const Condor condor{.forward = 5000,
                            .deviation = deviation,
                            .vol_of_vol = vol_of_vol,
                            .lower = 5000 * std::exp(-0.8 * reach * deviation),
                            .upper = 5000 * std::exp(reach * deviation)};
        CAPTURE(deviation, vol_of_vol, reach);
        CHECK_THAT(inside_probability(condor), WithinAbs(static_cast<double>(inside_mixture(condor)), 1e-10));
      }
}

TEST_CASE("without uncertainty about its volatility SPX is lognormal", "[condor]") {
  for (const double lower : {0.0, 4000.0, 4900.0}) {
    const Condor condor{.forward = 5020, .deviation = 0.06, .vol_of_vol = 0, .lower = lower, .upper = 5300};
    CHECK_THAT(inside_probability(condor), WithinAbs(static_cast<double>(inside_lognormal(condor, 0.06L)), 1e-10));
  }
}

TEST_CASE("SPX ends between break-evens the more often the wider they are", "[condor]") {
  const Condor condor{.forward = 5000, .deviation = 0.05, .vol_of_vol = 0.25, .lower = 4700, .upper = 5300};
  double last = 0;
  for (double out = -290; out <= 1000; out += 30) {
    Condor wider = condor;
    wider.lower -= out;
    const double one_side = inside_probability(wider);
    wider.upper += out;
    const double both = inside_probability(wider);
    CHECK(both > last);
    CHECK((out > 0) == (both > one_side));
    CHECK(both < 1);
    last = both;
  }
}

TEST_CASE("solved strikes leave SPX between the break-evens with the probability asked for", "[condor]") {
  std::vector<double> reach;
  for (const double target : {0.5, 0.7, 0.85, 0.95}) {
    const Opened opened = open_condor(std::format(R"("width": 50, "breakeven_probability": {})", target));
    CHECK_THAT(static_cast<double>(inside_mixture(opened.condor)), WithinAbs(target, 1e-9));
    // Equally far on both sides, in logarithms.
    CHECK_THAT(opened.legs[1].strike * opened.legs[2].strike, WithinRel(opened.condor.forward * opened.condor.forward, 1e-12));
    reach.push_back(opened.legs[2].strike);
  }
  CHECK(std::ranges::is_sorted(reach));
  CHECK(reach.front() < reach.back());
  const Opened stressed =
      open_condor(R"("width": 50, "breakeven_probability": 0.8, "days": 45)", R"({"vix": 45, "vvix": 160})");
  CHECK_THAT(static_cast<double>(inside_mixture(stressed.condor)), WithinAbs(0.8, 1e-9));
}

TEST_CASE("drawn at random, SPX ends between the solved break-evens as often as asked for", "[condor]") {
  const Opened opened = open_condor(R"("width": 25, "breakeven_probability": 0.75)");
  const Condor& condor = opened.condor;
  std::mt19937_64 random(20180205);
  const auto uniform = [&] { return (static_cast<double>(random() >> 11) + 0.5) * 0x1p-53; };
  constexpr int draws = 400000;
  int inside = 0;
  for (int i = 0; i < draws; ++i) {
    // Two independent normal numbers (Box, Muller).
    const double radius = std::sqrt(-2 * std::log(uniform())), angle = 2 * std::numbers::pi * uniform();
    const double s = condor.vol_of_vol;
    const double deviation = condor.deviation * std::exp(s * radius * std::cos(angle) - 0.5 * s * s);
    const double spx = condor.forward * std::exp(deviation * radius * std::sin(angle) - 0.5 * deviation * deviation);
    if (spx > condor.lower && spx < condor.upper) ++inside;
  }
  CHECK_THAT(static_cast<double>(inside) / draws, WithinAbs(0.75, 4 * std::sqrt(0.25 / draws)));
}

TEST_CASE("wings lie a width away from the strikes sold", "[condor]") {
  for (const double width : {0.5, 25.0, 400.0}) {
    const Opened opened = open_condor(std::format(R"("width": {}, "short": {{"delta": 0.16}})", width));
    CHECK_THAT(opened.legs[1].strike - opened.legs[0].strike, WithinAbs(width, 1e-9));
    CHECK_THAT(opened.legs[3].strike - opened.legs[2].strike, WithinAbs(width, 1e-9));
    CHECK_THAT(opened.legs[1].opened.delta, WithinAbs(-0.16, 1e-12));
  }
  // A width that would take the put's wing below nothing leaves it a strike.
  const Opened wide = open_condor(R"("width": 10000, "short": {"delta": 0.16})");
  CHECK(wide.legs[0].strike > 0);
  CHECK(wide.legs[0].strike < 0.01 * wide.legs[1].strike);
}

TEST_CASE("a condor is sized by the credit that it brings or by the margin that it ties up", "[condor][size]") {
  for (const std::string_view strikes : {R"("short": {"delta": 0.2}, "long": {"delta": 0.05})", R"("width": 30)",
                                         R"("width": 50, "breakeven_probability": 0.8)"}) {
    const auto legs_with = [&](std::string_view size) {
      return open_condor(std::format(R"("contracts": 3, "size": {{{}}}, {})", size, strikes)).legs;
    };
    double credit = 0;
    for (const LegReport& leg : legs_with(R"("budget": 2500)")) credit -= leg.contracts * option_multiplier * leg.opened.price;
    CHECK_THAT(credit, WithinRel(2500.0, 1e-12));

    std::vector<Leg> legs;
    for (const LegReport& leg : legs_with(R"("margin": 20000)")) legs.push_back(leg_of(leg));
    std::vector<double> tied_up(1);
    margin(legs, start_block(Market{}, 1), tied_up);
    CHECK_THAT(tied_up[0], WithinRel(20000.0, 1e-12));
  }
}
