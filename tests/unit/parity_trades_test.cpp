// Calls and puts of one strike: what put-call parity makes of them.
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include "book/parity.h"
#include "walked.h"

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using namespace ballast;

namespace {

constexpr double rate = 0.04, dividend_yield = 0.013, spx = 5000;

/// Layers without costs; SPX falls by a third on day 12 or, where none is told, nothing happens.
Evaluation trade(std::string_view layers, std::string_view spike = R"({"day": 12, "vix_to": 60, "spx_return": -0.33})",
                 int horizon = 45) {
  std::string text(layers);
  constexpr std::string_view free = R"("spread": 0, "commission": 0, "roll": false, "days": 45, )";
  for (std::size_t at = 0; (at = text.find("\"kind\"", at)) != std::string::npos; at += free.size() + 6) text.insert(at, free);
  for (const std::string_view kind : {R"("kind": "conversion")", R"("kind": "reversal")"})
    for (std::size_t at = 0; (at = text.find(kind, at)) != std::string::npos; at += kind.size() + 19)
      text.insert(at, R"("index_spread": 0, )");
  return evaluated(given(
      std::format(R"({{"path": {{"horizon_days": {}, "spx_drift": 0.1, "spike": {}}}, "book": [{}]}})", horizon, spike, text)));
}

constexpr std::string_view no_spike = R"({"day": 12})";

}  // namespace

TEST_CASE("a conversion grows at the rate of interest to its strike, whatever SPX does", "[parity]") {
  for (const char* strike : {R"({"moneyness": 1})", R"({"level": 4321})", R"({"delta": 0.3})"})
    for (const std::string_view spike : {no_spike, std::string_view(R"({"day": 12, "vix_to": 60, "spx_return": -0.33})")}) {
      const LayerByDay layer =
          trade(std::format(R"({{"kind": "conversion", "contracts": 2, "strike": {}}})", strike), spike).layers[0];
      REQUIRE(layer.legs.size() == 3);
      const double payoff = 2 * option_multiplier * layer.legs[1].strike;
      CHECK(layer.legs[1].strike == layer.legs[2].strike);
      CHECK_THAT(layer.cash_flow.back(), WithinRel(payoff, 1e-9));
      for (int day = 0; day < 45; ++day)
        CHECK_THAT(layer.mark[static_cast<std::size_t>(day)], WithinRel(payoff * std::exp(-rate * (45 - day) / 365.0), 1e-9));
      CHECK_THAT(locked_rate(-layer.cash_flow[0], layer.cash_flow.back(), 45 / 365.0), WithinAbs(rate, 1e-9));
    }
}

TEST_CASE("costs come off the rate that a conversion locks", "[parity]") {
  const LayerByDay layer =
      evaluated(
          given(
              R"({"path": {"horizon_days": 45}, "book": [{"kind": "conversion", "days": 45, "spread": 0, "index_spread": 0, "commission": 7}]})"))
          .layers[0];
  const double locked = locked_rate(-layer.cash_flow[0], layer.cash_flow[45], 45 / 365.0);
  CHECK(locked < rate);
  CHECK_THAT(locked, WithinAbs(rate - std::log1p(21 / (-layer.cash_flow[0] - 21)) * 365 / 45, 1e-9));
}

TEST_CASE("the index leg of a conversion pays its own spread, not that of options", "[parity]") {
  const auto costs_with = [](const char* spreads) {
    return evaluated(given(std::format(R"({{"path": {{"horizon_days": 45}}, "book": [{{"kind": "conversion", "days": 45, {}, "commission": 0}}]}})",
                                       spreads)))
        .layers[0];
  };
  const LayerByDay layer = costs_with(R"("spread": 0, "index_spread": 0.001)");
  CHECK_THAT(layer.costs, WithinRel(0.0005 * option_multiplier * layer.legs[0].opened.price, 1e-12));
  CHECK_THAT(costs_with(R"("spread": 0.02, "index_spread": 0)").costs,
             WithinRel(0.01 * option_multiplier * (layer.legs[1].opened.price + layer.legs[2].opened.price), 1e-12));
  // At the defaults the rate stays near the risk-free one.
  CHECK(costs_with(R"("spread": 0.02)").profit.back() > -0.01 * option_multiplier * spx);
}

TEST_CASE("a reversal is a conversion turned round", "[parity]") {
  const Evaluation evaluation = trade(R"({"kind": "conversion"}, {"kind": "reversal"})");
  const LayerByDay &conversion = evaluation.layers[0], &reversal = evaluation.layers[1];
  for (std::size_t day = 0; day <= 45; ++day) {
    CHECK(reversal.cash_flow[day] == -conversion.cash_flow[day]);
    CHECK(reversal.mark[day] == -conversion.mark[day]);
    CHECK(reversal.profit[day] == -conversion.profit[day]);
  }
  CHECK(reversal.cash_flow[0] > 0);
}

