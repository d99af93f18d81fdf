// The simulation against closed forms. Every figure must be within four of its standard errors, which come from the closed form
// too where there is one. The seeds are fixed: a test passes always or never.
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>

#include "ledger/walk.h"
#include "option/black76.h"
#include "path/simulated.h"

using Catch::Matchers::WithinAbs;
using namespace ballast;

namespace {

constexpr double dt = 1 / days_per_year;
constexpr std::size_t sample_size = 20000;

/// The state of paths 0 to count - 1 at the end of the horizon.
MarketBlock simulated(const Simulated& path, const Market& market, const Token& token, std::size_t count = sample_size) {
  SimulatedPaths paths(path, market, token, {0, count});
  MarketBlock block = paths.start();
  for (int day = 1; day <= path.horizon_days; ++day) paths.advance(day, block);
  return block;
}

std::vector<double> logs(std::vector<double> values) {
  for (double& value : values) value = std::log(value);
  return values;
}

double mean(const std::vector<double>& x) {
  double sum = 0;
  for (const double value : x) sum += value;
  return sum / static_cast<double>(x.size());
}

double covariance(const std::vector<double>& x, const std::vector<double>& y) {
  const double mean_x = mean(x), mean_y = mean(y);
  double sum = 0;
  for (std::size_t i = 0; i < x.size(); ++i) sum += (x[i] - mean_x) * (y[i] - mean_y);
  return sum / static_cast<double>(x.size());
}

double correlation(const std::vector<double>& x, const std::vector<double>& y) {
  return covariance(x, y) / std::sqrt(covariance(x, x) * covariance(y, y));
}

/// Within four standard errors of the sample's mean.
void check_mean(const std::vector<double>& sample, double expected) {
  CHECK_THAT(mean(sample), WithinAbs(expected, 4 * std::sqrt(covariance(sample, sample) / static_cast<double>(sample.size()))));
}

/// Mean, variance and fourth cumulant.
struct Law {
  double mean, variance, fourth;
};

/// The standard error of a sample variance is sqrt((fourth cumulant + 2·variance²)/n).
void check_law(const std::vector<double>& sample, const Law& law) {
  const double n = static_cast<double>(sample.size());
  CHECK_THAT(mean(sample), WithinAbs(law.mean, 4 * std::sqrt(law.variance / n)));
  CHECK_THAT(covariance(sample, sample),
             WithinAbs(law.variance, 4 * std::sqrt((law.fourth + 2 * law.variance * law.variance) / n)));
}

/// The shock of one day by its cumulants: normal of variance nu²·dt, and a Poisson number of exponential jumps, whose k-th
/// moment about zero is k!·mean^k.
Law day_shock(const Simulated& path) {
  const double rate = path.jumps_per_year * dt, m = path.mean_jump;
  return {rate * m, path.vix_diffusion * path.vix_diffusion * dt + rate * 2 * m * m, rate * 24 * m * m * m * m};
}

/// ln(v) is the calm path plus the shocks of all days, each times b(its age) (model.md, section 2): two Ornstein-Uhlenbeck
/// factors with one Brownian, w·e^{-k1·t} + (1 - w)·e^{-k2·t}. Shocks are at the ends of days, so their ages are 0, 1 ... n - 1
/// days and the cumulants are sums of powers of b, where continuous shocks would have integrals.
Law law_of_log_vix(const Simulated& path, const Market& market) {
  const VixCurve& curve = market.curve;
  const Tenor whole = tenor(curve, path.horizon_days * dt);
  const CurveState start = state_at(curve, market.vix), rest = state_at(curve, curve.calm);
  const double calm = std::log(curve.long_run) + rest.fast + (start.fast - rest.fast) * whole.fast_decay + rest.slow +
                      (start.slow - rest.slow) * whole.slow_decay;
  const Law shock = day_shock(path);
  Law result{calm, 0, 0};
  for (int age = 0; age < path.horizon_days; ++age) {
    const double b = tenor_beta(curve, tenor(curve, age * dt));
    result.mean += b * shock.mean;
    result.variance += b * b * shock.variance;
    result.fourth += b * b * b * b * shock.fourth;
  }
  return result;
}

/// ln(P) of a rolled future: its drift, and b(its tenor) of every shock for good.
Law law_of_log_token(const Simulated& path, const Market& market, const RolledFuture& token) {
  const double b = tenor_beta(market.curve, tenor(market.curve, token.tenor_days / days_per_year));
  const Law shock = day_shock(path);
  const double days = path.horizon_days;
  return {log_drift(token, market.curve) * days * dt + b * days * shock.mean, b * b * days * shock.variance,
          b * b * b * b * days * shock.fourth};
}

/// VIX stays at 15 and SPX has one volatility.
Simulated lognormal_spx() {
  Simulated path;
  path.vix_diffusion = path.jumps_per_year = 0;
  return path;
}

/// A market in which a rolled future has no drift: E[P] = P0 where only the diffusion moves it.
Market driftless(const Simulated& path, const RolledFuture& token) {
  Market market;
  const double slope = log_drift(token, market.curve) / std::log(market.curve.calm / market.curve.long_run);
  const double b = tenor_beta(market.curve, tenor(market.curve, token.tenor_days / days_per_year));
  market.curve.calm = market.curve.long_run * std::exp(-0.5 * b * b * path.vix_diffusion * path.vix_diffusion / slope);
  return market;
}

}  // namespace

