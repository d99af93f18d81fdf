#pragma once
#include "ledger/walk.h"

namespace ballast {

/// Sensitivities of one layer, USD. Delta and gamma are in the forwards of its options, one index point each, added up over the
/// expiries; theta per calendar day, vega per volatility point, rho per 0.01 of rate.
struct LayerGreeks {
  double delta = 0;
  double gamma = 0;
  double theta = 0;
  double vega = 0;
  double rho = 0;
  double vix_point = 0;  ///< one more point of VIX, through the whole model: the curve and the volatility of SPX options
};

struct PoolSensitivity {
  double delta = 0;      ///< slope of the value in the token's price ratio
  double gamma = 0;      ///< its curvature
  double vix_point = 0;  ///< one more point of VIX, through the token
};

/// The sensitivities of path 0 on one day after the other. The common measure that pool and layers share is `vix_point`: a full
/// revaluation with VIX shocked by one point, so that it adds up over the book.
class Sensitivities {
 public:
  explicit Sensitivities(const Position& position) : position_(position) {}

  void start_day(const DayView& day);
  LayerGreeks layer(std::size_t number);
  PoolSensitivity pool() const;

 private:
  const Position& position_;
  const DayView* day_ = nullptr;
  MarketBlock shocked_;  ///< path 0 with VIX one point up
  SliceCache shocked_slices_;
};

}  // namespace ballast
