// The rules that decide by the level of VIX or of its future: the tail hedge index, the gate of condors, the condor index.
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <set>

#include "market/vix_curve.h"
#include "walked.h"

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using namespace ballast;

namespace {

/// VIX at which the future of 30 days stands at `level` on day 0.
double vix_for_future(double level) {
  const VixCurve curve;
  const double beta = tenor_beta(curve, tenor(curve, 30 / days_per_year));
  return curve.long_run * std::exp(std::log(level / curve.long_run) / beta);
}

struct Weight {
  double future, percent;
};
/// Either side of each border of the rule.
constexpr Weight weights[] = {{14.99, 0}, {15.01, 1}, {29.99, 1}, {30.01, 0.5}, {49.99, 0.5}, {50.01, 0}};

std::size_t condor_legs(double vix, std::string_view options) {
  return evaluated(given(std::format(R"({{"market": {{"vix": {}}}, "path": {{"horizon_days": 10}},
                                         "book": [{{"kind": "iron_condor"{}}}]}})",
                                     vix, options)))
      .layers[0]
      .legs.size();
}

}  // namespace

TEST_CASE("the tail hedge index puts 0, 1, 0.5 and 0 % into calls as the future is up to 15, 30, 50 or above", "[vxth]") {
  for (const auto& [future, percent] : weights) CHECK(vxth_weight(future) == percent);
  // A border belongs to the interval below it.
  CHECK(vxth_weight(15) == 0);
  CHECK(vxth_weight(30) == 1);
  CHECK(vxth_weight(50) == 0.5);
}

TEST_CASE("the tail hedge layer spends the share of the pool that the future of the roll day asks for", "[vxth]") {
  for (const auto& [future, percent] : weights) {
    const Evaluation evaluation = evaluated(given(
        std::format(R"({{"market": {{"vix": {}}}, "path": {{"horizon_days": 29}}, "book": [{{"kind": "vxth", "share": 3}}]}})",
                    vix_for_future(future))));
    CAPTURE(future);
    REQUIRE(evaluation.path.futures.back().tenor_days == 30);
    REQUIRE_THAT(evaluation.path.futures.back().level[0], WithinRel(future, 1e-12));
    CHECK_THAT(premium_on(evaluation.layers[0], 0), WithinRel(3 * percent / 100 * evaluation.pool.value[0], 1e-12));
    CHECK(evaluation.layers[0].legs.size() == (percent > 0 ? 1 : 0));
    for (const LegReport& leg : evaluation.layers[0].legs) {
      CHECK(leg.type == OptionType::call);
      CHECK(leg.expiry_day == 30);
      CHECK_THAT(leg.opened.delta, WithinAbs(0.30, 1e-12));
    }
  }
}

TEST_CASE("the tail hedge layer looks at the future and the pool anew on each roll day", "[vxth]") {
  const Evaluation evaluation = evaluated(given(R"({"path": {"horizon_days": 365, "spike": {"day": 60, "vix_to": 200}},
    "market": {"vix": 8, "vix_curve": {"calm": 10, "fast_weight": 0.3}}, "book": [{"kind": "vxth"}]})"));
  std::set<double> seen;
  const std::vector<FutureByDay>& futures = evaluation.path.futures;
  const auto front = std::ranges::find(futures, 30, &FutureByDay::tenor_days);
  REQUIRE(front != futures.end());
  for (int day = 0; day < 365; ++day) {
    const auto at = static_cast<std::size_t>(day);
    const double weight = day % 30 == 0 ? vxth_weight(front->level[at]) : 0;
    CHECK_THAT(premium_on(evaluation.layers[0], day), WithinRel(weight / 100 * evaluation.pool.value[at], 1e-12));
    if (day % 30 == 0) seen.insert(weight);
  }
  CHECK(seen == std::set{0.0, 0.5, 1.0});
}

