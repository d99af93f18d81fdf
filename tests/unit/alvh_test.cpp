// Ladders of bought options, and the layered one that moves its gains.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include "walked.h"

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using namespace ballast;

namespace {

LayerByDay layer_of(std::string_view path, std::string_view layer, std::string_view more = "") {
  return evaluated(given(std::format(R"({{"path": {}, "book": [{}]{}}})", path, layer, more))).layers[0];
}

constexpr std::string_view spiky_year = R"({"horizon_days": 365, "spike": {"day": 95, "vix_to": 45, "vvix_to": 150}})";
constexpr std::string_view calm_year = R"({"horizon_days": 365})";

}  // namespace

TEST_CASE("one unit of the layered hedge is the ladder 4/4/2 at 30, 110 and 220 days and 50 delta", "[alvh]") {
  const LayerByDay layered = layer_of(spiky_year, R"({"kind": "alvh", "open_day": 3, "size": {"units": 1.5}})");
  const LayerByDay ladder = layer_of(spiky_year, R"({"kind": "vix_calls", "open_day": 3, "size": {"units": 1.5}, "ladder": [
    {"contracts": 4, "days": 30, "strike": {"delta": 0.5}}, {"contracts": 4, "days": 110, "strike": {"delta": 0.5}},
    {"contracts": 2, "days": 220, "strike": {"delta": 0.5}}]})");
  CHECK(layered.profit == ladder.profit);
  CHECK(layered.mark == ladder.mark);
  CHECK(layered.cash_flow == ladder.cash_flow);
  CHECK(layered.costs == ladder.costs);
  CHECK(layered.premium == ladder.premium);
  CHECK(layered.legs.size() == 13 + 4 + 2);
}

TEST_CASE("a calm year of the layered hedge costs the premium of all that expires and the time value of the rest", "[alvh]") {
  // VIX 15 and VVIX 90, the defaults, one unit.
  const std::string free = R"({"kind": "alvh", "spread": 0, "commission": 0})";
  const LayerByDay layer = layer_of(calm_year, free);
  // Nothing moves, so every opening costs the same; the futures stand above VIX, so every call ends below its strike.
  double expired = 0, aged = 0;
  for (const LegReport& leg : layer.legs) {
    const double paid = leg.contracts * option_multiplier * leg.opened.price;
    if (leg.end == LegReport::expired)
      expired += paid - leg.contracts * option_multiplier * leg.ended.price;
    else
      aged += paid - leg.contracts * option_multiplier * leg.ended.price;
    if (leg.end == LegReport::expired) CHECK(leg.ended.price == 0);
  }
  CHECK_THAT(-layer.profit.back(), WithinRel(expired + aged, 1e-12));
  CHECK_THAT(-layer.profit.back(), WithinRel(9998.60458000912877, 1e-9));

  const LayerByDay dear = layer_of(calm_year, R"({"kind": "alvh", "spread": 0.04, "commission": 0})");
  CHECK_THAT(dear.costs, WithinRel(0.02 * layer.premium, 1e-12));
  CHECK_THAT(dear.profit.back(), WithinAbs(layer.profit.back() - dear.costs, 1e-9));
}

TEST_CASE("gains of the short layer move to the longer ones once, in the part asked for", "[alvh]") {
  const LayerByDay layer = layer_of(R"({"horizon_days": 29, "spike": {"day": 10, "vix_to": 40}})",
                                    R"({"kind": "alvh", "monetise": "on", "gain": 1.5, "fraction": 0.4, "spread": 0.04})");
  REQUIRE(layer.legs.size() == 5);
  const LegReport& short_leg = layer.legs[0];
  REQUIRE(short_leg.reductions.size() == 1);
  const LegReduction& sold = short_leg.reductions[0];
  CHECK(sold.day == 10);
  const double gained = short_leg.contracts * option_multiplier * (sold.quote.price - short_leg.opened.price);
  CHECK(gained >= 1.5 * short_leg.contracts * option_multiplier * short_leg.opened.price);
  const double moved = sold.contracts * option_multiplier * sold.quote.price;
  CHECK_THAT(moved, WithinRel(0.4 * gained, 1e-12));
  // The longer layers keep their proportions and their expiries.
  CHECK_THAT(premium_on(layer, 10), WithinRel(moved, 1e-12));
  CHECK(layer.legs[3].expiry_day == 110);
  CHECK(layer.legs[4].expiry_day == 220);
  CHECK_THAT(layer.legs[3].contracts, WithinRel(2 * layer.legs[4].contracts, 1e-12));
  // What moves pays for itself: cash changes by what trading costs.
  const double commission = sold.contracts + layer.legs[3].contracts + layer.legs[4].contracts;
  CHECK_THAT(layer.cash_flow[10], WithinAbs(-(0.02 * 2 * moved + commission), 1e-9));
}

TEST_CASE("what is left of the short layer must gain anew before more is moved", "[alvh]") {
  const LayerByDay layer = layer_of(R"({"horizon_days": 29, "spike": {"day": 8, "rise_days": 4, "vix_to": 90}})",
                                    R"({"kind": "alvh", "monetise": "on", "gain": 0.5, "fraction": 0.5})");
  const LegReport& short_leg = layer.legs[0];
  REQUIRE(short_leg.reductions.size() >= 2);
  double basis = short_leg.opened.price, held = short_leg.contracts;
  for (const LegReduction& sold : short_leg.reductions) {
    CHECK(sold.quote.price >= 1.5 * basis);
    CHECK_THAT(sold.contracts * sold.quote.price, WithinRel(0.5 * held * (sold.quote.price - basis), 1e-9));
    held -= sold.contracts;
    basis = sold.quote.price;
  }
}

