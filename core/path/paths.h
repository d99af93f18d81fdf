#pragma once
#include "market/market.h"

namespace ballast {

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

  /// Whether the day is one of a spike, on which pools trade more.
  virtual bool is_spike_day(int day) const = 0;

  /// Whether the exchanges are open on the day: indicators count such days alone. A path that knows no weekends says always.
  virtual bool is_trading_day(int) const { return true; }
};

}  // namespace ballast
