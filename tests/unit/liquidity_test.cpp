#include "pool/liquidity.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <string>

#include "scenario/parse.h"
#include "scenario/parse_json.h"

using Catch::Matchers::WithinRel;
using namespace ballast;

namespace {

/// The field that is to blame, or nothing.
std::string blamed(const PoolKind& kind, const Deposit& deposit) {
  const auto opened = open_liquidity(kind, deposit);
  return opened ? "" : std::string(opened.error().field);
}

/// The pointers of what is wrong with a pool in JSON, each followed by a space.
std::string problems(const std::string& pool) {
  const auto json = parse_json(R"({"pool": )" + pool + "}");
  REQUIRE(std::holds_alternative<Json>(json));
  std::string pointers;
  for (const Problem& problem : read_scenario(std::get<Json>(json), "").problems) pointers += problem.pointer + " ";
  return pointers;
}

}  // namespace

TEST_CASE("a deposit by value is split as the curve wants it") {
  const Liquidity half = open_liquidity(ConstantProduct{}, {.price = 20, .value = 1000}).value();
  CHECK(half.tokens == 25);
  CHECK(half.usdc == 500);
  const Liquidity weighted = open_liquidity(Weighted{.weight = 0.8}, {.price = 20, .value = 1000}).value();
  CHECK_THAT(weighted.tokens, WithinRel(40.0, 1e-14));
  CHECK_THAT(weighted.usdc, WithinRel(200.0, 1e-14));
  CHECK(open_liquidity(ConstantProduct{}, {.price = 20}).value().value == 100'000);
}

TEST_CASE("one amount brings the other with it") {
  for (const PoolKind& kind :
       {PoolKind{ConstantProduct{}}, PoolKind{Weighted{.weight = 0.7}}, PoolKind{Concentrated{.lower = 15}}}) {
    const Liquidity by_value = open_liquidity(kind, {.price = 20, .value = 1000}).value();
    const Liquidity by_tokens = open_liquidity(kind, {.price = 20, .tokens = by_value.tokens}).value();
    const Liquidity by_usdc = open_liquidity(kind, {.price = 20, .usdc = by_value.usdc}).value();
    const Liquidity by_both = open_liquidity(kind, {.price = 20, .tokens = by_value.tokens, .usdc = by_value.usdc}).value();
    for (const Liquidity& opened : {by_tokens, by_usdc, by_both}) {
      CHECK_THAT(opened.value, WithinRel(1000.0, 1e-13));
      CHECK_THAT(opened.tokens, WithinRel(by_value.tokens, 1e-13));
      CHECK_THAT(opened.usdc, WithinRel(by_value.usdc, 1e-13));
    }
  }
}

TEST_CASE("both amounts settle the end of the range that is left open") {
  const Liquidity closed = open_liquidity(Concentrated{.lower = 15, .upper = 32}, {.price = 20, .value = 1000}).value();
  const Deposit both{.price = 20, .tokens = closed.tokens, .usdc = closed.usdc};
  const Liquidity open_below = open_liquidity(Concentrated{.upper = 32}, both).value();
  CHECK_THAT(open_below.lower, WithinRel(15.0, 1e-13));
  CHECK_THAT(open_below.value, WithinRel(1000.0, 1e-13));
  const Liquidity open_above = open_liquidity(Concentrated{.lower = 15}, both).value();
  CHECK_THAT(open_above.upper, WithinRel(32.0, 1e-13));
  CHECK_THAT(open_above.value, WithinRel(1000.0, 1e-13));
}

TEST_CASE("without ends a range is from half to three times the price") {
  const Liquidity opened = open_liquidity(Concentrated{}, {.price = 20}).value();
  CHECK(opened.lower == 10);
  CHECK(opened.upper == 60);
}

TEST_CASE("a range may begin at zero and may lie beside the price") {
  CHECK(blamed(Concentrated{.lower = 0, .upper = 30}, {.price = 20}) == "");
  const Liquidity above = open_liquidity(Concentrated{.lower = 25, .upper = 30}, {.price = 20, .value = 1000}).value();
  CHECK_THAT(above.tokens, WithinRel(50.0, 1e-14));
  CHECK(above.usdc == 0);
  const Liquidity below = open_liquidity(Concentrated{.lower = 10, .upper = 15}, {.price = 20, .value = 1000}).value();
  CHECK(below.tokens == 0);
  CHECK_THAT(below.usdc, WithinRel(1000.0, 1e-14));
}

TEST_CASE("a value beside an amount, and amounts that do not fit each other, are refused") {
  CHECK(blamed(ConstantProduct{}, {.price = 20, .value = 1000, .tokens = 25}) == "value");
  CHECK(blamed(ConstantProduct{}, {.price = 20, .value = 1000, .usdc = 500}) == "value");
  CHECK(blamed(ConstantProduct{}, {.price = 20, .tokens = 25, .usdc = 501}) == "usdc");
  CHECK(blamed(Weighted{.weight = 0.8}, {.price = 20, .tokens = 25, .usdc = 500}) == "usdc");
  CHECK(blamed(Concentrated{.lower = 15, .upper = 30}, {.price = 20, .tokens = 25, .usdc = 501}) == "usdc");
}

TEST_CASE("an amount that the range has no room for at this price is refused") {
  CHECK(blamed(Concentrated{.lower = 10, .upper = 15}, {.price = 20, .tokens = 1}) == "tokens");
  CHECK(blamed(Concentrated{.lower = 25, .upper = 30}, {.price = 20, .usdc = 1}) == "usdc");
  // On an end of the range there is room for one side only.
  CHECK(blamed(Concentrated{.lower = 10, .upper = 20}, {.price = 20, .tokens = 1}) == "tokens");
  CHECK(blamed(Concentrated{.lower = 20, .upper = 30}, {.price = 20, .usdc = 1}) == "usdc");
}

TEST_CASE("both amounts with one end are refused where no other end fits them") {
  const Deposit both{.price = 20, .tokens = 100, .usdc = 1000};
  CHECK(blamed(Concentrated{.upper = 20}, both) == "upper");
  CHECK(blamed(Concentrated{.upper = 15}, both) == "upper");
  CHECK(blamed(Concentrated{.lower = 20}, both) == "lower");
  CHECK(blamed(Concentrated{.lower = 25}, both) == "lower");
  // More USDC than a range down to zero takes, more tokens than one without an upper end.
  CHECK(blamed(Concentrated{.upper = 30}, {.price = 20, .tokens = 100, .usdc = 20'000}) == "usdc");
  CHECK(blamed(Concentrated{.lower = 15}, {.price = 20, .tokens = 1000, .usdc = 2000}) == "tokens");
}

TEST_CASE("an inverted, an empty and a needle-thin range are refused") {
  CHECK(blamed(Concentrated{.lower = 30, .upper = 15}, {.price = 20}) == "upper");
  CHECK(blamed(Concentrated{.lower = 20, .upper = 20}, {.price = 20}) == "upper");
  CHECK(blamed(Concentrated{.lower = 61}, {.price = 20}) == "lower");
  CHECK(blamed(Concentrated{.upper = 10}, {.price = 20}) == "upper");
  CHECK(blamed(Concentrated{.lower = 20, .upper = 20.000001}, {.price = 20}) == "upper");
  CHECK(blamed(Concentrated{.lower = 20 - 1e-14, .upper = 20}, {.price = 20}) == "upper");
  CHECK(blamed(Concentrated{.lower = 1e11, .upper = 1e12}, {.price = 1e-300}) == "upper");
  // A hundredth of a percent, the finest spacing of Uniswap v3, is not.
  CHECK(blamed(Concentrated{.lower = 20, .upper = 20.002}, {.price = 20}) == "");
}

TEST_CASE("prices, values and ends that are zero, negative, huge or no numbers are refused where they stand") {
  for (const char* price : {"0", "-20", "1e-10", "1e10", "null", "\"20\""})
    CHECK(problems(R"({"price": )" + std::string(price) + "}") == "/pool/price ");
  for (const char* value : {"0", "-1", "1e13", "true"})
    CHECK(problems(R"({"value": )" + std::string(value) + "}") == "/pool/value ");
  CHECK(problems(R"({"tokens": 0})") == "/pool/tokens ");
  CHECK(problems(R"({"usdc": 0})") == "/pool/usdc ");
  CHECK(problems(R"({"kind": "concentrated", "lower": -1, "upper": 0})") == "/pool/lower /pool/upper ");
  CHECK(problems(R"({"kind": "concentrated", "upper": 1e13})") == "/pool/upper ");
  CHECK(problems(R"({"kind": "weighted", "weight": 1})") == "/pool/weight ");
  CHECK(problems(R"({"kind": "concentrated", "lower": 2, "upper": 1})") == "/pool/upper ");
}
