#pragma once
#include <limits>
#include <span>

#include "market/market.h"

namespace ballast {

/// One day of a token: the curve has relaxed over `years` and taken the shocks when it is called.
struct TokenDay {
  const Market& market;
  int day;
  double years;                       ///< over which the curve relaxed
  std::span<const double> log_shock;  ///< to ln(VIX), by path
};

/// The token's price ratio at a horizon as a function of VIX there: scale·min(v, cap)^power. It is what options on VIX can hedge
/// (model.md, section 7): the shocks up to the horizon are taken to come at the horizon.
struct TokenAtLevel {
  double scale;
  double power;
  double cap = std::numeric_limits<double>::infinity();

  double price(double vix) const;

  /// The level of VIX at which the price ratio is `price`; infinity where the cap keeps it from being reached.
  double level(double price) const;
};

/// Where a path stands when a horizon `years` ahead is looked at.
struct TokenPath {
  const Market& market;
  int day;
  double years;
  double fast, slow;  ///< state of the curve today
  double token;       ///< price ratio today
};

/// The curve at the horizon if nothing happens until then.
CurveState relaxed(const TokenPath& path);

/// price·(level/vix)^power as a TokenAtLevel.
TokenAtLevel power_law_through(double vix, double price, double power);

}  // namespace ballast
