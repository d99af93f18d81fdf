// The numerics beside what a C++ program would use instead, in one run. Not part of the tests: scripts/bench builds and runs
// it.
#include <cstdio>
#include <ql/math/randomnumbers/rngtraits.hpp>
#include <ql/methods/montecarlo/multipathgenerator.hpp>
#include <ql/pricingengines/blackcalculator.hpp>
#include <ql/pricingengines/blackformula.hpp>
#include <ql/processes/blackscholesprocess.hpp>
#include <ql/processes/ornsteinuhlenbeckprocess.hpp>
#include <ql/processes/stochasticprocessarray.hpp>
#include <ql/quotes/simplequote.hpp>
#include <ql/termstructures/volatility/equityfx/blackconstantvol.hpp>
#include <ql/termstructures/yield/flatforward.hpp>
#include <ql/time/calendars/nullcalendar.hpp>
#include <ql/time/daycounters/actual365fixed.hpp>

#include "option/implied_volatility.h"
#include "options.h"
#include "path_days.h"
#include "peak.h"
#include "rounds.h"
#include "scalar.h"
#include "surface.h"

using namespace ballast;

namespace {

constexpr std::size_t count = 4096;
constexpr int rounds = 31;
volatile double sink;

QuantLib::Option::Type quantlib(OptionType type) {
  return type == OptionType::call ? QuantLib::Option::Call : QuantLib::Option::Put;
}

struct Peers {
  bench::Options options{count};
  std::vector<double> out = std::vector<double>(count);
  std::vector<std::vector<double>> columns = std::vector<std::vector<double>>(8, std::vector<double>(count));
  std::vector<PriceBound> bound = std::vector<PriceBound>(count);

  double deviation(std::size_t i) const { return options.volatility[i] * std::sqrt(options.years[i]); }
  double discount(std::size_t i) const { return std::exp(-options.rate[i] * options.years[i]); }

  void price() {
    repeat(20, [&] { black76(options.columns(), out); });
  }
  void greeks() {
    auto& g = columns;
    repeat(20, [&] { black76_greeks(options.columns(), {g[0], g[1], g[2], g[3], g[4], g[5], g[6], g[7]}); });
  }
  void implied() {
    const auto& o = options;
    repeat(4, [&] { implied_volatility({o.type, o.strike, o.years, o.forward, o.rate, o.price}, out, bound); });
  }
  void scalar_price() {
    each([&](std::size_t i) {
      const auto& o = options;
      out[i] = discount(i) * bench::scalar::black76(sign(o.type[i]), o.forward[i], o.strike[i], deviation(i));
    });
  }
  void quantlib_price() {
    each([&](std::size_t i) {
      const auto& o = options;
      out[i] = QuantLib::blackFormula(quantlib(o.type[i]), o.strike[i], o.forward[i], deviation(i), discount(i));
    });
  }
  void quantlib_greeks() {
    each([&](std::size_t i) {
      const auto& o = options;
      const QuantLib::BlackCalculator c(quantlib(o.type[i]), o.strike[i], o.forward[i], deviation(i), discount(i));
      columns[0][i] = c.value(), columns[1][i] = c.deltaForward(), columns[2][i] = c.gammaForward();
      columns[3][i] = c.vega(o.years[i]), columns[4][i] = c.rho(o.years[i]), columns[5][i] = c.theta(o.forward[i], o.years[i]);
    });
  }
  void quantlib_implied() {
    each([&](std::size_t i) {
      const auto& o = options;
      out[i] = QuantLib::blackFormulaImpliedStdDevLiRS(quantlib(o.type[i]), o.strike[i], o.forward[i], o.price[i], discount(i),
                                                       0, QuantLib::Null<double>(), 1.0, 1e-12, 100);
    });
  }

 private:
  template <class Work>
  static void repeat(int times, Work work) {
    for (int i = 0; i < times; ++i) work();
  }
  template <class Work>
  void each(Work work) {
    for (std::size_t i = 0; i < count; ++i) work(i);
    sink = out[0];
  }
};

/// A simulation as QuantLib's users write it: VIX mean-reverting in log, SPX correlated with it, and on each step of each path what
/// the pool is worth. It has no jumps and one factor fewer than the model, so it does less.
class QuantLibPaths {
 public:
  static constexpr int days = 365;

