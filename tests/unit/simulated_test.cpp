#include "path/simulated.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>

#include "given.h"
#include "ledger/walk.h"

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using namespace ballast;

namespace {

const Market market;
const Token token;

/// The states of a range of paths from day 0 to the horizon.
std::vector<MarketBlock> states(const Simulated& path, PathRange range) {
  SimulatedPaths paths(path, market, token, range);
  std::vector<MarketBlock> days = {paths.start()};
  for (int day = 1; day <= path.horizon_days; ++day) {
    days.push_back(days.back());
    paths.advance(day, days.back());
  }
  return days;
}

/// Whether paths `from`, from + 1 ... of the whole are those of the part, to the bit.
void require_same(const std::vector<MarketBlock>& whole, std::size_t from, const std::vector<MarketBlock>& part) {
  REQUIRE(part.size() == whole.size());
  for (std::size_t day = 0; day < whole.size(); ++day)
    for (std::size_t i = 0; i < part[day].size(); ++i)
      for (const auto column : {&MarketBlock::fast, &MarketBlock::slow, &MarketBlock::vix, &MarketBlock::vvix,
                                &MarketBlock::spx, &MarketBlock::token})
        REQUIRE((part[day].*column)[i] == (whole[day].*column)[from + i]);
}

}  // namespace

TEST_CASE("a simulated path gives the same bits in blocks of 1, 7 and 64 in any order as in one block") {
  Simulated path;
  path.jumps_per_year = 20;
  path.draws = GENERATE(Draws::independent, Draws::antithetic);
  const auto whole = states(path, {1000, 200});
  for (const std::size_t size : {1u, 7u, 64u}) {
    std::vector<std::size_t> starts;
    for (std::size_t from = 0; from < 200; from += size) starts.insert(starts.begin(), from);
    for (const std::size_t from : starts)
      require_same(whole, from, states(path, {1000 + from, std::min<std::size_t>(size, 200 - from)}));
  }
}

