// The curve over spike sizes, the surface and the path are one computation seen three ways.
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include "given.h"
#include "scenario/presets.h"

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using namespace ballast;

TEST_CASE("the surface on the day of the spike is the curve, to the bit") {
  for (const Preset& preset : presets()) {
    const Scenario scenario = given(preset.scenario);
    const SpikeGrid grid = {.vix_from = 12, .vix_to = 80, .points = 18};
    const Evaluation evaluation = evaluate(position(scenario), what_if(scenario), grid);
    const Surface sheet = surface(position(scenario), what_if(scenario), grid);
    CHECK(sheet.vix_to == evaluation.curve.vix_to);
    CHECK(sheet.days == what_if(scenario).horizon_days + 1);
    CHECK(evaluation.curve.day == last_day(what_if(scenario).spike));
    for (std::size_t i = 0; i < sheet.vix_to.size(); ++i) {
      const std::size_t at = i * static_cast<std::size_t>(sheet.days) + static_cast<std::size_t>(evaluation.curve.day);
      CHECK(sheet.pool[at] == evaluation.curve.profit[i].pool);
      CHECK(sheet.hedge[at] == evaluation.curve.profit[i].hedge);
      CHECK(sheet.total[at] == evaluation.curve.profit[i].total);
      double hedge = 0;
      for (const double layer : evaluation.curve.profit[i].layers) hedge += layer;
      CHECK(evaluation.curve.profit[i].hedge == hedge);
    }
  }
}

TEST_CASE("before the spike every row of the surface is the calm path") {
  const Scenario scenario = given(R"({"path": {"spike": {"day": 10}}, "book": [{"kind": "vix_calls"}, {"kind": "iron_condor"}]})");
  const Evaluation evaluation = evaluated(scenario);
  const Surface sheet = surface(position(scenario), what_if(scenario), {});
  const auto days = static_cast<std::size_t>(sheet.days);
  for (std::size_t i = 0; i < sheet.vix_to.size(); ++i)
    for (std::size_t day = 0; day < 10; ++day) CHECK(sheet.total[i * days + day] == evaluation.total[day]);
}

TEST_CASE("the scenario's own spike lies on the curve and the surface, to the bit") {
  const Scenario scenario = given(R"({"path": {"spike": {"day": 3, "rise_days": 2, "vix_to": 40, "spx_return": -0.05, "vvix_to": 150}},
                                      "book": [{"kind": "vix_calls"}, {"kind": "iron_condor"}]})");
  const SpikeGrid grid = {.vix_from = 20, .vix_to = 60, .points = 3};
  const Evaluation evaluation = evaluate(position(scenario), what_if(scenario), grid);
  REQUIRE(evaluation.curve.vix_to[1] == 40);
  CHECK(evaluation.curve.profit[1].pool == evaluation.pool.profit[4]);
  CHECK(evaluation.curve.profit[1].hedge == evaluation.hedge[4]);
  CHECK(evaluation.curve.token[1] == evaluation.path.token[4]);
  const Surface sheet = surface(position(scenario), what_if(scenario), grid);
  for (std::size_t day = 0; day <= 30; ++day) CHECK(sheet.total[31 + day] == evaluation.total[day]);
}

TEST_CASE("in a calm scenario the calm month is the path itself, scaled to thirty days") {
  const Scenario scenario = given(R"({"path": {"horizon_days": 90}, "book": [{"kind": "vix_calls"}, {"kind": "iron_condor"}]})");
  const Evaluation evaluation = evaluated(scenario);
  CHECK(!evaluation.spike);
  CHECK_THAT(evaluation.calm.pool, WithinRel(evaluation.pool.profit.back() / 3, 1e-14));
  CHECK_THAT(evaluation.calm.hedge, WithinRel(evaluation.hedge.back() / 3, 1e-14));
  CHECK_THAT(evaluation.calm.layers[1], WithinRel(evaluation.layers[1].profit.back() / 3, 1e-14));
}

TEST_CASE("the worst day is the day of the largest fall, and the spike is the change over its rise") {
  const Scenario scenario = given(presets()[0].scenario);
  const Evaluation evaluation = evaluated(scenario);
  const auto worst = static_cast<std::size_t>(evaluation.worst.day);
  CHECK(evaluation.worst.change.total == evaluation.total[worst] - evaluation.total[worst - 1]);
  for (std::size_t day = 1; day < evaluation.total.size(); ++day)
    CHECK(evaluation.total[day] - evaluation.total[day - 1] >= evaluation.worst.change.total);
  REQUIRE(evaluation.spike);
  CHECK(evaluation.spike->change.total == evaluation.total[3] - evaluation.total[2]);
  CHECK(evaluation.spike->change.layers[0] == evaluation.layers[0].profit[3] - evaluation.layers[0].profit[2]);
}

TEST_CASE("the levels of a grid begin and end where it says") {
  const auto all = levels({.vix_from = 10, .vix_to = 90, .points = 81});
  REQUIRE(all.size() == 81);
  for (std::size_t i = 0; i < 81; ++i) CHECK(all[i] == 10 + static_cast<double>(i));
}
