#include "ledger/distribution.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>
#include <numeric>
#include <string>

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using namespace ballast;

namespace {

/// Shows which joins were made.
struct Text {
  std::string text;
};

Text join(const Text& left, const Text& right) {
  return {"(" + left.text + right.text + ")"};
}

std::vector<double> one_to(int n) {
  std::vector<double> result(static_cast<std::size_t>(n));
  std::iota(result.begin(), result.end(), 1.0);
  return result;
}

std::vector<Level> levels_of(const std::vector<double>& values) {
  Tally tally({Resolution::every_digit});
  tally.add(values);
  return tally.levels();
}

std::vector<double> negative(std::vector<double> values) {
  for (double& value : values) value = -value;
  return values;
}

Distribution distribution_of(const std::vector<double>& values, int paths_per_draw = 1) {
  Distribution result({values.size(), paths_per_draw});
  result.add(0, values);
  return result;
}

constexpr double median[] = {0.5};

Statistics statistics_of(const std::vector<double>& values, int paths_per_draw = 1) {
  return statistics(distribution_of(values, paths_per_draw), median, 0.95);
}

}  // namespace

TEST_CASE("blocks are joined two by two, whatever order they come in") {
  std::vector<std::uint64_t> order = {0, 1, 2, 3, 4, 5, 6};
  do {
    Pairwise<Text> joined;
    for (const std::uint64_t block : order) joined.add({block, 0, {std::to_string(block)}});
    REQUIRE(joined.nodes().size() == 3);
    REQUIRE(joined.total()->text == "((((01)(23))(45))6)");
  } while (std::next_permutation(order.begin(), order.end()));
  CHECK(!Pairwise<Text>{}.total());
}

TEST_CASE("stretches of blocks joined elsewhere are joined as the blocks themselves") {
  Pairwise<Text> left, right, joined;
  for (const std::uint64_t block : {0u, 1u, 2u}) left.add({block, 0, {std::to_string(block)}});
  for (const std::uint64_t block : {3u, 4u}) right.add({block, 0, {std::to_string(block)}});
  for (const auto* part : {&right, &left})
    for (const auto& [first, node] : part->nodes()) joined.add(node);
  CHECK(joined.total()->text == "(((01)(23))4)");
}

TEST_CASE("moments are the sums over the deviations, and joined ones those of both together") {
  const std::vector<double> values = {3, -1, 4, 1, -5, 9, 2, 6, 5, 3.5};
  const Moments whole = moments_of(values);
  CHECK_THAT(whole.mean, WithinRel(2.75, 1e-15));
  double squares = 0, cubes = 0, fourths = 0;
  for (const double value : values) {
    squares += std::pow(value - 2.75, 2);
    cubes += std::pow(value - 2.75, 3);
    fourths += std::pow(value - 2.75, 4);
  }
  for (std::size_t split = 0; split <= values.size(); ++split) {
    const std::span<const double> all = values;
    const Moments joined = join(moments_of(all.first(split)), moments_of(all.subspan(split)));
    CHECK(joined.count == 10);
    CHECK_THAT(joined.mean, WithinRel(2.75, 1e-14));
    CHECK_THAT(joined.squares, WithinRel(squares, 1e-13));
    CHECK_THAT(joined.cubes, WithinRel(cubes, 1e-12));
    CHECK_THAT(joined.fourths, WithinRel(fourths, 1e-13));
  }
}

