#include "scenario/parse.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "given.h"
#include "scenario/parse_json.h"
#include "scenario/run.h"

using namespace ballast;

namespace {

Problems problems_of(std::string_view text) {
  auto json = parse_json(text);
  if (auto* problems = std::get_if<Problems>(&json)) return *problems;
  return read_scenario(std::get<Json>(json), "").problems;
}

/// What `run` answers to the scenario is the same problems, below /scenario.
void check_run(std::string_view scenario, const Problems& problems) {
  const std::string request = R"({"task": "evaluate", "scenario": )" + std::string(scenario) + "}";
  const Json response = Json::parse(run(request));
  REQUIRE(response["problems"].size() == problems.size());
  CHECK(!response.contains("report"));
  for (std::size_t i = 0; i < problems.size(); ++i) CHECK(response["problems"][i]["message"] == problems[i].message);
}

struct Bad {
  std::string_view scenario, pointer, says;
};

}  // namespace

TEST_CASE("a bad scenario is refused with the place, what is allowed and the value") {
  const Bad cases[] = {
      {"[]", "", "must be an object"},
      {"3", "", "must be an object"},
      {"null", "", "must be an object"},
      {R"({"market": []})", "/market", "must be an object"},
      {R"({"market": {"vix": "high"}})", "/market/vix", "must be a number, at least 1 and at most 500 (index points)"},
      {R"({"market": {"vix": null}})", "/market/vix", "must be a number, at least 1 and at most 500 (index points)"},
      {R"({"market": {"vix": true}})", "/market/vix", "must be a number"},
      {R"({"market": {"vix": 0.5}})", "/market/vix", "must be at least 1 and at most 500 (index points)"},
      {R"({"market": {"vix": 1e300}})", "/market/vix", "must be at least 1 and at most 500"},
      {R"({"pool": {"value": -100000}})", "/pool/value", "must be above 0"},
      {R"({"pool": {"value": 0}})", "/pool/value", "must be above 0"},
      {R"({"pool": {"kind": "concentrated liquidity"}})", "/pool/kind", "must be one of constant_product"},
      {R"({"pool": {"kind": 7}})", "/pool/kind", "must be one of constant_product"},
      {R"({"pool": {"benchmark": "hodl"}})", "/pool/benchmark", "must be one of hold, cash, rebalanced"},
      {R"({"whole_contracts": 1})", "/whole_contracts", "must be true or false"},
      {R"({"name": 5})", "/name", "must be a text"},
      {R"({"path": {"horizon_days": 30.5}})", "/path/horizon_days", "must be a whole number"},
      {R"({"path": {"horizon_days": 0}})", "/path/horizon_days", "must be at least 1"},
      {R"({"path": {"horizon_days": 3}})", "/path/horizon_days", "must reach the last day of the spike"},
      {R"({"path": {"spike": {"day": 29, "rise_days": 5}}})", "/path/horizon_days", "must reach the last day of the spike"},
      {R"({"path": {"spike": {"vix_to": 30, "multiple": 2}}})", "/path/spike/multiple", "cannot be given together with vix_to"},
      {R"({"path": {"spike": {"spx_return": -1}}})", "/path/spike/spx_return", "must be at least -0.9 and at most 2"},
      {R"({"book": {}})", "/book", "must be a list"},
      {R"({"book": [3]})", "/book/0", "must be an object"},
      {R"({"book": [{}]})", "/book/0/kind", "must be given: one of vix_calls, iron_condor"},
      {R"({"book": [{"kind": "collar"}]})", "/book/0/kind", "must be one of vix_calls, iron_condor"},
      {R"({"book": [{"kind": null}]})", "/book/0/kind", "must be one of"},
      {R"({"book": [{"kind": "vix_calls", "ladder": [{"days": 0}]}]})", "/book/0/ladder/0/days", "must be at least 1"},
      {R"({"book": [{"kind": "vix_calls", "open_day": -1}]})", "/book/0/open_day", "must be at least 0"},
      {R"({"book": [{"kind": "vix_calls", "roll_days": 30}]})", "/book/0/roll_days", "must be below the days to expiry"},
      {R"({"book": [{"kind": "iron_condor", "roll_days": 45}]})", "/book/0/roll_days", "must be below the days to expiry"},
      {R"({"book": [{"kind": "iron_condor", "days": -30}]})", "/book/0/days", "must be at least 1"},
      {R"({"book": [{"kind": "iron_condor", "short": {"delta": 0.05}, "long": {"delta": 0.2}}]})", "/book/0/long",
       "must lie further out of the money than short"},
      {R"({"book": [{"kind": "iron_condor", "short": {"standard_deviations": 2}, "long": {"standard_deviations": 1}}]})",
       "/book/0/long", "must lie further out of the money than short"},
      {R"({"book": [{"kind": "iron_condor", "short": {"delta": 0.2}, "long": {"standard_deviations": 2}}]})", "/book/0/long",
       "must be given by the same measure as short"},
      {R"({"book": [{"kind": "iron_condor", "short": {"delta": 0.6}, "long": {"delta": 0.05}}]})", "/book/0/short",
       "must be out of the money"},
      {R"({"book": [{"kind": "iron_condor", "short": {"level": 100}, "long": {"level": 200}}]})", "/book/0/short",
       "must be given by delta or by standard_deviations"},
      {R"({"book": [{"kind": "vix_calls", "ladder": [{"strike": {"delta": 0.5, "level": 20}}]}]})", "/book/0/ladder/0/strike",
       "must give exactly one of delta, standard_deviations, moneyness, level"},
      {R"({"book": [{"kind": "vix_calls", "ladder": [{"strike": {}}]}]})", "/book/0/ladder/0/strike", "must give exactly one of"},
      {R"({"book": [{"kind": "vix_calls", "ladder": [{"strike": 20}]}]})", "/book/0/ladder/0/strike", "must be an object"},
      {R"({"market": {"spx_options": {"rho": -0.75, "eta": 1.5}}})", "/market/spx_options/eta", "butterfly arbitrage"},
      {R"({"market": {"vix_options": {"gamma": 0.6}}})", "/market/vix_options/gamma", "must be above 0 and at most 0.5"},
      {R"({"market": {"vix_curve": {"fast_speed": 300, "calm": 5}}, "token": {"tenor_days": 1}})", "/token",
       "must not drift by more than a factor of e^20 a year"},
      {R"({"market": {"spx_options": {"rho": 1}}})", "/market/spx_options/rho", "must be above -1 and below 1"},
  };
  for (const Bad& bad : cases) {
    INFO(bad.scenario);
    const Problems problems = problems_of(bad.scenario);
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].pointer == bad.pointer);
    INFO(problems[0].message);
    CHECK(problems[0].message.contains(bad.says));
    check_run(bad.scenario, problems);
  }
}

