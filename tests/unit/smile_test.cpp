#include "market/smile.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>

#include "market/market.h"

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using namespace ballast;

namespace {

double phi_at(const Smile& smile, double theta) {
  double phi = 0;
  smile_phi(smile, {&theta, 1}, {&phi, 1});
  return phi;
}

double variance(const Smile& smile, double theta, double k) { return total_variance(smile, theta, phi_at(smile, theta), k); }

/// g(k) of Gatheral and Jacquier, equation 2.1: the density of ln(S) has its sign. Derivatives of w in closed form.
double density_sign(const Smile& smile, double theta, double k) {
  const double phi = phi_at(smile, theta), z = phi * k + smile.rho, root = std::sqrt(z * z + 1 - smile.rho * smile.rho);
  const double w = variance(smile, theta, k);
  const double slope = 0.5 * theta * phi * (smile.rho + z / root);
  const double curvature = 0.5 * theta * phi * phi * (1 - smile.rho * smile.rho) / (root * root * root);
  const double inner = 1 - k * slope / (2 * w);
  return inner * inner - 0.25 * slope * slope * (1 / w + 0.25) + 0.5 * curvature;
}

}  // namespace

TEST_CASE("a smile is theta at the money and has the slope rho·theta·phi there") {
  for (const Smile& smile : {Market{}.spx_options.smile, Market{}.vix_options.smile})
    for (const double theta : {1e-6, 1e-3, 0.04, 1.0, 10.0}) {
      CHECK_THAT(variance(smile, theta, 0), WithinRel(theta, 1e-15));
      const double phi = phi_at(smile, theta), h = 1e-5 / phi;
      const double slope = (variance(smile, theta, h) - variance(smile, theta, -h)) / (2 * h);
      CHECK_THAT(slope, WithinRel(theta * phi * smile.rho, 1e-8));
    }
}

TEST_CASE("phi is the power law of Gatheral and Jacquier") {
  // eta/(theta^gamma·(1 + theta)^(1 - gamma)) at theta 0.04: 1/(0.2·sqrt(1.04)), and 0.9/(0.04^0.25·1.04^0.75).
  CHECK_THAT(phi_at({.rho = 0, .eta = 1, .gamma = 0.5}, 0.04), WithinRel(4.90290337845460068, 1e-15));
  CHECK_THAT(phi_at({.rho = 0, .eta = 0.9, .gamma = 0.25}, 0.04), WithinRel(0.9 / std::pow(0.04, 0.25) / std::pow(1.04, 0.75), 1e-14));
}

TEST_CASE("every smile that is let in has a density that is nowhere negative") {
  for (const double rho : {-0.99, -0.75, -0.3, 0.0, 0.6, 0.99})
    for (const double share : {0.1, 0.5, 1.0})
      for (const double gamma : {0.05, 0.25, 0.5})
        for (const double theta : {1e-5, 1e-3, 0.02, 0.3, 2.0, 20.0}) {
          const Smile smile = {.rho = rho, .eta = share * 2 / (1 + std::abs(rho)), .gamma = gamma};
          const double reach = 30 * std::sqrt(theta) + 5 / phi_at(smile, theta);
          double least = 1;
          for (int i = -400; i <= 400; ++i) least = std::min(least, density_sign(smile, theta, reach * i / 400));
          INFO("rho " << rho << " eta " << smile.eta << " gamma " << gamma << " theta " << theta);
          CHECK(least >= -1e-12);
        }
}

TEST_CASE("a smile that is refused for arbitrage would have had a negative density") {
  const Smile smile = {.rho = -0.75, .eta = 3.5, .gamma = 0.5};
  double least = 1;
  for (const double theta : {1e-3, 0.02, 0.3})
    for (int i = -400; i <= 400; ++i) least = std::min(least, density_sign(smile, theta, i / 100.0));
  CHECK(least < 0);
}