  double walk(int paths) {
    double sum = 0;
    for (int path = 0; path < paths; ++path) {
      const QuantLib::MultiPath& of = generator_.next().value;
      double loss = 0, last = of[0][0], token = 1, spx = 0;
      for (QuantLib::Size day = 1; day <= days; ++day) {
        token *= std::exp(0.36 * (of[0][day] - last) - 0.6365 / days);
        last = of[0][day], spx += of[1][day];
        loss = -0.5 * 100'000 * (1 - std::sqrt(token)) * (1 - std::sqrt(token));
      }
      sum += loss + 1e-300 * spx;
    }
    return sum;
  }

 private:
  using Generator = QuantLib::MultiPathGenerator<QuantLib::PseudoRandom::rsg_type>;

  static QuantLib::ext::shared_ptr<QuantLib::StochasticProcess> processes() {
    using namespace QuantLib;
    const Actual365Fixed counter;
    const Date today(5, February, 2018);
    const auto flat = [&](double rate) {
      return Handle<YieldTermStructure>(ext::make_shared<FlatForward>(today, rate, counter));
    };
    const Handle<BlackVolTermStructure> volatility(ext::make_shared<BlackConstantVol>(today, NullCalendar(), 0.13, counter));
    const Handle<QuantLib::Quote> spot(ext::make_shared<SimpleQuote>(5000));
    const std::vector<ext::shared_ptr<StochasticProcess1D>> each{
        ext::make_shared<OrnsteinUhlenbeckProcess>(8, 0.9, std::log(15.0), std::log(15.0)),
        ext::make_shared<BlackScholesMertonProcess>(spot, flat(0.013), flat(0.04), volatility)};
    Matrix correlation(2, 2, 1);
    correlation[0][1] = correlation[1][0] = -0.75;
    return ext::make_shared<StochasticProcessArray>(each, correlation);
  }

  Generator generator_{processes(), QuantLib::TimeGrid(1.0, days), QuantLib::PseudoRandom::make_sequence_generator(2 * days, 42),
                       false};
};

/// The surface cell by cell, as a program has it that calls a library for each price.
double quantlib_surface() {
  const Market market;
  const std::vector<bench::SurfaceLeg> legs = bench::surface_legs();
  const std::vector<double> levels = bench::surface_vix();
  const double nu2 = nu_squared_per_vvix_squared(market) * market.vvix * market.vvix;
  const Smile& smile = market.vix_options.smile;
  double sum = 0;
  for (int day = 0; day < bench::surface_days; ++day) {
    for (const double level : levels) {
      const CurveState state = state_at(market.curve, level);
      for (std::size_t j = 0; j < legs.size(); ++j) {
        const double years = (legs[j].expiry_day - day) / days_per_year, theta = nu2 * integrated_beta_squared(market.curve, years);
        const Tenor at = tenor(market.curve, years);
        const double forward = market.curve.long_run * std::exp(at.fast_decay * state.fast + at.slow_decay * state.slow);
        const double phi = smile.eta / std::sqrt(theta * (1 + theta));
        const double deviation = std::sqrt(total_variance(smile, theta, phi, std::log(legs[j].strike / forward)));
        sum += 100 * legs[j].contracts *
               QuantLib::blackFormula(quantlib(legs[j].type), legs[j].strike, forward, deviation, std::exp(-market.rate * years));
      }
      const double root = std::sqrt(std::sqrt(level / market.vix));
      sum -= 0.5 * 100'000 * (1 - root) * (1 - root);
    }
  }
  return sum;
}

/// How many prices of a hard grid are not brought back to the deviation they came from within 1e-6: strikes up to e^10 of the
/// forward, deviations from 0.01 to 8, prices down to 1e-290 of it.
struct HardGrid {
  int points = 0, failures = 0, quantlib_failures = 0;

  HardGrid() {
    for (const double log_strike : {0.0, 1e-4, 0.01, 0.05, 0.1, 0.2, 0.5, 1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0})
      for (int i = 0; i < 40; ++i) add(std::exp(log_strike), 0.01 * std::pow(800.0, i / 39.0));
  }

