#pragma once
#include <array>
#include <vector>

#include "book/trading.h"

namespace ballast {

/// The four strikes of a condor on every path, as logarithms.
struct CondorLogStrikes {
  std::vector<double> long_put, short_put, short_call, long_call;
};

/// What its strikes are chosen by.
struct CondorRule {
  StrikeRule short_strike, long_strike;
  std::optional<double> width;  ///< of the wings, index points; in place of long_strike
  std::optional<double>
      breakeven_probability;  ///< that SPX ends between the break-evens; in place of short_strike; needs a width
};

CondorLogStrikes condor_strikes(const CondorRule& rule, const Desk::Day& today, int days);

/// One unit: the strangle sold and its wings bought. Refers to the strikes.
std::array<Order, 4> condor_orders(const CondorLogStrikes& strikes, int days, double contracts);

/// Four options of one path and one expiry.
struct Condor {
  double forward;       ///< index points
  double deviation;     ///< at-the-money total deviation sigma·√T
  double vol_of_vol;    ///< deviation of ln(sigma) over the same time
  double lower, upper;  ///< break-evens at expiry, index points
};

/// P(lower < S_T < upper) where S_T is lognormal about the forward with a volatility that is lognormal itself, its mean the
/// at-the-money volatility: a mixture over the distribution of the volatility. Gauss-Legendre over ±8 deviations, 48 points
/// for each third of vol_of_vol; error below 1e-10 up to a vol_of_vol of 20.
double inside_probability(const Condor& condor);

}  // namespace ballast
