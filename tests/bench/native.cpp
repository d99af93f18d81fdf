// The numerics beside what a C++ program would use instead, in one run. Not part of the tests: scripts/bench builds and runs
// it.
#include <cstdio>
#include <ql/pricingengines/blackcalculator.hpp>
#include <ql/pricingengines/blackformula.hpp>

#include "option/implied_volatility.h"
#include "options.h"
#include "peak.h"
#include "rounds.h"

using namespace ballast;

namespace {

constexpr std::size_t count = 4096;
constexpr int rounds = 31;
volatile double sink;

QuantLib::Option::Type quantlib(OptionType type) {
  return type == OptionType::call ? QuantLib::Option::Call : QuantLib::Option::Put;
}

/// Black-76 as a textbook has it, one option after the other.
double scalar_black76(double side, double forward, double strike, double deviation) {
  const double d1 = std::log(forward / strike) / deviation + 0.5 * deviation, d2 = d1 - deviation;
  const auto cdf = [](double x) { return 0.5 * std::erfc(-x * 0.7071067811865476); };
  return side * (forward * cdf(side * d1) - strike * cdf(side * d2));
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
      out[i] = discount(i) * scalar_black76(sign(o.type[i]), o.forward[i], o.strike[i], deviation(i));
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

void row(const bench::Contender& c, const bench::Contender& of, double operations, double peak) {
  std::printf("%-34s %9.2f M/s %8.2f x", c.name.c_str(), bench::rate(c) / 1e6, bench::ratio(of, c));
  if (operations > 0) std::printf("   %4.1f %% of peak", 100 * operations * bench::rate(c) / peak);
  std::printf("\n");
}

}  // namespace

int main() {
  Peers peers;
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
  };
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
}
