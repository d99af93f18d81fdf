#include "ledger/adaptation.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <cmath>

#include "given.h"
#include "history/episodes.h"
#include "ledger/replay_facts.h"
#include "scenario/run.h"

using namespace ballast;

namespace {

constexpr std::string_view adaptive = R"({
  "signals": {"indicators": [{"kind": "edr", "mean": 1.2, "deviation": 0.5}, {"kind": "rsi", "of": "vix", "period": 2, "mean": 50, "deviation": 20}], "offset": -1},
  "book": [{"kind": "vix_calls", "adaptive": 2, "resize_at": 0.1}, {"kind": "reserve", "trigger_vix": 500, "trigger_score": 0.6}]})";

const Episode& volmageddon() {
  return *std::ranges::find(episodes(), "2018-02", &Episode::id);
}

/// The same book as someone would write it who knows of no signals.
constexpr std::string_view by_hand = R"({"book": [{"kind": "vix_calls"}, {"kind": "reserve", "trigger_vix": 500}]})";

bool same(const Outcome& a, const Outcome& b) {
  return a.total == b.total && a.hedge == b.hedge && a.drawdown == b.drawdown && a.turnover == b.turnover && a.costs == b.costs;
}

}  // namespace

TEST_CASE("the fixed book is the same book without its signals", "[signals]") {
  const Scenario scenario = given(adaptive);
  CHECK(!acts_on_score(without_signals(scenario.book)));
  const std::vector<Layer> book = given(by_hand).book;
  const History history = ballast::history(volmageddon());
  const AdaptationTest test = test_adaptation(position(scenario), history, {.draws = 3});
  // A reserve that hears nothing earns its interest in both.
  const AdaptationTest silent = test_adaptation(
      [&] {
        Position quiet = position(scenario);
        quiet.book = book;
        return quiet;
      }(),
      history, {.draws = 2});
  CHECK(same(test.fixed.in_sample, silent.given.in_sample));
  CHECK(same(test.fixed.out_of_sample, silent.given.out_of_sample));
  CHECK(!same(test.fixed.in_sample, test.given.in_sample));
  CHECK(test.unhedged.in_sample.hedge == 0);
  CHECK(test.given.in_sample.turnover > test.fixed.in_sample.turnover);
  // Weights do not matter to a book that does not listen.
  for (const DrawnWeights& each : silent.drawn) CHECK(same(each.outcomes.out_of_sample, silent.given.out_of_sample));
}

TEST_CASE("what happens out of sample changes nothing in sample", "[signals]") {
  const Scenario scenario = given(adaptive);
  const History history = ballast::history(volmageddon());
  const AdaptationTest test = test_adaptation(position(scenario), history, {.draws = 4});
  History other = history;
  for (std::size_t i = closes_in_sample(history, {}); i < other.day.size(); ++i) other.vix[i] *= 2;
  const AdaptationTest changed = test_adaptation(position(scenario), other, {.draws = 4});
  CHECK(same(test.given.in_sample, changed.given.in_sample));
  CHECK(!same(test.given.out_of_sample, changed.given.out_of_sample));
  CHECK(test.best == changed.best);
}

TEST_CASE("the same seed draws the same weights, another one others", "[signals]") {
  const Scenario scenario = given(adaptive);
  const History history = ballast::history(volmageddon());
  const AdaptationTest one = test_adaptation(position(scenario), history, {.draws = 6, .seed = 4});
  const AdaptationTest again = test_adaptation(position(scenario), history, {.draws = 5, .seed = 4});
  const AdaptationTest other = test_adaptation(position(scenario), history, {.draws = 5, .seed = 5});
  for (std::size_t i = 0; i < 5; ++i) {
    CHECK(one.drawn[i].weights == again.drawn[i].weights);
    CHECK(one.drawn[i].weights != other.drawn[i].weights);
  }
  for (const DrawnWeights& each : one.drawn) CHECK(each.outcomes.in_sample.total <= one.drawn[one.best].outcomes.in_sample.total);
}

