#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <vector>

#include "numeric/random.h"

using namespace ballast::numeric;

namespace {

constexpr int count = 1 << 17;

std::vector<double> draws(std::uint64_t stream_number, std::uint64_t first_path, std::uint64_t day) {
  std::vector<double> result(count);
  normal_draws(stream(7, stream_number), first_path, day, result);
  return result;
}

double correlation(const std::vector<double>& a, const std::vector<double>& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
  return sum / static_cast<double>(a.size());
}

/// Four standard deviations of a mean of products of independent draws.
const double four_sigma = 4 / std::sqrt(count);

}  // namespace

TEST_CASE("splitmix64 gives the published sequence") {
  // Of seed 1234567, as in Rosetta Code, "Pseudo-random numbers/Splitmix64".
  constexpr std::uint64_t published[] = {6457827717110365317u, 3203168211198807973u, 9817491932198370423u, 4593380528125082431u,
                                         16408922859458223821u};
  for (std::uint64_t n = 0; n < 5; ++n) CHECK(splitmix64(1234567, n) == published[n]);
}

TEST_CASE("normal draws have the moments of the normal distribution") {
  const auto x = draws(0, 0, 0);
  std::array<double, 5> moment{};
  for (const double z : x)
    for (int k = 1; k <= 4; ++k) moment[static_cast<std::size_t>(k)] += std::pow(z, k) / count;
  CHECK(std::fabs(moment[1]) < four_sigma);
  CHECK(std::fabs(moment[2] - 1) < four_sigma * std::sqrt(2));
  CHECK(std::fabs(moment[3]) < four_sigma * std::sqrt(15));
  CHECK(std::fabs(moment[4] - 3) < four_sigma * std::sqrt(96));
}

TEST_CASE("uniform draws fill their interval evenly") {
  std::vector<double> u(count);
  uniform_draws(stream(7, 3), 0, 5, u);
  std::array<int, 64> bin{};
  for (const double x : u) ++bin[static_cast<std::size_t>(x * 64)];
  double chi_square = 0;
  for (const int n : bin) chi_square += std::pow(n - count / 64.0, 2) / (count / 64.0);
  // 63 degrees of freedom: the 0.0001 and 0.9999 quantiles.
  CHECK(chi_square > 27);
  CHECK(chi_square < 117);
}

TEST_CASE("streams, days and neighbouring paths are not correlated") {
  const auto x = draws(0, 0, 0);
  CHECK(std::fabs(correlation(x, draws(1, 0, 0))) < four_sigma);
  CHECK(std::fabs(correlation(x, draws(0, 1, 0))) < four_sigma);
  CHECK(std::fabs(correlation(x, draws(0, 0, 1))) < four_sigma);
  CHECK(std::fabs(correlation(draws(0, 5, 8), draws(1, 6, 7))) < four_sigma);
}

TEST_CASE("a draw is the same alone and in any split") {
  const auto whole = draws(2, 100, 30);
  std::vector<double> part(1001);
  normal_draws(stream(7, 2), 100 + 77, 30, part);
  CHECK(std::equal(part.begin(), part.end(), whole.begin() + 77));
  CHECK(normal_draw(stream(7, 2), 100 + 5, 30) == whole[5]);
}

TEST_CASE("draws by the keys of paths are those by stream and number") {
  constexpr std::size_t paths = 1001;
  std::vector<std::uint64_t> key(paths);
  std::vector<double> by_key(paths), by_number(paths);
  path_keys(stream(7, 2), 100, key);
  normal_draws(key, 30, by_key);
  normal_draws(stream(7, 2), 100, 30, by_number);
  CHECK(by_key == by_number);
  uniform_draws(key, 31, by_key);
  uniform_draws(stream(7, 2), 100, 31, by_number);
  CHECK(by_key == by_number);
}

TEST_CASE("the quantile of an array is that of each of its numbers, in the centre, in the tails and beyond") {
  std::vector<double> p{0, 1, -1, 2, 0.075, 0.925, 0.5, 1e-300, 1 - 0x1p-53, 1e-12, 0.9};
  for (int i = 0; i < 2000; ++i) p.push_back(i / 1999.0);
  std::vector<double> x(p.size());
  normal_quantile(p, x);
  for (std::size_t i = 0; i < p.size(); ++i) {
    INFO(p[i]);
    if (p[i] < 0 || p[i] > 1)
      CHECK(std::isnan(x[i]));
    else
      CHECK(x[i] == normal_quantile(p[i]));
  }
  normal_quantile(p, p);
  CHECK(p[5] == x[5]);
}
