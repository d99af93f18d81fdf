// What the parser, the schema, the complete scenario and the list of defaults say of a scenario is one thing.
#include <catch2/catch_test_macros.hpp>
#include <set>

#include "any_scenario.h"
#include "given.h"
#include "scenario/presets.h"
#include "scenario/run.h"
#include "scenario/schema.h"
#include "scenario/write.h"

using namespace ballast;

namespace {

Json report_of(std::string_view task, const Json& scenario) {
  const Json response = Json::parse(run(Json{{"task", task}, {"scenario", scenario}}.dump()));
  INFO(response["problems"].dump());
  REQUIRE(response["problems"].empty());
  return response["report"];
}

/// Scenarios to try: the presets, nothing at all, and one of everything.
std::vector<Json> scenarios() {
  std::vector<Json> all = {Json::object()};
  for (const Preset& preset : presets()) all.push_back(Json::parse(preset.scenario));
  all.push_back(Json::parse(R"({"market": {"vix_curve": {"calm": 12}}, "token": {}, "pool": {"benchmark": "rebalanced"},
    "path": {"spike": {"multiple": 2, "rise_days": 2, "vvix_to": 150}},
    "book": [{"kind": "vix_calls", "ladder": [{"strike": {"level": 20}}, {"days": 45, "strike": {"moneyness": 1.1}}, {}]},
             {"kind": "vix_calls"}, {"kind": "iron_condor", "on": false}, {"kind": "iron_condor"}]})"));
  return all;
}

/// Calls `visit(pointer, schema)` for every property of a schema of objects, lists and kinds.
template <class Visit>
void each_property(const Json& schema, const std::string& pointer, const Visit& visit) {
  if (schema.contains("oneOf"))
    for (const Json& kind : schema["oneOf"]) each_property(kind, pointer, visit);
  if (schema.contains("items")) each_property(schema["items"], pointer + "/0", visit);
  if (!schema.contains("properties")) return;
  for (const auto& [key, property] : schema["properties"].items()) {
    visit(pointer + "/" + key, property);
    each_property(property, pointer + "/" + key, visit);
  }
}

/// The defaults that a schema states, as an object that gives them all.
Json defaults_of(const Json& schema) {
  if (schema.contains("default")) return schema["default"];
  if (schema.contains("const")) return schema["const"];
  if (schema.contains("oneOf")) return defaults_of(schema["oneOf"][0]);
  Json object = Json::object();
  if (!schema.contains("properties")) return nullptr;
  for (const auto& [key, property] : schema["properties"].items()) {
    Json value = property.value("type", "") == "array" ? Json::array() : defaults_of(property);
    if (!value.is_null()) object[key] = std::move(value);
  }
  return object;
}

bool is_number(const Json& schema) { return schema.value("type", "") == "number" || schema.value("type", "") == "integer"; }

}  // namespace

TEST_CASE("a complete scenario read again is itself, and uses no default but what may be left out") {
  for (const Json& scenario : scenarios()) {
    const Json complete = report_of("scenario", scenario);
    CHECK(report_of("scenario", complete) == complete);
    CHECK(report_of("scenario", complete).dump() == complete.dump());
    Json given = report_of("evaluate", scenario), full = report_of("evaluate", complete);
    for (const Json& each : full["defaults"]) {
      INFO(each.dump());
      CHECK(each["value"] == nullptr);
    }
    given.erase("defaults"), full.erase("defaults");
    CHECK(given.dump() == full.dump());
  }
}

