#pragma once
#include <cstddef>
#include <optional>
#include <vector>

#include "field/field.h"
#include "market/smile.h"
#include "market/vix_curve.h"

namespace ballast {

inline constexpr double days_per_year = 365;

/// SPX options: at-the-money volatility follows the VIX curve, sigma(T) = atm_scale/100·sqrt((1/T)·∫ F(u)² du), and the smile is
/// SSVI (model.md, section 4).
struct SpxOptionModel {
  double atm_scale = 0.85;
  Smile smile = {.rho = -0.75, .eta = 1.0, .gamma = 0.5};
};

/// VIX options, priced off the future of the same expiry: theta(T) = nu²·∫ b(u)² du with nu from VVIX over 30 days, smile SSVI
/// (model.md, section 5).
struct VixOptionModel {
  double vvix_scale = 0.9;
  Smile smile = {.rho = 0.6, .eta = 0.9, .gamma = 0.5};
};

/// The market on day 0 and the parameters that hold on every path. Levels in index points, rates continuous per year.
struct Market {
  double vix = 15;
  double vvix = 90;
  double spx = 5000;
  double rate = 0.04;
  double dividend_yield = 0.013;
  double vix_volatility = 1.08;
  VixCurve curve;
  SpxOptionModel spx_options;
  VixOptionModel vix_options;
  /// Where the curve stands on day 0 after what came before it, at `vix`; empty: nothing is known of that. No field of a scenario.
  std::optional<CurveState> curve_state = {};
};

void describe(Fields& fields, SpxOptionModel& model);
void describe(Fields& fields, VixOptionModel& model);
void describe(Fields& fields, Market& market);

/// nu² for a VVIX of 1 index point; nu² = nu_squared_per_vvix_squared·VVIX².
double nu_squared_per_vvix_squared(const Market& market);

/// The state of the world at the end of a day on a block of paths: one element a path in each array.
struct MarketBlock {
  std::vector<double> fast;   ///< x of the VIX curve
  std::vector<double> slow;   ///< y of the VIX curve
  std::vector<double> vix;    ///< spot, index points
  std::vector<double> vvix;   ///< index points
  std::vector<double> spx;    ///< index points
  std::vector<double> token;  ///< price over its price on day 0

  std::size_t size() const { return vix.size(); }
};

/// Where the curve stands on day 0: as curve_state says, else where VIX alone puts it.
CurveState start_state(const Market& market);

/// Every path at the market's day 0.
MarketBlock start_block(const Market& market, std::size_t paths);

/// Relaxes both factors of every path over `years` towards calm. Leaves `vix` for the caller to refresh once the day's shock is in.
void relax(const VixCurve& curve, double years, MarketBlock& block);

/// Moves every path's ln(VIX) by log_shock[i], split between the factors by fast_weight, and refreshes `vix`.
void shock(const VixCurve& curve, std::span<const double> log_shock, MarketBlock& block);

}  // namespace ballast
