// What holds of every walk: the books add up, costs are what they say, and a path does not depend on its neighbours.
#include "ledger/walk.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>

#include "given.h"
#include "scenario/presets.h"

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using namespace ballast;

namespace {

/// A year with a spike, rolling at expiry, rolling early, opening late, and a layer that is off.
constexpr std::string_view busy_year = R"({
  "path": {"horizon_days": 365, "spx_drift": 0.05, "spike": {"day": 100, "rise_days": 3, "vix_to": 50, "vvix_to": 150}},
  "pool": {"fee_apr": 0.1, "spike_volume": 3},
  "book": [
    {"kind": "vix_calls", "ladder": [{"contracts": 4, "days": 30}, {"contracts": 4, "days": 110, "strike": {"moneyness": 1.2}},
                                     {"contracts": -2, "days": 220, "strike": {"level": 22}}]},
    {"kind": "vix_calls", "roll_days": 20, "ladder": [{"contracts": 3, "days": 60, "strike": {"delta": 0.3}}]},
    {"kind": "iron_condor", "open_day": 50, "short": {"standard_deviations": 1}, "long": {"standard_deviations": 2}},
    {"kind": "iron_condor", "on": false},
    {"kind": "iron_condor", "roll": false, "days": 45}]
})";

std::string text_of(std::string_view preset) {
  for (const Preset& each : presets())
    if (each.id == preset) return std::string(each.scenario);
  return std::string(preset);
}

const Layer& layer_of(const Scenario& scenario, std::size_t number) { return scenario.book[number]; }

std::vector<LegReport> opened_on(const LayerByDay& layer, int day) {
  std::vector<LegReport> legs;
  for (const LegReport& leg : layer.legs)
    if (leg.opened_day == day) legs.push_back(leg);
  return legs;
}

}  // namespace

TEST_CASE("each day the mark of the day before, the cash paid in and the profit add up to the mark") {
  const auto text = GENERATE(as<std::string_view>{}, "february-2018", "calm-year", busy_year);
  const Scenario scenario = given(text_of(text));
  const Evaluation evaluation = evaluated(scenario);
  for (const LayerByDay& layer : evaluation.layers)
    for (std::size_t day = 1; day < layer.mark.size(); ++day) {
      const double profit = layer.profit[day] - layer.profit[day - 1];
      CHECK_THAT(layer.mark[day - 1] - layer.cash_flow[day] + profit, WithinAbs(layer.mark[day], 1e-9 * position(scenario).exposure.liquidity.value));
    }
  for (std::size_t day = 0; day < evaluation.total.size(); ++day) {
    double hedge = 0;
    for (const LayerByDay& layer : evaluation.layers) hedge += layer.profit[day];
    CHECK(evaluation.hedge[day] == hedge);
    CHECK(evaluation.total[day] == evaluation.pool.profit[day] + hedge);
    CHECK(evaluation.pool.impermanent_loss[day] <= 0);
  }
}

TEST_CASE("what a layer trades on day 0 is worth what it cost, less the costs") {
  const Scenario scenario = given(text_of("february-2018"));
  const Evaluation evaluation = evaluated(scenario);
  for (const LayerByDay& layer : evaluation.layers) {
    CHECK(layer.costs > 0);
    CHECK_THAT(layer.profit[0], WithinRel(-layer.costs, 1e-12));
  }
}