TEST_CASE("a synthetic has a delta of -1 a contract and loses what the forward gains", "[parity]") {
  for (const char* strike : {R"({"moneyness": 1})", R"({"level": 4500})", R"({"standard_deviations": 1})"})
    for (const std::string_view spike : {no_spike, std::string_view(R"({"day": 12, "vix_to": 60, "spx_return": -0.33})")}) {
      const Evaluation evaluation =
          trade(std::format(R"({{"kind": "synthetic", "contracts": 3, "strike": {}}})", strike), spike);
      const LayerByDay& layer = evaluation.layers[0];
      REQUIRE(layer.legs.size() == 2);
      double delta = 0;
      for (const LegReport& leg : layer.legs) delta += leg.contracts * leg.opened.delta;
      CHECK_THAT(delta, WithinAbs(-3, 1e-12));
      const double years = 45 / 365.0, forward = spx * std::exp((rate - dividend_yield) * years);
      CHECK_THAT(layer.legs[0].opened.forward, WithinRel(forward, 1e-12));
      // Its price is the discounted distance of the strike, which comes back at the strike.
      const double price = std::exp(-rate * years) * (layer.legs[0].strike - forward);
      CHECK_THAT(layer.cash_flow[0], WithinAbs(-300 * price, 1e-6));
      const double gained = layer.profit.back() - 300 * (std::exp(rate * years) - 1) * price;
      CHECK_THAT(gained, WithinAbs(-300 * (evaluation.path.spx.back() - forward), 1e-6));
    }
}

TEST_CASE("a synthetic at the forward costs nothing and pays the fall of the forward at its expiry", "[parity]") {
  const Evaluation evaluation = trade(R"({"kind": "synthetic"})");
  const double forward = evaluation.layers[0].legs[0].opened.forward;
  CHECK_THAT(evaluation.layers[0].profit.back(), WithinAbs(-100 * (evaluation.path.spx.back() - forward), 1e-9 * 500000));
}

TEST_CASE("a box of four options is worth the discounted distance of its strikes", "[parity]") {
  // Long at 4800 and short at 5150: a synthetic turned round and a synthetic.
  const Evaluation evaluation = trade(R"({"kind": "synthetic", "size": {"units": -1}, "strike": {"level": 4800}},
                                         {"kind": "synthetic", "strike": {"level": 5150}})");
  const double width = option_multiplier * (5150 - 4800);
  for (int day = 0; day < 45; ++day) {
    const auto at = static_cast<std::size_t>(day);
    CHECK_THAT(evaluation.layers[0].mark[at] + evaluation.layers[1].mark[at],
               WithinAbs(std::exp(-rate * (45 - day) / 365.0) * width, 1e-9 * width));
  }
  CHECK_THAT(evaluation.layers[0].cash_flow.back() + evaluation.layers[1].cash_flow.back(), WithinRel(width, 1e-12));
}

TEST_CASE("the index paid in full with its dividends costs the spot less the dividends, and settles at the spot", "[parity]") {
  const Evaluation evaluation = trade(R"({"kind": "conversion"})");
  const LegReport& index = evaluation.layers[0].legs[0];
  CHECK(index.instrument == Instrument::forward);
  CHECK(index.strike == 0);
  CHECK_THAT(index.opened.price, WithinRel(spx * std::exp(-dividend_yield * 45 / 365.0), 1e-12));
  CHECK(index.ended.price == evaluation.path.spx.back());
  CHECK(index.opened.delta == 1);
}

TEST_CASE("parity trades that roll early are sold at their marks", "[parity]") {
  for (const char* kind : {"synthetic", "conversion", "reversal"}) {
    const LayerByDay layer =
        evaluated(given(std::format(R"({{"path": {{"horizon_days": 100, "spike": {{"day": 15, "vix_to": 40}}}},
      "book": [{{"kind": "{}", "days": 60, "roll_days": 20, "spread": 0, "commission": 0}}]}})",
                                    kind)))
            .layers[0];
    CAPTURE(kind);
    const std::size_t legs = std::string_view(kind) == "synthetic" ? 2 : 3;
    CHECK(layer.legs.size() == 3 * legs);
    for (std::size_t i = 0; i < layer.legs.size(); ++i) {
      CHECK(layer.legs[i].opened_day == 40 * static_cast<int>(i / legs));
      CHECK(layer.legs[i].end == (i < 2 * legs ? LegReport::sold : LegReport::open));
    }
  }
}
