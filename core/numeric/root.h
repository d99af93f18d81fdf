#pragma once
#include <cmath>
#include <expected>

#include "numeric/vectorise.h"

/// A root of a continuous function between two places where its signs differ.
namespace ballast::numeric {

struct Bracket {
  double low, high;
};

/// Why there is no root to give.
enum class RootFailure : signed char {
  no_sign_change,  ///< the function has the same sign at both ends
  not_a_number,    ///< the function or an end is NaN
};

/// A point within `tolerance` (>= 0) of a sign change of f, or one where f is 0. Tolerances below two ulp of the greater end
/// count as that.
///
/// ITP (Oliveira, Takahashi, "An enhancement of the bisection method average performance preserving minmax optimality", ACM
/// Transactions on Mathematical Software 47, 2021) with k1 = 0.2/width, k2 = 2, n0 = 1: regula falsi, drawn towards the middle
/// and kept within the reach of bisection. On smooth functions it converges superlinearly; at worst it calls f
/// 4 + log2(width/tolerance) times, so no more than 56 times while the ends differ in sign or by less than their size.
template <class Function>
std::expected<double, RootFailure> find_root(const Function& f, Bracket within, double tolerance) {
  double low = within.low, high = within.high, f_low = f(low), f_high = f(high);
  if (std::isnan(f_low) || std::isnan(f_high)) return std::unexpected(RootFailure::not_a_number);
  if (f_low == 0) return low;
  if (f_high == 0) return high;
  if ((f_low > 0) == (f_high > 0)) return std::unexpected(RootFailure::no_sign_change);

  const double half_tolerance = std::fmax(0.5 * tolerance, 0x1p-52 * std::fmax(std::fabs(low), std::fabs(high)));
  const double k1 = 0.2 / (high - low);
  // The half width that bisection would be allowed, with one step to spare.
  double allowed = half_tolerance;
  while (allowed < 0.5 * (high - low)) allowed *= 2;
  allowed *= 2;

  while (high - low > 2 * half_tolerance) {
    const double width = high - low, middle = low + 0.5 * width;
    const double falsi = (f_high * low - f_low * high) / (f_high - f_low);
    const double towards = falsi < middle ? 1 : -1;
    // At least the tolerance, so that the far end comes in once the near one has arrived.
    const double pull = std::fmax(k1 * width * width, half_tolerance);
    const double truncated = pull <= std::fabs(middle - falsi) ? falsi + towards * pull : middle;
    const double reach = allowed - 0.5 * width;
    const double x = std::fabs(truncated - middle) <= reach ? truncated : middle - towards * reach;
    const double f_x = f(x);
    if (std::isnan(f_x)) return std::unexpected(RootFailure::not_a_number);
    if (f_x == 0) return x;
    const bool is_low = (f_x > 0) == (f_low > 0);
    (is_low ? low : high) = x;
    (is_low ? f_low : f_high) = f_x;
    allowed *= 0.5;
  }
  return low + 0.5 * (high - low);
}

}  // namespace ballast::numeric
