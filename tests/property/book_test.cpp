// What holds of every kind of layer at once, in a year with a spike: the books add up to what was held, costs are what they
// say, and neither a path nor a layer depends on its neighbours.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <set>

#include "scenario/schema.h"
#include "walked.h"

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using namespace ballast;

namespace {

constexpr std::string_view busy_path = R"(
  "path": {"horizon_days": 365, "spx_drift": 0.05, "spike": {"day": 100, "rise_days": 3, "vix_to": 55, "vvix_to": 150}},
  "pool": {"fee_apr": 0.1, "spike_volume": 3, "fee_tier": 0.003})";

/// Every kind, and what they can do beside their defaults. Costs go in after each kind.
constexpr std::string_view busy_book = R"([
  {"kind": "vix_calls", "recalibrate": "on_trigger", "trigger": 0.1, "ladder": [{"contracts": 4, "days": 30},
     {"contracts": 2, "days": 110, "strike": {"moneyness": 1.2}}, {"contracts": -1, "days": 220, "strike": {"level": 22}}]},
  {"kind": "vix_calls", "recalibrate": "daily", "roll_days": 12, "ladder": [{"contracts": 2.4, "days": 45}]},
  {"kind": "iron_condor", "days": 45, "roll_days": 5, "width": 50, "breakeven_probability": 0.8, "size": {"margin": 40000}},
  {"kind": "iron_condor", "tier": "aggressive", "open_day": 20, "size": {"budget": 2000}, "short": {"standard_deviations": 1},
     "long": {"standard_deviations": 2}},
  {"kind": "iron_condor", "gate": "none", "size": {"percent_of_pool": 1}},
  {"kind": "strip", "days": 60, "lowest": 12, "highest": 50, "step": 2.5, "budget": 3000, "cover": 0.9,
     "recalibrate": "on_trigger", "trigger": 0.15},
  {"kind": "strip", "days": 40, "lowest": 12, "highest": 40, "step": 5, "roll_days": 9, "recalibrate": "weekly",
     "keep": "nearest_first", "budget": 1000},
  {"kind": "alvh", "monetise": "on", "gain": 0.6, "fraction": 0.4, "size": {"units": 3}},
  {"kind": "alvh", "monetise": "on", "gain": 0.2, "open_day": 40, "roll_days": 4},
  {"kind": "vxth", "share": 2},
  {"kind": "cndr", "open_day": 7, "size": {"margin": 20000}},
  {"kind": "vix_puts", "size": {"percent_of_pool": 0.4}, "recalibrate": "weekly"},
  {"kind": "spx_puts", "size": {"budget": 700}, "roll": false, "ladder": [{"days": 200, "strike": {"delta": 0.25}}]},
  {"kind": "short_token", "recalibrate": "on_trigger", "trigger": 0.05, "ratio": 0.8, "borrow_fee": 0.1},
  {"kind": "short_token", "target": "fixed", "open_day": 11, "ratio": -0.2, "recalibrate": "daily"},
  {"kind": "reserve", "trigger_vix": 20, "rearm_days": 5, "events": [{"day": 33}, {"day": 150}],
     "ladder": [{"contracts": 2, "days": 50}, {"contracts": 1, "days": 90, "strike": {"delta": 0.2}}]},
  {"kind": "reserve", "funding": "borrowed", "buys": "spx_puts", "capital": 5000, "open_day": 3, "rate": 0.08},
  {"kind": "synthetic", "days": 50, "roll_days": 10},
  {"kind": "conversion", "index_spread": 0, "strike": {"level": 4900}},
  {"kind": "reversal", "index_spread": 0, "size": {"units": 0.5}, "open_day": 60},
  {"kind": "iron_condor", "on": false}])";

/// Numbers of the layers that spend a given amount with the costs in it, so that dearer trades are smaller ones.
bool spends_costs_too(const Layer& layer) {
  return std::holds_alternative<Reserve>(layer.rule);
}

std::string busy_year(std::string_view more = R"("execution": {"delay_hours": 30, "slippage_tolerance": 0.01})",
                      std::string_view costs = "") {
  std::string book(busy_book);
  if (!costs.empty())
    for (std::size_t at = 0; (at = book.find("\"kind\"", at)) != std::string::npos; at += costs.size() + 8)
      book.insert(at, std::string(costs) + ", ");
  return std::format(R"({{{}, "book": {}, {}}})", busy_path, book, more);
}

std::vector<std::optional<double>> targets(std::size_t count) {
  std::vector<std::optional<double>> result(count);
  for (std::size_t i = 1; i < count; ++i) result[i] = 10 + 80 * static_cast<double>(i) / static_cast<double>(count - 1);
  return result;
}

/// Rebuilds the profit of each day from what was held the night before: what it has moved by, less the costs of the day's
/// trades, and the interest on tokens, bills and debts.
class Reconciled : public Observer {
 public:
  explicit Reconciled(const Scenario& scenario) : scenario_(scenario), notional_(position(scenario).exposure.liquidity.value) {}

