#include "signal/signals.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include "ledger/signal_days.h"
#include "scenario/report.h"
#include "walked.h"

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using namespace ballast;

namespace {

/// VIX at 15 with a deviation of 5 in EDR's unit: z is (VIX - 15)/5.
constexpr std::string_view watched =
    R"("signals": {"indicators": [{"kind": "level", "of": "vix", "mean": 15, "deviation": 5}], "offset": -2},
       "path": {"horizon_days": 60, "spike": {"day": 20, "vix_to": 40}})";

Scenario with(std::string_view layer, std::string_view more = watched) {
  return given(std::format(R"({{"book": [{}], {}}})", layer, more));
}

std::vector<int> opened_days(const LayerByDay& layer) {
  std::vector<int> days;
  for (const LegReport& leg : layer.legs)
    if (days.empty() || days.back() != leg.opened_day) days.push_back(leg.opened_day);
  return days;
}

}  // namespace

TEST_CASE("the regime score is the logistic function of what the signals add", "[signals]") {
  const Scenario scenario = with("", watched);
  const SignalDays days = signal_days(scenario);
  REQUIRE(days.score.size() == 61);
  const Evaluation evaluation = evaluated(scenario);
  for (std::size_t day = 0; day < days.score.size(); ++day) {
    const double z = (evaluation.path.vix[day] - 15) / 5;
    CHECK_THAT(days.signals[0].z[day], WithinRel(z, 1e-12) || WithinAbs(z, 1e-12));
    CHECK_THAT(days.score[day], WithinRel(1 / (1 + std::exp(2 - z)), 1e-12));
  }
}

TEST_CASE("a series that is missing drops out, and the report says so", "[signals]") {
  const Scenario scenario = with("", R"("signals": {"indicators": [{"kind": "deviation", "of": "price_to_earnings"}, {"kind": "edr"}]})");
  const SignalDays days = signal_days(scenario);
  CHECK(days.signals[0].is_missing);
  Arrays arrays(Arrays::Place::in_json);
  const Json notes = report(scenario, evaluated(scenario), {}, arrays).at("signals");
  CHECK(notes[0]["text"].get<std::string>().contains("drops out"));
  CHECK(notes[1]["text"].get<std::string>().contains("no published rule exists"));
}

TEST_CASE("a layer that adapts opens 1 + c·score times what it else would", "[signals]") {
  const auto first = [](const Evaluation& evaluation) { return evaluation.layers[0].legs[0].contracts; };
  const auto layer = GENERATE(as<std::string>{}, R"("kind": "vix_calls", "open_day": 25)", R"("kind": "alvh", "open_day": 25)",
                              R"("kind": "vxth", "open_day": 25)", R"("kind": "spx_puts", "open_day": 25)",
                              R"("kind": "strip", "open_day": 25)", R"("kind": "cndr", "open_day": 25)");
  const Evaluation fixed = evaluated(with("{" + layer + "}"));
  const Scenario scenario = with("{" + layer + R"(, "adaptive": 2})");
  const double score = signal_days(scenario).score[25];
  CHECK(score > 0.2);
  CHECK_THAT(first(evaluated(scenario)), WithinRel((1 + 2 * score) * first(fixed), 1e-12));
}

TEST_CASE("a short token follows the factor when it is set anew", "[signals]") {
  const std::string layer = R"("kind": "short_token", "recalibrate": "daily", "target": "fixed")";
  const Evaluation fixed = evaluated(with("{" + layer + "}"));
  const Scenario scenario = with("{" + layer + R"(, "adaptive": 1})");
  const Evaluation adapted = evaluated(scenario);
  const auto score = signal_days(scenario).score;
  for (const std::size_t day : {0u, 19u, 20u, 40u})
    CHECK_THAT(adapted.layers[0].tokens[day], WithinRel((1 + score[day]) * fixed.layers[0].tokens[day], 1e-12));
}

TEST_CASE("what is held follows the factor where it is asked to, and pays for it", "[signals]") {
  const std::string layer = R"({"kind": "vix_calls", "ladder": [{"contracts": 10, "days": 90}], "adaptive": 2)";
  const Evaluation waits = evaluated(with(layer + "}"));
  CHECK(waits.layers[0].legs[0].reductions.empty());
  const Scenario scenario = with(layer + R"(, "resize_at": 0})");
  const Walked walked = ballast::walked(scenario);
  const auto score = signal_days(scenario).score;
  for (std::size_t day = 0; day < 60; ++day)
    CHECK_THAT(walked.layers[0][day].holdings.legs[0].contracts[0], WithinRel(10 * (1 + 2 * score[day]), 1e-9));
  CHECK(evaluated(scenario).layers[0].costs > waits.layers[0].costs);
  // A factor that has to move by half is followed on fewer days.
  const Evaluation seldom = evaluated(with(layer + R"(, "resize_at": 0.5})"));
  CHECK(seldom.layers[0].legs[0].reductions.size() < 5);
  CHECK(!seldom.layers[0].legs[0].reductions.empty());
}