TEST_CASE("gains are not moved while VIX is calm or before they are large enough, nor where it is off", "[alvh]") {
  // From 9, so that a large gain comes while an expected daily range is still below 0.94 %.
  const auto reductions = [](double to, std::string_view options) {
    const LayerByDay layer = evaluated(given(std::format(R"({{"market": {{"vix": 9, "vix_curve": {{"calm": 9}}}},
      "path": {{"horizon_days": 29, "spike": {{"day": 10, "vix_to": {}}}}}, "book": [{{"kind": "alvh", {}}}]}})",
                                                         to, options)))
                                 .layers[0];
    return layer.legs[0].reductions.size();
  };
  CHECK(reductions(14.9, R"("monetise": "on", "gain": 0.2)") == 0);
  CHECK(reductions(14.95, R"("monetise": "on", "gain": 0.2)") == 1);
  CHECK(reductions(14.95, R"("monetise": "on", "gain": 20)") == 0);
  CHECK(reductions(40, R"("monetise": "off", "gain": 0.2)") == 0);
}

TEST_CASE("gains are moved on what the signers saw", "[alvh][execution]") {
  const auto day_of_move = [](double delay_hours) {
    const LayerByDay layer = layer_of(R"({"horizon_days": 29, "spike": {"day": 10, "rise_days": 1, "vix_to": 80}})",
                                      R"({"kind": "alvh", "monetise": "on", "gain": 0.5})",
                                      std::format(R"(, "market": {{"vix": 12, "vix_curve": {{"calm": 12}}}},
                                                       "execution": {{"delay_hours": {}}})",
                                                  delay_hours));
    REQUIRE(!layer.legs[0].reductions.empty());
    return layer.legs[0].reductions[0].day;
  };
  CHECK(day_of_move(0) == 10);
  CHECK(day_of_move(24) == 11);
  CHECK(day_of_move(25) == 12);
}

TEST_CASE("whole contracts move to the longer layers no more than was sold", "[alvh]") {
  const LayerByDay none =
      layer_of(R"({"horizon_days": 29, "spike": {"day": 10, "vix_to": 40}})",
               R"({"kind": "alvh", "monetise": "on", "gain": 1.5, "fraction": 0.05})", R"(, "whole_contracts": true)");
  // A twentieth of the gain is less than half a contract.
  CHECK(none.legs.size() == 3);
  CHECK(none.legs[0].reductions.empty());
  const LayerByDay some = layer_of(R"({"horizon_days": 29, "spike": {"day": 10, "vix_to": 40}})",
                                   R"({"kind": "alvh", "monetise": "on", "gain": 1.5, "fraction": 0.5, "size": {"units": 20}})",
                                   R"(, "whole_contracts": true)");
  REQUIRE(some.legs[0].reductions.size() == 1);
  const LegReduction& sold = some.legs[0].reductions[0];
  CHECK(sold.contracts == std::nearbyint(sold.contracts));
  // Up to half a contract of each.
  double rounding = 0;
  for (const LegReport& leg : some.legs)
    if (leg.opened_day == 10) rounding += 0.5 * option_multiplier * leg.opened.price;
  CHECK_THAT(premium_on(some, 10), WithinAbs(sold.contracts * option_multiplier * sold.quote.price, rounding));
}

TEST_CASE("ladders buy calls on VIX, puts on VIX and puts on SPX by the same rules", "[ladder]") {
  for (const auto& [kind, underlying, type] :
       {std::tuple{"vix_calls", Underlying::vix, OptionType::call}, std::tuple{"vix_puts", Underlying::vix, OptionType::put},
        std::tuple{"spx_puts", Underlying::spx, OptionType::put}}) {
    CAPTURE(kind);
    const LayerByDay layer =
        layer_of(R"({"horizon_days": 100, "spike": {"day": 40, "vix_to": 35}})",
                 std::format(R"({{"kind": "{}", "ladder": [{{"contracts": 3, "days": 30, "strike": {{"delta": 0.3}}}},
                                                      {{"contracts": 1, "days": 70, "strike": {{"moneyness": 0.9}}}}]}})",
                             kind));
    CHECK(layer.legs.size() == 4 + 2);
    for (const LegReport& leg : layer.legs) {
      CHECK(leg.underlying == underlying);
      CHECK(leg.type == type);
      if (leg.contracts == 3) {
        CHECK_THAT(leg.opened.delta, WithinAbs(sign(type) * 0.3, 1e-12));
        CHECK(leg.expiry_day == leg.opened_day + 30);
      } else {
        CHECK_THAT(leg.strike, WithinRel(0.9 * leg.opened.forward, 1e-12));
        CHECK(leg.expiry_day == leg.opened_day + 70);
      }
    }
  }
  // What each is for: the first gains when volatility jumps and SPX falls, as the third does, and the second loses.
  const auto gain = [](std::string_view kind) {
    const LayerByDay layer =
        layer_of(R"({"horizon_days": 20, "spike": {"day": 5, "vix_to": 40}})", std::format(R"({{"kind": "{}"}})", kind));
    return layer.profit[5] - layer.profit[4];
  };
  CHECK(gain("vix_calls") > 0);
  CHECK(gain("vix_puts") < 0);
  CHECK(gain("spx_puts") > 0);
}
