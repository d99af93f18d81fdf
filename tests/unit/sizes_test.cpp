// Sizes of a scenario's own layers, through the border.
#include "sizing/sizes.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include "given.h"
#include "ledger/balance.h"
#include "ledger/one_path.h"
#include "scenario/run.h"
#include "scenario/schema.h"

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using namespace ballast;

namespace {

Json response(std::string_view sizing, std::string_view simulation = R"({"paths": 600})") {
  return Json::parse(run(R"({"task": "size", "scenario": {"book": [
    {"kind": "vix_calls", "name": "calls"}, {"kind": "short_token", "on": false}, {"kind": "iron_condor", "name": "condor"}]},
    "simulation": )" + std::string(simulation) + R"(, "sizing": )" + std::string(sizing) + "}"));
}

Json sizes(std::string_view sizing, std::string_view simulation = R"({"paths": 600})") {
  const Json json = response(sizing, simulation);
  INFO(json["problems"].dump());
  REQUIRE(json["problems"].empty());
  return json["report"];
}

double cvar(const Json& sizes) {
  return sizes["found"]["conditional_value_at_risk"].get<double>();
}

}  // namespace

TEST_CASE("least variance and least CVaR are least, and what they hold is what they are given") {
  const Json report = sizes("{}");
  REQUIRE(report["layers"].size() == 2);
  CHECK(report["layers"][1]["place"] == 2);
  const Json &book = report["book"], &variance = report["minimum_variance"], &tail = report["minimum_cvar"];
  CHECK(variance["found"]["deviation"] <= book["found"]["deviation"]);
  CHECK(variance["found"]["deviation"] <= report["unhedged"]["found"]["deviation"]);
  CHECK(cvar(tail) <= cvar(book) + 1e-6);
  CHECK(cvar(tail) <= cvar(variance) + 1e-6);
  CHECK(cvar(tail) <= cvar(report["unhedged"]) + 1e-6);
  CHECK(tail["found"] != tail["fresh"]);
  for (const Json& quantity : tail["quantity"]) {
    CHECK(quantity >= -1e-9);
    CHECK(quantity <= 5 + 1e-9);
  }
}

TEST_CASE("the least variance is where each layer has its covariance with the rest over its own variance") {
  const Json report = sizes("{}"), held = sizes(R"({"layers": [{"least": 2}, {}, {"least": 2}]})");
  for (const Json& each : {report, held}) {
    const Json& variance = each["minimum_variance"];
    std::size_t free = 0;
    for (std::size_t j = 0; j < each["layers"].size(); ++j) {
      const Json& layer = each["layers"][j];
      const double quantity = variance["quantity"][j].get<double>();
      const bool bound =
          std::ranges::any_of(variance["binding"], [&](const Json& limit) { return limit["layer"] == layer["name"]; });
      if (bound) continue;
      ++free;
      CHECK_THAT(quantity, WithinRel(-layer["covariance"].get<double>() / layer["variance"].get<double>(), 1e-9));
    }
    CHECK(free + variance["binding"].size() == each["layers"].size());
  }
  CHECK(held["minimum_variance"]["binding"].size() > report["minimum_variance"]["binding"].size());
}

TEST_CASE("the variance of a layer is that of its simulated profit") {
  const Json report = sizes("{}");
  const Json end = Json::parse(run(R"({"task": "simulate", "scenario": {"book": [
    {"kind": "vix_calls", "name": "calls"}, {"kind": "iron_condor", "name": "condor"}]}, "simulation": {"paths": 600}})"))
      ["report"]["days"][0];
  for (std::size_t j = 0; j < 2; ++j) {
    const double deviation = end["layers"][j]["deviation"]["value"].get<double>();
    CHECK_THAT(report["layers"][j]["variance"].get<double>(), WithinRel(deviation * deviation * 599 / 600, 1e-9));
  }
}

TEST_CASE("the book as it stands is what the simulation says of it") {
  const Json report = sizes("{}");
  const Json simulated = Json::parse(run(R"({"task": "simulate", "scenario": {"book": [
    {"kind": "vix_calls", "name": "calls"}, {"kind": "iron_condor", "name": "condor"}]}, "simulation": {"paths": 600}})"))["report"];
  const Json& end = simulated["days"][0];
  const Json& found = report["book"]["found"];
  CHECK_THAT(found["mean"].get<double>(), WithinRel(end["total"]["mean"]["value"].get<double>(), 1e-9));
  CHECK_THAT(found["conditional_value_at_risk"].get<double>(),
             WithinRel(end["total"]["conditional_value_at_risk"]["value"].get<double>(), 1e-9));
  CHECK_THAT(report["layers"][0]["yearly_cost"].get<double>(),
             WithinRel(-end["layers"][0]["mean"]["value"].get<double>() * 365 / 30, 1e-9));
}

