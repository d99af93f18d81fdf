#include "path/what_if.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using namespace ballast;

namespace {

const Market market;
const Token token;

/// The states of one path from day 0 to the horizon.
std::vector<MarketBlock> states(const WhatIf& path, std::vector<std::optional<double>> targets) {
  WhatIfPaths paths(path, market, token, std::move(targets));
  std::vector<MarketBlock> days = {paths.start()};
  for (int day = 1; day <= path.horizon_days; ++day) {
    days.push_back(days.back());
    paths.advance(day, days.back());
  }
  return days;
}

std::vector<MarketBlock> own_states(const WhatIf& path) { return states(path, {spike_target(path, market)}); }

}  // namespace

TEST_CASE("a spike takes VIX to its target on its day") {
  WhatIf path;
  path.spike.vix_to = 40;
  const auto days = own_states(path);
  for (std::size_t day = 0; day < 5; ++day) CHECK_THAT(days[day].vix[0], WithinRel(15.0, 1e-14));
  CHECK_THAT(days[5].vix[0], WithinRel(40.0, 1e-14));
  CHECK(days[6].vix[0] < 40);
  for (std::size_t day = 7; day < days.size(); ++day) CHECK(days[day].vix[0] < days[day - 1].vix[0]);
}

TEST_CASE("a rise over several days closes an equal share of what is left to the target each day, in log") {
  WhatIf path;
  path.spike = {.day = 5, .rise_days = 3, .vix_to = 45, .multiple = {}, .spx_return = -0.1, .vvix_to = 160};
  const auto days = own_states(path);
  MarketBlock block = days[4];
  for (const int left : {3, 2, 1}) {
    relax(market.curve, 1 / days_per_year, block);
    const double relaxed = std::log(20.0) + block.fast[0] + block.slow[0];
    const double jump[] = {(std::log(45.0) - relaxed) / left};
    shock(market.curve, jump, block);
    CHECK_THAT(days[static_cast<std::size_t>(8 - left)].vix[0], WithinRel(block.vix[0], 1e-14));
  }
  CHECK_THAT(days[7].vix[0], WithinRel(45.0, 1e-14));
  CHECK_THAT(days[7].vvix[0], WithinRel(160.0, 1e-14));
  // The SPX return is spread equally in log over the same days.
  for (const std::size_t day : {5u, 6u, 7u})
    CHECK_THAT(days[day].spx[0] / days[day - 1].spx[0], WithinRel(std::cbrt(0.9), 1e-14));
  CHECK_THAT(days[7].spx[0], WithinRel(4500.0, 1e-14));
  CHECK(days[30].spx[0] == days[7].spx[0]);
}

TEST_CASE("a multiple refers to VIX on the day before the rise") {
  Market high;
  high.vix = 30;
  WhatIf path;
  path.spike.multiple = 2;
  WhatIfPaths paths(path, high, token, {spike_target(path, high)});
  MarketBlock block = paths.start();
  for (int day = 1; day <= 4; ++day) paths.advance(day, block);
  CHECK(block.vix[0] < 30);
  CHECK_THAT(vix_before_spike(path, high), WithinRel(block.vix[0], 1e-14));
  const double before = block.vix[0];
  paths.advance(5, block);
  CHECK_THAT(block.vix[0], WithinRel(2 * before, 1e-14));
}

TEST_CASE("SPX falls by 0.06 in log for each unit that VIX rises in log, where its return is not given") {
  WhatIf path;
  path.spike.vix_to = 45;
  const auto days = own_states(path);
  CHECK_THAT(std::log(days[5].spx[0] / 5000), WithinRel(-0.06 * std::log(3.0), 1e-13));
}

TEST_CASE("VVIX fades at the fast speed after the spike, and stands still where no level is given") {
  WhatIf path;
  path.spike.vix_to = 45;
  for (const MarketBlock& day : own_states(path)) CHECK_THAT(day.vvix[0], WithinRel(90.0, 1e-13));
  path.spike.vvix_to = 180;
  const auto days = own_states(path);
  CHECK_THAT(days[4].vvix[0], WithinRel(90.0, 1e-13));
  for (int after = 0; after <= 25; ++after)
    CHECK_THAT(days[static_cast<std::size_t>(5 + after)].vvix[0],
               WithinRel(90 * std::exp(std::log(2.0) * std::exp(-27.0 * after / 365)), 1e-12));
}