TEST_CASE("a tally rounds to its digits, keeps sign and zero, and gives back its own levels") {
  for (const int digits : {4, 8, 12}) {
    std::vector<double> values = {0, -0.0, 0.001, 0.01, 1e20, -1e20};
    for (double x = 0.003; x < 1e9; x *= 1.37) values.insert(values.end(), {x, -x});
    for (const double value : values) {
      Tally tally({digits});
      tally.add(std::span(&value, 1));
      const auto levels = tally.levels();
      REQUIRE(levels.size() == 1);
      CHECK(levels[0].count == 1);
      const double allowed = (std::fabs(value) + 0.01) * std::ldexp(1.0, -digits - 1) * (1 + 1e-12);
      if (std::fabs(value) < 1e13) CHECK_THAT(levels[0].value, WithinAbs(value, allowed));
      CHECK(std::fabs(levels[0].value) <= 0.01 * 0x1p50);
      Tally again({digits});
      again.add(levels);
      CHECK(again.levels() == levels);
    }
    Tally all({digits});
    all.add(values);
    const auto levels = all.levels();
    CHECK(std::is_sorted(levels.begin(), levels.end(), [](const Level& a, const Level& b) { return a.value < b.value; }));
    std::uint64_t count = 0;
    for (const Level& level : levels) count += level.count;
    CHECK(count == values.size());
  }
}

TEST_CASE("a quantile is the lowest value that its share does not exceed, its error the spread of ranks") {
  const auto levels = levels_of(one_to(100));
  for (const double p : {0.07, 0.28, 0.29, 0.5, 0.55, 0.57, 0.58, 0.95})
    CHECK(*quantile(levels, p).value == std::round(100 * p));
  CHECK(*quantile(levels, 0.001).value == 1);
  CHECK(*quantile(levels, 0.501).value == 51);
  CHECK(*quantile(levels, 0.999).value == 100);
  // sqrt(100·0.5·0.5) = 5: from the 45th to the 55th.
  CHECK(*quantile(levels, 0.5).error == 5);
  CHECK(!quantile(levels, 0.001).error);
  CHECK(!quantile(levels, 0.999).error);
}

TEST_CASE("tail losses are those of Rockafellar and Uryasev, the loss at the edge in part") {
  const TailLoss ten = tail_loss(levels_of(negative(one_to(10))), 0.85);
  CHECK(*ten.value_at_risk.value == 9);
  CHECK_THAT(*ten.conditional_value_at_risk.value, WithinRel(29.0 / 3, 1e-14));
  const TailLoss five = tail_loss(levels_of({2, 1, 0, -10, -40}), 0.6);
  CHECK(*five.value_at_risk.value == 0);
  CHECK_THAT(*five.conditional_value_at_risk.value, WithinRel(25.0, 1e-14));
  // Losses 91 to 100, and the 90th at the edge.
  const TailLoss hundred = tail_loss(levels_of(negative(one_to(100))), 0.9);
  CHECK(*hundred.value_at_risk.value == 90);
  CHECK_THAT(*hundred.conditional_value_at_risk.value, WithinRel(95.5, 1e-14));
  // Against the tail's own deviation: (var + 0.9·(CVaR - VaR)²)/(n·0.1), with var = 8.25 of 91 to 100.
  CHECK_THAT(*hundred.conditional_value_at_risk.error,
             WithinRel(std::sqrt((8.25 + 0.9 * 5.5 * 5.5) / (100 * 0.1) * 100 / 99), 1e-12));
  CHECK(*hundred.value_at_risk.error == 3);
}

TEST_CASE("mean and deviation have the textbook's errors") {
  const Statistics result = statistics_of({2, 4, 4, 4, 5, 5, 7, 9});
  CHECK(result.paths == 8);
  CHECK(*result.mean.value == 5);
  CHECK_THAT(*result.deviation.value, WithinRel(std::sqrt(32.0 / 7), 1e-15));
  CHECK_THAT(*result.mean.error, WithinRel(std::sqrt(32.0 / 7 / 8), 1e-15));
  CHECK_THAT(*result.deviation.error, WithinRel(std::sqrt((356.0 / 8 - 16) / 8) / (2 * std::sqrt(32.0 / 7)), 1e-14));
}

