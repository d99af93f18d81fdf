#pragma once
#include <vector>

#include "option/leg.h"
#include "pool/pool.h"

/// A surface as the page draws one: what a pool and twelve options are worth for 200 levels of VIX on each of 200 days.
namespace bench {

inline constexpr int surface_days = 200;
inline constexpr std::size_t surface_levels = 200;
/// Prices of an option that one surface takes.
inline constexpr double surface_leg_valuations = 12.0 * surface_days * surface_levels;

/// Twelve options, four on each of three expiries beyond the last day.
struct SurfaceLeg {
  ballast::OptionType type;
  double strike;
  int expiry_day;
  double contracts;
};
std::vector<SurfaceLeg> surface_legs();

/// The levels of VIX.
std::vector<double> surface_vix();

class Surface {
 public:
  Surface();

  /// Every option at the volatility of its own smile. Returns the sum over all points, so that nothing can be left out.
  double on_smiles();
  /// The same with one volatility for each option, as most calculators have it.
  double flat();

  const std::vector<double>& values() const { return values_; }

 private:
  template <class Price>
  double fill(Price price);

  ballast::Market market_;
  ballast::Liquidity liquidity_ = ballast::open_liquidity(ballast::ConstantProduct{}, {}).value();
  ballast::MarketBlock block_;
  ballast::PoolBlock pool_;
  std::vector<double> no_fees_;
  std::vector<ballast::Leg> legs_;
  std::vector<ballast::ExpirySlice> slices_;
  std::vector<double> price_;
  std::vector<double> values_;  ///< by day, then level
};

}  // namespace bench