TEST_CASE("a day's books add up where a layer is resized", "[signals]") {
  const Walked walked =
      ballast::walked(with(R"({"kind": "vix_calls", "ladder": [{"contracts": 10, "days": 90}], "adaptive": 2, "resize_at": 0.1})"));
  const auto& days = walked.layers[0];
  double cash = 0;
  for (const LayerDay& day : days) {
    cash += day.holdings.cash_flow[0];
    CHECK_THAT(day.profit, WithinAbs(cash + day.mark, 1e-9));
  }
}

TEST_CASE("whole contracts go by the size that was meant, not by what it was rounded to", "[signals]") {
  const double contracts = GENERATE(1.0, 7.0);
  const Scenario scenario = with(std::format(R"({{"kind": "vix_calls", "ladder": [{{"contracts": {}, "days": 90}}], "adaptive": -0.9, "resize_at": 0}})", contracts),
                                 std::string(watched) + R"(, "whole_contracts": true)");
  const Walked walked = ballast::walked(scenario);
  const auto score = signal_days(scenario).score;
  for (std::size_t day = 0; day < 60; ++day)
    CHECK(walked.layers[0][day].holdings.legs[0].contracts[0] == std::nearbyint(contracts * (1 - 0.9 * score[day])));
  // In the spike next to nothing is held, and after it the position is back.
  CHECK(walked.layers[0][20].holdings.legs[0].contracts[0] < 0.2 * contracts);
  CHECK(walked.layers[0][59].holdings.legs[0].contracts[0] > 0.5 * contracts);
}

TEST_CASE("what is bought with moved gains is no target that the factor scales", "[signals]") {
  const Walked walked = ballast::walked(with(R"({"kind": "alvh", "monetise": "on", "gain": 0.5, "adaptive": 2, "resize_at": 0})"));
  int watched_legs = 0;
  for (std::size_t day = 20; day + 1 < walked.layers[0].size(); ++day) {
    const Holdings &now = walked.layers[0][day].holdings, &next = walked.layers[0][day + 1].holdings;
    for (std::size_t j = 0; j < now.legs.size(); ++j) {
      const auto same = std::ranges::find(next.numbers, now.numbers[j]);
      // The layers themselves open on day 0, and the short one every 30 days.
      if (now.legs[j].opened_day % 30 == 0 || same == next.numbers.end()) continue;
      CHECK(next.legs[static_cast<std::size_t>(same - next.numbers.begin())].contracts == now.legs[j].contracts);
      ++watched_legs;
    }
  }
  CHECK(watched_legs > 0);
}

TEST_CASE("contracts that are added count as bought at the price they were added at", "[signals]") {
  const Walked walked =
      ballast::walked(with(R"({"kind": "vix_calls", "ladder": [{"contracts": 10, "days": 90}], "adaptive": 2, "resize_at": 0})"));
  const auto& days = walked.layers[0];
  int grew = 0, shrank = 0;
  for (std::size_t day = 1; day < 60; ++day) {
    const Leg &before = days[day - 1].holdings.legs[0], &leg = days[day].holdings.legs[0];
    const double added = days[day].holdings.premium[0] - days[day - 1].holdings.premium[0];
    CHECK_THAT(leg.contracts[0] > before.contracts[0] ? leg.contracts[0] * leg.paid[0] : before.contracts[0] * leg.paid[0],
               WithinRel(before.contracts[0] * before.paid[0] + added / option_multiplier, 1e-9));
    ++(leg.contracts[0] > before.contracts[0] ? grew : shrank);
  }
  CHECK(grew > 0);
  CHECK(shrank > 0);
}

TEST_CASE("without a score the factor is 1", "[signals]") {
  const std::string_view none = R"("path": {"horizon_days": 60, "spike": {"day": 20, "vix_to": 40}})";
  const Evaluation fixed = evaluated(with(R"({"kind": "vix_calls"})", none));
  const Evaluation adapted = evaluated(with(R"({"kind": "vix_calls", "adaptive": 5, "resize_at": 0})", none));
  CHECK(fixed.total == adapted.total);
}

TEST_CASE("a reserve fires when the score comes from below to its level", "[signals]") {
  const auto fired = [](std::string_view options) {
    return opened_days(evaluated(with(std::format(R"({{"kind": "reserve", "trigger_vix": 500{}}})", options))).layers[0]);
  };
  CHECK(fired("").empty());
  CHECK(fired(R"(, "trigger_score": 0.9)") == std::vector{20});
  CHECK(fired(R"(, "trigger_score": 0.9999)").empty());
  // It stands there when the reserve is set aside.
  CHECK(fired(R"(, "trigger_score": 0.5, "open_day": 21)") == std::vector{21});
}