TEST_CASE("no path, one path and two are answers") {
  const Statistics none = statistics_of({});
  CHECK(none.paths == 0);
  for (const Estimate& estimate :
       {none.mean, none.deviation, none.quantiles[0], none.tail.value_at_risk, none.tail.conditional_value_at_risk})
    CHECK((!estimate.value && !estimate.error));

  const Statistics one = statistics_of({-3.7});
  CHECK(*one.mean.value == -3.7);
  CHECK(!one.deviation.value);
  CHECK(*one.quantiles[0].value == -3.7);
  CHECK(*one.tail.value_at_risk.value == 3.7);
  CHECK(*one.tail.conditional_value_at_risk.value == 3.7);
  for (const Estimate& estimate :
       {one.mean, one.deviation, one.quantiles[0], one.tail.value_at_risk, one.tail.conditional_value_at_risk})
    CHECK(!estimate.error);

  const Statistics two = statistics_of({1, 3});
  CHECK(*two.mean.error == 1);
  CHECK(*two.deviation.value == std::sqrt(2));
  CHECK(!two.deviation.error);
}

TEST_CASE("where all paths end alike nothing is uncertain") {
  const Statistics result = statistics_of(std::vector(1000, -5.0));
  CHECK((*result.mean.error == 0 && *result.deviation.value == 0 && *result.deviation.error == 0));
  CHECK((*result.tail.conditional_value_at_risk.value == 5 && *result.tail.conditional_value_at_risk.error == 0));
}

TEST_CASE("with antithetic draws the mean's error comes from the pairs and the others take a pair as one path") {
  std::vector<double> values;
  for (int i = 1; i <= 300; ++i) values.insert(values.end(), {static_cast<double>(i), -static_cast<double>(i)});
  const Statistics pairs = statistics_of(values, 2), alone = statistics_of(values);
  CHECK(*pairs.mean.error == 0);
  CHECK(*alone.mean.error > 0);
  CHECK_THAT(*pairs.deviation.error, WithinRel(std::sqrt(2) * *alone.deviation.error, 1e-14));
  CHECK_THAT(*pairs.tail.conditional_value_at_risk.error,
             WithinRel(std::sqrt(2) * *alone.tail.conditional_value_at_risk.error, 1e-14));
  CHECK(*pairs.quantiles[0].error > *alone.quantiles[0].error);
}

TEST_CASE("the ten worst paths are kept, the worst first and of equal ones the earlier") {
  std::vector<double> values(1000, 1);
  values[700] = -9;
  values[3] = -2;
  values[999] = -2;
  values[256] = -1;
  const Distribution distribution = distribution_of(values);
  std::vector<std::uint64_t> paths;
  for (const PathValue& each : distribution.worst()) paths.push_back(each.path);
  CHECK(paths == std::vector<std::uint64_t>{700, 3, 999, 256, 0, 1, 2, 4, 5, 6});
  CHECK(distribution.worst()[0].value == -9);
  CHECK(distribution_of({4, 2}).worst().size() == 2);
}

TEST_CASE("a drawdown is the deepest fall from the highest profit so far") {
  Drawdown drawdown(3);
  for (const auto& day : {std::array{0.0, 0.0, -1.0}, std::array{5.0, -1.0, 0.0}, std::array{2.0, -2.0, 1.0},
                          std::array{9.0, -1.0, 2.0}, std::array{5.0, -4.0, 3.0}})
    drawdown.see(day);
  CHECK(std::vector(drawdown.deepest().begin(), drawdown.deepest().end()) == std::vector{4.0, 4.0, 0.0});
}

TEST_CASE("bands are the quantiles of each day, exact for a few paths") {
  Bands bands({101, 1}, 3);
  std::vector<double> values = one_to(101);
  bands.add(1, values);
  bands.add(2, negative(values));
  CHECK(!bands.at(0));
  CHECK(*bands.at(1) == std::array{6.0, 26.0, 51.0, 76.0, 96.0});
  CHECK(*bands.at(2) == std::array{-96.0, -76.0, -51.0, -26.0, -6.0});
}
