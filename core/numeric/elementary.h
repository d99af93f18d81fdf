#pragma once
#include <bit>
#include <cstdint>
#include <limits>
#include <span>

#include "numeric/vectorise.h"

/// Exponential and logarithm as polynomials in IEEE operations alone: no branch, no table, no call. A loop over them
/// vectorises, and the answer is the same bits on every processor and from every compiler; those of the C library are not.
///
/// Every polynomial here is the minimax one on the interval it names, by Remez exchange in 60 digits
/// (scripts/coefficients.py prints them all).
namespace ballast::numeric {

/// Pieces the functions below are made of. None of them is meant for use elsewhere.
namespace detail {

/// Adding and subtracting it rounds a number below 2^51 in magnitude to an integer, whose bits the sum carries at its end.
inline constexpr double round_shift = 0x1.8p52;
inline constexpr double log2_of_e = 0x1.71547652b82fep+0;
/// ln 2 in two parts; the first has 32 bits, so that its product with an exponent is exact.
inline constexpr double ln2_high = 0x1.62e42feep-1;
inline constexpr double ln2_low = 0x1.a39ef35793c76p-33;

inline constexpr double smallest_normal = std::numeric_limits<double>::min();
inline constexpr double largest = std::numeric_limits<double>::max();
inline constexpr double infinity = std::numeric_limits<double>::infinity();
inline constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

BALLAST_ELEMENT std::uint64_t bits(double x) {
  return std::bit_cast<std::uint64_t>(x);
}
BALLAST_ELEMENT double from_bits(std::uint64_t x) {
  return std::bit_cast<double>(x);
}

/// 2^k for an integral k in [-1022, 1023].
BALLAST_ELEMENT double power_of_two(double k) {
  return from_bits(bits(k + (round_shift + 1023)) << 52);
}

/// x - k·ln 2 with k integral and the rest at most ln 2 / 2 in magnitude, as high - low.
struct Reduced {
  double exponent, high, low;
};

BALLAST_ELEMENT Reduced reduce(double x) {
  const double k = (x * log2_of_e + round_shift) - round_shift;
  return {k, x - k * ln2_high, k * ln2_low};
}

/// (e^r - 1 - r) / r^2 on |r| <= ln 2 / 2, where it leaves an error of 1e-17 of e^r.
BALLAST_ELEMENT double exp_remainder(double r) {
  const double r2 = r * r;
  double even = 2.762275168362285e-07, odd = 2.51122109807823e-08;
  even = even * r2 + 2.4801515155146387e-05, odd = odd * r2 + 2.7557235746472745e-06;
  even = even * r2 + 0.0013888888921304951, odd = odd * r2 + 0.00019841269893382214;
  even = even * r2 + 0.041666666666618606, odd = odd * r2 + 0.008333333333319606;
  even = even * r2 + 0.5, odd = odd * r2 + 0.16666666666666677;
  return even + r * odd;
}

/// e^r - 1 of a reduced argument.
BALLAST_ELEMENT double expm1_reduced(const Reduced& x) {
  const double r = x.high - x.low;
  return x.high + (r * r * exp_remainder(r) - x.low);
}

/// 2·(atanh(s)/s - 1) / s^2 as a function of s^2, on |s| <= 0.2006, where it leaves an error of 2.2e-17 of 2·atanh(s).
BALLAST_ELEMENT double atanh_remainder(double s2) {
  double sum = 0.15306978570138563;
  sum = sum * s2 + 0.15259219548510913;
  sum = sum * s2 + 0.1818583122008387;
  sum = sum * s2 + 0.22222153666150085;
  sum = sum * s2 + 0.28571429170250745;
  sum = sum * s2 + 0.3999999999773579;
  return sum * s2 + 0.6666666666666888;
}

/// x = 2^exponent · (1 + fraction) with 1 + fraction in [sqrt(1/2), sqrt(2)); x > 0, finite.
struct Decomposed {
  double exponent, fraction;
};

BALLAST_ELEMENT Decomposed decompose(double x) {
  constexpr std::uint64_t root_half = 0x3fe6a09e667f3bcd, bias = std::uint64_t{1023} << 52;
  const bool subnormal = x < smallest_normal;
  const std::uint64_t shifted = bits(subnormal ? x * 0x1p54 : x) + (bias - root_half);
  const double exponent = from_bits((shifted >> 52) | bits(0x1p52)) - (0x1p52 + 1023);
  const double mantissa = from_bits((shifted & 0x000fffffffffffff) + root_half);
  return {subnormal ? exponent - 54 : exponent, mantissa - 1};
}

/// ln(1 + f), |f| small enough that 1 + f is in [sqrt(1/2), sqrt(2)], plus k·ln 2, plus a small correction.
BALLAST_ELEMENT double log_of(double f, double exponent, double correction) {
  const double s = f / (2 + f);
  const double s2 = s * s;
  const double half_square = 0.5 * f * f;
  const double tail = s * (half_square + s2 * atanh_remainder(s2)) + (exponent * ln2_low + correction);
  return exponent * ln2_high + (f - (half_square - tail));
}

/// The first 26 bits of the significand: a product of two such is exact.
BALLAST_ELEMENT double leading_half(double x) {
  return from_bits(bits(x) & ~std::uint64_t{0x7ffffff});
}

/// a·b less its rounded product, exactly.
BALLAST_ELEMENT double product_rest(double a, double b, double product) {
  const double a_head = leading_half(a), b_head = leading_half(b), a_rest = a - a_head, b_rest = b - b_head;
  return ((a_head * b_head - product) + a_head * b_rest + a_rest * b_head) + a_rest * b_rest;
}

/// ln x as high + low, within 2^-57 of max(1, |ln x|).
struct SplitLog {
  double high, low;
};

/// For x > 0 and finite; -inf at 0, +inf at +inf, NaN below 0.
BALLAST_ELEMENT SplitLog split_log(double x) {
  const Decomposed parts = decompose(x);
  const double f = parts.fraction, head = leading_half(f);
  const double s = f / (2 + f);
  const double s2 = s * s;
  // f^2/2 = square + square_rest without rounding.
  const double square = 0.5 * (head * head), square_rest = 0.5 * ((f - head) * (f + head));
  const double tail = s * ((square + square_rest) + s2 * atanh_remainder(s2));
  const double leading = parts.exponent * ln2_high;
  const double first = leading + f;
  const double first_rest = parts.exponent == 0 ? 0 : f - (first - leading);
  const double second = first - square;
  const double second_rest = (first - second) - square;
  const double low = ((first_rest + second_rest) + (tail - square_rest)) + parts.exponent * ln2_low;
  const double high = second + low;
  const double at_end = x == 0 ? -infinity : x > 0 ? x : not_a_number;
  const bool regular = x > 0 && x < infinity;
  return {regular ? high : at_end, regular ? low - (high - second) : 0};
}

}  // namespace detail

/// factor·e^(x + rest) for any x and a rest below 2^-14 in magnitude, which carries digits that x has no room for. Rounding
/// adds 1 ulp to what the factor lacks, because the factor goes in before the last sum.
BALLAST_ELEMENT double scaled_exp(double factor, double x, double rest) {
  const double bounded = x < -746 ? -746 : x > 710 ? 710 : x;
  detail::Reduced reduced = detail::reduce(bounded);
  reduced.low = reduced.low - rest;
  // 2^1024 and 2^-1074 are out of reach of one power.
  const double half = (reduced.exponent * 0.5 + detail::round_shift) - detail::round_shift;
  const double product = factor + factor * detail::expm1_reduced(reduced);
  return product * detail::power_of_two(half) * detail::power_of_two(reduced.exponent - half);
}

/// e^x for any x: within 1 ulp, subnormal results included; +inf from 709.79, 0 below -745.14; NaN for NaN.
BALLAST_ELEMENT double exp(double x) {
  return scaled_exp(1, x, 0);
}

/// e^x for x <= 709 in two factors, scale a power of two and 1 + fraction in [0.7, 1.42]: y·e^x is best rounded as
/// scale·(y + y·fraction). Scale is 0 below x = -708, where results stop being normal numbers. For inner loops.
struct SplitExp {
  double scale, fraction;
};

BALLAST_ELEMENT SplitExp split_exp(double x) {
  const double bounded = x < -708 ? -708 : x;
  const detail::Reduced reduced = detail::reduce(bounded);
  const double scale = detail::power_of_two(reduced.exponent);
  return {x < -708 ? 0 : scale, detail::expm1_reduced(reduced)};
}

/// e^x - 1 for any x, within 2 ulp, also near 0.
BALLAST_ELEMENT double expm1(double x) {
  const double bounded = x < -40 ? -40 : x > 710 ? 710 : x;
  const detail::Reduced reduced = detail::reduce(bounded);
  const double fraction = detail::expm1_reduced(reduced);
  // 2^k·(fraction + 1) - 1 as 2^h·(2^(k-h)·fraction + (2^(k-h) - 2^-h)), since 2^1024 is out of reach of one factor.
  const double half = (reduced.exponent * 0.5 + detail::round_shift) - detail::round_shift;
  const double rest = detail::power_of_two(reduced.exponent - half);
  return detail::power_of_two(half) * (rest * fraction + (rest - detail::power_of_two(-half)));
}

/// ln x for any x: within 1 ulp, subnormal x included; -inf at 0, NaN below 0 and for NaN.
BALLAST_ELEMENT double log(double x) {
  const detail::Decomposed parts = detail::decompose(x);
  const double result = detail::log_of(parts.fraction, parts.exponent, 0);
  const double at_end = x == 0 ? -detail::infinity : x > 0 ? x : detail::not_a_number;
  return x > 0 && x < detail::infinity ? result : at_end;
}

/// ln(1 + x), within 1 ulp, also near 0; -inf at -1, NaN below -1 and for NaN.
BALLAST_ELEMENT double log1p(double x) {
  const double sum = 1 + x;
  // What the sum rounded away, over the sum.
  const double lost = x < 1 ? x - (sum - 1) : 1 - (sum - x);
  const detail::Decomposed parts = detail::decompose(sum);
  const double exact = parts.exponent == 0 ? x : parts.fraction;
  const double result = detail::log_of(exact, parts.exponent, parts.exponent == 0 ? 0 : lost / sum);
  const double at_end = sum == 0 ? -detail::infinity : sum > 0 ? x : detail::not_a_number;
  return sum > 0 && sum < detail::infinity ? result : at_end;
}

namespace detail {

/// What the rounded quotient (a - b)/(a + b) lacks, for a and b within a factor of 2.
BALLAST_ELEMENT double quotient_rest(double a, double b, double quotient) {
  const double sum = a + b, sum_rest = a > b ? (a - sum) + b : (b - sum) + a;
  const double product = quotient * sum;
  return (((a - b) - product) - product_rest(quotient, sum, product) - quotient * sum_rest) / sum;
}

/// ln(a/b) as exponent·ln 2 + fraction.
struct LogRatio {
  double exponent, fraction;
};

/// For normal a and b above 0, as log_ratio has it.
template <bool fine = false>
BALLAST_ELEMENT LogRatio split_log_ratio(double a, double b) {
  // Read as integers, two doubles differ by about 2^52 times the binary logarithm of their ratio, to 0.086.
  constexpr std::uint64_t bias = std::uint64_t{2048} << 52, mantissa = 0x000fffffffffffff;
  const std::uint64_t apart = bits(a) - bits(b) + (bias + (std::uint64_t{1} << 51));
  const double exponent = from_bits((apart >> 52) | bits(0x1p52)) - (0x1p52 + 2048);
  const double near = from_bits(bits(b) + (apart & ~mantissa) - bias);
  const double s = (a - near) / (a + near);
  const double s2 = s * s;
  double remainder = s * (s2 * atanh_remainder(s2));
  if constexpr (fine) remainder += 2 * quotient_rest(a, near, s);
  return {exponent, 2 * s + remainder};
}

}  // namespace detail

/// ln(a/b) with a single division and no rounding of the ratio, so that it stays within 2.5 ulp as a nears b, and within 1
/// where it is `fine`, which takes half as long again. Any a and b >= 0; a subnormal one counts as 0. +inf where b = 0 or a =
/// +inf, -inf where a = 0 or b = +inf; where both hold, b decides. NaN for NaN.
template <bool fine = false>
BALLAST_ELEMENT double log_ratio(double a, double b) {
  const detail::LogRatio ratio = detail::split_log_ratio<fine>(a, b);
  const double result = ratio.exponent * detail::ln2_high + (ratio.exponent * detail::ln2_low + ratio.fraction);
  const double below = a < detail::smallest_normal ? -detail::infinity : result;
  const double within = a <= detail::largest ? below : a;
  const double above = b < detail::smallest_normal ? detail::infinity : within;
  return b <= detail::largest ? above : -b;
}

/// base^exponent for base >= 0, NaN for base < 0. Within 1.5 ulp while the result is between 1e-7 and 1e7; the error grows with
/// |ln(result)|, to 40 ulp at 1e300. x^0 and 1^y are 1.
BALLAST_ELEMENT double pow(double base, double exponent) {
  const detail::SplitLog log_base = detail::split_log(base);
  // exponent·high exactly, by halves of 26 and 27 bits.
  const double product = exponent * log_base.high;
  const double rest = detail::product_rest(exponent, log_base.high, product) + exponent * log_base.low;
  // An unbounded product has no rest; nor has a base without a logarithm.
  const double result = scaled_exp(1, product, product > -750 && product < 750 ? rest : 0);
  const double one = exponent == 0 ? 1 : result;
  return base == 1 ? 1 : one;
}

/// The same on arrays: result[i] from x[i]. All arrays of a call have one length, which may be 0, and `result` may be one of
/// the operands.
void exp(std::span<const double> x, std::span<double> result);
void expm1(std::span<const double> x, std::span<double> result);
void log(std::span<const double> x, std::span<double> result);
void log1p(std::span<const double> x, std::span<double> result);
void log_ratio(std::span<const double> a, std::span<const double> b, std::span<double> result);
void pow(std::span<const double> base, double exponent, std::span<double> result);

}  // namespace ballast::numeric
