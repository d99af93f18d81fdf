#pragma once
#include <span>

#include "market/market.h"

namespace ballast {

/// Rise of ln(VIX) from one close to the next from which a day is one of a spike, where nobody says which are: three standard
/// deviations of its daily change, 1.08 per year (model.md, section 8) over sqrt(252), are 0.20 (assumption).
inline constexpr double spike_log_rise = 0.2;

/// A block of paths, walked one day after the other: how the state of the world moves. A kind of path is one file that implements
/// this, and its place in path.h.
class Paths {
 public:
  virtual ~Paths() = default;
  virtual std::size_t count() const = 0;
  virtual int horizon_days() const = 0;

  /// The state on day 0.
  virtual MarketBlock start() const = 0;

  /// Moves the state from the end of day - 1 to the end of `day`: relax over the day, then the day's shock.
  virtual void advance(int day, MarketBlock& block) = 0;

  /// spike[i] = 1 where the day to which `advance` went last is one of a spike of path i, on which pools trade more, else 0.
  virtual void mark_spikes(int day, std::span<double> spike) const = 0;

  /// Whether the exchanges are open on the day: indicators count such days alone. A path that knows no weekends says always.
  virtual bool is_trading_day(int) const { return true; }
};

}  // namespace ballast