TEST_CASE("limits hold, and the one that binds is named") {
  const Json free = sizes("{}");
  const double premium = free["layers"][0]["premium"].get<double>();
  const Json report = sizes(R"({"layers": [{"least": 0.5, "most": 0.5}, {}, {"most": 0}], "points": 3})");
  CHECK_THAT(report["minimum_cvar"]["quantity"][0].get<double>(), WithinAbs(0.5, 1e-9));
  CHECK_THAT(report["minimum_cvar"]["quantity"][1].get<double>(), WithinAbs(0, 1e-9));
  CHECK_THAT(report["minimum_cvar"]["premium"].get<double>(), WithinRel(premium / 2, 1e-9));
  CHECK(report["frontier"]["yearly_cost"].size() == 3);

  const Json capped = sizes(R"({"margin_cap": 0})");
  CHECK_THAT(capped["minimum_cvar"]["margin"].get<double>(), WithinAbs(0, 1e-6));
  const Json none = sizes(R"({"layers": [{"most": 0}, {}, {"most": 0}]})");
  CHECK_THAT(cvar(none["minimum_cvar"]), WithinAbs(cvar(none["unhedged"]), 1e-6));
}

TEST_CASE("the frontier falls from the cheapest to the least CVaR") {
  const Json report = sizes(R"({"points": 6})");
  const auto cost = report["frontier"]["yearly_cost"].get<std::vector<double>>();
  const auto tail = report["frontier"]["conditional_value_at_risk"].get<std::vector<double>>();
  REQUIRE(cost.size() == 6);
  for (std::size_t i = 1; i < cost.size(); ++i) {
    CHECK(cost[i] >= cost[i - 1] - 1e-6);
    CHECK(tail[i] <= tail[i - 1] + 1e-6);
  }
  CHECK_THAT(tail.back(), WithinAbs(cvar(report["minimum_cvar"]), 1e-6));
}

TEST_CASE("sizes that cannot be found are a problem that says why") {
  const auto problem = [](std::string_view sizing, std::string_view simulation = R"({"paths": 50})") {
    const Json json = response(sizing, simulation);
    REQUIRE(json["problems"].size() == 1);
    return json["problems"][0]["pointer"].get<std::string>() + " " + json["problems"][0]["message"].get<std::string>();
  };
  const std::string floor = problem(R"({"expected_floor": 1e9})");
  CHECK(floor.contains("has limits that no sizes hold together: "));
  CHECK(floor.ends_with(" and the floor of the mean profit"));
  CHECK(problem(R"({"layers": [{"least": 2, "most": 1}, {}, {}]})").contains("the least size of calls and the greatest size of calls"));
  CHECK(problem(R"({"layers": [{}]})").starts_with("/sizing/layers"));
  CHECK(problem(R"({"points": 1})").starts_with("/sizing/points"));
  CHECK(problem(R"({"fresh_seed": 1})").starts_with("/sizing/fresh_seed"));
  CHECK(problem("{}", R"({"paths": 0})").starts_with("/simulation/paths"));
  CHECK(problem("{}", R"({"paths": 20001})").starts_with("/simulation/paths"));
  CHECK(problem("{}", R"({"paths": 5, "shard": {}})").starts_with("/simulation/shard"));
}

TEST_CASE("a scenario without layers, and one path, have an answer") {
  const Json none = Json::parse(run(R"({"task": "size", "simulation": {"paths": 20}})"));
  INFO(none["problems"].dump());
  REQUIRE(none["problems"].empty());
  CHECK(none["report"]["minimum_cvar"]["quantity"].empty());
  CHECK(sizes("{}", R"({"paths": 1})")["frontier"]["yearly_cost"].size() == 11);
}

namespace {

constexpr std::string_view stripped = R"({"pool": {"kind": "concentrated", "value": 100000, "price": 1, "lower": 0.5, "upper": 3},
  "token": {"kind": "fixed_future", "expiry_days": 30}, "capital": {"cash": 0},
  "book": [{"kind": "strip", "name": "strip", "step": 5, "lowest": 10, "highest": 30}, {"kind": "iron_condor", "name": "condor"}]})";

Json stripped_sizes(std::string_view sizing) {
  const Json json = Json::parse(run(R"({"task": "size", "scenario": )" + std::string(stripped) +
                                    R"(, "simulation": {"paths": 400}, "sizing": )" + std::string(sizing) + "}"));
  INFO(json["problems"].dump());
  REQUIRE(json["problems"].empty());
  return json["report"];
}

}  // namespace