TEST_CASE("another seed gives other paths, and paths of great numbers are like any") {
  Simulated path;
  const auto one = states(path, {0, 4});
  path.seed = 2;
  const auto two = states(path, {0, 4});
  const auto far = states(path, {10'000'000'000, 4});
  for (std::size_t i = 0; i < 4; ++i) {
    CHECK(one[30].vix[i] != two[30].vix[i]);
    CHECK(far[30].vix[i] != two[30].vix[i]);
    CHECK((far[30].vix[i] > 5 && far[30].vix[i] < 100));
  }
}

TEST_CASE("no paths are an answer") {
  CHECK(states({}, {0, 0})[30].size() == 0);
}

TEST_CASE("without diffusion and jumps the simulation is the calm what-if") {
  Simulated path;
  path.vix_diffusion = path.jumps_per_year = path.spx_volatility = 0;
  path.spx_drift = 0.1;
  WhatIf what_if;
  what_if.spx_drift = 0.1;
  Market high = market;
  high.vix = 30;
  SimulatedPaths simulated(path, high, token, {0, 2});
  WhatIfPaths calm(what_if, high, token, {std::nullopt});
  MarketBlock block = simulated.start(), expected = calm.start();
  for (int day = 1; day <= 30; ++day) {
    simulated.advance(day, block);
    calm.advance(day, expected);
    CHECK(block.vix[1] == expected.vix[0]);
    CHECK(block.token[1] == expected.token[0]);
    CHECK_THAT(block.spx[1], WithinRel(expected.spx[0], 1e-14));
    CHECK_THAT(block.vvix[1], WithinRel(expected.vvix[0], 1e-14));
  }
}

TEST_CASE("antithetic paths mirror each other while nothing jumps") {
  Simulated path;
  path.draws = Draws::antithetic;
  path.jumps_per_year = 0;
  path.horizon_days = 5;
  const auto pairs = states(path, {6, 4});
  path.draws = Draws::independent;
  // Path 6 of the pairs has the draws of path 3.
  CHECK(states(path, {3, 1})[5].vix[0] == pairs[5].vix[0]);
  CHECK(states(path, {4, 1})[5].spx[0] == pairs[5].spx[2]);
  path.vix_diffusion = 0;
  const double calm = states(path, {0, 1})[5].fast[0];
  for (const std::size_t i : {0u, 2u}) CHECK_THAT(pairs[5].fast[i] - calm, WithinAbs(calm - pairs[5].fast[i + 1], 1e-15));
}

TEST_CASE("SPX falls by its share of each jump of VIX") {
  Simulated path;
  path.vix_diffusion = path.spx_volatility = 0;
  path.jumps_per_year = 20;
  const auto days = states(path, {0, 500});
  const double slope = path.spx_per_vix_jump;
  int jumps = 0;
  for (std::size_t day = 1; day < days.size(); ++day)
    for (std::size_t i = 0; i < 500; ++i) {
      MarketBlock relaxed = days[day - 1];
      relax(market.curve, 1 / days_per_year, relaxed);
      const double jump = days[day].fast[i] - relaxed.fast[i] + days[day].slow[i] - relaxed.slow[i];
      CHECK(jump > -1e-15);
      CHECK_THAT(std::log(days[day].spx[i] / days[day - 1].spx[i]), WithinAbs(slope * jump, 1e-14));
      jumps += jump > 1e-10;
    }
  // 500 paths, 30 days, 20 a year: 822, and by four deviations of a Poisson count around it.
  CHECK(jumps > 822 - 4 * 29);
  CHECK(jumps < 822 + 4 * 29);
}

TEST_CASE("the defaults make the volatility of VIX that is measured") {
  CHECK_THAT(total_volatility({}), WithinAbs(1.08, 0.006));
  CHECK_THAT(total_volatility({}), WithinAbs(market.vix_volatility, 0.006));
}

TEST_CASE("at the ends of what a scenario may state paths stay finite and above zero") {
  Simulated path;
  path.horizon_days = 3660;
  path.vix_diffusion = 3;
  path.jumps_per_year = 20;
  path.mean_jump = 1;
  path.spx_volatility = 2;
  for (const double sign : {-1.0, 1.0}) {
    path.spx_correlation = path.spx_per_vix_jump = sign;
    path.spx_drift = 5 * sign;
    const MarketBlock last = states(path, {0, 300}).back();
    for (std::size_t i = 0; i < last.size(); ++i)
      for (const double value : {last.vix[i], last.vvix[i], last.spx[i], last.token[i]}) REQUIRE((value > 0 && value < 1e300));
  }
}

TEST_CASE("a day of a spike is one on which VIX has jumped on that path alone, and the pool's fees rise there") {
  const Scenario scenario = given(R"({"pool": {"fee_apr": 0.365, "spike_volume": 5}, "path": {"horizon_days": 60}})");
  const Position held = position(scenario);
  Simulated simulated{.horizon_days = 60, .paths = 300, .seed = 4};
  simulated.jumps_per_year = 10;
  SimulatedPaths paths(simulated, scenario.market, scenario.token, {0, 300});
  Walk walk(held, paths);
  std::vector<double> spike(300), vix = walk.view().market.vix, fees(300);
  int spikes = 0, calm = 0;
  for (int day = 1; day <= 60; ++day) {
    walk.step(paths);
    paths.mark_spikes(day, spike);
    const DayView seen = walk.view();
    for (std::size_t i = 0; i < 300; ++i) {
      REQUIRE(spike[i] == (std::log(seen.market.vix[i] / vix[i]) >= 0.2 ? 1 : 0));
      const double rate = 0.001 * (spike[i] > 0 ? 5 : 1);
      REQUIRE_THAT(seen.pool.fees[i] - fees[i], WithinRel(rate * seen.pool.value[i], 1e-9));
      (spike[i] > 0 ? spikes : calm) += 1;
    }
    vix = seen.market.vix;
    fees = seen.pool.fees;
  }
  CHECK(spikes > 100);
  CHECK(calm > 10000);
}
