#include "book/short_token.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include "pool/sandwich.h"
#include "walked.h"

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using namespace ballast;

namespace {

constexpr std::string_view private_and_free = R"("execution": {"route": "private_relay", "relay_fee": 0})";
constexpr int horizon = 90;

Evaluation short_with(std::string_view options, std::string_view more = private_and_free) {
  return evaluated(given(std::format(R"({{"path": {{"horizon_days": 90, "spike": {{"day": 40, "rise_days": 2, "vix_to": 45}}}},
                                         "book": [{{"kind": "short_token"{}}}], {}}})",
                                     options, more)));
}

constexpr std::string_view free_of_costs = R"(, "spread": 0, "borrow_fee": 0)";

}  // namespace

TEST_CASE("a fixed short is a share of the tokens put into the pool, left alone", "[short_token]") {
  const Evaluation evaluation = short_with(R"(, "target": "fixed", "ratio": 0.6, "open_day": 2)");
  for (std::size_t day = 0; day <= horizon; ++day)
    CHECK_THAT(evaluation.layers[0].tokens[day], WithinRel(day < 2 ? 0 : -0.6 * 50000, 1e-12));
}

TEST_CASE("a delta-neutral short follows the pool's slope on the days of its calendar", "[short_token]") {
  for (const auto& [policy, every] : {std::pair{"static", horizon + 1}, std::pair{"daily", 1}, std::pair{"weekly", 7}}) {
    const Evaluation evaluation = short_with(std::format(R"(, "open_day": 3, "ratio": 0.9, "recalibrate": "{}")", policy));
    CAPTURE(policy);
    double held = 0;
    for (int day = 0; day <= horizon; ++day) {
      const auto at = static_cast<std::size_t>(day);
      // Nothing is traded on the last day.
      if (day >= 3 && (day - 3) % every == 0 && day < horizon) held = -0.9 * evaluation.pool.sensitivity[at].delta;
      CHECK_THAT(evaluation.layers[0].tokens[at], WithinRel(held, 1e-12));
      CHECK_THAT(evaluation.layers[0].mark[at], WithinRel(held * evaluation.path.token[at], 1e-12));
    }
  }
}

TEST_CASE("a trigger closes the gap to the target once it is a share of the position", "[short_token]") {
  const Evaluation evaluation = short_with(R"(, "recalibrate": "on_trigger", "trigger": 0.02)");
  double held = -evaluation.pool.sensitivity[0].delta;
  int trades = 0;
  for (std::size_t day = 1; day < horizon; ++day) {
    const double target = -evaluation.pool.sensitivity[day].delta;
    if (std::abs(target - held) >= 0.02 * std::abs(held)) {
      held = target;
      ++trades;
    }
    CHECK_THAT(evaluation.layers[0].tokens[day], WithinRel(held, 1e-12));
  }
  CHECK(trades > 2);
  CHECK(trades < 30);
}

TEST_CASE("a delta-neutral short gains what its tokens fall, less its fees", "[short_token]") {
  for (const std::string_view costs :
       {free_of_costs, std::string_view(R"(, "spread": 0.01, "commission": 3, "borrow_fee": 0.2)")}) {
    const Evaluation evaluation = short_with(std::format(R"(, "recalibrate": "daily"{})", costs));
    const LayerByDay& layer = evaluation.layers[0];
    double gained = 0, borrowing = 0, trading = 0, turnover = 0, held = 0;
    const bool is_free = costs == free_of_costs;
    for (std::size_t day = 0; day <= horizon; ++day) {
      const double price = evaluation.path.token[day];
      if (day > 0) {
        gained += held * (price - evaluation.path.token[day - 1]);
        borrowing += is_free ? 0 : -held * price * 0.2 / 365;
      }
      if (day < horizon) {
        const double target = -evaluation.pool.sensitivity[day].delta;
        turnover += std::abs(target - held) * price;
        trading += is_free || target == held ? 0 : 0.005 * std::abs(target - held) * price + 3;
        held = target;
      }
      CHECK_THAT(layer.profit[day], WithinAbs(gained - borrowing - trading, 1e-9 * 100000));
    }
    CHECK_THAT(layer.costs, WithinRel(trading, 1e-12) || WithinAbs(0, 0));
    CHECK_THAT(layer.turnover, WithinRel(turnover, 1e-12));
    CHECK(is_free == (borrowing == 0));
  }
}

TEST_CASE("a token that is bought pays nothing to be borrowed", "[short_token]") {
  const Evaluation dear = short_with(R"(, "ratio": -0.5, "spread": 0, "borrow_fee": 5)");
  const Evaluation free = short_with(R"(, "ratio": -0.5, "spread": 0, "borrow_fee": 0)");
  CHECK(dear.layers[0].profit == free.layers[0].profit);
  CHECK(dear.layers[0].tokens[0] > 0);
}

TEST_CASE("a private relay takes its fee for each swap, a public one what a sandwich takes", "[short_token][execution]") {
  const auto costs = [](std::string_view execution, std::string_view pool = "{}") {
    return short_with(R"(, "spread": 0, "borrow_fee": 0, "recalibrate": "weekly")",
                      std::format(R"("execution": {{{}}}, "pool": {})", execution, pool));
  };
  const Evaluation relay = costs(R"("route": "private_relay", "relay_fee": 4)");
  CHECK_THAT(relay.layers[0].costs, WithinRel(4.0 * 13, 1e-12));

  // Fees of nothing leave a sandwich all of the tolerance.
  const Evaluation open = costs(R"("slippage_tolerance": 0.01)");
  CHECK_THAT(open.layers[0].costs, WithinRel(0.01 * open.layers[0].turnover, 1e-12));
  CHECK(open.layers[0].turnover == relay.layers[0].turnover);

  // In a deep pool with fees only the large swaps are worth it.
  const Evaluation deep = costs(R"("slippage_tolerance": 0.01, "pool_depth": 2000000)", R"({"fee_tier": 0.003})");
  double expected = 0;
  const Days& tokens = deep.layers[0].tokens;
  for (std::size_t day = 0; day <= horizon; ++day)
    expected += sandwich_loss({.trade = std::abs(tokens[day] - (day > 0 ? tokens[day - 1] : 0)) * deep.path.token[day],
                               .tolerance = 0.01,
                               .depth = 2000000,
                               .fee = 0.003});
  CHECK_THAT(deep.layers[0].costs, WithinRel(expected, 1e-9));
  CHECK(expected > 0);
  CHECK(expected < 0.5 * open.layers[0].costs + 500);
}

TEST_CASE("a delta-neutral short follows the slope that the signers saw", "[short_token][execution]") {
  for (const auto& [hours, days] :
       {std::pair{0.0, 0u}, std::pair{1.0, 1u}, std::pair{24.0, 1u}, std::pair{25.0, 2u}, std::pair{48.0, 2u}}) {
    const Evaluation evaluation =
        short_with(R"(, "recalibrate": "daily")", std::format(R"("execution": {{"delay_hours": {}}})", hours));
    for (std::size_t day = 0; day < horizon; ++day)
      CHECK(evaluation.layers[0].tokens[day] == -evaluation.pool.sensitivity[day > days ? day - days : 0].delta);
  }
}
