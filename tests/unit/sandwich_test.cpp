#include "pool/sandwich.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using namespace ballast;

namespace {

/// A pool x·y = k with one token for each USD, whose trades pay a fee beside it.
struct PoolState {
  long double tokens, usdc;

  long double buy(long double usd) {
    const long double bought = tokens * usd / (usdc + usd);
    tokens -= bought;
    usdc += usd;
    return bought;
  }
  long double sell(long double amount) {
    const long double received = usdc * amount / (tokens + amount);
    tokens += amount;
    usdc -= received;
    return received;
  }
};

struct Attack {
  long double gain;  ///< of the attacker, after the fees of the two trades
  long double lost;  ///< by the victim, as a share of what the quote promised
};

/// Front run of `front`, the swap, and back again.
Attack attack(const PublicSwap& swap, long double front) {
  PoolState quoted{swap.depth, swap.depth}, pool = quoted;
  const long double promised = quoted.buy(swap.trade);
  const long double held = pool.buy(front);
  const long double got = pool.buy(swap.trade);
  const long double back = pool.sell(held);
  return {back - front - swap.fee * (front + back), 1 - got / promised};
}

/// The best of many front runs that leave the swap within its tolerance.
Attack best_attack(const PublicSwap& swap) {
  // The largest that does, by halving.
  long double low = 0, high = swap.depth;
  while (attack(swap, high).lost < swap.tolerance) high *= 2;
  for (int i = 0; i < 100; ++i) {
    const long double middle = 0.5L * (low + high);
    (attack(swap, middle).lost <= swap.tolerance ? low : high) = middle;
  }
  Attack best{0, 0};
  for (int i = 1; i <= 20000; ++i) {
    const Attack each = attack(swap, low * i / 20000);
    if (each.gain > best.gain) best = each;
  }
  return best;
}

}  // namespace

TEST_CASE("a sandwich takes what the best of all front runs takes", "[sandwich]") {
  for (const double trade : {10.0, 500.0, 5000.0, 50000.0, 400000.0})
    for (const double tolerance : {0.0005, 0.005, 0.05, 0.3, 0.5})
      for (const double fee : {0.0, 0.0005, 0.003, 0.01, 0.05}) {
        const PublicSwap swap{.trade = trade, .tolerance = tolerance, .depth = 100000, .fee = fee};
        CAPTURE(trade, tolerance, fee);
        const Attack best = best_attack(swap);
        CHECK_THAT(sandwich_loss(swap), WithinAbs(static_cast<double>(best.lost) * trade, 1e-4 * tolerance * trade));
      }
}

TEST_CASE("a sandwich takes all that the tolerance leaves where trades in the pool are free", "[sandwich]") {
  for (const double trade : {1.0, 1000.0, 1e6})
    for (const double tolerance : {1e-4, 0.005, 0.5})
      CHECK(sandwich_loss({.trade = trade, .tolerance = tolerance, .depth = 50000, .fee = 0}) == tolerance * trade);
}

TEST_CASE("a sandwich that does not pay for its fees is not made", "[sandwich]") {
  // The first dollar of a front run gains (1 + d/y)² - 1 and pays the fee of two trades.
  CHECK(sandwich_loss({.trade = 100, .tolerance = 0.005, .depth = 100000, .fee = 0.003}) == 0);
  CHECK(sandwich_loss({.trade = 1000, .tolerance = 0.005, .depth = 100000, .fee = 0.003}) == 5);
  CHECK(sandwich_loss({.trade = 1000, .tolerance = 0.005, .depth = 1e7, .fee = 0.003}) == 0);
  CHECK(sandwich_loss({.trade = 1000, .tolerance = 0.005, .depth = 100000, .fee = 0.02}) == 0);
}

TEST_CASE("a sandwich never takes more than the tolerance, and more the larger the swap", "[sandwich]") {
  for (const double fee : {0.0, 0.003, 0.01}) {
    double last = 0;
    for (double trade = 1; trade < 1e7; trade *= 1.3) {
      const double loss = sandwich_loss({.trade = trade, .tolerance = 0.02, .depth = 100000, .fee = fee});
      CHECK(loss >= last);
      CHECK(loss <= 0.02 * trade);
      last = loss;
    }
    CHECK(last > 0);
  }
}

TEST_CASE("there is nothing to take of no swap and of one that accepts no worse price", "[sandwich]") {
  CHECK(sandwich_loss({.trade = 0, .tolerance = 0.005, .depth = 1e5, .fee = 0}) == 0);
  CHECK(sandwich_loss({.trade = -5, .tolerance = 0.005, .depth = 1e5, .fee = 0}) == 0);
  CHECK(sandwich_loss({.trade = 1000, .tolerance = 0, .depth = 1e5, .fee = 0}) == 0);
}