  void see(const DayView& day) override {
    for (std::size_t j = 0; j < day.holdings.size(); ++j)
      for (std::size_t i = 0; i < day.market.size(); ++i) {
        const double before = day.day == 0 ? 0 : profits_[j][i], costs = day.day == 0 ? 0 : held_[j].costs[i];
        const double moved = day.day == 0 ? 0 : gained(day, j, i) + interest(day, j, i);
        CAPTURE(day.day, j, i);
        REQUIRE_THAT(day.profits[j][i], WithinAbs(before + moved - (day.holdings[j].costs[i] - costs), 1e-9 * notional_));
        // The mark of the day before, what was paid in and the profit make the mark.
        const double opening = day.day == 0 ? 0 : marks_[j][i];
        REQUIRE_THAT(opening - day.holdings[j].cash_flow[i] + (day.profits[j][i] - before),
                     WithinAbs(day.marks[j].all[i], 1e-9 * notional_));
        REQUIRE_THAT(day.marks[j].longs[i] - day.marks[j].shorts[i], WithinAbs(day.marks[j].all[i], 1e-9 * notional_));
      }
    remember(day);
  }

 private:
  /// What the positions of the night before are worth more than then, at prices of today or at their settlement.
  double gained(const DayView& day, std::size_t layer, std::size_t path) {
    double sum = held_[layer].tokens[path] * (day.market.token[path] - market_.token[path]);
    for (std::size_t k = 0; k < held_[layer].legs.size(); ++k) {
      const Leg& leg = held_[layer].legs[k];
      std::vector<double> price(day.market.size());
      if (leg.expiry_day == day.day)
        settle_leg(settlement(leg.underlying, day.market), leg, price);
      else
        price_leg(day.slices.at(leg.underlying, leg.expiry_day), leg, price);
      sum += leg.contracts[path] * option_multiplier * (price[path] - prices_[layer][k][path]);
    }
    return sum;
  }

  double interest(const DayView& day, std::size_t layer, std::size_t path) const {
    const Holdings& held = held_[layer];
    if (const auto* token = std::get_if<ShortToken>(&scenario_.book[layer].rule))
      return std::min(held.tokens[path], 0.0) * day.market.token[path] * token->borrow_fee / 365;
    const auto* reserve = std::get_if<Reserve>(&scenario_.book[layer].rule);
    if (!reserve || held.reserve.empty()) return 0;
    return reserve->funding == Reserve::Funding::bills ? held.reserve[path] * reserve->rate / 365
                                                       : -held.borrowed[path] * reserve->rate / 365;
  }

  void remember(const DayView& day) {
    held_.assign(day.holdings.begin(), day.holdings.end());
    profits_.assign(day.profits.begin(), day.profits.end());
    market_ = day.market;
    marks_.clear();
    prices_.clear();
    for (std::size_t j = 0; j < held_.size(); ++j) {
      marks_.push_back(day.marks[j].all);
      prices_.emplace_back();
      for (const Leg& leg : held_[j].legs) {
        std::vector<double> price(day.market.size());
        price_leg(day.slices.at(leg.underlying, leg.expiry_day), leg, price);
        prices_.back().push_back(std::move(price));
      }
    }
  }

  const Scenario& scenario_;
  double notional_;
  std::vector<Holdings> held_;
  std::vector<std::vector<std::vector<double>>> prices_;  ///< by layer and leg
  std::vector<std::vector<double>> marks_, profits_;
  MarketBlock market_;
};

template <class Seer>
void walk_all(const Scenario& scenario, const std::vector<std::optional<double>>& to, Seer& seer) {
  const Position given = position(scenario);
  WhatIfPaths paths(what_if(scenario), scenario.market, scenario.token, to);
  Walk walk(given, paths);
  seer.see(walk.view());
  walk_to(paths.horizon_days(), walk, paths, seer);
}

}  // namespace

TEST_CASE("the busy year has a layer of every kind, and each of them trades", "[book]") {
  std::set<std::string> kinds, used;
  const Json schema = scenario_schema();
  for (const Json& kind : schema["properties"]["book"]["items"]["oneOf"])
    kinds.insert(kind["properties"]["kind"]["const"].get<std::string>());
  const Scenario scenario = given(busy_year());
  const Evaluation evaluation = evaluated(scenario);
  for (std::size_t j = 0; j < scenario.book.size(); ++j) {
    CAPTURE(j);
    CHECK((evaluation.layers[j].turnover > 0) == scenario.book[j].on);
    std::visit([&](const auto& rule) { used.insert(std::string(rule.kind)); }, scenario.book[j].rule);
  }
  CHECK(used == kinds);
  CHECK(kinds.size() >= 13);
  // Gains are moved, the reserve fires twice, what is recalibrated has many legs.
  CHECK(std::ranges::any_of(evaluation.layers[7].legs, [](const LegReport& leg) { return !leg.reductions.empty(); }));
  CHECK(evaluation.layers[15].legs.size() >= 4);
  CHECK(evaluation.layers[1].legs.size() > 300);
}

