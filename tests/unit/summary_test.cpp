#include <catch2/catch_test_macros.hpp>

#include "given.h"
#include "scenario/report.h"

using namespace ballast;

namespace {

std::string summary_of(std::string_view text) {
  const Scenario scenario = given(text);
  return summary(scenario, evaluated(scenario));
}

/// The sentence for profits that are given instead of computed.
std::string sentence(const Scenario& scenario, const Profit& spike, const Profit& calm) {
  Evaluation evaluation;
  evaluation.calm = calm;
  evaluation.spike = SpikeEffect{4, 5, 16.95, 37.32, 1, 1.43, spike};
  return summary(scenario, evaluation);
}

}  // namespace

TEST_CASE("the summary of a hedged spike says what was lost, gained and paid in calm") {
  const Scenario scenario = given(R"({"book": [{"kind": "vix_calls"}]})");
  CHECK(sentence(scenario, {-1935.6, {}, 3623.07, 1687.47}, {-50, {}, -1234.5, -1284.5}) ==
        "On day 5 VIX goes from 17.0 to 37.3: the pool loses 1,936 USD against holding and the hedge gains 3,623 USD, 187 % of that "
        "loss. In calm the hedge costs 1,235 USD a month and the pool loses 50 USD.");
  CHECK(sentence(scenario, {-1935.6, {}, -100, -2035.6}, {0, {}, 1000000, 1000000}) ==
        "On day 5 VIX goes from 17.0 to 37.3: the pool loses 1,936 USD against holding and the hedge loses 100 USD. In calm the "
        "hedge earns 1,000,000 USD a month and the pool gains 0 USD.");
}

TEST_CASE("the summary names the benchmark") {
  Scenario scenario = given("{}");
  const auto starts = [&](Benchmark benchmark) {
    scenario.pool.benchmark = benchmark;
    return sentence(scenario, {-1, {}, 0, -1}, {-1, {}, 0, -1});
  };
  CHECK(starts(Benchmark::hold).contains("loses 1 USD against holding, unhedged."));
  CHECK(starts(Benchmark::cash).contains("loses 1 USD against cash, unhedged."));
  CHECK(starts(Benchmark::rebalanced).contains("loses 1 USD against rebalancing, unhedged."));
}

TEST_CASE("the summary of a calm scenario has no spike in it") {
  CHECK(summary_of(R"({"pool": {"benchmark": "cash"}})") == "In calm the pool loses 2,582 USD a month.");
  CHECK(summary_of("{}").starts_with("In calm the pool loses "));
  CHECK(!summary_of(R"({"book": [{"kind": "vix_calls"}]})").contains("VIX goes"));
}

TEST_CASE("the summary of a rise over several days says which") {
  CHECK(summary_of(R"({"path": {"spike": {"rise_days": 3, "multiple": 2}}})")
            .starts_with("From day 5 to 7 VIX goes from 15.0 to 30.0: the pool loses "));
}
