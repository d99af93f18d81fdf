#include "ledger/evaluation.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include "given.h"

using namespace ballast;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

TEST_CASE("a leg is quoted at the spike only where there is one and the leg was held") {
  const auto legs_on = [](std::string_view spike) {
    const std::string path = R"({"path": {"spike": )" + std::string(spike) + "}, ";
    return evaluated(given(path + R"("book": [{"kind": "vix_calls", "ladder": [{"days": 3}, {"days": 30}], "roll": false}]})"))
        .layers[0]
        .legs;
  };
  for (const LegReport& leg : legs_on(R"({"day": 5})")) CHECK(!leg.spike);
  const auto legs = legs_on(R"({"day": 5, "vix_to": 40})");
  REQUIRE(legs.size() == 2);
  CHECK(!legs[0].spike);
  REQUIRE(legs[1].spike);
  CHECK(legs[1].spike->price > legs[1].opened.price);
}

TEST_CASE("what the pool holds at the close of the spike is worth its value, lies on x·y = k, and falls short of holding by the impermanent loss") {
  const auto result = evaluated(given(R"({"pool": {"value": 90000, "price": 3}, "path": {"spike": {"day": 5, "vix_to": 40}}})"));
  const auto& curve = result.curve;
  REQUIRE(curve.pool_tokens.size() == curve.vix_to.size());
  REQUIRE(curve.pool_usdc.size() == curve.vix_to.size());
  for (std::size_t i = 0; i < curve.vix_to.size(); ++i) {
    const double price = 3 * curve.token[i], tokens = curve.pool_tokens[i], usdc = curve.pool_usdc[i];
    CHECK_THAT(tokens * usdc, WithinRel(15000.0 * 45000.0, 1e-12));
    CHECK_THAT(usdc, WithinRel(tokens * price, 1e-12));
    CHECK_THAT(tokens * price + usdc - (15000 * price + 45000), WithinAbs(curve.impermanent_loss[i], 1e-9));
  }
  for (std::size_t day = 0; day < result.pool.value.size(); ++day)
    CHECK_THAT(result.pool.tokens[day] * 3 * result.path.token[day] + result.pool.usdc[day], WithinRel(result.pool.value[day], 1e-12));
  CHECK_THAT(result.pool.tokens[0], WithinRel(15000.0, 1e-15));
}

TEST_CASE("a pool beyond the upper end of its range holds no tokens, below the lower end no USDC") {
  const auto curve = evaluated(given(R"({"pool": {"kind": "concentrated", "lower": 0.9, "upper": 1.2}, "path": {"spike": {"day": 5, "vix_to": 40}}})")).curve;
  CHECK(curve.token.front() < 0.9);
  CHECK(curve.pool_usdc.front() == 0);
  CHECK(curve.token.back() > 1.2);
  CHECK(curve.pool_tokens.back() == 0);
}
