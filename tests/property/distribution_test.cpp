// What holds of every sample: the split leaves no trace, many paths tell what few do, and the errors are as large as they say.
#include "ledger/distribution.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>
#include <random>

#include "numeric/random.h"

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using namespace ballast;

namespace {

/// Profits with a long tail of losses, as a pool's have.
std::vector<double> profits(std::size_t count, std::uint64_t seed) {
  std::vector<double> result(count);
  numeric::normal_draws(numeric::stream(seed, 0), 0, 0, result);
  for (double& value : result) value = 100 - 1000 * std::exp(1.5 * value);
  return result;
}

constexpr double shares[] = {0.05, 0.5, 0.95};

/// Deviation over many samples beside the mean of the errors that each sample states.
struct Spread {
  std::vector<double> values;
  double stated = 0;

  void add(const Estimate& estimate) {
    values.push_back(*estimate.value);
    stated += *estimate.error;
  }
  double observed() const {
    const Moments moments = moments_of(values);
    return std::sqrt(moments.squares / (moments.count - 1));
  }
  double ratio() const { return stated / static_cast<double>(values.size()) / observed(); }
};

}  // namespace

TEST_CASE("a distribution merged from any split into whole blocks in any order is the same to the last bit") {
  // On both sides of where values are rounded; the last block is short.
  const std::size_t count = GENERATE(10'100u, 130'013u);
  const int paths_per_draw = GENERATE(1, 2);
  const Sample sample{count, paths_per_draw};
  const auto values = profits(count, 3);
  Distribution whole(sample);
  whole.add(0, values);
  std::mt19937_64 random(5);
  for (const std::size_t parts : {2u, 5u, 31u}) {
    std::vector<std::size_t> edges = {0, count};
    while (edges.size() <= parts) edges.push_back(random() % (count / sum_block) * sum_block);
    std::sort(edges.begin(), edges.end());
    std::vector<Distribution::Parts> shards;
    for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
      Distribution shard(sample);
      shard.add(edges[i], std::span(values).subspan(edges[i], edges[i + 1] - edges[i]));
      shards.push_back(shard.parts());
    }
    std::shuffle(shards.begin(), shards.end(), random);
    Distribution merged(sample);
    for (const auto& shard : shards) merged.merge(shard);
    CHECK(merged.parts() == whole.parts());
    CHECK(merged.moments() == whole.moments());
  }
}

TEST_CASE("bands merged in any order are the same to the last bit") {
  const std::size_t count = GENERATE(900u, 5000u);
  const auto values = profits(count, 4);
  Bands whole({count, 1}, 1), merged({count, 1}, 1);
  whole.add(0, values);
  const std::span<const double> all = values;
  for (const auto part : {all.subspan(512), all.first(100), all.subspan(100, 412)}) {
    Bands shard({count, 1}, 1);
    shard.add(0, part);
    merged.merge(0, shard.levels(0));
  }
  CHECK(merged.levels(0) == whole.levels(0));
  CHECK(merged.at(0) == whole.at(0));
}

TEST_CASE("a distribution of many paths agrees with an exact one within its resolution") {
  const auto values = profits(99'840, 6);
  Distribution exact({values.size(), 1}), rounded({10'000'000, 1});
  exact.add(0, values);
  rounded.add(0, values);
  CHECK(exact.levels().size() > 99'000);
  CHECK(rounded.levels().size() < 60'000);
  const Statistics a = statistics(exact, shares, 0.95), b = statistics(rounded, shares, 0.95);
  CHECK(*a.mean.value == *b.mean.value);
  CHECK(*a.deviation.value == *b.deviation.value);
  CHECK(exact.worst() == rounded.worst());
  const auto near = [](const Estimate& x, const Estimate& y) { CHECK_THAT(*x.value, WithinRel(*y.value, 1.3e-4)); };
  for (std::size_t k = 0; k < 3; ++k) near(b.quantiles[k], a.quantiles[k]);
  near(b.tail.value_at_risk, a.tail.value_at_risk);
  CHECK_THAT(*b.tail.conditional_value_at_risk.value, WithinRel(*a.tail.conditional_value_at_risk.value, 1e-5));
  CHECK_THAT(*b.tail.conditional_value_at_risk.error, WithinRel(*a.tail.conditional_value_at_risk.error, 1e-4));
}

TEST_CASE("the statistics of a normal sample are those of the normal distribution within four errors") {
  std::vector<double> values(100'000);
  numeric::normal_draws(numeric::stream(8, 0), 0, 0, values);
  Distribution distribution({values.size(), 1});
  distribution.add(0, values);
  const Statistics result = statistics(distribution, shares, 0.95);
  const auto check = [](const Estimate& estimate, double expected) {
    CHECK_THAT(*estimate.value, WithinAbs(expected, 4 * *estimate.error));
    CHECK(*estimate.error < 0.02);
  };
  const double z = numeric::normal_quantile(0.95);
  check(result.mean, 0);
  check(result.deviation, 1);
  for (std::size_t k = 0; k < 3; ++k) check(result.quantiles[k], numeric::normal_quantile(shares[k]));
  check(result.tail.value_at_risk, z);
  check(result.tail.conditional_value_at_risk, numeric::normal_density(z) / 0.05);
}

TEST_CASE("standard errors are as large as estimates differ between samples") {
  constexpr int samples = 400;
  constexpr std::size_t size = 5120;
  Spread mean, deviation, low, middle, at_risk, tail;
  for (int k = 0; k < samples; ++k) {
    std::vector<double> values(size);
    numeric::normal_draws(numeric::stream(9, static_cast<std::uint64_t>(k)), 0, 0, values);
    Distribution distribution({size, 1});
    distribution.add(0, values);
    const Statistics result = statistics(distribution, shares, 0.95);
    mean.add(result.mean);
    deviation.add(result.deviation);
    low.add(result.quantiles[0]);
    middle.add(result.quantiles[1]);
    at_risk.add(result.tail.value_at_risk);
    tail.add(result.tail.conditional_value_at_risk);
  }
  // The deviation over 400 samples is known to 1/sqrt(800).
  for (const Spread* spread : {&mean, &deviation, &low, &middle, &at_risk, &tail})
    CHECK_THAT(spread->ratio(), WithinAbs(1, 4 / std::sqrt(800)));
}

TEST_CASE("with antithetic pairs the mean's error is as large as it says and the others at least so") {
  constexpr int samples = 400;
  constexpr std::size_t size = 5120;
  Spread mean, deviation, tail;
  for (int k = 0; k < samples; ++k) {
    std::vector<double> draws(size / 2), values;
    numeric::normal_draws(numeric::stream(10, static_cast<std::uint64_t>(k)), 0, 0, draws);
    for (const double z : draws) values.insert(values.end(), {std::exp(z / 2), std::exp(-z / 2)});
    Distribution distribution({size, 2});
    distribution.add(0, values);
    const Statistics result = statistics(distribution, shares, 0.95);
    mean.add(result.mean);
    deviation.add(result.deviation);
    tail.add(result.tail.conditional_value_at_risk);
  }
  CHECK_THAT(mean.ratio(), WithinAbs(1, 4 / std::sqrt(800)));
  for (const Spread* spread : {&deviation, &tail}) {
    CHECK(spread->ratio() > 1 - 4 / std::sqrt(800));
    CHECK(spread->ratio() < 1.6);
  }
}
