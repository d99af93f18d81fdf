// Whatever a scenario may say within its bounds is answered with finite numbers.
#include <catch2/catch_test_macros.hpp>

#include "any_scenario.h"
#include "scenario/run.h"
#include "scenario/schema.h"

using namespace ballast;

namespace {

/// Takes out of a request what a rule between fields refuses; defaults stand in.
void take_out(Json& request, const std::string& place) {
  const Json::json_pointer pointer(place);
  const auto parent = pointer.parent_pointer();
  if (!request.contains(parent)) return;
  Json& object = request[parent];
  if (object.is_object()) object.erase(pointer.back());
  // Rules between several fields: all of them go.
  if (pointer.back() == "long" || pointer.back() == "short") object.erase("short"), object.erase("long");
  if (pointer.back() == "horizon_days") object.erase("spike"), object["horizon_days"] = 30;
  if (pointer.back() == "path" || pointer.back() == "pool") object.erase("token");
  if (pointer.back() == "highest") object.erase("lowest"), object.erase("step");
  if (pointer.back() == "fast") object.erase("slow");
  if (pointer.back() == "mean") object.erase("deviation");
  if (pointer.back() == "token" && object.contains("market")) object["market"].erase("vix_curve");
}

/// The answer to a request, made good where it is not.
Json answer(Json& request) {
  for (int tries = 0; tries < 20; ++tries) {
    Json response = Json::parse(run(request.dump()));
    if (response["problems"].empty()) return response["report"];
    for (const Json& problem : response["problems"]) {
      INFO(problem.dump());
      REQUIRE(problem["pointer"] != "");
      take_out(request, problem["pointer"]);
    }
  }
  FAIL("cannot be made good: " << request.dump());
  return {};
}

}  // namespace

TEST_CASE("any scenario within the bounds is answered with finite numbers") {
  AnyScenario scenarios(scenario_schema(), 37'32);
  for (int i = 0; i < 1500; ++i) {
    Json scenario = scenarios.next();
    if (scenario.contains("path")) {
      int longest = i % 50 == 0 ? 3660 : 45;
      Json& path = scenario["path"];
      if (path.contains("horizon_days")) path["horizon_days"] = std::min(longest, path["horizon_days"].get<int>());
    }
    Json request = {{"task", i % 5 == 4 ? "surface" : "evaluate"}, {"scenario", scenario}};
    request["grid"] = i % 3 ? Json{{"vix_from", 1}, {"vix_to", 500}, {"points", 4}} : Json{{"points", 4}};
    Json report = answer(request);
    report.erase("defaults");  // null stands for a value that is left out
    if (!is_finite(report)) FAIL("not finite: " << request.dump());
  }
}

TEST_CASE("any simulation within the bounds is answered with finite numbers") {
  AnyScenario scenarios(scenario_schema(), 20'24), simulations(simulation_schema(), 8'05);
  for (int i = 0; i < 150; ++i) {
    Json scenario = scenarios.next(), simulation = simulations.next();
    if (scenario.contains("path") && scenario["path"].contains("horizon_days"))
      scenario["path"]["horizon_days"] = std::min(20, scenario["path"]["horizon_days"].get<int>());
    if (!scenario.contains("path") || !scenario["path"].contains("horizon_days")) scenario["path"]["horizon_days"] = 20;
    for (const char* key : {"horizon_days", "days", "shard"}) simulation.erase(key);
    simulation["paths"] = i % 7 ? 50 : 300;
    Json request = {{"task", i % 5 ? "simulate" : "path"}, {"scenario", scenario}, {"simulation", simulation}};
    if (i % 5 == 0) request["path"] = i % 50;
    Json report = answer(request);
    report.erase("defaults");
    if (!is_finite(report)) FAIL("not finite: " << request.dump());
  }
}