 private:
  void add(double strike, double deviation) {
    const double price = black76(OptionType::call, 1, strike, deviation);
    if (price < 1e-290 || price > 1 - 1e-6) return;
    ++points;
    const auto wrong = [&](double found) { return !(std::fabs(found / deviation - 1) < 1e-6); };
    failures += wrong(implied_deviation(OptionType::call, 1, strike, price).value_or(0));
    try {
      quantlib_failures += wrong(QuantLib::blackFormulaImpliedStdDevLiRS(QuantLib::Option::Call, strike, 1, price, 1, 0,
                                                                         QuantLib::Null<double>(), 1.0, 1e-12, 100));
    } catch (const std::exception&) {
      ++quantlib_failures;
    }
  }
};

void row(const bench::Contender& c, const bench::Contender& of, double operations, double peak) {
  const double rate = bench::rate(c);
  std::printf("%-38s %9.2f M/s %8.2f x", c.name.c_str(), rate / 1e6, bench::ratio(of, c));
  if (operations > 0) std::printf("   %4.1f %% of peak", 100 * operations * rate / peak);
  std::printf("\n");
}

}  // namespace

int main() {
  Peers peers;
  constexpr int days = QuantLibPaths::days;
  constexpr double legs = bench::surface_leg_valuations;
  bench::PathDays paths(days);
  QuantLibPaths quantlib_paths;
  bench::Surface surface;
  std::vector<bench::Contender> all{
      {"multiply and add", 2.0 * bench::peak_width * bench::peak_sums * 100'000,
       [] { sink = bench::multiply_and_add(100'000); }},
      {"price: ballast", 20.0 * count, [&] { peers.price(); }},
      {"price: QuantLib blackFormula", count, [&] { peers.quantlib_price(); }},
      {"price: scalar loop with erfc", count, [&] { peers.scalar_price(); }},
      {"price + 7 greeks: ballast", 20.0 * count, [&] { peers.greeks(); }},
      {"price + 5 greeks: QuantLib", count, [&] { peers.quantlib_greeks(); }},
      {"implied volatility: ballast", 4.0 * count, [&] { peers.implied(); }},
      {"implied volatility: QuantLib LiRS", count, [&] { peers.quantlib_implied(); }},
      {"path-days: ballast", 1024.0 * days, [&] { sink = paths.walk(0, 1024); }},
      {"path-days: QuantLib MultiPathGenerator", 32.0 * days, [&] { sink = quantlib_paths.walk(32); }},
      {"path-days: scalar C++", 256.0 * days, [&] { sink = bench::scalar::walk(256, days); }},
      {"legs on smiles: ballast", 2 * legs, [&] { sink = surface.on_smiles() + surface.on_smiles(); }},
      {"legs on smiles: QuantLib", legs, [&] { sink = quantlib_surface(); }},
      {"legs on smiles: scalar C++", legs, [&] { sink = bench::scalar::surface(); }},
      {"legs, flat volatilities: ballast", 2 * legs, [&] { sink = surface.flat() + surface.flat(); }},
  };
  for (const double other : {quantlib_surface(), bench::scalar::surface()})
    if (std::fabs(surface.on_smiles() / other - 1) > 1e-9) std::printf("the surfaces differ!\n");
  // Other draws, so no closer than the error of a mean.
  if (std::fabs(paths.walk(0, 8192) / bench::scalar::walk(8192, days) - 1) > 0.1) std::printf("the paths differ!\n");
  bench::run_rounds(all, rounds);
  const double peak = bench::rate(all[0]);
  std::printf(
      "medians of %d interleaved rounds; peak of mul + add, not fused: %.1f GFLOP/s; x: how many times ballast is as fast\n",
      rounds, peak / 1e9);
  // Multiplications, additions, divisions and roots of one item, each counted once (tests/bench/count_operations).
  row(all[1], all[1], PRICE_OPERATIONS, peak);
  row(all[2], all[1], 0, peak);
  row(all[3], all[1], 0, peak);
  row(all[4], all[4], GREEK_OPERATIONS, peak);
  row(all[5], all[4], 0, peak);
  row(all[6], all[6], IMPLIED_OPERATIONS, peak);
  row(all[7], all[6], 0, peak);
  row(all[8], all[8], PATH_DAY_OPERATIONS, peak);
  row(all[9], all[8], 0, peak);
  row(all[10], all[8], 0, peak);
  row(all[11], all[11], SURFACE_OPERATIONS / legs, peak);
  row(all[12], all[11], 0, peak);
  row(all[13], all[11], 0, peak);
  row(all[14], all[14], FLAT_SURFACE_OPERATIONS / legs, peak);
  std::printf("a surface of 200 x 200 points is %.0f leg valuations: %.1f ms\n", legs, 1e3 * legs / bench::rate(all[11]));
  const HardGrid hard;
  std::printf("implied volatility on %d hard prices: %d failures of ballast, %d of QuantLib LiRS\n", hard.points, hard.failures,
              hard.quantlib_failures);
}
