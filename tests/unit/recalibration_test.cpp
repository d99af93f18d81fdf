// Positions that are set anew between their rolls.
#include "book/recalibration.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <set>

#include "walked.h"

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using namespace ballast;

namespace {

constexpr std::string_view spike = R"("path": {"horizon_days": 58, "spike": {"day": 12, "rise_days": 4, "vix_to": 50}})";

LayerByDay layer_with(std::string_view layer, std::string_view more = spike) {
  return evaluated(given(std::format(R"({{"book": [{}], {}}})", layer, more))).layers[0];
}

std::string ladder(std::string_view options) {
  return std::format(R"({{"kind": "vix_calls", "ladder": [{{"contracts": 2, "days": 60}}]{}}})", options);
}

std::string strip(std::string_view options) {
  return std::format(R"({{"kind": "strip", "days": 60, "lowest": 12, "highest": 40, "step": 2.5{}}})", options);
}

std::set<int> days_of_opening(const LayerByDay& layer) {
  std::set<int> days;
  for (const LegReport& leg : layer.legs) days.insert(leg.opened_day);
  return days;
}

std::set<int> every(int step) {
  std::set<int> days;
  for (int day = 0; day < 58; day += step) days.insert(day);
  return days;
}

/// The days on which VIX has moved by the trigger since the last of them, measured anew on each day of `rolls`.
std::set<int> days_of_trigger(const Days& vix, double trigger, const std::set<int>& rolls = {0}) {
  std::set<int> days = rolls;
  double reference = vix[0];
  for (int day = 1; day + 1 < static_cast<int>(vix.size()); ++day) {
    const double now = vix[static_cast<std::size_t>(day)];
    if (!rolls.contains(day) && std::abs(std::log(now / reference)) < trigger) continue;
    reference = now;
    days.insert(day);
  }
  return days;
}

}  // namespace

TEST_CASE("a static layer is left alone", "[recalibration]") {
  for (const auto& layer :
       {ladder(R"(, "recalibrate": "static", "trigger": 0.001)"), strip(R"(, "recalibrate": "static", "trigger": 0.001)")})
    CHECK(days_of_opening(layer_with(layer)) == std::set{0});
}

TEST_CASE("a ladder set anew keeps its sizes and its expiry and takes the strikes of the day", "[recalibration]") {
  for (const auto& [policy, days] : {std::pair{"daily", every(1)}, std::pair{"weekly", every(7)}}) {
    const LayerByDay layer = layer_with(ladder(std::format(R"(, "recalibrate": "{}")", policy)));
    CHECK(days_of_opening(layer) == days);
    int next = 0;
    for (const LegReport& leg : layer.legs) {
      CHECK(leg.opened_day == next);
      CHECK(leg.contracts == 2);
      CHECK(leg.expiry_day == 60);
      CHECK_THAT(leg.opened.delta, WithinAbs(0.5, 1e-12));
      if (leg.end == LegReport::sold) next = leg.end_day;
    }
    CHECK(next == *days.rbegin());
  }
}

TEST_CASE("a strip set anew covers the loss from the day's levels to the same expiry", "[recalibration]") {
  const LayerByDay layer = layer_with(strip(R"(, "recalibrate": "weekly", "cover": 0.5)"));
  CHECK(days_of_opening(layer) == every(7));
  for (const LegReport& leg : layer.legs) {
    CHECK(leg.expiry_day == 60);
    CHECK(leg.end == (leg.opened_day == 56 ? LegReport::open : LegReport::sold));
    if (leg.end == LegReport::sold) CHECK(leg.end_day == leg.opened_day + 7);
  }
}

TEST_CASE("a strip covers the share of the loss that it is asked to", "[recalibration]") {
  const LayerByDay whole = layer_with(strip("")), half = layer_with(strip(R"(, "cover": 0.5)"));
  REQUIRE(whole.legs.size() == half.legs.size());
  for (std::size_t i = 0; i < whole.legs.size(); ++i)
    CHECK_THAT(half.legs[i].contracts, WithinRel(0.5 * whole.legs[i].contracts, 1e-12));
  CHECK(layer_with(strip(R"(, "cover": 0)")).legs.empty());
}

TEST_CASE("turnover and costs grow with how often a layer is set anew", "[recalibration]") {
  for (const auto make : {ladder, strip}) {
    const LayerByDay still = layer_with(make("")), weekly = layer_with(make(R"(, "recalibrate": "weekly")")),
                     daily = layer_with(make(R"(, "recalibrate": "daily")"));
    CHECK(still.turnover < weekly.turnover);
    CHECK(weekly.turnover < daily.turnover);
    CHECK(still.costs < weekly.costs);
    CHECK(weekly.costs < daily.costs);
    // What is sold and bought back at the same strike costs its spread all the same, and nothing besides.
    const LayerByDay free = layer_with(make(R"(, "recalibrate": "daily", "spread": 0, "commission": 0)"));
    CHECK(free.costs == 0);
    CHECK_THAT(daily.profit.back(), WithinAbs(free.profit.back() - daily.costs, 1e-8));
  }
}

TEST_CASE("a trigger fires when VIX has moved as far since the position was last set", "[recalibration]") {
  for (const auto make : {ladder, strip}) {
    const Scenario scenario =
        given(std::format(R"({{"book": [{}], {}}})", make(R"(, "recalibrate": "on_trigger", "trigger": 0.2)"), spike));
    const Evaluation evaluation = evaluated(scenario);
    const std::set<int> days = days_of_trigger(evaluation.path.vix, 0.2);
    CHECK(days.size() > 4);
    CHECK(days_of_opening(evaluation.layers[0]) == days);
  }
}

TEST_CASE("a trigger measures anew from a roll, which sets the position as well", "[recalibration]") {
  // The roll of day 14 falls into the rise.
  for (const auto make : {ladder, strip}) {
    const Scenario scenario = given(std::format(
        R"({{"book": [{}], {}}})", make(R"(, "roll_days": 46, "recalibrate": "on_trigger", "trigger": 0.5)"), spike));
    const Evaluation evaluation = evaluated(scenario);
    const std::set<int> days = days_of_trigger(evaluation.path.vix, 0.5, {0, 14, 28, 42, 56});
    CHECK(days != days_of_trigger(evaluation.path.vix, 0.5));
    CHECK(days_of_opening(evaluation.layers[0]) == days);
  }
}

TEST_CASE("a trigger goes by what the signers saw", "[recalibration][execution]") {
  const auto first = [](double hours) {
    const LayerByDay layer = layer_with(ladder(R"(, "recalibrate": "on_trigger", "trigger": 0.2)"),
                                        std::format(R"("execution": {{"delay_hours": {}}}, {})", hours, spike));
    return *std::next(days_of_opening(layer).begin());
  };
  CHECK(first(0) == 12);
  CHECK(first(24) == 13);
  CHECK(first(49) == 15);
}

TEST_CASE("rungs of a ladder that roll on their own are not set anew on that day", "[recalibration]") {
  const LayerByDay layer = layer_with(
      R"({"kind": "vix_calls", "recalibrate": "daily", "ladder": [{"contracts": 1, "days": 10}, {"contracts": 3, "days": 25}]})");
  // One of each rung every day.
  for (int day = 0; day < 58; ++day) {
    const auto legs = opened_on(layer, day);
    REQUIRE(legs.size() == 2);
    for (const LegReport& leg : legs) {
      const int days = leg.contracts == 1 ? 10 : 25;
      CHECK(leg.expiry_day == day + days - day % days);
    }
  }
}