TEST_CASE("simulated VIX and token have the mean and variance of the closed forms, without jumps and with them") {
  Market market;
  market.vix = 25;
  Simulated path;
  path.horizon_days = GENERATE(1, 30, 365);
  path.jumps_per_year = GENERATE(0.0, 1.5, 20.0);
  path.draws = Draws::independent;
  const RolledFuture token;
  const MarketBlock block = simulated(path, market, Token{token});
  check_law(logs(block.vix), law_of_log_vix(path, market));
  check_law(logs(block.token), law_of_log_token(path, market, token));
}

TEST_CASE("several jumps in a day have the law of a compound Poisson sum") {
  // A jump every other day: 1e-6 of days would have more than are drawn.
  Simulated path;
  path.horizon_days = 1;
  path.vix_diffusion = 0;
  path.jumps_per_year = 365.0 / 2;
  const Market market;
  const auto log_vix = logs(simulated(path, market, {}, 200'000).vix);
  check_law(log_vix, law_of_log_vix(path, market));
  double none = 0;
  for (const double value : log_vix) none += std::fabs(value - std::log(15.0)) < 1e-12;
  const double chance = std::exp(-0.5);
  CHECK_THAT(none / 200'000, WithinAbs(chance, 4 * std::sqrt(chance * (1 - chance) / 200'000)));
}