TEST_CASE("a score that was not known for a while does not come from below", "[signals]") {
  const Scenario scenario = given(R"({"signals": {"indicators": [{"kind": "level", "of": "price_to_earnings", "mean": 15, "deviation": 5}]},
    "book": [{"kind": "reserve", "trigger_vix": 500, "trigger_score": 0.9, "rearm_days": 5}], "path": {"horizon_days": 90}})");
  // A value stands for 40 days, so that nothing is known from day 41 to day 59.
  const auto fired = [&](double first, double then) {
    const std::vector<GivenSeries> series = {{SignalSeries::price_to_earnings, {0, 60}, {first, then}}};
    Position position = ballast::position(scenario);
    position.series = series;
    return opened_days(evaluate(position, what_if(scenario), {}).layers[0]);
  };
  CHECK(fired(40, 40) == std::vector{0});
  CHECK(fired(10, 40) == std::vector{60});
  CHECK(fired(40, 10) == std::vector{0});
}

TEST_CASE("a reserve acts late on the score, too", "[signals]") {
  const Evaluation late = evaluated(with(R"({"kind": "reserve", "trigger_vix": 500, "trigger_score": 0.9})",
                                         std::string(watched) + R"(, "execution": {"delay_hours": 30})"));
  CHECK(opened_days(late.layers[0]) == std::vector{22});
}

TEST_CASE("a reserve fires before the events of the calendar", "[signals]") {
  const std::string_view calendar =
      R"("signals": {"events": [{"event": "fomc", "day": 12}, {"event": "cpi", "day": 17}, {"event": "fomc", "day": 0}]})";
  const auto fired = [&](std::string_view trigger) {
    return opened_days(
        evaluated(with(std::format(R"({{"kind": "reserve", "trigger_vix": 500, "trigger_events": [{}]}})", trigger), calendar)).layers[0]);
  };
  CHECK(fired("{}") == std::vector{11});
  CHECK(fired(R"({"days_before": 0})") == std::vector{0, 12});
  CHECK(fired(R"({"event": "cpi", "days_before": 3})") == std::vector{14});
  CHECK(fired(R"({"event": "gdp"})").empty());
}

TEST_CASE("nothing is added where the quick ratio is too low", "[signals]") {
  // Selling calls without end brings the ratio down; the first day owes nothing yet.
  const std::string layer = R"({"kind": "vix_calls", "ladder": [{"contracts": -40, "days": 7}])";
  const Evaluation fixed = evaluated(with(layer + "}"));
  const auto& ratio = fixed.capital.quick_ratio;
  REQUIRE(ratio[6] < 1000);
  const auto limited = [&](double least) { return opened_days(evaluated(with(layer + std::format(R"(, "least_quick_ratio": {}}})", least))).layers[0]); };
  CHECK(limited(0) == opened_days(fixed.layers[0]));
  CHECK(limited(1000) != opened_days(fixed.layers[0]));
  CHECK(limited(1000).front() == 0);
  // By the close of the day before.
  CHECK(!std::ranges::contains(limited(ratio[6] * 1.01), 7));
  CHECK(std::ranges::contains(limited(ratio[6] * 0.99), 7));
}

TEST_CASE("what makes no sense of signals is a problem where it stands", "[signals]") {
  const auto pointers = [](std::string_view text) {
    std::vector<std::string> result;
    for (const Problem& problem : read_scenario(Json::parse(text), "").problems) result.push_back(problem.pointer);
    return result;
  };
  using Pointers = std::vector<std::string>;
  CHECK(pointers(R"({"signals": {"indicators": [{}]}})") == Pointers{"/signals/indicators/0/kind"});
  CHECK(pointers(R"({"signals": {"indicators": [{"kind": "rsi", "period": 0}]}})") == Pointers{"/signals/indicators/0/period"});
  CHECK(pointers(R"({"signals": {"indicators": [{"kind": "edr", "mean": 1}]}})") == Pointers{"/signals/indicators/0/mean"});
  CHECK(pointers(R"({"signals": {"indicators": [{"kind": "beta", "of": "spx"}]}})") == Pointers{"/signals/indicators/0/of"});
  CHECK(pointers(R"({"signals": {"indicators": [{"kind": "macd", "fast": 30}]}})") == Pointers{"/signals/indicators/0/fast"});
  CHECK(pointers(R"({"signals": {"indicators": [{"kind": "level", "of": "gold"}]}})") == Pointers{"/signals/indicators/0/of"});
  CHECK(pointers(R"({"signals": {"events": [{"event": "opec", "day": -1}]}})") ==
        Pointers{"/signals/events/0/event", "/signals/events/0/day"});
  CHECK(pointers(R"({"book": [{"kind": "alvh", "resize_at": 0.1}]})") == Pointers{"/book/0/resize_at"});
  CHECK(pointers(R"({"book": [{"kind": "alvh", "adaptive": -1}]})") == Pointers{"/book/0/adaptive"});
  CHECK(pointers(R"({"book": [{"kind": "reserve", "adaptive": 1, "resize_at": 0.1}]})") == Pointers{"/book/0/resize_at"});
  CHECK(pointers(R"({"book": [{"kind": "reserve", "adaptive": 1}]})").empty());
}

TEST_CASE("no signals note no default", "[signals]") {
  for (const DefaultUsed& each : read_scenario(Json::object(), "").defaults) CHECK(!each.pointer.starts_with("/signals"));
}