TEST_CASE("SPX drifts outside the spike, and over the rise returns what is given") {
  WhatIf path;
  path.spx_drift = 0.5;
  CHECK_THAT(own_states(path)[30].spx[0], WithinRel(5000 * std::exp(0.5 * 30 / 365), 1e-13));
  path.spike = {.day = 5, .rise_days = 3, .vix_to = 45, .multiple = {}, .spx_return = -0.1, .vvix_to = {}};
  const auto days = own_states(path);
  CHECK_THAT(days[7].spx[0] / days[4].spx[0], WithinRel(0.9, 1e-13));
  CHECK_THAT(days[30].spx[0], WithinRel(4500 * std::exp(0.5 * 27 / 365), 1e-13));
}

TEST_CASE("without a target a path is calm, and a target at the calm level is a spike of nothing") {
  WhatIf path;
  path.horizon_days = 10;
  const auto days = states(path, {std::nullopt, 15.0});
  for (const MarketBlock& day : days) {
    CHECK_THAT(day.vix[1], WithinRel(day.vix[0], 1e-14));
    CHECK_THAT(day.token[1], WithinRel(day.token[0], 1e-14));
    CHECK_THAT(day.spx[1], WithinRel(day.spx[0], 1e-14));
  }
}

TEST_CASE("the days of the rise are days of a spike on the paths that rise, and on no other") {
  WhatIf path;
  path.spike = {.day = 3, .rise_days = 2, .vix_to = 30, .multiple = {}, .spx_return = {}, .vvix_to = {}};
  const WhatIfPaths paths(path, market, token, {std::nullopt, 30.0});
  for (int day = 1; day < 8; ++day) {
    double spike[] = {9, 9};
    paths.mark_spikes(day, spike);
    CHECK(spike[0] == 0);
    CHECK(spike[1] == (day == 3 || day == 4 ? 1 : 0));
  }
}

TEST_CASE("over a range of targets the scenario's own target gives the scenario's own path") {
  WhatIf path;
  path.spike = {.day = 3, .rise_days = 2, .vix_to = 37.32, .multiple = {}, .spx_return = -0.04, .vvix_to = 177};
  const auto alone = own_states(path);
  const auto among = states(path, {std::nullopt, 10.0, 37.32, 80.0});
  for (std::size_t day = 0; day < alone.size(); ++day) {
    CHECK(among[day].vix[2] == alone[day].vix[0]);
    CHECK(among[day].vvix[2] == alone[day].vvix[0]);
    CHECK(among[day].spx[2] == alone[day].spx[0]);
    CHECK(among[day].token[2] == alone[day].token[0]);
  }
  // SPX and VVIX go with the size of the spike.
  CHECK(among[5].spx[3] < among[5].spx[2]);
  CHECK(among[5].spx[1] > among[5].spx[0]);
  CHECK(among[5].vvix[3] > among[5].vvix[2]);
}

TEST_CASE("where the own spike is hardly one, SPX and VVIX of other sizes stay within what a scenario may state") {
  WhatIf path;
  path.spike = {.day = 5, .rise_days = 1, .vix_to = 15.001, .multiple = {}, .spx_return = -0.2, .vvix_to = 200};
  const auto days = states(path, {15.001, 1.0, 500.0});
  CHECK_THAT(days[5].spx[0], WithinRel(4000.0, 1e-13));
  CHECK_THAT(days[5].vvix[0], WithinRel(200.0, 1e-13));
  CHECK_THAT(days[5].spx[1], WithinRel(15000.0, 1e-13));
  CHECK_THAT(days[5].spx[2], WithinRel(500.0, 1e-13));
  CHECK_THAT(days[5].vvix[1], WithinRel(1.0, 1e-13));
  CHECK_THAT(days[5].vvix[2], WithinRel(1000.0, 1e-13));
}
