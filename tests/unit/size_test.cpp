#include "book/size.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include "book/margin.h"
#include "walked.h"

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using namespace ballast;

namespace {

Evaluation book_with(std::string_view layer, std::string_view more = "") {
  return evaluated(given(std::format(R"({{"path": {{"horizon_days": 100, "spike": {{"day": 40, "vix_to": 35}}}},
                                         "book": [{}]{}}})",
                                     layer, more)));
}

constexpr std::string_view ladder =
    R"("ladder": [{"contracts": 3, "days": 30}, {"contracts": 1, "days": 30, "strike": {"delta": 0.2}}])";

}  // namespace

TEST_CASE("a budget is the premium of all legs each time the layer opens", "[size]") {
  for (const std::string_view kind : {"vix_calls", "vix_puts", "spx_puts"}) {
    const LayerByDay layer =
        book_with(std::format(R"({{"kind": "{}", "size": {{"budget": 1234}}, {}}})", kind, ladder)).layers[0];
    for (const int day : {0, 30, 60, 90}) {
      CHECK_THAT(premium_on(layer, day), WithinRel(1234.0, 1e-12));
      const auto legs = opened_on(layer, day);
      REQUIRE(legs.size() == 2);
      CHECK_THAT(legs[0].contracts, WithinRel(3 * legs[1].contracts, 1e-12));
    }
    CHECK_THAT(layer.premium, WithinRel(4 * 1234.0, 1e-12));
  }
}

TEST_CASE("a percentage of the pool goes by what the pool is worth on the day", "[size]") {
  const Evaluation evaluation =
      book_with(std::format(R"({{"kind": "vix_calls", "size": {{"percent_of_pool": 0.7}}, {}}})", ladder));
  const Days& pool = evaluation.pool.value;
  CHECK(std::abs(pool[60] / pool[0] - 1) > 0.01);
  for (const std::size_t day : {0u, 30u, 60u, 90u})
    CHECK_THAT(premium_on(evaluation.layers[0], static_cast<int>(day)), WithinRel(0.007 * pool[day], 1e-12));
}

TEST_CASE("units multiply the contracts, and turn the position round below zero", "[size]") {
  const LayerByDay one = book_with(std::format(R"({{"kind": "vix_calls", {}}})", ladder)).layers[0];
  const LayerByDay sold = book_with(std::format(R"({{"kind": "vix_calls", "size": {{"units": -2}}, {}}})", ladder)).layers[0];
  REQUIRE(one.legs.size() == sold.legs.size());
  for (std::size_t i = 0; i < one.legs.size(); ++i) CHECK(sold.legs[i].contracts == -2 * one.legs[i].contracts);
  for (std::size_t day = 0; day < one.mark.size(); ++day)
    CHECK_THAT(sold.mark[day], WithinRel(-2 * one.mark[day], 1e-12) || WithinAbs(0, 0));
}

TEST_CASE("sized by margin a position ties up what was asked for when it opens, and none is opened where it needs none",
          "[size]") {
  const Scenario scenario = given(std::format(R"({{"path": {{"horizon_days": 100}}, "book": [
    {{"kind": "vix_calls", "size": {{"margin": 5000}}, "ladder": [{{"contracts": -2}}, {{"contracts": 1, "strike": {{"delta": 0.2}}}}]}},
    {{"kind": "synthetic", "size": {{"margin": 5000}}}},
    {{"kind": "vix_calls", "size": {{"margin": 5000}}, {}}},
    {{"kind": "conversion", "size": {{"margin": 5000}}}}]}})",
                                              ladder));
  const Evaluation evaluation = evaluated(scenario);
  for (const std::size_t j : {0u, 1u})
    for (const int day : {0, 30, 60}) {
      std::vector<Leg> legs;
      for (const LegReport& leg : opened_on(evaluation.layers[j], day)) legs.push_back(leg_of(leg));
      const auto at = static_cast<std::size_t>(day);
      std::vector<double> tied_up(1);
      margin(legs, {{}, {}, {evaluation.path.vix[at]}, {}, {evaluation.path.spx[at]}, {}}, tied_up);
      CHECK_THAT(tied_up[0], WithinRel(5000.0, 1e-12));
    }
  CHECK(evaluation.layers[2].legs.empty());
  CHECK(evaluation.layers[3].legs.empty());
}

TEST_CASE("a budget buys no more than a million units of what is all but worthless", "[size]") {
  const auto bought = [](double strike) {
    return book_with(std::format(R"({{"kind": "vix_calls", "roll": false, "size": {{"budget": 1000}},
                                      "ladder": [{{"contracts": 1, "days": 3, "strike": {{"level": {}}}}}]}})",
                                 strike))
        .layers[0]
        .legs;
  };
  const auto some = bought(16);
  REQUIRE(some.size() == 1);
  CHECK(some[0].contracts < most_units);
  const auto most = bought(130);
  REQUIRE(most.size() == 1);
  CHECK(most[0].opened.price > 0);
  CHECK(most[0].contracts == most_units);
  CHECK(most[0].contracts * option_multiplier * most[0].opened.price < 1000);
}

TEST_CASE("a budget opens nothing where what is bought and what is sold cost the same", "[size]") {
  // A call and a put at the forward: their prices differ by rounding, by which no budget can be divided.
  for (const char* size : {R"({"budget": 1000})", R"({"percent_of_pool": 1})"})
    for (double spx = 4000; spx < 6000; spx += 123.45) {
      CAPTURE(spx);
      const Evaluation evaluation = book_with(std::format(R"({{"kind": "synthetic", "size": {}}})", size),
                                              std::format(R"(, "market": {{"spx": {}}})", spx));
      CHECK(evaluation.layers[0].legs.empty());
    }
}

TEST_CASE("a budget rounds to whole contracts", "[size]") {
  const LayerByDay layer = book_with(std::format(R"({{"kind": "vix_calls", "size": {{"budget": 2000}}, {}}})", ladder),
                                     R"(, "whole_contracts": true)")
                               .layers[0];
  const LayerByDay exact =
      book_with(std::format(R"({{"kind": "vix_calls", "size": {{"budget": 2000}}, {}}})", ladder)).layers[0];
  REQUIRE(layer.legs.size() == exact.legs.size());
  double rounding = 0;
  for (std::size_t i = 0; i < layer.legs.size(); ++i) {
    CHECK(layer.legs[i].contracts == std::nearbyint(exact.legs[i].contracts));
    CHECK_THAT(layer.legs[i].contracts + layer.legs[i].rounding, WithinRel(exact.legs[i].contracts, 1e-12));
    rounding += std::abs(layer.legs[i].rounding);
  }
  CHECK(rounding > 0);
}
