#include "path/history.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>
#include <functional>

#include "history/episodes.h"
#include "path/what_if.h"

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using namespace ballast;

namespace {

const Market market;
const Token token;

/// Friday, Monday, Tuesday.
const History weekend = {.first = date(2018, 2, 2), .day = {0, 3, 4}, .vix = {17.31, 37.32, 29.98}};

std::vector<MarketBlock> states(const History& history) {
  HistoryPaths paths(history, market, token);
  std::vector<MarketBlock> days = {paths.start()};
  for (int day = 1; day <= paths.horizon_days(); ++day) {
    days.push_back(days.back());
    paths.advance(day, days.back());
  }
  return days;
}

}  // namespace

TEST_CASE("the path is at the closes on their days") {
  const auto days = states(weekend);
  REQUIRE(days.size() == 5);
  CHECK(days[0].vix[0] == 17.31);
  CHECK(days[3].vix[0] == 37.32);
  CHECK(days[4].vix[0] == 29.98);
  CHECK(HistoryPaths(weekend, market, token).count() == 1);
}

TEST_CASE("at a close the factors relax, then the residual is split by the fast weight, and the token takes it") {
  const auto days = states(weekend);
  const double w = market.curve.fast_weight, rest = std::log(15.0 / 20);
  double x = w * std::log(17.31 / 20), y = (1 - w) * std::log(17.31 / 20);
  for (int day = 1; day <= 3; ++day) {
    x = w * rest + (x - w * rest) * std::exp(-27.0 / 365);
    y = (1 - w) * rest + (y - (1 - w) * rest) * std::exp(-1.55 / 365);
  }
  const double e = std::log(37.32 / 20) - x - y;
  CHECK_THAT(days[3].fast[0], WithinAbs(x + w * e, 1e-13));
  CHECK_THAT(days[3].slow[0], WithinAbs(y + (1 - w) * e, 1e-13));
  const RolledFuture& future = std::get<RolledFuture>(token.kind);
  const double beta = tenor_beta(market.curve, tenor(market.curve, 30.0 / 365));
  CHECK_THAT(std::log(days[3].token[0]), WithinAbs(log_drift(future, market.curve) * 3 / 365 + beta * e, 1e-13));
}

TEST_CASE("between closes VIX relaxes without a shock and what is given stays") {
  History history = weekend;
  history.spx = {2762.13, 2648.94, 2695.14};
  history.vvix = {125.51, 177.34, 161.12};
  history.token = {15.3, 30.0, 22.0};
  const auto days = states(history);
  MarketBlock block = days[0];
  relax(market.curve, 1 / days_per_year, block);
  CHECK(days[1].fast[0] == block.fast[0]);
  CHECK(days[1].slow[0] == block.slow[0]);
  CHECK(days[1].vix[0] < 17.31);
  CHECK(days[2].vix[0] < days[1].vix[0]);
  CHECK(days[2].spx[0] == 2762.13);
  CHECK(days[3].spx[0] == 2648.94);
  CHECK(days[2].vvix[0] == 125.51);
  CHECK(days[3].vvix[0] == 177.34);
  CHECK(days[2].token[0] == 1);
  CHECK(days[3].token[0] == 30.0 / 15.3);
}

TEST_CASE("without closes SPX goes with the change of ln(VIX) between closes, and VVIX stays at the market's") {
  const auto days = states(weekend);
  CHECK(days[2].spx[0] == market.spx);
  CHECK_THAT(std::log(days[3].spx[0] / market.spx), WithinAbs(-0.06 * std::log(37.32 / 17.31), 1e-14));
  CHECK_THAT(std::log(days[4].spx[0] / market.spx), WithinAbs(-0.06 * std::log(29.98 / 17.31), 1e-14));
  for (const MarketBlock& day : days) CHECK(day.vvix[0] == market.vvix);
}

TEST_CASE("a day of a spike is one at whose close VIX has jumped") {
  const HistoryPaths paths(weekend, market, token);
  for (int day = 0; day <= 4; ++day) CHECK(paths.is_spike_day(day) == (day == 3));
}

TEST_CASE("a history that does what the calm what-if does is the calm what-if") {
  WhatIf calm;
  calm.horizon_days = 20;
  WhatIfPaths what_if(calm, market, token, {std::nullopt});
  MarketBlock expected = what_if.start();
  History history{.first = date(2018, 1, 1), .day = {0}, .vix = {expected.vix[0]}};
  for (int day = 1; day <= calm.horizon_days; ++day) {
    what_if.advance(day, expected);
    history.day.push_back(day);
    history.vix.push_back(expected.vix[0]);
  }
  const MarketBlock last = states(history).back();
  CHECK_THAT(last.token[0], WithinRel(expected.token[0], 1e-13));
  CHECK_THAT(last.fast[0], WithinAbs(expected.fast[0], 1e-13));
}

TEST_CASE("every episode is a history that the path can follow") {
  for (const Episode& episode : episodes()) {
    INFO(episode.id);
    const History history = ballast::history(episode);
    REQUIRE(history.token.size() == history.vix.size());
    REQUIRE(history.spx.size() == history.vix.size());
    CHECK(std::ranges::adjacent_find(history.day, std::greater_equal<>()) == history.day.end());
    for (const EpisodeDay& day : episode.days) CHECK(is_trading_day(date(day.date.year, day.date.month, day.date.day)));
    const auto days = states(history);
    CHECK(days.back().vix[0] == history.vix.back());
    for (const MarketBlock& day : days) CHECK((std::isfinite(day.token[0]) && day.token[0] > 0));
    CHECK(!episode.source.text.empty());
  }
}
