#pragma once
#include <span>

#include "option/leg.h"

namespace ballast {

/// margin[i] = what an exchange asks for the legs of one layer on path i, USD, beyond the marks of its short options: options
/// of one expiry count together, bought options are paid in full and ask for nothing.
/// - Legs whose loss at expiry is bounded on both sides (spreads, condors, boxes): that loss less the credit taken in. For a
/// condor of equal
///   expiries it is the wider wing less the credit (Cboe Margin Manual, "Iron condor"; FINRA Rule 4210(f)(2)(H)).
/// - Uncovered short options: 15 % of the index for SPX, 20 % for VIX, less what the option is out of the money, at least 10 %
/// of the index
///   (of the strike for a put) (Cboe Margin Manual, "Short put or short call": broad-based index 15 %, others 20 %).
void margin(std::span<const Leg> legs, const MarketBlock& block, std::span<double> margin);

}  // namespace ballast