TEST_CASE("no condor opens above VIX 20, and no aggressive one above 15", "[gate]") {
  for (const std::string_view tier : {R"(, "tier": "conservative")", R"(, "tier": "balanced")", ""}) {
    CHECK(condor_legs(20, tier) == 4);
    CHECK(condor_legs(20.01, tier) == 0);
  }
  CHECK(condor_legs(15, R"(, "tier": "aggressive")") == 4);
  CHECK(condor_legs(15.01, R"(, "tier": "aggressive")") == 0);
  for (const std::string_view tier : {"conservative", "balanced", "aggressive"})
    CHECK(condor_legs(80, std::format(R"(, "gate": "none", "tier": "{}")", tier)) == 4);
  CHECK(gate_level(CondorTier::conservative) == 20);
  CHECK(gate_level(CondorTier::balanced) == 20);
  CHECK(gate_level(CondorTier::aggressive) == 15);
}

TEST_CASE("the gate keeps an open condor and lets the next one open on the first roll day that VIX is down again", "[gate]") {
  const Evaluation evaluation = evaluated(given(R"({"path": {"horizon_days": 365, "spike": {"day": 25, "vix_to": 70}},
    "book": [{"kind": "iron_condor"}]})"));
  const LayerByDay& layer = evaluation.layers[0];
  for (const LegReport& leg : opened_on(layer, 0)) {
    CHECK(leg.end == LegReport::expired);
    CHECK(leg.end_day == 30);
  }
  bool refused = false, again = false;
  for (int day = 0; day < 365; ++day) {
    const bool opens = day % 30 == 0 && evaluation.path.vix[static_cast<std::size_t>(day)] <= 20;
    CHECK(opened_on(layer, day).size() == (opens ? 4 : 0));
    if (day > 0 && day % 30 == 0) (opens ? again : refused) = true;
  }
  CHECK(refused);
  CHECK(again);
}

TEST_CASE("the gate goes by VIX as the signers saw it", "[gate][execution]") {
  const auto legs_on_day_30 = [](int spike_day, double delay_hours) {
    return opened_on(evaluated(given(std::format(R"({{"path": {{"horizon_days": 40, "spike": {{"day": {}, "vix_to": 60}}}},
      "execution": {{"delay_hours": {}}}, "book": [{{"kind": "iron_condor"}}]}})",
                                                 spike_day, delay_hours)))
                         .layers[0],
                     30)
        .size();
  };
  CHECK(legs_on_day_30(30, 0) == 0);
  CHECK(legs_on_day_30(30, 24) == 4);
  CHECK(legs_on_day_30(29, 24) == 0);
  CHECK(legs_on_day_30(29, 25) == 4);
  CHECK(legs_on_day_30(28, 25) == 0);
}

TEST_CASE("the condor index is a condor of 20 and 5 delta without a gate", "[cndr]") {
  const auto layer = [](std::string_view text) {
    return evaluated(given(std::format(R"({{"path": {{"horizon_days": 200, "spike": {{"day": 50, "vix_to": 70}}}},
      "book": [{}]}})",
                                       text)))
        .layers[0];
  };
  const LayerByDay index = layer(R"({"kind": "cndr", "open_day": 10, "size": {"margin": 50000}})");
  const LayerByDay condor = layer(R"({"kind": "iron_condor", "open_day": 10, "days": 30, "gate": "none",
    "short": {"delta": 0.2}, "long": {"delta": 0.05}, "size": {"margin": 50000}})");
  CHECK(index.profit == condor.profit);
  CHECK(index.cash_flow == condor.cash_flow);
  CHECK(index.costs == condor.costs);
  REQUIRE(index.legs.size() == condor.legs.size());
  CHECK(index.legs.size() == 4 * 7);
  for (const LegReport& leg : index.legs)
    CHECK_THAT(std::abs(leg.opened.delta), WithinAbs(leg.contracts < 0 ? 0.20 : 0.05, 1e-12));
}
