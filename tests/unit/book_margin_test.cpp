#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <random>

#include "book/margin.h"
#include "walked.h"

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using namespace ballast;

namespace {

struct Held {
  OptionType type;
  double strike, contracts, paid = 0;
};

Leg option(const Held& held, Underlying underlying = Underlying::spx, int expiry_day = 30) {
  return {.underlying = underlying,
          .type = held.type,
          .expiry_day = expiry_day,
          .strike = {held.strike},
          .log_strike = {std::log(held.strike)},
          .contracts = {held.contracts},
          .paid = {held.paid}};
}

Leg index_share(double contracts, double paid) {
  Leg leg = option({OptionType::call, 1, contracts, paid});
  leg.instrument = Instrument::forward;
  leg.strike = {0};
  return leg;
}

/// Of legs of one path while SPX or VIX is at `level`.
double margin_of(const std::vector<Leg>& legs, double level) {
  std::vector<double> result(1);
  margin(legs, {.fast = {}, .slow = {}, .vix = {level}, .vvix = {}, .spx = {level}, .token = {}}, result);
  return result[0];
}

constexpr auto put = OptionType::put, call = OptionType::call;

}  // namespace

TEST_CASE("ten condors of 160/170/180/190 tie up 10,000 before their credit, wherever the index stands", "[margin]") {
  const std::vector<Leg> condor = {option({put, 160, 10}), option({put, 170, -10}), option({call, 180, -10}),
                                   option({call, 190, 10})};
  for (const double level : {100.0, 165.0, 175.0, 185.0, 1000.0}) CHECK(margin_of(condor, level) == 10000);
}

TEST_CASE("a condor ties up its wider wing less the credit", "[margin]") {
  std::mt19937_64 random(7);
  const auto between = [&](double low, double high) {
    return low + (high - low) * (static_cast<double>(random() >> 11) * 0x1p-53);
  };
  for (int i = 0; i < 2000; ++i) {
    const double short_put = between(3000, 4900), short_call = between(5100, 7000), lots = between(0.01, 50);
    const double put_wing = between(0.5, 0.99 * short_put), call_wing = between(0.5, 4000);
    const double credit = between(0, 0.5) * std::min(put_wing, call_wing);
    const double margin = margin_of({option({put, short_put - put_wing, lots}), option({put, short_put, -lots, credit}),
                                     option({call, short_call, -lots}), option({call, short_call + call_wing, lots})},
                                    between(2000, 8000));
    CAPTURE(short_put, put_wing, short_call, call_wing, lots);
    REQUIRE_THAT(margin, WithinRel(100 * lots * (std::max(put_wing, call_wing) - credit), 1e-9));
  }
}

TEST_CASE("an uncovered option ties up its share of the index, less what it is out of the money, and at least a tenth",
          "[margin]") {
  // At the money, 5 % out and far out.
  CHECK_THAT(margin_of({option({call, 5000, -2})}, 5000), WithinRel(2 * 100 * 0.15 * 5000, 1e-12));
  CHECK_THAT(margin_of({option({call, 5250, -2})}, 5000), WithinRel(2 * 100 * (0.15 * 5000 - 250), 1e-12));
  CHECK_THAT(margin_of({option({call, 7000, -2})}, 5000), WithinRel(2 * 100 * 0.10 * 5000, 1e-12));
  CHECK_THAT(margin_of({option({put, 4750, -2})}, 5000), WithinRel(2 * 100 * (0.15 * 5000 - 250), 1e-12));
  CHECK_THAT(margin_of({option({put, 3000, -2})}, 5000), WithinRel(2 * 100 * 0.10 * 3000, 1e-12));
  CHECK_THAT(margin_of({option({call, 20, -1}, Underlying::vix)}, 20), WithinRel(100 * 0.20 * 20, 1e-12));
  CHECK_THAT(margin_of({option({put, 15, -1}, Underlying::vix)}, 16), WithinRel(100 * (0.20 * 16 - 1), 1e-12));
  // A put cannot lose more than its strike less what was taken in for it.
  CHECK_THAT(margin_of({option({put, 10, -1, 9.9}, Underlying::vix)}, 50), WithinRel(100 * 0.1, 1e-9));
}

TEST_CASE("a long option of another expiry covers nothing", "[margin]") {
  const Leg sold = option({call, 5200, -1});
  const double alone = margin_of({sold}, 5000);
  CHECK(alone > 0);
  CHECK(margin_of({sold, option({call, 5200, 1}, Underlying::spx, 60)}, 5000) == alone);
  CHECK(margin_of({sold, option({call, 5200, 1})}, 5000) == 0);
  CHECK(margin_of({sold, option({call, 5250, 1})}, 5000) == 5000);
}

TEST_CASE("what is bought, boxes and conversions tie up nothing", "[margin]") {
  CHECK(margin_of({option({call, 20, 5, 1}), option({put, 15, 2, 1}), option({call, 30, 1, 1}, Underlying::vix)}, 18) == 0);
  const double discount = std::exp(-0.04 * 30 / 365);
  // Long at 4900, short at 5100: calls 150 and 60, puts 50 and what parity leaves.
  const double width = discount * 200;
  CHECK(margin_of({option({call, 4900, 1, 150}), option({put, 4900, -1, 50}), option({call, 5100, -1, 60}),
                   option({put, 5100, 1, 60 - (100 - width)})},
                  5000) == 0);
  const double share = 5000 * std::exp(-0.013 * 30 / 365);
  CHECK(margin_of({index_share(1, share), option({call, 5000, -1, 60}), option({put, 5000, 1, 60 - share + discount * 5000})},
                  5000) == 0);
  // Without interest it is rounding that keeps the two sides apart.
  for (const char* kind : {"conversion", "reversal"})
    for (double spx = 4000; spx < 6000; spx += 123.45) {
      const Evaluation evaluation = evaluated(given(std::format(
          R"({{"market": {{"rate": 0, "spx": {}}}, "path": {{"horizon_days": 5}},
               "book": [{{"kind": "{}", "size": {{"margin": 100000}}}}]}})",
          spx, kind)));
      CAPTURE(kind, spx);
      CHECK(evaluation.layers[0].legs.empty());
    }
}
