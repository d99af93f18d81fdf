#pragma once
#include <vector>

#include "option/strike.h"

namespace ballast {

/// One option position on a block of paths: same expiry everywhere, its own strike and size on each path.
struct Leg {
  Underlying underlying = Underlying::vix;
  OptionType type = OptionType::call;
  int opened_day = 0;
  int expiry_day = 0;
  int rung = 0;                    ///< which part of its layer it belongs to
  std::vector<double> strike;      ///< index points
  std::vector<double> log_strike;  ///< ln(strike)
  std::vector<double> contracts;   ///< positive is long

  double years_left(int day) const { return (expiry_day - day) / days_per_year; }
};

/// price[i] = discounted mid price of the leg's option on path i, index points, before its expiry.
void price_leg(const ExpirySlice& slice, const Leg& leg, std::span<double> price);

/// payoff[i] = what the leg's option settles at on path i, index points.
void settle_leg(std::span<const double> settlement, const Leg& leg, std::span<double> payoff);

/// One option of one path as a report shows it.
struct Quote {
  double forward;     ///< the future or forward used, index points
  double volatility;  ///< implied, decimal
  double delta;       ///< undiscounted forward delta
  double price;       ///< discounted mid, index points
};
Quote quote(const ExpirySlice& slice, const Leg& leg, std::size_t path);

/// The same of an option that nobody holds.
Quote quote(const ExpirySlice& slice, OptionType type, double strike, std::size_t path);

/// Black-76 greeks of one option of one path, at the volatility of the smile; units as in black76.h.
BlackGreeks leg_greeks(const ExpirySlice& slice, const Leg& leg, std::size_t path);

}  // namespace ballast