TEST_CASE("spread and commission cost exactly what is paid for them, and change no trade") {
  const auto with_costs = [](std::string_view costs) {
    std::string text(busy_year);
    for (std::size_t at = 0; (at = text.find("\"kind\"", at)) != std::string::npos; at += costs.size() + 3)
      text.insert(at, std::string(costs) + ", ");
    return evaluated(given(text));
  };
  const Evaluation free = with_costs(R"("spread": 0, "commission": 0)");
  const Evaluation dear = with_costs(R"("spread": 0.05, "commission": 1.5)");
  for (std::size_t j = 0; j < free.layers.size(); ++j) {
    const LayerByDay &without = free.layers[j], &with = dear.layers[j];
    CHECK(without.costs == 0);
    CHECK_THAT(with.profit.back(), WithinAbs(without.profit.back() - with.costs, 1e-9));
    REQUIRE(with.legs.size() == without.legs.size());
    double paid = 0;
    for (std::size_t i = 0; i < with.legs.size(); ++i) {
      const LegReport& leg = with.legs[i];
      CHECK(leg.strike == without.legs[i].strike);
      const double size = std::abs(leg.contracts);
      paid += size * (0.025 * option_multiplier * leg.opened.price + 1.5);
      if (leg.end == LegReport::sold) paid += size * (0.025 * option_multiplier * leg.ended.price + 1.5);
    }
    CHECK_THAT(with.costs, WithinRel(paid, 1e-12) || WithinAbs(0, 0));
  }
}

TEST_CASE("a layer rolls at expiry: it is always open and each leg begins where the last ended") {
  const Evaluation evaluation = evaluated(given(busy_year));
  const LayerByDay& calls = evaluation.layers[0];
  for (const int days : {30, 110, 220}) {
    int next = 0;
    for (const LegReport& leg : calls.legs) {
      if (leg.expiry_day - leg.opened_day != days) continue;
      CHECK(leg.opened_day == next);
      next = leg.expiry_day;
      CHECK(leg.end == (leg.expiry_day <= 365 ? LegReport::expired : LegReport::open));
    }
    CHECK(next > 365);
  }
}

TEST_CASE("a layer that rolls early is sold with those days left and opened again on the same day") {
  const Evaluation evaluation = evaluated(given(busy_year));
  const LayerByDay& calls = evaluation.layers[1];
  int next = 0;
  for (const LegReport& leg : calls.legs) {
    CHECK(leg.opened_day == next);
    CHECK(leg.expiry_day == leg.opened_day + 60);
    next = leg.opened_day + 40;
    CHECK(leg.end == (next < 365 ? LegReport::sold : LegReport::open));
    CHECK(leg.end_day == std::min(next, 365));
  }
  CHECK(calls.legs.size() == 10);
}

TEST_CASE("a layer that does not roll ends with its options") {
  const Evaluation evaluation = evaluated(given(busy_year));
  const LayerByDay& condor = evaluation.layers[4];
  CHECK(condor.legs.size() == 4);
  for (std::size_t day = 45; day <= 365; ++day) {
    CHECK(condor.mark[day] == 0);
    CHECK(condor.profit[day] == condor.profit[45]);
  }
}

TEST_CASE("a layer does nothing before its day, nothing while it is off, and opens nothing on the last day") {
  const Scenario scenario = given(busy_year);
  const Evaluation evaluation = evaluated(scenario);
  const LayerByDay& late = evaluation.layers[2];
  for (std::size_t day = 0; day < 50; ++day) {
    CHECK(late.cash_flow[day] == 0);
    CHECK(late.mark[day] == 0);
  }
  CHECK(late.legs.front().opened_day == 50);
  CHECK(opened_on(late, 50).size() == 4);

  REQUIRE(!layer_of(scenario, 3).on);
  const LayerByDay& off = evaluation.layers[3];
  CHECK(off.legs.empty());
  for (std::size_t day = 0; day <= 365; ++day) CHECK((off.cash_flow[day] == 0 && off.mark[day] == 0 && off.profit[day] == 0));

  const Evaluation month = evaluated(given(R"({"book": [{"kind": "vix_calls"}, {"kind": "iron_condor", "open_day": 30}]})"));
  CHECK(month.layers[0].legs.size() == 1);
  CHECK(month.layers[0].mark.back() == 0);
  CHECK(month.layers[1].legs.empty());
}

TEST_CASE("options settle on VIX and SPX of the day") {
  const Evaluation evaluation = evaluated(given(busy_year));
  for (const LayerByDay& layer : evaluation.layers)
    for (const LegReport& leg : layer.legs) {
      if (leg.end != LegReport::expired) continue;
      const auto day = static_cast<std::size_t>(leg.end_day);
      const double level = leg.underlying == Underlying::vix ? evaluation.path.vix[day] : evaluation.path.spx[day];
      CHECK(leg.ended.forward == level);
      CHECK(leg.ended.price == std::max(0.0, sign(leg.type) * (level - leg.strike)));
    }
}

