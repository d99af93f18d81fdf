// What holds for every sample at the sizes of least variance.
#include "sizing/minimum_variance.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "any_sample.h"

using namespace ballast::sizing;
using Eigen::Index;
using Eigen::VectorXd;

namespace {

double variance(const PnlSample& sample, const VectorXd& quantity) {
  return moments(total_pnl(sample, quantity), probabilities(sample)).variance;
}

}  // namespace

TEST_CASE("no other sizes have less variance", "[sizing]") {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    std::mt19937_64 random(seed);
    const Index n = 30 + static_cast<Index>(seed), m = 1 + static_cast<Index>(seed % 12);
    const PnlSample sample = any_sample(n, m, static_cast<Payoffs>(seed % 4), random);
    INFO("seed " << seed);
    const auto free = minimum_variance(sample);
    REQUIRE(free);
    CHECK(free->effectiveness >= -1e-12);
    CHECK(free->effectiveness <= 1);
    const Bounds bounds = any_limits(m, random).bounds;
    const auto bounded = minimum_variance(sample, bounds);
    REQUIRE(bounded);
    CHECK(bounded->variance_after >= free->variance_after * (1 - 1e-9));
    for (int i = 0; i < 30; ++i) {
      const VectorXd towards = any_vector(m, -1, 1, random) * std::pow(10.0, -(i % 5));
      CHECK(variance(sample, free->quantity + towards) >= free->variance_after * (1 - 1e-12));
      const VectorXd within = (bounded->quantity + 10 * towards).cwiseMax(bounds.lower).cwiseMin(bounds.upper);
      CHECK(variance(sample, within) >= bounded->variance_after * (1 - 1e-12));
    }
    for (Index j = 0; j < m; ++j) {
      CHECK(bounded->quantity[j] >= bounds.lower[j]);
      CHECK(bounded->quantity[j] <= bounds.upper[j]);
    }
  }
}

TEST_CASE("bounds that do not bind leave the closed form", "[sizing]") {
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    std::mt19937_64 random(seed);
    const PnlSample sample = any_sample(100, 6, Payoffs::spread, random);
    const double wide = seed % 2 == 0 ? 1e9 : std::numeric_limits<double>::infinity();
    const auto bounded =
        minimum_variance(sample, {.lower = VectorXd::Constant(6, -wide), .upper = VectorXd::Constant(6, wide)});
    REQUIRE(bounded);
    CHECK(bounded->binding.empty());
    const VectorXd closed = minimum_variance(sample)->quantity;
    for (Index j = 0; j < 6; ++j) CHECK(std::abs(bounded->quantity[j] - closed[j]) <= 1e-9 * (1 + std::abs(closed[j])));
  }
}

TEST_CASE("the multiplier of a bound is the slope of the least variance in it", "[sizing]") {
  int seen = 0;
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    std::mt19937_64 random(seed);
    const PnlSample sample = any_sample(80, 5, static_cast<Payoffs>(seed % 3), random);
    const Bounds bounds = any_limits(5, random).bounds;
    const auto least = minimum_variance(sample, bounds);
    REQUIRE(least);
    for (const Binding& binding : least->binding) {
      INFO("seed " << seed << ", candidate " << binding.limit.index);
      const double step = 1e-4;
      Bounds loosened = bounds;
      if (binding.limit.kind == LimitKind::lower_bound)
        loosened.lower[binding.limit.index] -= step;
      else
        loosened.upper[binding.limit.index] += step;
      const double fall = least->variance_after - minimum_variance(sample, loosened)->variance_after;
      CHECK(fall <= binding.multiplier * step + 1e-9 * least->variance_before);
      CHECK(fall >= 0.99 * binding.multiplier * step - 1e-6 * least->variance_before);
      CHECK(binding.multiplier > 0);
      ++seen;
    }
  }
  CHECK(seen > 50);
}
