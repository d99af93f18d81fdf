// Prints a hash over a million results of every array function. Built by tests/bits/check in many ways that must not matter.
#include <array>
#include <bit>
#include <cinttypes>
#include <cstdint>
#include <cstdio>
#include <vector>

#include "ledger/distribution.h"
#include "numeric/elementary.h"
#include "numeric/normal.h"
#include "numeric/random.h"
#include "option/black76.h"
#include "option/implied_volatility.h"
#include "path/simulated.h"

using namespace ballast;

namespace {

constexpr std::size_t count = 1'000'000;
using Column = std::vector<double>;

/// Numbers over [low, high], from integers alone.
Column spread(std::uint64_t seed, double low, double high) {
  Column x(count);
  for (std::size_t i = 0; i < count; ++i)
    x[i] = low + (high - low) * (static_cast<double>(numeric::splitmix64(seed, i) >> 11) * 0x1p-53);
  return x;
}

/// Any bits but those of a NaN, whose payload is nobody's promise.
Column any_bits(std::uint64_t seed) {
  Column x(count);
  for (std::size_t i = 0; i < count; ++i) {
    const double value = std::bit_cast<double>(numeric::splitmix64(seed, i));
    x[i] = value == value ? value : 1;
  }
  return x;
}

void print(const char* name, const Column& results) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const double x : results) {
    const std::uint64_t bits = x == x ? std::bit_cast<std::uint64_t>(x) : 0x7ff8000000000000;
    for (int shift = 0; shift < 64; shift += 8) hash = (hash ^ ((bits >> shift) & 0xff)) * 0x100000001b3;
  }
  std::printf("%-20s %016" PRIx64 "\n", name, hash);
}

template <class Function>
void try_on(const char* name, Function f, const Column& x) {
  Column result(count);
  f(x, result);
  print(name, result);
}

void elementary() {
  const auto exp = [](const Column& x, Column& r) { numeric::exp(x, r); };
  const auto expm1 = [](const Column& x, Column& r) { numeric::expm1(x, r); };
  const auto log = [](const Column& x, Column& r) { numeric::log(x, r); };
  const auto log1p = [](const Column& x, Column& r) { numeric::log1p(x, r); };
  try_on("exp", exp, spread(1, -750, 715));
  try_on("exp, any bits", exp, any_bits(2));
  try_on("expm1", expm1, spread(3, -5, 5));
  try_on("expm1, any bits", expm1, any_bits(4));
  try_on("log", log, spread(5, 0, 3));
  try_on("log, any bits", log, any_bits(6));
  try_on("log1p", log1p, spread(7, -1, 3));
  try_on("log1p, any bits", log1p, any_bits(8));
  Column result(count);
  numeric::log_ratio(spread(9, 0, 3), spread(10, 0, 3), result);
  print("log_ratio", result);
  numeric::pow(spread(11, 0, 9), -1.5, result);
  print("pow", result);
}

void normal() {
  try_on(
      "normal_density", [](const Column& x, Column& r) { numeric::normal_density(x, r); }, spread(20, -40, 40));
  try_on(
      "normal_cdf", [](const Column& x, Column& r) { numeric::normal_cdf(x, r); }, spread(21, -40, 10));
  try_on(
      "normal_scaled_tail", [](const Column& x, Column& r) { numeric::normal_scaled_tail(x, r); }, spread(22, -40, 60));
  try_on(
      "normal_quantile", [](const Column& x, Column& r) { numeric::normal_quantile(x, r); }, spread(23, 0, 1));
  Column result(count);
  numeric::uniform_draws(numeric::stream(1, 2), 3, 4, result);
  print("uniform_draws", result);
  numeric::normal_draws(numeric::stream(1, 2), 3, 4, result);
  print("normal_draws", result);
}

void options() {
  const Column strike = spread(30, 20, 400), years = spread(31, 0, 2), volatility = spread(32, 0, 1.5),
               rate = spread(33, -0.02, 0.1);
  std::vector<OptionType> type(count);
  for (std::size_t i = 0; i < count; ++i) type[i] = numeric::splitmix64(34, i) & 1 ? OptionType::call : OptionType::put;
  const double forward = 100;
  const BlackColumns columns{type, strike, years, {&forward, 1}, volatility, rate};
  std::array<Column, 8> g;
  for (Column& column : g) column.resize(count);
  black76(columns, g[0]);
  print("black76", g[0]);
  const Column price = g[0];
  black76_greeks(columns, {g[0], g[1], g[2], g[3], g[4], g[5], g[6], g[7]});
  const char* names[] = {"price", "delta", "gamma", "theta", "vega", "rho", "vanna", "volga"};
  for (std::size_t i = 0; i < g.size(); ++i) print(names[i], g[i]);
  std::vector<PriceBound> bound(count);
  implied_volatility({type, strike, years, {&forward, 1}, rate, price}, g[0], bound);
  print("implied_volatility", g[0]);
}

/// Two thousand paths over a year with many jumps, and what a distribution keeps of the token's gains in USD.
void simulation() {
  const Market market;
  const Token token;
  Simulated path;
  path.jumps_per_year = 20;
  constexpr std::size_t paths = 2048;
  SimulatedPaths simulated(path, market, token, {0, paths});
  MarketBlock block = simulated.start();
  for (int day = 1; day <= 365; ++day) simulated.advance(day, block);
  print("simulated VIX", block.vix);
  print("simulated SPX", block.spx);
  print("simulated token", block.token);

  for (double& value : block.token) value = 1000 * (value - 1);
  for (const std::uint64_t sample : {std::uint64_t{paths}, std::uint64_t{10'000'000}}) {
    Distribution distribution({sample, 1});
    distribution.add(0, block.token);
    Column kept;
    for (const Level& level : distribution.levels()) kept.insert(kept.end(), {level.value, static_cast<double>(level.count)});
    print(sample == paths ? "levels, exact" : "levels, rounded", kept);
    const Statistics result = statistics(distribution, std::array{0.05, 0.5}, 0.95);
    Column figures;
    for (const Estimate& each : {result.mean, result.deviation, result.quantiles[0], result.quantiles[1], result.tail.value_at_risk,
                                 result.tail.conditional_value_at_risk})
      figures.insert(figures.end(), {*each.value, *each.error});
    print(sample == paths ? "statistics, exact" : "statistics, rounded", figures);
  }
}

}  // namespace

int main() {
  elementary();
  normal();
  options();
  simulation();
}
