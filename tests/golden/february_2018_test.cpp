// The preset of a day that happened: its text holds the settlements that its curve was fitted to.
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>
#include <regex>

#include "given.h"
#include "scenario/presets.h"

using Catch::Matchers::WithinAbs;
using namespace ballast;

namespace {

Scenario february() {
  for (const Preset& preset : presets())
    if (preset.id == "february-2018") return given(preset.scenario);
  FAIL("the preset is missing");
  return {};
}

struct Move {
  double days, from, to;
};

/// "`what` 15.625 to 33.225" in the preset's text.
Move move_of(const std::string& text, const std::string& what, double days) {
  std::smatch found;
  REQUIRE(std::regex_search(text, found, std::regex(what + " ([0-9.]+) to ([0-9.]+)")));
  return {days, std::stod(found[1]), std::stod(found[2])};
}

double log_move(const Move& move) { return std::log(move.to / move.from); }

/// The sum of squared misses of the tenor beta at the two futures.
double misfit(const VixCurve& curve, const Move (&futures)[2], double log_vix) {
  double sum = 0;
  for (const Move& future : futures) {
    const double miss = tenor_beta(curve, tenor(curve, future.days / days_per_year)) - log_move(future) / log_vix;
    sum += miss * miss;
  }
  return sum;
}

}  // namespace

TEST_CASE("the curve of February 2018 is the least-squares fit of the two futures in its text") {
  const Scenario scenario = february();
  const double log_vix = log_move(move_of(scenario.about, "VIX", 0));
  // Days to expiry at the settlements of Friday.
  const Move futures[] = {move_of(scenario.about, "February", 12), move_of(scenario.about, "of March", 47)};

  // A scan over the whole of fast_weight and both speeds, refined around the best.
  VixCurve best = scenario.market.curve;
  best.fast_weight = 0.5, best.slow_speed = 5;
  double least = misfit(best, futures, log_vix);
  const auto offer = [&](double weight, double slow) {
    VixCurve curve = scenario.market.curve;
    curve.fast_weight = weight, curve.slow_speed = slow;
    if (const double here = misfit(curve, futures, log_vix); here < least) least = here, best = curve;
  };
  for (int i = 0; i <= 100; ++i)
    for (int j = 1; j <= 400; ++j) offer(i / 100.0, j / 20.0);
  for (double step = 0.05; step > 1e-8; step /= 2)
    for (int i = -2; i <= 2; ++i)
      for (int j = -2; j <= 2; ++j)
        offer(std::clamp(best.fast_weight + i * step, 0.0, 1.0), std::max(1e-3, best.slow_speed + j * step));

  CHECK_THAT(scenario.market.curve.fast_weight, WithinAbs(best.fast_weight, 1e-6));
  CHECK_THAT(scenario.market.curve.slow_speed, WithinAbs(best.slow_speed, 5e-5));
  CHECK_THAT(tenor_beta(best, tenor(best, 12 / days_per_year)), WithinAbs(0.951, 5e-4));
  CHECK_THAT(tenor_beta(best, tenor(best, 47 / days_per_year)), WithinAbs(0.823, 5e-4));
}

TEST_CASE("the token of February 2018 rises as the S&P 500 VIX Short-Term Futures Index did, within five percent") {
  const Evaluation evaluation = evaluated(february());
  REQUIRE(evaluation.spike);
  const double rise = evaluation.spike->token_to / evaluation.spike->token_from - 1;
  CHECK(std::abs(rise / 0.9610 - 1) < 0.05);
}

TEST_CASE("the path of February 2018 starts from and reaches the closes in its text") {
  const Scenario scenario = february();
  const Evaluation evaluation = evaluated(scenario);
  const Move vix = move_of(scenario.about, "VIX", 0), spx = move_of(scenario.about, "SPX", 0), vvix = move_of(scenario.about, "VVIX", 0);
  const auto day = static_cast<std::size_t>(evaluation.spike->to_day);
  CHECK(evaluation.path.vix[0] == vix.from);
  CHECK_THAT(evaluation.path.vix[day], WithinAbs(vix.to, 1e-9));
  CHECK(evaluation.path.spx[0] == spx.from);
  CHECK_THAT(evaluation.path.spx[day], WithinAbs(spx.to, 0.01));
  CHECK(evaluation.path.vvix[0] == vvix.from);
  CHECK_THAT(evaluation.path.vvix[day], WithinAbs(vvix.to, 1e-9));
}
