// Prints a hash over a million results of every array function. Built by tests/bits/check in many ways that must not matter.
#include <array>
#include <bit>
#include <cinttypes>
#include <cstdint>
#include <cstdio>
#include <vector>

#include "ledger/distribution.h"
#include "market/token.h"
#include "numeric/elementary.h"
#include "numeric/normal.h"
#include "numeric/random.h"
#include "option/black76.h"
#include "option/implied_volatility.h"
#include "option/leg.h"
#include "option/spot_greeks.h"
#include "path/simulated.h"
#include "pool/claim.h"
#include "pool/pool.h"

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

/// What is computed one at a time.
void higher(const std::vector<OptionType>& type, const Column& strike, const Column& years, const Column& volatility, const Column& rate) {
  std::array<Column, 8> g;
  for (std::size_t i = 0; i < count; ++i) {
    const BlackOption option{type[i], strike[i], years[i]};
    const SpotMarket market{100, volatility[i], rate[i], 0.01};
    const SpotGreeks by = spot_greeks(option, market);
    const HigherGreeks more = higher_greeks(option, market);
    const double values[] = {by.delta + by.theta, by.rho + by.yield_rho, more.charm, more.speed, more.zomma, more.color, more.ultima,
                             cash_or_nothing(option, {100, volatility[i], rate[i]})};
    for (std::size_t k = 0; k < g.size(); ++k) g[k].push_back(values[k]);
  }
  const char* names[] = {"spot delta, theta", "spot rhos", "charm", "speed", "zomma", "color", "ultima", "cash_or_nothing"};
  for (std::size_t k = 0; k < g.size(); ++k) print(names[k], g[k]);
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
  higher(type, strike, years, volatility, rate);
}

/// Each path its own state of the curve, VVIX and SPX.
MarketBlock any_market() {
  MarketBlock block;
  block.fast = spread(40, -1, 1), block.slow = spread(41, -0.5, 0.5), block.vvix = spread(42, 60, 200), block.spx = spread(43, 2000, 6000);
  block.vix = Column(count, 0), block.token = spread(44, 0.2, 5);
  return block;
}

void markets() {
  const Market market;
  MarketBlock block = any_market();
  Column result(count);
  mean_squared_futures(market.curve, 0.3, block.fast, block.slow, result);
  print("mean_squared_futures", result);
  const Smile steep{.rho = -0.4, .eta = 1.2, .gamma = 0.3};
  smile_phi(steep, spread(45, 0.001, 2), result);
  print("smile_phi", result);
  const Column strike = spread(46, 10, 90);
  Leg leg{.strike = strike, .log_strike = Column(count), .contracts = {}};
  numeric::log(strike, leg.log_strike);
  ExpirySlice slice;
  for (const Underlying underlying : {Underlying::vix, Underlying::spx}) {
    fill_slice(market, block, underlying, 0.3, slice);
    print(underlying == Underlying::vix ? "VIX forward" : "SPX forward", slice.forward);
    print(underlying == Underlying::vix ? "VIX theta" : "SPX theta", slice.theta);
    price_leg(slice, leg, result);
    print(underlying == Underlying::vix ? "VIX option" : "SPX option", result);
  }
  relax(market.curve, 1 / days_per_year, block);
  const Column log_shock = spread(47, -0.5, 1);
  shock(market.curve, log_shock, block);
  print("shock", block.vix);
  const TokenDay day{market, 3, 1 / days_per_year, log_shock};
  const char* names[] = {"rolled future", "fixed future", "index"};
  const Token tokens[] = {{RolledFuture{}}, {FixedFuture{}}, {IndexToken{}}};
  for (std::size_t i = 0; i < std::size(tokens); ++i) {
    advance(tokens[i], day, block);
    print(names[i], block.token);
  }
}

void pools() {
  const char* names[] = {"constant product", "weighted", "concentrated"};
  const PoolKind kinds[] = {ConstantProduct{}, Weighted{}, Concentrated{}};
  const Column price = spread(50, 0.05, 8);
  for (std::size_t i = 0; i < std::size(kinds); ++i) {
    const Liquidity liquidity = open_liquidity(kinds[i], {}).value();
    PoolBlock block = start_pool(liquidity, count);
    advance(liquidity, Column(count, 1e-4), price, block);
    Column all;
    for (const Column* column : {&block.value, &block.hold, &block.rebalanced, &block.impermanent_loss, &block.fees, &block.delta})
      all.insert(all.end(), column->begin(), column->end());
    print(names[i], all);
    Column claim(count);
    for (std::size_t j = 0; j < count; ++j) claim[j] = expected_impermanent_loss(liquidity, {.forward = 1, .deviation = 0.2 * price[j]});
    print("claim", claim);
  }
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
  markets();
  pools();
}
