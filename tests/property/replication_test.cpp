// The strip on listed grids against the loss of every pool.
#include "pool/replication.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>
#include <limits>
#include <span>
#include <utility>
#include <vector>

#include "pool/liquidity.h"

using Catch::Matchers::WithinRel;
using namespace ballast;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// 100000 USD at a token price of `entry` on a curve whose range is given in USD.
struct Position {
  PoolCurve curve;
  double entry;
  double value = 100'000;

  double shortfall(double level) const {
    return -value * std::visit([&](const auto& c) { return c.impermanent_loss(level / entry); }, curve);
  }
  double tokens() const {
    return value / entry * std::visit([](const auto& c) { return c.tokens(1); }, curve);
  }
  double usdc() const {
    return value * std::visit([](const auto& c) { return c.usdc(1); }, curve);
  }
  double gamma(double level) const {
    return value / (entry * entry) * std::visit([&](const auto& c) { return c.gamma(level / entry); }, curve);
  }
};

Position concentrated(double lower, double upper, double entry) {
  return {concentrated_curve(lower / entry, upper / entry), entry};
}

std::vector<Position> positions() {
  std::vector<Position> all;
  for (const double entry : {20.0, 18.3, 22.5}) {
    all.push_back({ConstantProductCurve{}, entry});
    for (const double weight : {0.2, 0.5, 0.8}) all.push_back({WeightedCurve{weight}, entry});
    // Ends on the grids and off them, a range between two strikes, ranges without an end, above and below the entry.
    all.push_back(concentrated(12, 40, entry));
    all.push_back(concentrated(12.3, 41.7, entry));
    all.push_back(concentrated(18.1, 22.9, entry));
    all.push_back(concentrated(entry - 0.1, entry + 0.2, entry));
    all.push_back(concentrated(0, 30, entry));
    all.push_back(concentrated(15, infinity, entry));
    all.push_back(concentrated(entry, 30, entry));
    all.push_back(concentrated(11, entry, entry));
    all.push_back(concentrated(25, 33, entry));
    all.push_back(concentrated(11, 16, entry));
  }
  return all;
}

/// The position's strip on a grid, with tails that cover: the chord to level 0, and the tokens of entry above.
Strip strip_of(const Position& position, std::span<const double> strikes) {
  std::vector<double> values;
  for (const double strike : strikes) values.push_back(position.shortfall(strike));
  return replicate({.strikes = strikes,
                    .values = values,
                    .entry = position.entry,
                    .slope_below = -(position.usdc() - values.front()) / strikes.front(),
                    .slope_above = position.tokens()},
                   100);
}

std::vector<double> grid(double first, double last, double step) {
  std::vector<double> strikes;
  for (int i = 0; first + i * step <= last; ++i) strikes.push_back(first + i * step);
  return strikes;
}

template <class Check>
void on_every_grid(Check check) {
  for (const Position& position : positions())
    for (const double step : {0.5, 1.0, 2.5, 5.0})
      for (const auto& [first, last] : {std::pair(10.0, 80.0), std::pair(5.0, 25.0), std::pair(15.0, 40.0)}) {
        const std::vector<double> strikes = grid(first, last, step);
        check(position, strikes, strip_of(position, strikes));
      }
}

}  // namespace

TEST_CASE("the strip pays the loss exactly at every strike") {
  on_every_grid([](const Position& position, std::span<const double> strikes, const Strip& strip) {
    for (const double strike : strikes) {
      const double loss = position.shortfall(strike), paid = payoff(strip, strike);
      if (!(std::abs(paid - loss) <= 1e-9 * loss + 1e-12 * position.value))
        FAIL("pays " << paid << " for " << loss << " at " << strike << ", curve " << position.curve.index());
    }
  });
}

TEST_CASE("the strip never pays less than the loss, between its strikes and beyond, and sells nothing") {
  on_every_grid([](const Position& position, std::span<const double>, const Strip& strip) {
    for (double level = 0.05; level < 300; level += 0.05) {
      const double loss = position.shortfall(level), paid = payoff(strip, level);
      if (!(paid >= loss - 1e-11 * position.value))
        FAIL("pays " << paid << " for " << loss << " at " << level << ", curve " << position.curve.index());
    }
    for (const StripRow& row : strip.rows)
      if (!(row.puts >= -1e-9 && row.calls >= -1e-9))
        FAIL("sells " << row.puts << " puts, " << row.calls << " calls at " << row.strike);
  });
}

TEST_CASE("on a fine grid the strip is the continuum's: |V''| ΔK options at a strike") {
  const double step = 1.0 / 64;
  const std::vector<double> strikes = grid(14, 30, step);
  for (const Position& position : positions()) {
    const Strip strip = strip_of(position, strikes);
    const auto* range = std::get_if<ConcentratedCurve>(&position.curve);
    const auto crosses_kink = [&](double strike) {
      const auto within = [&](double at) { return std::abs(strike - at) <= step; };
      return within(position.entry) ||
             (range && (within(range->lower * position.entry) || within(range->upper * position.entry)));
    };
    for (std::size_t i = 1; i + 1 < strikes.size(); ++i) {
      if (crosses_kink(strikes[i])) continue;
      const double expected = -position.gamma(strikes[i]) * step / strip.multiplier;
      const double found = strikes[i] < position.entry ? strip.rows[i].puts : strip.rows[i].calls;
      if (!(std::abs(found - expected) <= 1e-5 * expected + 1e-6))
        FAIL(found << " contracts instead of " << expected << " at " << strikes[i] << ", curve " << position.curve.index());
    }
  }
}

TEST_CASE("a constant product needs (L/2)·K^(-3/2)·ΔK options at a strike") {
  // Clark 2020: with x·y = L² the weight of the strip at strike K.
  const Position position{ConstantProductCurve{}, 20};
  const double liquidity = position.value / (2 * std::sqrt(20.0));
  const std::vector<double> strikes = grid(10, 40, 1.0 / 64);
  const Strip strip = strip_of(position, strikes);
  for (const std::size_t i : {200u, 500u, 1000u, 1500u}) {
    const double k = strikes[i], contracts = strip.rows[i].puts + strip.rows[i].calls;
    CHECK_THAT(contracts * strip.multiplier, WithinRel(0.5 * liquidity / (k * std::sqrt(k)) / 64, 1e-5));
  }
}