TEST_CASE("an unknown key is refused at every level, with those that are known") {
  const Bad cases[] = {
      {R"({"x": 1})", "/x", "known are about, book, capital, execution, market"},
      {R"({"market": {"x": 1}})", "/market/x", "vix_curve"},
      {R"({"market": {"vix_curve": {"x": 1}}})", "/market/vix_curve/x", "fast_weight"},
      {R"({"market": {"spx_options": {"x": 1}}})", "/market/spx_options/x", "atm_scale"},
      {R"({"token": {"x": 1}})", "/token/x", "tenor_days"},
      {R"({"pool": {"x": 1}})", "/pool/x", "benchmark"},
      {R"({"path": {"x": 1}})", "/path/x", "horizon_days"},
      {R"({"path": {"spike": {"x": 1}}})", "/path/spike/x", "vix_to"},
      {R"({"book": [{"kind": "vix_calls", "days": 30}]})", "/book/0/days", "ladder"},
      {R"({"book": [{"kind": "vix_calls", "ladder": [{"x": 1}]}]})", "/book/0/ladder/0/x", "contracts"},
      {R"({"book": [{"kind": "vix_calls", "ladder": [{"strike": {"delta": 0.5, "x": 1}}]}]})", "/book/0/ladder/0/strike/x", "delta"},
      {R"({"book": [{"kind": "iron_condor", "ladder": []}]})", "/book/0/ladder", "short"},
      {R"({"a/b~c": 1})", "/a~1b~0c", "known are"},
  };
  for (const Bad& bad : cases) {
    INFO(bad.scenario);
    const Problems problems = problems_of(bad.scenario);
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].pointer == bad.pointer);
    INFO(problems[0].message);
    CHECK(problems[0].message.contains("is not a known key"));
    CHECK(problems[0].message.contains(bad.says));
  }
}

