#include "market/smile.h"

namespace ballast {

void describe_smile(Fields& fields, Smile& smile, const Source& source) {
  fields.number(smile.rho, {.name = "rho",
                            .text = "Tilt of the smile: above zero dear calls, below zero dear puts",
                            .bounds = strictly_between(-1, 1),
                            .source = source});
  fields.number(smile.eta,
                {.name = "eta", .text = "Curvature of the smile", .bounds = above(0, 2), .source = source});
  fields.number(smile.gamma, {.name = "gamma",
                              .text = "How fast the smile flattens with total variance",
                              .bounds = above(0, 0.5),
                              .source = source});
  fields.require(smile.eta * (1 + std::abs(smile.rho)) <= 2, "eta",
                 "eta·(1 + |rho|) must be at most 2, or the smile has butterfly arbitrage (Gatheral, Jacquier 2014)");
}

namespace {

BALLAST_VECTORISED void power_law(const Smile& smile, std::span<const double> theta, std::span<double> phi) {
  for (std::size_t i = 0; i < phi.size(); ++i)
    phi[i] = smile.eta *
             numeric::exp(-(smile.gamma * numeric::log(theta[i]) + (1 - smile.gamma) * numeric::log1p(theta[i])));
}

/// The power law at gamma 1/2: a square root in place of an exponential and two logarithms.
BALLAST_VECTORISED void square_root_law(double eta, std::span<const double> theta, std::span<double> phi) {
  for (std::size_t i = 0; i < phi.size(); ++i) phi[i] = eta / std::sqrt(theta[i] * (1 + theta[i]));
}

}  // namespace

void smile_phi(const Smile& smile, std::span<const double> theta, std::span<double> phi) {
  if (smile.gamma == 0.5)
    square_root_law(smile.eta, theta, phi);
  else
    power_law(smile, theta, phi);
}

}  // namespace ballast
