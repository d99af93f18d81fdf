#include "scenario/notes.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include "given.h"
#include "scenario/words.h"

using Catch::Matchers::WithinAbs;
using namespace ballast;

namespace {

std::string notes_on(std::string_view layer,
                     std::string_view more = R"("path": {"horizon_days": 60, "spike": {"day": 20, "vix_to": 45}})") {
  const Scenario scenario = given("{" + std::string(more) + ", \"book\": [" + std::string(layer) + "]}");
  const Evaluation evaluation = evaluated(scenario);
  std::string text;
  for (const Note& note : notes(scenario, evaluation, 0)) {
    CHECK(!note.source.text.empty());
    text += note.text + "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("of a condor it is said what it loses on the spike", "[notes]") {
  const Scenario scenario = given(R"({"path": {"spike": {"vix_to": 45}}, "book": [{"kind": "iron_condor"}]})");
  const Evaluation evaluation = evaluated(scenario);
  const double change = evaluation.spike->change.layers[0];
  REQUIRE(change < 0);
  const auto said = notes(scenario, evaluation, 0);
  REQUIRE(said.size() == 1);
  CHECK(said[0].text.contains("loses " + words::dollars(change)));
  CHECK(said[0].text.contains("no hedge of a spike"));
  CHECK(notes_on(R"({"kind": "cndr"})").contains("On the spike it loses"));
}

TEST_CASE("of a conversion and a reversal it is said what they lock and that they hedge nothing", "[notes]") {
  const std::string conversion = notes_on(R"({"kind": "conversion", "spread": 0, "index_spread": 0, "commission": 0})");
  CHECK(conversion.contains("It earns a rate of 4.0 % a year"));
  CHECK(conversion.contains("leaves the pool's delta alone and hedges nothing"));
  CHECK(notes_on(R"({"kind": "reversal", "spread": 0, "index_spread": 0, "commission": 0})")
            .contains("It borrows at a rate of 4.0 %"));
}

TEST_CASE("the rate that is said to be locked is the one that the cash flows have", "[notes]") {
  const Scenario scenario =
      given(R"({"path": {"horizon_days": 30}, "book": [{"kind": "conversion", "contracts": 3, "commission": 4}]})");
  const Evaluation evaluation = evaluated(scenario);
  const auto& flow = evaluation.layers[0].cash_flow;
  const auto rate = rate_locked(evaluation.layers[0], std::get<Conversion>(scenario.book[0].rule).costs);
  REQUIRE(rate);
  CHECK_THAT(*rate, WithinAbs(std::log(-flow.back() / flow.front()) * 365 / 30, 1e-9));
}

TEST_CASE("of ALVH it is said what a calm year of it costs as percent of the pool, and that it is in the likeness of",
          "[notes]") {
  const std::string said = notes_on(R"({"kind": "alvh", "spread": 0, "commission": 0})", R"("path": {"horizon_days": 365})");
  // 9,998.60 USD a year of 365 days at the defaults, 10.0 % of 100,000 USD.
  CHECK(said.contains("costs 9,999 USD, 10.0 % of the pool"));
  CHECK(said.contains("ALVH-style"));
}

TEST_CASE("of bought calls it is said how much of their worth at the spike is time value", "[notes]") {
  CHECK(notes_on(R"({"kind": "vix_calls", "ladder": [{"days": 110}]})")
            .contains("is time value that a holder to expiry does not get"));
}

TEST_CASE("of a layer that opened nothing that is said, and of one that is off nothing", "[notes]") {
  CHECK(notes_on(R"({"kind": "iron_condor"})", R"("market": {"vix": 30})").contains("Nothing was opened"));
  CHECK(notes_on(R"({"kind": "iron_condor", "on": false})").empty());
}

TEST_CASE("numbers in sentences are rounded, grouped and never minus nothing", "[notes]") {
  CHECK(words::dollars(-1935.6) == "1,936 USD");
  CHECK(words::dollars(1234567) == "1,234,567 USD");
  CHECK(words::tenths(-0.04) == "0.0");
  CHECK(words::tenths(-0.26) == "-0.3");
  CHECK(words::percent(0.1234) == "12.3 %");
  CHECK(words::percent(-0.1234) == "-12.3 %");
  CHECK(words::percent(-0.0001) == "0.0 %");
  CHECK(words::percent(122.2541) == "12,225.4 %");
  CHECK(words::percent(-9.9999) == "-1,000.0 %");
  CHECK(words::percent(1e9) == "more than 1,000,000 %");
}
