#pragma once
#include <span>
#include <vector>

#include "option/leg.h"

namespace ballast {

/// Where a curve through the points (x, y), x ascending, crosses zero: by the straight line between two points of different
/// sign, and every point that is 0 itself where its neighbours are not.
std::vector<double> zero_crossings(std::span<const double> x, std::span<const double> y);

/// Options and forwards of one expiry, as they were opened.
struct ExpiryPosition {
  struct Part {
    Instrument instrument;
    OptionType type;
    double strike;     ///< index points
    double contracts;  ///< positive is long
  };
  std::vector<Part> parts;
  double cost;  ///< paid for them, index points times contracts; below zero received

  double profit(double level) const;

  /// By which the profit rises per point above the highest strike.
  double slope_above() const;
};

/// The levels at expiry at which the position neither gains nor loses, ascending.
std::vector<double> break_evens(const ExpiryPosition& position);

}  // namespace ballast