TEST_CASE("all problems come at once, in the order of the fields") {
  const Problems problems = problems_of(R"({
    "market": {"vix": null, "vvix": -1, "vix_curve": {"fast_speed": "27"}, "spx_options": {"eta": 1.9}, "vix_option": {}},
    "pool": {"value": 0, "benchmark": "none"},
    "path": {"spike": {"day": 0}, "horizon_days": "long"},
    "book": [{"kind": "vix_calls", "ladder": [{}, {"days": 0}]}, {"kind": "straddle", "anything": 1}],
    "whole_contracts": "no"
  })");
  const std::string_view pointers[] = {
      "/market/vix",      "/market/vvix", "/market/vix_curve/fast_speed", "/market/spx_options/eta", "/market/vix_option",
      "/pool/value",      "/pool/benchmark", "/path/horizon_days", "/path/spike/day", "/book/0/ladder/1/days",
      "/book/1/kind",     "/whole_contracts"};
  REQUIRE(problems.size() == std::size(pointers));
  for (std::size_t i = 0; i < problems.size(); ++i) CHECK(problems[i].pointer == pointers[i]);
  CHECK(problems[0].value == nullptr);
  CHECK(problems[1].value == -1);
  CHECK(problems[6].value == "none");
}

TEST_CASE("what is not JSON is refused with line and column") {
  CHECK(problems_of("{\"market\":\n  {\"vix\": NaN}}")[0].message.contains("line 2, column 11"));
  CHECK(problems_of("{\"pool\": {\"value\": 1,}}")[0].message.contains("line 1, column 22"));
  CHECK(problems_of("{} {}")[0].message.contains("line 1, column 4"));
  for (const std::string_view text : {"", " \n ", "nul", "{", "'a'", "\xff\xfe", "{\"name\": \"\xc3\x28\"}", "{\"name\": \"\xed\xa0\x80\"}",
                                      "\xef\xbb", "// comment\n{}", "[1 2]", "{\"a\"}", "-", "1e", "\"\\ud800\""}) {
    INFO(text);
    const Problems problems = problems_of(text);
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].pointer.empty());
    CHECK(problems[0].message.starts_with("is not JSON: "));
    const Json response = Json::parse(run(text));
    CHECK(response["problems"][0]["message"].get<std::string>().starts_with("is not JSON: "));
  }
}

TEST_CASE("a byte order mark is passed over") { CHECK(problems_of("\xef\xbb\xbf{}").empty()); }

TEST_CASE("a number too large for a double is refused where it stands") {
  const Problems problems = problems_of(R"({"book": [{}, {"ladder": [1, {"days": 1e999}]}]})");
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].pointer == "/book/1/ladder/1/days");
  CHECK(problems[0].message.contains("1e999"));
  CHECK(problems_of(R"({"market": {"rate": 1e-999}})").empty());
}

TEST_CASE("a key given twice is refused where it stands, wherever that is") {
  const Problems problems = problems_of(R"({"market": {"vix": 15, "vix": 16}, "book": [{"kind": "vix_calls"}, {"a/b": 1, "a/b": 2}],
                                            "market": {}})");
  REQUIRE(problems.size() == 3);
  CHECK(problems[0].pointer == "/market/vix");
  CHECK(problems[1].pointer == "/book/1/a~1b");
  CHECK(problems[2].pointer == "/market");
  for (const Problem& problem : problems) CHECK(problem.message == "the key is given twice in one object");
  CHECK(problems_of(R"({"market": {"vix": 15}, "path": {"spike": {"vix_to": 15}}})").empty());
}

