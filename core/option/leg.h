#pragma once
#include <vector>

#include "option/strike.h"

namespace ballast {

/// What a leg is: an option, or a forward, which settles at the level less its strike. A forward struck at 0 is the underlying
/// itself, paid in full and its dividends reinvested.
enum class Instrument : signed char { option, forward };

/// One position on a block of paths: same expiry everywhere, its own strike and size on each path.
struct Leg {
  Underlying underlying = Underlying::vix;
  Instrument instrument = Instrument::option;
  OptionType type = OptionType::call;  ///< of an option
  int opened_day = 0;
  int expiry_day = 0;
  int rung = 0;                    ///< which part of its layer it belongs to
  std::vector<double> strike;      ///< index points
  std::vector<double> log_strike;  ///< ln(strike); unused by a forward
  std::vector<double> contracts;   ///< positive is long
  std::vector<double> paid;        ///< mid price when it was opened, index points

  double years_left(int day) const { return (expiry_day - day) / days_per_year; }
};

/// price[i] = discounted mid price of the leg on path i, index points, before its expiry.
void price_leg(const ExpirySlice& slice, const Leg& leg, std::span<double> price);

/// payoff[i] = what the leg settles at on path i, index points.
void settle_leg(std::span<const double> settlement, const Leg& leg, std::span<double> payoff);

/// One leg of one path as a report shows it.
struct Quote {
  double forward;     ///< the future or forward used, index points
  double volatility;  ///< implied, decimal; 0 of a forward
  double delta;       ///< undiscounted forward delta
  double price;       ///< discounted mid, index points
  double time_value;  ///< price less what it would settle at if its forward were reached, discounted; 0 of a forward
};
Quote quote(const ExpirySlice& slice, const Leg& leg, std::size_t path);

/// The same of an option that nobody holds.
Quote quote(const ExpirySlice& slice, OptionType type, double strike, std::size_t path);

/// Black-76 greeks of one leg of one path, at the volatility of the smile; units as in black76.h.
BlackGreeks leg_greeks(const ExpirySlice& slice, const Leg& leg, std::size_t path);

}  // namespace ballast
