#include "book/reserve.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <numeric>

#include "walked.h"

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using namespace ballast;

namespace {

constexpr std::string_view one_spike = R"("path": {"horizon_days": 80, "spike": {"day": 20, "vix_to": 40}})";

Scenario reserve_with(std::string_view options, std::string_view more = one_spike) {
  return given(std::format(R"({{"book": [{{"kind": "reserve"{}}}], {}}})", options, more));
}

/// Days on which something was bought.
std::vector<int> fired_on(const LayerByDay& layer) {
  std::vector<int> days;
  for (const LegReport& leg : layer.legs)
    if (days.empty() || days.back() != leg.opened_day) days.push_back(leg.opened_day);
  return days;
}

std::vector<int> fired_on(std::string_view options, std::string_view more = one_spike) {
  return fired_on(evaluated(reserve_with(options, more)).layers[0]);
}

}  // namespace

TEST_CASE("a reserve fires when VIX comes from below to its level", "[reserve]") {
  CHECK(fired_on("") == std::vector{20});
  CHECK(fired_on(R"(, "trigger_vix": 40)") == std::vector{20});
  CHECK(fired_on(R"(, "trigger_vix": 40.01)").empty());
  // It stays above for a while, which is no crossing.
  const Evaluation evaluation = evaluated(reserve_with(R"(, "trigger_vix": 16, "rearm_days": 1)"));
  CHECK(evaluation.path.vix[21] > 16);
  CHECK(evaluation.path.vix[22] > 16);
  CHECK(fired_on(evaluation.layers[0]) == std::vector{20});
  CHECK(fired_on(R"(, "open_day": 21)").size() == (evaluation.path.vix[21] >= 25 ? 1 : 0));
}

TEST_CASE("VIX does not fire a reserve again for as many days as it takes to rearm", "[reserve]") {
  // An event on day 15 fires it; the crossing of day 20 comes five days later.
  CHECK(fired_on(R"(, "events": [{"day": 15}], "rearm_days": 5)") == std::vector{15, 20});
  CHECK(fired_on(R"(, "events": [{"day": 15}], "rearm_days": 6)") == std::vector{15});
}

TEST_CASE("a reserve fires on the days of events, whatever VIX does", "[reserve]") {
  CHECK(fired_on(R"(, "trigger_vix": 500, "events": [{"day": 0}, {"day": 7}, {"day": 8}, {"day": 80}])") ==
        std::vector{0, 7, 8});
  CHECK(fired_on(R"(, "trigger_vix": 500, "open_day": 5, "events": [{"day": 3}, {"day": 9}])") == std::vector{9});
}

TEST_CASE("a reserve spends its share of what is left, the costs of trading included", "[reserve]") {
  const Scenario scenario = reserve_with(
      R"(, "capital": 8000, "spend": 0.25, "trigger_vix": 500, "rate": 0, "spread": 0.06, "commission": 2,
         "ladder": [{"contracts": 2, "days": 90}, {"contracts": 1, "days": 120, "strike": {"delta": 0.2}}], "events": [{"day": 4}, {"day": 11}])");
  const Walked days = walked(scenario);
  const std::vector<LayerDay>& layer = days.layers[0];
  CHECK(layer[3].holdings.reserve[0] == 8000);
  CHECK_THAT(layer[4].holdings.cash_flow[0], WithinRel(-2000.0, 1e-12));
  CHECK_THAT(layer[4].holdings.reserve[0], WithinRel(6000.0, 1e-12));
  CHECK_THAT(layer[11].holdings.cash_flow[0], WithinRel(-1500.0, 1e-12));
  CHECK_THAT(layer[11].holdings.reserve[0], WithinRel(4500.0, 1e-12));
  const auto legs = evaluated(scenario).layers[0].legs;
  REQUIRE(legs.size() == 4);
  CHECK_THAT(legs[0].contracts, WithinRel(2 * legs[1].contracts, 1e-12));
}

TEST_CASE("a reserve never spends more than its capital", "[reserve]") {
  for (const std::string_view whole : {"false", "true"})
    for (const double capital : {500.0, 777.0, 9999.0}) {
      const Walked days = walked(reserve_with(
          std::format(R"(, "capital": {}, "spend": 1, "rate": 0, "events": [{{"day": 1}}, {{"day": 2}}, {{"day": 30}}])",
                      capital),
          std::format(R"("whole_contracts": {}, {})", whole, one_spike)));
      double spent = 0;
      for (const LayerDay& day : days.layers[0]) {
        spent += std::max(-day.holdings.cash_flow[0], 0.0);
        CHECK_THAT(day.holdings.reserve[0], WithinAbs(capital - spent, 1e-9) && !WithinAbs(-1, 0.999));
        CHECK(spent <= capital * (1 + 1e-12));
      }
      CHECK(spent > 0.2 * capital);
      // Of whole contracts some money is left over.
      CHECK((whole == "true") == (spent < capital - 1e-6));
    }
}

TEST_CASE("money in bills earns on what is left, borrowed money pays on what was borrowed", "[reserve]") {
  for (const bool bills : {true, false}) {
    const Walked days = walked(reserve_with(
        std::format(R"(, "capital": 10000, "rate": 0.073, "spend": 0.5, "funding": "{}")", bills ? "bills" : "borrowed")));
    const std::vector<LayerDay>& layer = days.layers[0];
    const double full = 10000 * 0.073 / 365, half = 5000 * 0.073 / 365;
    CHECK(layer[0].holdings.cash_flow[0] == 0);
    for (const std::size_t day : {1u, 19u})
      CHECK_THAT(layer[day].holdings.cash_flow[0], WithinRel(bills ? full : -full, 1e-12));
    // On the day it fires the interest of the night before is in.
    CHECK_THAT(layer[20].holdings.cash_flow[0], WithinRel(-5000 + (bills ? full : -full), 1e-12));
    for (const std::size_t day : {21u, 49u, 51u, 80u})
      CHECK_THAT(layer[day].holdings.cash_flow[0], WithinRel(bills ? half : -full, 1e-9));
    CHECK(layer[20].holdings.borrowed.empty() == bills);
  }
}

TEST_CASE("a reserve buys what it is told to and holds it to expiry", "[reserve]") {
  for (const auto& [buys, underlying, type] :
       {std::tuple{"vix_calls", Underlying::vix, OptionType::call}, std::tuple{"vix_puts", Underlying::vix, OptionType::put},
        std::tuple{"spx_puts", Underlying::spx, OptionType::put}}) {
    const auto legs = evaluated(reserve_with(std::format(R"(, "buys": "{}")", buys))).layers[0].legs;
    REQUIRE(legs.size() == 1);
    CHECK(legs[0].underlying == underlying);
    CHECK(legs[0].type == type);
    CHECK(legs[0].end == LegReport::expired);
    CHECK(legs[0].end_day == 50);
  }
}

TEST_CASE("a reserve fires on VIX as the signers saw it, and meets the dates of events", "[reserve][execution]") {
  const auto days = [](double delay_hours) {
    return fired_on(R"(, "events": [{"day": 60}])",
                    std::format(R"("execution": {{"delay_hours": {}}}, {})", delay_hours, one_spike));
  };
  CHECK(days(0) == std::vector{20, 60});
  CHECK(days(24) == std::vector{21, 60});
  CHECK(days(25) == std::vector{22, 60});
}