TEST_CASE("whole contracts are the nearest, and the rest is reported") {
  const auto legs_of = [](std::string_view whole) {
    return evaluated(given(R"({"whole_contracts": )" + std::string(whole) + R"(, "book": [{"kind": "vix_calls", "ladder": [
      {"contracts": 3.7}, {"contracts": 0.3}, {"contracts": -1.2}, {"contracts": 5}]}]})")).layers[0].legs;
  };
  const auto whole = legs_of("true"), fractional = legs_of("false");
  const double wanted[] = {3.7, 0.3, -1.2, 5}, traded[] = {4, 0, -1, 5};
  REQUIRE(whole.size() == 4);
  for (std::size_t i = 0; i < 4; ++i) {
    CHECK(whole[i].contracts == traded[i]);
    CHECK(whole[i].rounding == wanted[i] - traded[i]);
    CHECK(fractional[i].contracts == wanted[i]);
    CHECK(fractional[i].rounding == 0);
  }
}

TEST_CASE("twice the contracts gain, cost and weigh twice as much") {
  const auto layer_with = [](std::string_view contracts) {
    return evaluated(given(R"({"path": {"spike": {"vix_to": 40}}, "book": [{"kind": "vix_calls", "ladder": [{"contracts": )" +
                           std::string(contracts) + "}]}]}"))
        .layers[0];
  };
  const LayerByDay one = layer_with("1.5"), two = layer_with("3"), sold = layer_with("-1.5");
  for (std::size_t day = 0; day < one.mark.size(); ++day) {
    CHECK_THAT(two.profit[day], WithinRel(2 * one.profit[day], 1e-12) || WithinAbs(0, 0));
    CHECK(sold.mark[day] == -one.mark[day]);
    CHECK(two.greeks[day].vega == 2 * one.greeks[day].vega);
  }
}

void walk_all(const Scenario& scenario, Paths& paths, Ledger& ledger) {
  const Position given = position(scenario);
  Walk walk(given, paths);
  ledger.see(walk.view());
  walk_to(paths.horizon_days(), walk, paths, ledger);
}

TEST_CASE("a path gives the same bits alone as within a block of eighty-one") {
  const auto text = GENERATE(as<std::string_view>{}, "february-2018", busy_year);
  const Scenario scenario = given(text_of(text));
  const WhatIf& path = what_if(scenario);
  std::vector<std::optional<double>> targets(81);
  for (std::size_t i = 1; i < 81; ++i) targets[i] = 10 + static_cast<double>(i);
  WhatIfPaths block(path, scenario.market, scenario.token, targets);
  Ledger together;
  walk_all(scenario, block, together);
  for (const std::size_t i : {0u, 1u, 6u, 40u, 79u, 80u}) {
    WhatIfPaths single(path, scenario.market, scenario.token, {targets[i]});
    Ledger alone;
    walk_all(scenario, single, alone);
    for (std::size_t day = 0; day < alone.days(); ++day) {
      REQUIRE(alone.pool(day, 0) == together.pool(day, i));
      for (std::size_t j = 0; j < alone.layers(); ++j) REQUIRE(alone.layer(day, j, 0) == together.layer(day, j, i));
    }
  }
}

TEST_CASE("a layer gives the same bits alone in the book as among others") {
  Scenario scenario = given(busy_year);
  const Evaluation all = evaluated(scenario);
  const std::vector<Layer> book = scenario.book;
  for (std::size_t j = 0; j < book.size(); ++j) {
    scenario.book = {book[j]};
    const Evaluation one = evaluated(scenario);
    CHECK(one.layers[0].profit == all.layers[j].profit);
    CHECK(one.layers[0].mark == all.layers[j].mark);
  }
}