TEST_CASE("the daily changes of a simulated VIX have the total volatility, and SPX the correlation without jumps") {
  Simulated path;
  path.horizon_days = 1;
  const Law shock = day_shock(path);
  CHECK_THAT(std::sqrt(shock.variance / dt), WithinAbs(total_volatility(path), 1e-12));
  const MarketBlock jumping = simulated(path, {}, {}, 400'000);
  check_law(logs(jumping.vix), law_of_log_vix(path, {}));
  path.jumps_per_year = 0;
  const MarketBlock diffusing = simulated(path, {}, {}, 400'000);
  // The standard error of a correlation c is (1 - c²)/sqrt(n).
  const double error = (1 - 0.75 * 0.75) / std::sqrt(400'000);
  CHECK_THAT(correlation(logs(diffusing.vix), logs(diffusing.spx)), WithinAbs(-0.75, 4 * error));
  check_law(logs(diffusing.spx), {std::log(5000.0), 0.1275 * 0.1275 * dt, 0});
}

TEST_CASE("the variance of a simulated SPX is that of a VIX that moves") {
  // The increments are martingale differences, so their variances add up: spx_volatility²·E[v²]/100² over the days, each with
  // the VIX it starts with, and E[v²] is lognormal without jumps.
  Simulated path;
  path.horizon_days = 90;
  path.jumps_per_year = 0;
  const Market market;
  double variance = 0;
  for (int day = 0; day < path.horizon_days; ++day) {
    Simulated until = path;
    until.horizon_days = day;
    const Law law = law_of_log_vix(until, market);
    variance += 0.0085 * 0.0085 * std::exp(2 * law.mean + 2 * law.variance) * dt;
  }
  const auto log_spx = logs(simulated(path, market, {}).spx);
  std::vector<double> squares = log_spx;
  for (double& value : squares) value = (value - std::log(market.spx)) * (value - std::log(market.spx));
  check_mean(log_spx, std::log(market.spx));
  check_mean(squares, variance);
}

TEST_CASE("simulated payoffs of SPX options under the pricing measure agree with Black-76") {
  Simulated path = lognormal_spx();
  path.horizon_days = 30;
  const Market market;
  const double years = 30 * dt, deviation = 0.1275 * std::sqrt(years);
  const double forward = market.spx * std::exp((market.rate - market.dividend_yield) * years);
  path.spx_drift = market.rate - market.dividend_yield - 0.1275 * 0.1275 / 2;
  const MarketBlock block = simulated(path, market, {}, 100'000);
  check_mean(block.spx, forward);
  for (const double moneyness : {0.92, 0.97, 1.0, 1.03, 1.08})
    for (const OptionType type : {OptionType::put, OptionType::call}) {
      const double strike = moneyness * forward;
      std::vector<double> payoff;
      for (const double level : block.spx) payoff.push_back(std::max(0.0, sign(type) * (level - strike)));
      check_mean(payoff, black76(type, forward, strike, deviation));
    }
}

TEST_CASE("simulated payoffs of VIX options under the pricing measure agree with Black-76 on the future") {
  // Where VIX relaxes to long_run the calm path from today ends at today's future of that expiry, F_0(T). Without jumps ln(v_T)
  // is normal around its log; the pricing measure only lowers its mean by half its variance.
  Simulated path;
  path.horizon_days = GENERATE(30, 110);
  path.jumps_per_year = 0;
  Market market;
  market.vix = 22;
  market.curve.calm = market.curve.long_run;
  const Law law = law_of_log_vix(path, market);
  const CurveState start = state_at(market.curve, market.vix);
  const double future =
      std::exp(log_future(std::log(20.0), tenor(market.curve, path.horizon_days * dt), start.fast, start.slow));
  CHECK_THAT(std::exp(law.mean), WithinAbs(future, 1e-12));
  const MarketBlock block = simulated(path, market, {}, 100'000);
  std::vector<double> priced = block.vix;
  for (double& level : priced) level *= std::exp(-law.variance / 2);
  check_mean(priced, future);
  for (const double moneyness : {0.7, 1.0, 1.4, 2.0})
    for (const OptionType type : {OptionType::put, OptionType::call}) {
      const double strike = moneyness * future;
      std::vector<double> payoff;
      for (const double level : priced) payoff.push_back(std::max(0.0, sign(type) * (level - strike)));
      check_mean(payoff, black76(type, future, strike, std::sqrt(law.variance)));
    }
}

TEST_CASE("the impermanent loss of a driftless token is exp(-sigma² T/8) - 1, and rebalancing it earns nothing") {
  Simulated path;
  path.horizon_days = GENERATE(30, 365);
  path.jumps_per_year = 0;
  const RolledFuture rolled;
  const Token token{rolled};
  const Market market = driftless(path, rolled);
  const double variance = law_of_log_token(path, market, rolled).variance;
  Pool pool;
  pool.kind = ConstantProduct{};
  pool.deposit.value = 100'000;
  pool.benchmark = Benchmark::rebalanced;
  const Position position{.exposure = {market, token, *open_liquidity(pool.kind, pool.deposit)}, .pool = pool, .book = {}};
  SimulatedPaths paths(path, market, token, {0, sample_size});
  Walk walk(position, paths);
  while (walk.view().day < path.horizon_days) walk.step(paths);
  const DayView last = walk.view();
  const double lost = 100'000 * std::expm1(-variance / 8);
  check_mean(last.market.token, 1);
  check_mean(last.pool.hold, 100'000);
  check_mean(last.pool.value, 100'000 + lost);
  check_mean(last.pool.impermanent_loss, lost);
  // Traded at the market's price a driftless token earns nothing, whatever is held of it: all of the loss is the loss versus
  // rebalancing.
  check_mean(last.pool.rebalanced, 100'000);
  check_mean(std::vector<double>(last.pool_profit.begin(), last.pool_profit.end()), lost);
}