TEST_CASE("a strip taken apart is each of its options, and all of them at one are the strip") {
  const Json whole = stripped_sizes(R"({"points": 3})"), apart = stripped_sizes(R"({"points": 3, "strips": "by_strike"})");
  REQUIRE(whole["layers"].size() == 2);
  // Puts below the entry and calls above it, on the five strikes 10 to 30, both at the two about the entry; then the condor.
  REQUIRE(apart["layers"].size() >= 6);
  double premium = 0;
  for (const Json& layer : apart["layers"]) {
    if (layer["name"] == "condor") continue;
    CHECK(layer["place"] == 0);
    CHECK((layer["type"] == "put" || layer["type"] == "call"));
    CHECK(layer["name"].get<std::string>().ends_with(", strip"));
    premium += layer["premium"].get<double>();
  }
  CHECK(apart["layers"][0]["name"] == "put 10, strip");
  CHECK(apart["layers"].back()["name"] == "condor");
  CHECK(apart["layers"].back()["place"] == 1);
  CHECK_THAT(premium, WithinRel(whole["layers"][0]["premium"].get<double>(), 1e-9));
  for (const char* outcome : {"found", "fresh"})
    for (const char* figure : {"mean", "deviation", "conditional_value_at_risk"})
      CHECK_THAT(apart["book"][outcome][figure].get<double>(), WithinRel(whole["book"][outcome][figure].get<double>(), 1e-7));
  CHECK_THAT(apart["book"]["quick_ratio"].get<double>(), WithinRel(whole["book"]["quick_ratio"].get<double>(), 1e-9));
  // What can be done with the strip as one can be done with its options.
  CHECK(cvar(apart["minimum_cvar"]) <= cvar(whole["minimum_cvar"]) + 1e-6);
  CHECK(apart["minimum_variance"]["found"]["deviation"] <= whole["minimum_variance"]["found"]["deviation"].get<double>() + 1e-6);
}

TEST_CASE("the options of a strip adapt as the strip does") {
  const auto asked = [](std::string_view strips) {
    const Json json = Json::parse(run(R"({"task": "size", "simulation": {"paths": 100}, "sizing": {"points": 2, "strips": ")" +
                                      std::string(strips) + R"("}, "scenario": {
      "pool": {"kind": "concentrated", "value": 100000, "price": 1, "lower": 0.5, "upper": 3},
      "token": {"kind": "fixed_future", "expiry_days": 30}, "capital": {"cash": 0},
      "signals": {"indicators": [{"kind": "edr", "mean": 1.2, "deviation": 0.5}], "offset": 1},
      "book": [{"kind": "strip", "step": 5, "lowest": 10, "highest": 30, "adaptive": 2, "resize_at": 0.1}]}})"));
    INFO(json["problems"].dump());
    REQUIRE(json["problems"].empty());
    return json["report"]["book"];
  };
  const Json whole = asked("whole"), apart = asked("by_strike");
  CHECK_THAT(apart["premium"].get<double>(), WithinRel(whole["premium"].get<double>(), 1e-9));
  for (const char* figure : {"mean", "deviation", "conditional_value_at_risk"})
    CHECK_THAT(apart["found"][figure].get<double>(), WithinRel(whole["found"][figure].get<double>(), 1e-7));
}

TEST_CASE("limits of a strip are those of each of its options") {
  const Json report = stripped_sizes(R"({"points": 2, "strips": "by_strike", "layers": [{"least": 0.5, "most": 0.5}, {"most": 0}]})");
  const auto quantity = report["minimum_cvar"]["quantity"].get<std::vector<double>>();
  for (std::size_t j = 0; j + 1 < quantity.size(); ++j) CHECK_THAT(quantity[j], WithinAbs(0.5, 1e-9));
  CHECK_THAT(quantity.back(), WithinAbs(0, 1e-9));
}

TEST_CASE("too many options of a strip are a problem that says how many") {
  const Json json = Json::parse(run(R"({"task": "size", "simulation": {"paths": 10}, "sizing": {"strips": "by_strike"},
    "scenario": {"book": [{"kind": "strip", "step": 0.5, "lowest": 10, "highest": 100}]}})"));
  REQUIRE(json["problems"].size() == 1);
  CHECK(json["problems"][0]["pointer"] == "/sizing/strips");
  CHECK(json["problems"][0]["message"].get<std::string>().contains("100 is the most"));
}

