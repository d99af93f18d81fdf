#pragma once
#include <cmath>
#include <span>

#include "field/field.h"
#include "numeric/elementary.h"
#include "numeric/vectorise.h"

namespace ballast {

/// The shape of a smile: SSVI with the power-law phi of Gatheral and Jacquier, "Arbitrage-free SVI volatility surfaces"
/// (Quantitative Finance 14, 2014), section 4.
///
///     w(k) = theta/2·(1 + rho·phi·k + sqrt((phi·k + rho)² + 1 - rho²)),   phi = eta/(theta^gamma·(1 + theta)^(1 - gamma))
///
/// w is the total variance sigma²·T at log moneyness k = ln(K/F), theta its value at the money. Free of butterfly arbitrage where
/// eta·(1 + |rho|) <= 2 and 0 < gamma <= 1/2; anything else is refused when the scenario is read.
struct Smile {
  double rho;
  double eta;
  double gamma;
};

/// The fields of a smile and its no-arbitrage conditions; `source` is where the caller's defaults come from.
void describe_smile(Fields& fields, Smile& smile, const Source& source);

/// phi(theta) of every path; theta > 0.
void smile_phi(const Smile& smile, std::span<const double> theta, std::span<double> phi);

/// w(k) as an element of a loop.
BALLAST_ELEMENT double total_variance(const Smile& smile, double theta, double phi, double log_moneyness) {
  const double z = phi * log_moneyness;
  const double shifted = z + smile.rho;
  return 0.5 * theta * (1 + smile.rho * z + std::sqrt(shifted * shifted + (1 - smile.rho * smile.rho)));
}

}  // namespace ballast
