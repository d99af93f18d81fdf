#include "scenario/comparison.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include "given.h"
#include "scenario/run.h"

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using namespace ballast;

namespace {

constexpr std::string_view spike = R"("path": {"horizon_days": 60, "spike": {"day": 20, "vix_to": 40}})";

Json asked(const std::string& request) {
  return Json::parse(run(request));
}

}  // namespace

TEST_CASE("a book compared fares as it would alone", "[comparison]") {
  const std::string scenario = "{" + std::string(spike) + R"(, "book": [{"kind": "cndr"}]})";
  const Json report = asked(R"({"task": "compare", "scenario": )" + scenario +
                            R"(, "books": [{"name": "none"}, {"name": "calls", "book": [{"kind": "vix_calls"}]}]})")["report"];
  const Evaluation none = evaluated(given("{" + std::string(spike) + "}"));
  const Evaluation calls = evaluated(given("{" + std::string(spike) + R"(, "book": [{"kind": "vix_calls"}]})"));
  CHECK(report["books"][0]["total"].get<Days>() == none.total);
  CHECK(report["books"][1]["total"].get<Days>() == calls.total);
  CHECK(report["books"][1]["calm_month"]["hedge"] == calls.calm.hedge);
  CHECK(report["books"][1]["scale"] == 1);
  CHECK(report["pool"].get<Days>() == calls.pool.profit);
}

TEST_CASE("at equal cost every book pays the premium of the first in a calm year", "[comparison]") {
  const Json report =
      asked("{\"task\": \"compare\", \"equal_cost\": true, \"scenario\": {" + std::string(spike) + R"(}, "books": [
    {"name": "ladder", "book": [{"kind": "alvh"}]}, {"name": "strip", "book": [{"kind": "strip"}]},
    {"name": "rule", "book": [{"kind": "vxth"}]}, {"name": "puts", "book": [{"kind": "spx_puts", "size": {"budget": 500}}]}]})")
          ["report"];
  const double premium = report["books"][0]["premium_per_year"];
  CHECK(premium > 0);
  for (const Json& book : report["books"]) CHECK_THAT(book["premium_per_year"].get<double>(), WithinRel(premium, 1e-9));
}

TEST_CASE("a book that pays no premium cannot be scaled to equal cost", "[comparison]") {
  const Json response = asked(R"({"task": "compare", "equal_cost": true, "scenario": {}, "books": [
    {"name": "calls", "book": [{"kind": "vix_calls"}]}, {"name": "condor", "book": [{"kind": "iron_condor"}]}]})");
  REQUIRE(response["problems"].size() == 1);
  CHECK(response["problems"][0]["pointer"] == "/books/1");
}

TEST_CASE("none or more than four books are refused, and problems of a book point into it", "[comparison]") {
  CHECK(asked(R"({"task": "compare", "scenario": {}})")["problems"][0]["pointer"] == "/books");
  CHECK(asked(R"({"task": "compare", "scenario": {}, "books": [{}, {}, {}, {}, {}]})")["problems"][0]["pointer"] == "/books");
  CHECK(asked(R"({"task": "compare", "scenario": {}, "books": [{}, {"book": [{"kind": "vix_calls", "x": 1}]}]})")["problems"][0]
                                                                                                                 ["pointer"] ==
        "/books/1/book/0/x");
  CHECK(asked(R"({"task": "evaluate", "scenario": {}, "books": []})")["problems"][0]["pointer"] == "/books");
}

TEST_CASE("left alone a hedge trades least; each policy is the book with that policy", "[comparison]") {
  const Scenario scenario = given("{" + std::string(spike) + R"(, "book": [{"kind": "vix_calls", "ladder": [{"days": 110}]},
    {"kind": "short_token"}, {"kind": "cndr"}]})");
  const auto outcomes = compare_policies(scenario);
  REQUIRE(outcomes.size() == 4);
  for (const PolicyOutcome& each : outcomes) {
    CHECK(each.turnover >= outcomes[0].turnover);
    CHECK(each.costs >= outcomes[0].costs);
    REQUIRE(each.spike);
    Scenario under = scenario;
    for (const std::size_t layer : {0u, 1u})
      REQUIRE(set_recalibration(under.book[layer], static_cast<Recalibration::Policy>(&each - outcomes.data())));
    CHECK(evaluated(under).hedge.back() == each.end);
  }
  CHECK(outcomes[1].turnover > outcomes[2].turnover);
  Layer cndr = scenario.book[2];
  CHECK(!set_recalibration(cndr, Recalibration::daily));
}

TEST_CASE("opened before the spike a call pays, opened after it does not, and paid and returned make the profit",
          "[comparison]") {
  const Scenario scenario =
      given("{" + std::string(spike) + R"(, "book": [{"kind": "vix_calls", "roll": false, "ladder": [{"days": 90}]}]})");
  const TimeShift shift = time_shift(position(scenario), what_if(scenario));
  REQUIRE(shift.lead.front() == -10);
  REQUIRE(shift.lead.back() == 60);
  for (std::size_t i = 0; i < shift.lead.size(); ++i) {
    CHECK_THAT(shift.returned[i] - shift.paid[i], WithinAbs(shift.at_end[i], 1e-9));
    CHECK((shift.at_spike[i] > 0) == (shift.lead[i] > 0));
  }
  // Opened a day before its spike on a path of the same shape.
  Scenario opened = scenario;
  std::get<WhatIf>(opened.path.kind).spike.day = shift.spike_day;
  std::get<WhatIf>(opened.path.kind).horizon_days = last_day_of_shift(what_if(scenario));
  set_open_day(opened.book[0], shift.spike_day - 1);
  CHECK(evaluated(opened).hedge.back() == shift.at_end[11]);
  CHECK(shift.lead[11] == 1);
}

TEST_CASE("a future that expires before the spike could be moved has no leads", "[comparison]") {
  const Json response = asked(R"({"task": "lead", "scenario": {"token": {"kind": "fixed_future", "expiry_days": 30}}})");
  REQUIRE(response["problems"].size() == 1);
  CHECK(response["problems"][0]["pointer"] == "/scenario/token");
}

TEST_CASE("a request longer than a scenario may be is refused, unless it joins parts", "[border]") {
  const std::string padding(5 << 20, ' ');
  const Json refused = asked(R"({"task": "evaluate",)" + padding + R"("scenario": {}})");
  REQUIRE(refused["problems"].size() == 1);
  CHECK(refused["task"] == "");
  CHECK(refused["problems"][0]["message"] == "is longer than 4194304 bytes");
  const Json merged = asked(R"({"task": "merge",)" + padding + R"("parts": []})");
  CHECK(merged["task"] == "merge");
}