TEST_CASE("any scenario within the bounds that is read is written and read again as itself") {
  AnyScenario any(scenario_schema(), 17'31);
  int read = 0;
  for (int i = 0; i < 500; ++i) {
    const Json request = {{"task", "scenario"}, {"scenario", any.next()}};
    const Json response = Json::parse(run(request.dump()));
    if (!response["problems"].empty()) continue;
    ++read;
    CHECK(report_of("scenario", response["report"]).dump() == response["report"].dump());
  }
  CHECK(read > 50);
}

TEST_CASE("every default that was used has a label and a source, and giving it changes nothing but that") {
  const std::set<std::string> labels = {"published", "recurring", "calibrated", "assumption"};
  for (const Json& scenario : scenarios()) {
    const Json report = report_of("evaluate", scenario);
    std::set<std::string> pointers;
    Json filled = {{"scenario", scenario}};
    for (const Json& each : report["defaults"]) {
      const std::string pointer = each["pointer"];
      INFO(pointer);
      CHECK(pointers.insert(pointer).second);
      CHECK(pointer.starts_with("/scenario/"));
      CHECK(labels.contains(each["label"]));
      CHECK(!each["source"].get<std::string>().empty());
      CHECK(!filled.contains(Json::json_pointer(pointer)));
      if (!each["value"].is_null()) filled[Json::json_pointer(pointer)] = each["value"];
    }
    Json again = report_of("evaluate", filled["scenario"]);
    for (const Json& each : again["defaults"]) CHECK(each["value"] == nullptr);
    again["defaults"] = report["defaults"];
    CHECK(again.dump() == report.dump());
  }
}

TEST_CASE("every field of the schema is described, every number has bounds, and every default says where it comes from") {
  int numbers = 0;
  each_property(scenario_schema(), "", [&](const std::string& pointer, const Json& property) {
    INFO(pointer);
    if (property.contains("const")) return;
    CHECK(!property.value("description", "").empty());
    if (!is_number(property)) return;
    ++numbers;
    CHECK((property.contains("minimum") || property.contains("exclusiveMinimum")));
    CHECK((property.contains("maximum") || property.contains("exclusiveMaximum")));
  });
  CHECK(numbers > 30);
  // What may be left out without meaning anything (an amount, a budget) has no default, and so no source.
  const std::set<std::string> left_out = {"tokens", "usdc", "fee_tier", "budget", "vix_to", "multiple", "width",
                                          "breakeven_probability", "pool_depth", "adaptive", "resize_at",
                                          "least_quick_ratio", "trigger_score", "mean", "deviation", "offset"};
  // The default of a strike or a size is one of its alternatives: its source stands at the strike or the size.
  const std::set<std::string> alternatives = {"delta", "standard_deviations", "moneyness", "level",
                                              "units", "percent_of_pool", "margin"};
  each_property(scenario_schema(), "", [&](const std::string& pointer, const Json& property) {
    INFO(pointer);
    const std::string name = pointer.substr(pointer.rfind('/') + 1);
    if (!is_number(property) || alternatives.contains(name)) return;
    if (left_out.contains(name) && !property.contains("default")) return;
    REQUIRE(property.contains("x-source"));
    CHECK(!property["x-source"]["label"].get<std::string>().empty());
    CHECK(!property["x-source"]["text"].get<std::string>().empty());
  });
  each_property(scenario_schema(), "", [&](const std::string& pointer, const Json& property) {
    INFO(pointer);
    if (property.contains("maxProperties")) CHECK(property.contains("x-source"));
  });
}

TEST_CASE("the schema's defaults are the parser's") {
  const Json schema = scenario_schema();
  Json complete = report_of("scenario", Json::object());
  Json stated = defaults_of(schema);
  CHECK(stated == complete);

  for (const Json& kind : schema["properties"]["book"]["items"]["oneOf"]) {
    const std::string name = kind["properties"]["kind"]["const"];
    INFO(name);
    const Json layer = report_of("scenario", {{"book", {{{"kind", name}}}}})["book"][0];
    for (const auto& [key, property] : kind["properties"].items()) {
      INFO(key);
      if (property.value("type", "") == "array") {
        // A list that is empty where it is left out has no default item.
        for (const Json& item : layer[key]) CHECK(item == defaults_of(property["items"]));
      } else if (!defaults_of(property).is_null()) {
        CHECK(layer[key] == defaults_of(property));
      }
    }
  }
}

/// Gives the part of the scenario that a pointer leads into the kind that has the field.
void name_kind(const Json& parts, const std::string& pointer, Json& scenario) {
  const std::size_t end = pointer.find('/', 1);
  const std::string part = pointer.substr(1, end - 1), field = pointer.substr(end + 1);
  if (!parts[part].contains("oneOf")) return;
  for (const Json& kind : parts[part]["oneOf"])
    if (kind["properties"].contains(field)) scenario[part]["kind"] = kind["properties"]["kind"]["const"];
}

TEST_CASE("the schema's bounds are the parser's") {
  // A value just beyond a bound is refused where it stands, one on an included bound is not.
  const Json schema = scenario_schema();
  const auto problem_at = [&](const std::string& pointer, double value) {
    Json scenario = Json::object();
    scenario[Json::json_pointer(pointer)] = value;
    name_kind(schema["properties"], pointer, scenario);
    const Json response = Json::parse(run(Json{{"task", "scenario"}, {"scenario", scenario}}.dump()));
    for (const Json& problem : response["problems"])
      if (problem["pointer"] == "/scenario" + pointer && problem["message"].get<std::string>().starts_with("must be a")) return true;
    return false;
  };
  int checked = 0;
  for (const auto* part : {"market", "token", "pool", "path"})
    each_property(schema["properties"][part], std::string("/") + part, [&](const std::string& pointer, const Json& property) {
      if (!is_number(property)) return;
      INFO(pointer);
      ++checked;
      const bool whole = property["type"] == "integer";
      for (const auto& [key, outward] : {std::pair("minimum", -1.0), std::pair("maximum", 1.0)}) {
        const bool included = property.contains(key);
        const std::string excluded = outward < 0 ? "exclusiveMinimum" : "exclusiveMaximum";
        const double bound = property[included ? key : excluded.c_str()].get<double>();
        const double beyond = whole ? bound + outward : std::nextafter(bound, outward * HUGE_VAL);
        CHECK(problem_at(pointer, beyond));
        CHECK(problem_at(pointer, bound) == !included);
      }
    });
  CHECK(checked > 25);
}