TEST_CASE("each day a layer gains what its positions have moved by, less its costs and its interest", "[book]") {
  const auto whole = GENERATE(as<std::string_view>{}, "false", "true");
  const Scenario scenario =
      given(busy_year(std::format(R"("execution": {{"delay_hours": 30}}, "whole_contracts": {})", whole)));
  Reconciled reconciled(scenario);
  walk_all(scenario, {std::nullopt, 12.0, 55.0, 90.0}, reconciled);
}

TEST_CASE("every kind of layer gives the same bits on a path alone as within a block of eighty-one", "[book]") {
  const auto whole = GENERATE(as<std::string_view>{}, "false", "true");
  const Scenario scenario = given(busy_year(
      std::format(R"("execution": {{"delay_hours": 30, "slippage_tolerance": 0.01}}, "whole_contracts": {})", whole)));
  const auto to = targets(81);
  Ledger together;
  walk_all(scenario, to, together);
  for (const std::size_t i : {0u, 1u, 33u, 80u}) {
    Ledger alone;
    walk_all(scenario, {to[i]}, alone);
    for (std::size_t day = 0; day < alone.days(); ++day)
      for (std::size_t j = 0; j < alone.layers(); ++j) {
        CAPTURE(day, j, i);
        REQUIRE(alone.layer(day, j, 0) == together.layer(day, j, i));
      }
  }
}

TEST_CASE("every kind of layer goes on from the eve of the spike as if it had been walked from the start", "[book]") {
  const Scenario scenario = given(busy_year());
  const Evaluation evaluation = evaluated(scenario);
  const Surface drawn = surface(position(scenario), what_if(scenario), {.vix_from = 20, .vix_to = 55, .points = 2});
  const auto days = static_cast<std::size_t>(drawn.days);
  for (std::size_t day = 0; day < days; ++day) {
    CAPTURE(day);
    REQUIRE(drawn.hedge[days + day] == evaluation.hedge[day]);
  }
}

TEST_CASE("every kind of layer gives the same bits alone in the book as among others", "[book]") {
  Scenario scenario = given(busy_year());
  const Evaluation all = evaluated(scenario);
  const std::vector<Layer> book = scenario.book;
  for (std::size_t j = 0; j < book.size(); ++j) {
    CAPTURE(j);
    scenario.book = {book[j]};
    const Evaluation one = evaluated(scenario);
    CHECK(one.layers[0].profit == all.layers[j].profit);
    CHECK(one.layers[0].mark == all.layers[j].mark);
    CHECK(one.layers[0].tokens == all.layers[j].tokens);
    CHECK(one.layers[0].costs == all.layers[j].costs);
  }
}

TEST_CASE("trading costs every kind of layer exactly what its costs say and changes no trade", "[book]") {
  constexpr std::string_view relay = R"("execution": {"delay_hours": 30, "route": "private_relay", "relay_fee": 0})";
  const Evaluation free = evaluated(given(busy_year(relay, R"("spread": 0, "commission": 0)")));
  const Scenario scenario = given(
      busy_year(R"("execution": {"delay_hours": 30, "slippage_tolerance": 0.02})", R"("spread": 0.05, "commission": 1.5)"));
  const Evaluation dear = evaluated(scenario);
  for (std::size_t j = 0; j < free.layers.size(); ++j) {
    CAPTURE(j);
    CHECK(free.layers[j].costs == 0);
    CHECK((dear.layers[j].costs > 0) == scenario.book[j].on);
    if (spends_costs_too(scenario.book[j])) continue;
    CHECK(dear.layers[j].turnover == free.layers[j].turnover);
    CHECK_THAT(dear.layers[j].profit.back(), WithinAbs(free.layers[j].profit.back() - dear.layers[j].costs, 1e-9 * 100000));
  }
}

TEST_CASE("a static layer is the same whatever its trigger, and differs once it recalibrates", "[book]") {
  const auto profit = [](std::string_view kind, std::string_view options) {
    return evaluated(given(std::format(R"({{{}, "book": [{{"kind": "{}", {}}}]}})", busy_path, kind, options)))
        .layers[0]
        .profit;
  };
  for (const char* kind : {"vix_calls", "vix_puts", "spx_puts", "strip", "short_token"}) {
    CAPTURE(kind);
    const Days still = profit(kind, R"("recalibrate": "static")");
    CHECK(still == profit(kind, R"("trigger": 0.01)"));
    for (const char* policy : {"daily", "weekly", "on_trigger"})
      CHECK(still != profit(kind, std::format(R"("recalibrate": "{}", "trigger": 0.1)", policy)));
  }
}
