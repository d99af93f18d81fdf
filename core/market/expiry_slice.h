#pragma once
#include <span>
#include <vector>

#include "market/market.h"

namespace ballast {

enum class Underlying { vix, spx };

/// "VIX" or "SPX".
std::string_view name(Underlying underlying);

/// USD per index point and contract: 100 for both SPX and VIX options.
inline constexpr double option_multiplier = 100;

/// The level that options on `underlying` settle on at the end of the day, on every path.
std::span<const double> settlement(Underlying underlying, const MarketBlock& block);

/// Everything that the options of one expiry share, on every path of a block: the forward (for VIX the future of the same expiry)
/// and the at-the-money total variance with the phi of its smile.
struct ExpirySlice {
  Underlying underlying = Underlying::vix;
  double years = 0;     ///< to expiry, above 0
  double rate = 0;
  double discount = 1;  ///< e^{-rate·years}
  Smile smile = {};
  std::vector<double> forward;      ///< index points
  std::vector<double> log_forward;  ///< ln(forward)
  std::vector<double> theta;        ///< sigma²·T at the money
  std::vector<double> phi;
};

/// The slice of the expiry `years` > 0 ahead. Allocates only when the block is larger than the last.
void fill_slice(const Market& market, const MarketBlock& block, Underlying underlying, double years, ExpirySlice& slice);

}  // namespace ballast
