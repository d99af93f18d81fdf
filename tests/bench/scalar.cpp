#include "scalar.h"

#include <array>
#include <cmath>
#include <random>

namespace bench::scalar {
namespace {

constexpr double day = 1.0 / 365;

/// The two-speed curve of VIX with its defaults.
struct Curve {
  double weight = 0.54, fast = 27, slow = 1.55, long_run = 20, calm = 15;
};

/// Integral of the squared sensitivity of a future to VIX over its life.
double squared_sensitivity(const Curve& c, double years) {
  const auto part = [&](double speed, double share) { return -share * std::expm1(-speed * years) / speed; };
  const double w = c.weight, v = 1 - w;
  return part(2 * c.fast, w * w) + part(c.fast + c.slow, 2 * w * v) + part(2 * c.slow, v * v);
}

double cdf(double x) { return 0.5 * std::erfc(-x * 0.7071067811865476); }

}  // namespace

double black76(double side, double forward, double strike, double deviation) {
  const double d1 = std::log(forward / strike) / deviation + 0.5 * deviation, d2 = d1 - deviation;
  return side * (forward * cdf(side * d1) - strike * cdf(side * d2));
}

double walk(int paths, int days) {
  const Curve c;
  const double rest = std::log(c.calm / c.long_run), fast_rest = c.weight * rest, slow_rest = (1 - c.weight) * rest;
  const double fast_decay = std::exp(-c.fast * day), slow_decay = std::exp(-c.slow * day);
  const double tenor = 30 * day, fast_tenor = std::exp(-c.fast * tenor), slow_tenor = std::exp(-c.slow * tenor);
  const double beta = c.weight * fast_tenor + (1 - c.weight) * slow_tenor;
  const double roll = std::exp((fast_tenor * c.fast * fast_rest + slow_tenor * c.slow * slow_rest) * day);
  const double deviation = 0.9 * std::sqrt(day), per_vix = 0.0085 * std::sqrt(day), own = std::sqrt(1 - 0.75 * 0.75);
  const double start = std::log(c.calm / c.long_run);
  std::mt19937_64 bits(20180205);
  std::normal_distribution<double> normal;
  std::poisson_distribution<int> jumps(1.5 * day);
  std::exponential_distribution<double> size(1 / 0.35);
  double sum = 0;
  for (int path = 0; path < paths; ++path) {
    double x = c.weight * start, y = (1 - c.weight) * start, vix = c.calm, spx = 5000, token = 1, gap = 0;
    for (int d = 0; d < days; ++d) {
      const double of_vix = normal(bits), of_spx = normal(bits);
      double jump = 0;
      for (int left = jumps(bits); left > 0; --left) jump += size(bits);
      const double shock = deviation * of_vix + jump;
      spx *= std::exp(per_vix * vix * (-0.75 * of_vix + own * of_spx) - 0.06 * jump);
      x = fast_rest + (x - fast_rest) * fast_decay + c.weight * shock;
      y = slow_rest + (y - slow_rest) * slow_decay + (1 - c.weight) * shock;
      vix = c.long_run * std::exp(x + y);
      token *= roll * std::exp(beta * shock);
      gap = 1 - std::sqrt(token);
    }
    sum += -0.5 * 100'000 * gap * gap + 1e-300 * spx;
  }
  return sum / paths;
}

double surface() {
  constexpr std::array<double, 4> strikes{15, 20, 25, 35};
  constexpr double rate = 0.04, rho = 0.6, eta = 0.9;
  const Curve c;
  const double month = 30 * day, nu_squared = (0.9 / 100) * (0.9 / 100) * month * 90 * 90 / squared_sensitivity(c, month);
  double sum = 0;
  for (int d = 0; d < 200; ++d) {
    for (const int expiry : {210, 240, 320}) {
      const double years = (expiry - d) * day, discount = std::exp(-rate * years), theta = nu_squared * squared_sensitivity(c, years);
      const double phi = eta / std::sqrt(theta * (1 + theta));
      const double fast_decay = std::exp(-c.fast * years), slow_decay = std::exp(-c.slow * years);
      for (int i = 0; i < 200; ++i) {
        const double log_vix = std::log((9 + 0.4 * i) / c.long_run);
        const double forward = c.long_run * std::exp((fast_decay * c.weight + slow_decay * (1 - c.weight)) * log_vix);
        for (const double strike : strikes) {
          const double z = phi * std::log(strike / forward), shifted = z + rho;
          const double variance = 0.5 * theta * (1 + rho * z + std::sqrt(shifted * shifted + 1 - rho * rho));
          const double contracts = strike < 30 ? 4 : -2;
          sum += 100 * contracts * discount * black76(strike < 20 ? -1 : 1, forward, strike, std::sqrt(variance));
        }
      }
    }
    for (int i = 0; i < 200; ++i) {
      const double gap = 1 - std::sqrt(std::sqrt((9 + 0.4 * i) / 15));
      sum -= 0.5 * 100'000 * gap * gap;
    }
  }
  return sum;
}

}  // namespace bench::scalar
