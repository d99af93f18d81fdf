// The numerics as page.js calls them: columns at fixed addresses, one call for many repetitions.
#include <emscripten/emscripten.h>

#include "option/implied_volatility.h"
#include "options.h"
#include "path_days.h"
#include "peak.h"
#include "scalar.h"
#include "surface.h"

using namespace ballast;

namespace {

constexpr std::size_t count = 4096;

struct Bench {
  bench::Options options{count};
  std::vector<double> out = std::vector<double>(count);
  std::vector<std::vector<double>> greeks = std::vector<std::vector<double>>(8, std::vector<double>(count));
  std::vector<PriceBound> bound = std::vector<PriceBound>(count);
  bench::PathDays paths{365};
  bench::Surface surface;
};

Bench& shared() {
  static Bench bench;
  return bench;
}

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE int option_count() {
  return static_cast<int>(count);
}

/// Column 0 to 6: sign, strike, years, forward, volatility, rate, price; 7: the last results.
EMSCRIPTEN_KEEPALIVE const double* column(int index) {
  Bench& b = shared();
  static std::vector<double> signs;
  if (signs.empty())
    for (const OptionType type : b.options.type) signs.push_back(sign(type));
  const double* columns[] = {signs.data(),
                             b.options.strike.data(),
                             b.options.years.data(),
                             b.options.forward.data(),
                             b.options.volatility.data(),
                             b.options.rate.data(),
                             b.options.price.data(),
                             b.out.data()};
  return columns[index];
}

EMSCRIPTEN_KEEPALIVE void run_prices(int times) {
  Bench& b = shared();
  for (int i = 0; i < times; ++i) black76(b.options.columns(), b.out);
}

EMSCRIPTEN_KEEPALIVE void run_greeks(int times) {
  Bench& b = shared();
  auto& g = b.greeks;
  for (int i = 0; i < times; ++i) black76_greeks(b.options.columns(), {g[0], g[1], g[2], g[3], g[4], g[5], g[6], g[7]});
}

EMSCRIPTEN_KEEPALIVE void run_implied(int times) {
  Bench& b = shared();
  const auto& o = b.options;
  for (int i = 0; i < times; ++i) implied_volatility({o.type, o.strike, o.years, o.forward, o.rate, o.price}, b.out, b.bound);
}

/// Paths of 365 days; the mean loss of a pool of 100,000 USD.
EMSCRIPTEN_KEEPALIVE double run_paths(int paths) {
  return shared().paths.walk(0, static_cast<std::size_t>(paths));
}

EMSCRIPTEN_KEEPALIVE double run_surface(int times) {
  double sum = 0;
  for (int i = 0; i < times; ++i) sum = shared().surface.on_smiles();
  return sum;
}

EMSCRIPTEN_KEEPALIVE double run_flat_surface(int times) {
  double sum = 0;
  for (int i = 0; i < times; ++i) sum = shared().surface.flat();
  return sum;
}

/// The same by plain scalar C++.
EMSCRIPTEN_KEEPALIVE double run_scalar_paths(int paths) {
  return bench::scalar::walk(paths, 365);
}

EMSCRIPTEN_KEEPALIVE double run_scalar_surface() {
  return bench::scalar::surface();
}

EMSCRIPTEN_KEEPALIVE double run_peak(int turns) {
  return bench::multiply_and_add(static_cast<std::size_t>(turns));
}
}