TEST_CASE("rows of a floor on the quick ratio are what a hand computes") {
  // Day 0: 40 of cash and 60 of USDC, nothing owed; a unit brings 10 of cash and owes 30. Day 1: 5 of cash and 75 of USDC, 20
  // owed; a unit takes 15 of cash for options worth 10, and owes 25.
  sizing::QuickRatioTerms terms{.cash = Eigen::Vector2d(40, 5),
                                .assets = Eigen::Vector2d(60, 75),
                                .owed = Eigen::Vector2d(0, 20),
                                .unit_cash = Eigen::Vector2d(10, -15),
                                .unit_assets = Eigen::Vector2d(0, 10),
                                .unit_owed = Eigen::Vector2d(30, 25)};
  const auto rows = sizing::quick_ratio_floor(terms, 2);
  REQUIRE(rows.size() == 4);
  // 100 + 10 q >= 2·30 q, and 40 + 10 q + 60/2 >= 30 q; 80 - 5 q >= 2·(20 + 25 q), and (75 + 10 q)/2 >= 20 + 25 q - (5 - 15 q).
  const double coefficient[] = {50, 20, 55, 35}, at_most[] = {100, 70, 40, 22.5};
  for (std::size_t i = 0; i < 4; ++i) {
    CHECK(rows[i].coefficient[0] == coefficient[i]);
    CHECK(rows[i].at_most == at_most[i]);
    CHECK(sizing::day_of_row(2, static_cast<Eigen::Index>(i)) == static_cast<Eigen::Index>(i / 2));
  }
  // Up to a floor of 1 the first of the two is enough.
  CHECK(sizing::quick_ratio_floor(terms, 1).size() == 2);
  CHECK(sizing::day_of_row(1, 1) == 1);
  const auto ratio = [&](double quantity) { return sizing::least_quick_ratio(terms, Eigen::VectorXd::Constant(1, quantity)); };
  // With a quarter of a unit cash is not yet overdrawn; with one 10 of it are, and are owed.
  CHECK(ratio(0.25) == 78.75 / 26.25);
  CHECK(ratio(1) == 85.0 / 55);
  CHECK_THAT(ratio(22.5 / 35), WithinRel(2, 1e-12));
  terms.owed[1] = 0;
  CHECK(ratio(0) == no_obligations);
}

TEST_CASE("the quick ratio of sizes on one path is the ledger's") {
  // Bought calls without cash to pay for them: what is overdrawn is owed.
  const Scenario scenario = given(R"({"capital": {"cash": 0}, "book": [{"kind": "vix_calls", "ladder": [{"contracts": 400, "days": 30}]}]})");
  const Simulated one{.horizon_days = 30, .paths = 1, .seed = 2};
  const sizing::Candidates found = sizing::candidates(position(scenario), one, sizing::Strips::whole);
  const OnePath path = walk_path(position(scenario), one, 0);
  const double least = std::ranges::min(path.quick_ratio);
  REQUIRE(least < no_obligations);
  CHECK_THAT(sizing::least_quick_ratio(found.quick_ratio, Eigen::VectorXd::Ones(1)), WithinRel(least, 1e-12));
}

TEST_CASE("a floor on the quick ratio holds, is named where it binds, and may leave no sizes") {
  // Against cash the token is to be sold short, which ties up margin.
  const auto sold_short = [](std::string_view sizing, std::string_view capital = R"({"cash": 20000})") {
    return Json::parse(run(R"({"task": "size", "simulation": {"paths": 400}, "sizing": )" + std::string(sizing) +
                           R"(, "scenario": {"pool": {"benchmark": "cash"}, "capital": )" + std::string(capital) +
                           R"(, "book": [{"kind": "short_token", "ratio": 0.5}]}})"));
  };
  const Json free = sold_short(R"({"points": 2})")["report"]["minimum_cvar"];
  const Json held = sold_short(R"({"points": 2, "quick_ratio_floor": 3})")["report"]["minimum_cvar"];
  REQUIRE(free["quick_ratio"] < 3);
  CHECK_THAT(held["quick_ratio"].get<double>(), WithinRel(3.0, 1e-9));
  CHECK(cvar(held) > cvar(free));
  REQUIRE(held["binding"].size() == 1);
  CHECK(held["binding"][0]["limit"] == "quick_ratio_floor");
  CHECK(held["binding"][0]["text"].get<std::string>() ==
        "the floor of the quick ratio on day " + std::to_string(held["binding"][0]["day"].get<int>()) + " holds it back");
  // A debt of all that is at hand and more: no sizes bring the ratio to 1000.
  const Json none = sold_short(R"({"quick_ratio_floor": 1000})", R"({"debt": 100000})");
  REQUIRE(none["problems"].size() == 1);
  CHECK(none["problems"][0]["message"].get<std::string>().contains("the floor of the quick ratio on day"));
  CHECK(response(R"({"quick_ratio_floor": -1, "strips": "apart"})")["problems"].size() == 2);
}
