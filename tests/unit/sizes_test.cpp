// Sizes of a scenario's own layers, through the border.
#include "sizing/sizes.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

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