TEST_CASE("a stretch is what a replay of it says, wherever the scenario's own market stands", "[signals]") {
  const auto token = GENERATE(R"({"kind": "index"})", R"({"kind": "fixed_future", "expiry_days": 365})", R"({"kind": "rolled_future"})");
  CAPTURE(token);
  const Scenario scenario = given(std::format(R"({{"market": {{"vix": 30}}, "token": {}, "signals": {{"indicators": [{{"kind": "edr"}}]}},
    "book": [{{"kind": "vix_calls", "adaptive": 1}}, {{"kind": "iron_condor"}}]}})", token));
  // VIX alone: the token and SPX go by the model.
  History history = ballast::history(volmageddon());
  history.token.clear();
  history.spx.clear();
  const AdaptationTest test = test_adaptation(position(scenario), history, {.draws = 1});

  const std::size_t closes = closes_in_sample(history, {});
  const std::vector<Layer> fixed = without_signals(scenario.book);
  Position held = position(scenario);
  held.book = fixed;
  ReplayMarket market, later;
  const ReplayedBook first = replay(held, part(history, 0, closes), {}, market);
  CHECK(test.unhedged.in_sample.total == market.pool.back());
  CHECK(test.fixed.in_sample.total == first.total.back());
  CHECK(test.fixed.in_sample.drawdown == deepest_fall(first.total).depth);
  CHECK(test.fixed.in_sample.costs == first.costs);

  // The index of the condor goes on from where the first stretch has left it, and so does the curve.
  Scenario from_there = scenario;
  from_there.market.spx = market.spx.back();
  from_there.market.curve_state = market.curve.back();
  Position entered_anew = position(from_there);
  entered_anew.book = fixed;
  const ReplayedBook second = replay(entered_anew, part(history, closes - 1, history.day.size() - closes + 1), {}, later);
  CHECK(test.unhedged.out_of_sample.total == later.pool.back());
  CHECK(test.fixed.out_of_sample.total == second.total.back());
}

TEST_CASE("a test of adaptation that cannot be made is a problem where it stands", "[signals]") {
  const auto pointer = [](std::string_view scenario, std::string_view more) {
    const Json response = Json::parse(run(std::format(R"({{"task": "adaptive", "scenario": {}{}}})", scenario, more)));
    REQUIRE(!response["problems"].empty());
    return response["problems"][0]["pointer"].get<std::string>();
  };
  constexpr std::string_view episode = R"(, "history": {"episode": "2018-02"})";
  CHECK(pointer(adaptive, "") == "/history");
  CHECK(pointer("{}", episode) == "/scenario/signals/indicators");
  CHECK(pointer(R"({"signals": {"indicators": [{"kind": "edr"}]}})", episode) == "/scenario/book");
  CHECK(pointer(adaptive, std::string(episode) + R"(, "adaptation": {"in_sample": 1})") == "/adaptation/in_sample");
  CHECK(pointer(adaptive, R"(, "history": {"episode": "2018-02", "to": "2018-02-02"})") == "/history");
  const Json response = Json::parse(run(std::format(R"({{"task": "adaptive", "scenario": {}{}}})", adaptive, episode)));
  REQUIRE(response["problems"].empty());
  CHECK(response["report"]["books"].size() == 4);
  CHECK(response["report"]["random"]["in_sample"].size() == 40);
}

TEST_CASE("signals on a history know nothing of the scenario's own VIX", "[signals]") {
  const auto token = GENERATE(R"({"kind": "index"})", R"({"kind": "fixed_future", "expiry_days": 30})");
  const auto signals = [&](int vix) {
    const Json response = Json::parse(run(std::format(
        R"({{"task": "signals", "scenario": {{"market": {{"vix": {}}}, "token": {}, "signals": {{"indicators":
          [{{"kind": "rsi", "of": "token", "period": 2, "mean": 50, "deviation": 20}}]}}}},
          "history": {{"files": {{"vix": "2018-01-29,13.84\n2018-01-30,14.79\n2018-01-31,13.54\n2018-02-01,13.47\n2018-02-02,17.31"}}}}}})",
        vix, token)));
    INFO(response["problems"].dump());
    REQUIRE(response["problems"].empty());
    return response["report"]["indicators"];
  };
  CAPTURE(token);
  CHECK(signals(30) == signals(14));
}
