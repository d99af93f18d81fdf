// What holds for every frontier of CVaR against cost.
#include "sizing/frontier.h"

#include <catch2/catch_test_macros.hpp>

#include "any_sample.h"
#include "sizing/minimum_cvar.h"

using namespace ballast::sizing;

TEST_CASE("CVaR falls along the frontier, ever slower, from the least cost to the least CVaR", "[sizing]") {
  int seen = 0;
  for (std::uint64_t seed = 0; seed < 120; ++seed) {
    std::mt19937_64 random(seed);
    const PnlSample sample = any_sample(50 + static_cast<Eigen::Index>(seed), 1 + static_cast<Eigen::Index>(seed % 9),
                                        static_cast<Payoffs>(seed % 4), random);
    const UnitTerms terms = any_terms(sample.layers.cols(), random);
    const Limits limits = any_limits(sample.layers.cols(), random);
    INFO("seed " << seed);
    const auto least = minimum_cvar(sample, terms, limits, 0.9);
    const auto points = frontier(sample, terms, limits, 0.9, 9);
    REQUIRE(points.has_value() == least.has_value());
    if (!least) {
      CHECK(points.error().limits == least.error().limits);
      continue;
    }
    ++seen;
    REQUIRE(points->size() == 9);
    const double size = 1 + std::abs(least->before.cvar), noise = 1e-9 * size;
    CHECK(std::abs(points->back().tail.cvar - least->after.cvar) <= noise);
    for (std::size_t i = 0; i < points->size(); ++i) {
      const FrontierPoint& at = (*points)[i];
      CHECK(at.yearly_cost <= at.cost_cap + 1e-9 * (1 + std::abs(at.cost_cap) + std::abs(least->yearly_cost)));
      if (i == 0) continue;
      const FrontierPoint& before = (*points)[i - 1];
      CHECK(at.cost_cap >= before.cost_cap);
      CHECK(at.tail.cvar <= before.tail.cvar + noise);
      // Each multiplier is the slope of a line below the frontier.
      const double more = at.cost_cap - before.cost_cap;
      CHECK(at.tail.cvar >= before.tail.cvar - before.multiplier * more - noise);
      CHECK(before.tail.cvar >= at.tail.cvar + at.multiplier * more - noise);
      if (i >= 2) CHECK(at.tail.cvar + (*points)[i - 2].tail.cvar >= 2 * before.tail.cvar - 4 * noise);
    }
  }
  CHECK(seen > 60);
}

TEST_CASE("a point of the frontier is the least CVaR under its cap", "[sizing]") {
  for (std::uint64_t seed = 200; seed < 230; ++seed) {
    std::mt19937_64 random(seed);
    const PnlSample sample = any_sample(150, 6, static_cast<Payoffs>(seed % 4), random);
    const UnitTerms terms = any_terms(6, random);
    Limits limits = any_limits(6, random);
    const auto points = frontier(sample, terms, limits, 0.9, 5);
    if (!points) continue;
    INFO("seed " << seed);
    for (std::size_t i = 1; i < points->size(); ++i) {
      limits.yearly_cost_cap = (*points)[i].cost_cap;
      const auto alone = minimum_cvar(sample, terms, limits, 0.9);
      REQUIRE(alone);
      CHECK(std::abs(alone->after.cvar - (*points)[i].tail.cvar) <= 1e-9 * (1 + std::abs(alone->before.cvar)));
    }
  }
}