TEST_CASE("nesting a hundred thousand deep is refused without exhausting anything") {
  for (const auto& [open, close] : {std::pair("[", "]"), std::pair("{\"a\":", "}")})
    for (const bool closed : {true, false}) {
      std::string text;
      for (int i = 0; i < 100'000; ++i) text += open;
      text += "1";
      for (int i = 0; i < 100'000 && closed; ++i) text += close;
      const Problems problems = problems_of(text);
      REQUIRE(!problems.empty());
      CHECK(problems[0].message.contains("nested more than 32 deep"));
      CHECK(problems[0].pointer.size() <= 66);
      CHECK(Json::parse(run(text))["problems"].size() == problems.size());
    }
}

TEST_CASE("ten megabytes are refused unread") {
  const Problems problems = problems_of(std::string(10'000'000, ' '));
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].message == "is longer than 4194304 bytes");
  CHECK(problems[0].value == 10'000'000);
}

TEST_CASE("a long value is cut short in the problem, between characters") {
  std::string name;
  for (int i = 0; i < 2000; ++i) name += "ä";
  const Problems problems =
      problems_of(R"({"name": ")" + name + R"(", "token": "€€€)" + name + R"(", "pool": "x)" + name + R"(", "path": [")" + name + R"("]})");
  REQUIRE(problems.size() == 4);
  CHECK(problems[0].pointer == "/name");
  CHECK(problems[0].message == "must be at most 2000 bytes long");
  for (const Problem& problem : problems) {
    CHECK(problem.value.get<std::string>().size() < 70);
    CHECK_NOTHROW(problem.value.dump());
  }
}

TEST_CASE("a hundred layers are read and a hundred and one refused") {
  const auto book = [](int layers) {
    std::string text = R"({"book": [)";
    for (int i = 0; i < layers; ++i) text += std::string(i ? "," : "") + R"({"kind": "iron_condor"})";
    return text + "]}";
  };
  CHECK(problems_of(book(100)).empty());
  const Problems problems = problems_of(book(101));
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].pointer == "/book");
  CHECK(problems[0].message == "must have at most 100 entries");
  CHECK(problems[0].value == 101);
}

TEST_CASE("a request is refused for its task, its own keys and its grid") {
  const Bad cases[] = {
      {"[]", "", "must be an object"},
      {"{}", "/task", "must be one of evaluate"},
      {R"({"task": "simulate everything"})", "/task", "must be one of evaluate"},
      {R"({"task": 3})", "/task", "must be one of evaluate"},
      {R"({"task": "evaluate", "a/b~": 1})", "/a~1b~0", "is not a key of the task evaluate"},
      {R"({"task": "presets", "scenario": {}})", "/scenario", "is not a key of the task presets"},
      {R"({"task": "scenario", "grid": {}})", "/grid", "is not a key of the task scenario"},
      {R"({"task": "surface", "grid": {"points": 1}})", "/grid/points", "must be at least 2 and at most 1000"},
      {R"({"task": "surface", "grid": {"vix_from": 50, "vix_to": 20}})", "/grid/vix_to", "must be above vix_from"},
      {R"({"task": "evaluate", "grid": []})", "/grid", "must be an object"},
      {R"({"task": "evaluate", "scenario": null})", "/scenario", "must be an object"},
  };
  for (const Bad& bad : cases) {
    INFO(bad.scenario);
    const Json problems = Json::parse(run(bad.scenario))["problems"];
    REQUIRE(problems.size() == 1);
    CHECK(problems[0]["pointer"] == bad.pointer);
    CHECK(problems[0]["message"].get<std::string>().contains(bad.says));
  }
  CHECK(Json::parse(run(R"({"task": "evaluate", "x": 5})"))["problems"][0]["value"] == 5);
}
