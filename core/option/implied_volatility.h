#pragma once
#include <cmath>
#include <cstdint>
#include <expected>
#include <span>

#include "numeric/elementary.h"
#include "numeric/normal.h"
#include "numeric/vectorise.h"
#include "option/black76.h"

/// The volatility at which Black-76 gives a price, for every price that has one, in a fixed number of steps.
///
/// What is solved is w(s) = worth of the out-of-the-money option over the lesser of forward and strike, a function of
/// y = |ln(F/K)| and the total deviation s = sigma·sqrt(T). From a start within 14 % two Householder steps of fourth order
/// follow, in ln s, on ln w for lesser w and on ln(1 - w) for greater: in these terms the equation looks alike from a price of
/// half the forward down to 1e-300 of it. (Jaeckel, "Let's be rational", Wilmott 2015, has the idea of an objective by region
/// and a fixed number of Householder steps; objective, variable and start are different here.)
///
/// The first step needs few digits. It ends on a deviation of 18 bits, at which the second evaluates with so few roundings that
/// the answer is left with hardly more than its own.
///
/// Against 80-digit references for y from 0 to 10 and s from 1e-18 to 12, prices from 1e-300 of the forward to 1e-6 below it:
/// within 2 ulp, and in 97 of 100 cases within 1, or within what as many ulp of the price do to it where that is more. Of two
/// million random others four lie beyond 2, none beyond 2.1.
namespace ballast {

/// Why a price has no implied volatility.
enum class PriceBound : signed char {
  none,             ///< it has one
  below_intrinsic,  ///< less than the option is worth without volatility
  above_maximum,    ///< more than the forward (call) or the strike (put)
  too_small,        ///< above intrinsic by less than 2.2e-308 of the lesser of forward and strike: it has one, out of reach
  not_a_price,      ///< NaN among the operands, a forward or strike not above 0, or not finite
};

namespace detail {

/// ln x within 0.06 for normal x > 0: the bits of a double read as an integer.
BALLAST_ELEMENT double rough_log(double x) {
  const double whole = numeric::detail::from_bits((numeric::detail::bits(x) >> 52) | numeric::detail::bits(0x1p52));
  const double fraction =
      numeric::detail::from_bits((numeric::detail::bits(x) & 0x000fffffffffffff) | numeric::detail::bits(1.0));
  return ((whole - (0x1p52 + 1023)) + (fraction - 0.957)) * 0.6931471805599453;
}

/// z with Phi(-z) about p, for 0 < p <= 1/2: Hastings, "Approximations for digital computers" (1955), sheet 68.
BALLAST_ELEMENT double rough_upper_quantile(double p) {
  const double log_p = rough_log(p);
  const double r = std::sqrt(log_p < 0 ? -2 * log_p : 0);
  const double z = r - (2.515517 + r * (0.802853 + r * 0.010328)) / (1 + r * (1.432788 + r * (0.189269 + r * 0.001308)));
  return z > 0 ? z : 0;
}

/// A price in the terms of the equation.
struct ImpliedProblem {
  double log_ratio;   ///< |ln(F/K)|
  double worth;       ///< out-of-the-money price over the lesser of forward and strike, in (0, 1)
  double complement;  ///< 1 - worth, without the rounding of worth
  double excess;      ///< e^log_ratio - 1, without the rounding of log_ratio
};

/// near = y/s - s/2 from the worth, one turn of the fixed point w = Phi(-near)·y/(y + c(near)), with Boyd's bound on Mills'
/// ratio in c.
BALLAST_ELEMENT double rough_near(const ImpliedProblem& of, double near) {
  constexpr double pi = 3.141592653589793;
  const double c = pi * near / (std::sqrt(near * near + 2 * pi) - near);
  const double tail = of.worth * (1 + c / of.log_ratio);
  return rough_upper_quantile(tail < 0.5 ? tail : 0.5);
}

/// A deviation to begin with, within 14 %. The worth turns from convex to concave at s = sqrt(2y), where it is 1/2 - R(s) and
/// rises with 1/sqrt(2 pi). Its tangent there serves for all of the concave side below 1/2. On the convex side near is sought:
/// the tangent bounds it from below, as does one turn of the fixed point from an upper bound, and a second turn, damped where
/// the fixed point repels, does the rest. Beyond 1/2, 1 - w is about Phi(near)·(1 + 2·R(sqrt(2y))).
BALLAST_ELEMENT double implied_start(const ImpliedProblem& of) {
  constexpr double root_two_pi = 2.5066282746310002;
  const double y = of.log_ratio, turn = std::sqrt(2 * y);
  const double turn_tail = numeric::detail::upper_scaled_tail(turn);
  const double turn_worth = 0.5 - turn_tail;
  const double floor = of.worth * root_two_pi, tangent = floor + (turn - turn_worth * root_two_pi);
  const double linear = tangent < floor ? floor : tangent;

  const double outer = rough_upper_quantile(of.worth), inner = (0.5 - of.worth) * y / (1.2533 * of.worth);
  const double first = rough_near(of, outer < inner ? outer : inner), by_tangent = y / linear - 0.5 * linear;
  const double least = first < by_tangent ? by_tangent : first;
  const double weight = least * least / (least * least + 0.4);
  const double near = least + (rough_near(of, least) - least) * weight;
  const double convex = 2 * y / (near + std::sqrt(near * near + 2 * y));

  const double opposite = rough_upper_quantile(of.complement / (1 + 2 * turn_tail));
  const double concave = opposite + std::sqrt(opposite * opposite + 2 * y);
  const double below = of.worth < turn_worth ? convex : linear;
  return of.worth < 0.5 ? below : concave;
}

/// The scaled tail as in black76.h but within 3.1e-7 of R, which leaves its fall 3e-6: enough for a start.
inline constexpr double rough_tail_numerator[] = {1.3871434030315681, 1.0998166381303047, 0.5041364776115478,
                                                  0.1341233963374981, 0.018676484186223967};
inline constexpr double rough_tail_denominator[] = {
    1.0, 2.0804869619601645, 1.8982070744988577, 0.9728534140333237, 0.2894301914563345, 0.04681441839921426};

/// ln(value) of the target less that at s, and d ln(value)/d ln s. The value is the worth or its complement.
struct ImpliedGap {
  double gap, slope;
};

/// Near enough to the root for a first step: the worth below 1/2 and its complement above.
BALLAST_ELEMENT ImpliedGap rough_gap(const ImpliedProblem& of, double s) {
  const bool above = of.worth >= 0.5;
  const BlackPlace place = black_place(of.log_ratio, s);
  const BlackTails tails = black_tails<rough_tail_numerator, rough_tail_denominator>(place, above ? 0 : tail_start);
  const double complement = tails.near_side > 0 ? tails.decayed : 1 - tails.worth;
  const double value = above ? complement : tails.worth;
  const double slope = s * tails.decay * numeric::inverse_root_two_pi / value;
  return {numeric::log_ratio(above ? of.complement : of.worth, value), above ? -slope : slope};
}

/// The first 18 bits of the significand.
BALLAST_ELEMENT double leading_third(double x) {
  return numeric::detail::from_bits(numeric::detail::bits(x) & ~std::uint64_t{0x7ffffffff});
}

/// A place at a deviation of 18 bits, with y/s as a multiple of 2^-27 and a rest: near, far and s·centre do not round where s
/// is above 1e-10, below which it does not matter. Inside, the value is the complement, elsewhere the worth.
struct FinePlace {
  double spread, over_spread, centre;
  double rest;  ///< y/s less centre

  BALLAST_ELEMENT double near() const { return centre - 0.5 * spread; }
  BALLAST_ELEMENT double far() const { return centre + 0.5 * spread; }
  BALLAST_ELEMENT bool inside() const { return near() < -0.3; }
};

BALLAST_ELEMENT FinePlace fine_place(double y, double s) {
  constexpr double shift = 0x1.8p25;
  const BlackPlace at = black_place(y, s);
  const double centre = (at.centre + shift) - shift;
  return {at.spread, at.over_spread, centre, (y - centre * at.spread) * at.over_spread};
}

/// R(z) = R(3/4) - t·S(t)/(23/4), t = (z - 3/4)/(z + 5), for z in [-0.32, 60]. The slope of R lacks at most 1.4e-17·(1 + z^2/6)
/// of itself, as errors fade in the deviation. About z = 3/4, where they count for most, the first term is nearly all of S.
inline constexpr double fine_tail_centre = 0.75, fine_tail_pole = -5, fine_tail_at_centre = 0.30023246233995093;
inline constexpr double fine_tail_polynomial[] = {
    5.745202306186397,     -10.405208106178739,    13.545083596443867,    -12.663589182930664,    8.02603725416563,
    -2.7461705922195647,   -0.22432511780840153,   0.616327853611581,     -0.0850845353146765,    -0.1306926902301173,
    0.027029709771479095,  0.03384495022126354,    -0.004406545333262189, -0.009941466910854825,  -0.0006783369902179896,
    0.0029679403467484295, 0.0009433434318983333,  -0.001614516142553904, 0.0024443853441695057,  -0.004374490261632123,
    0.004115511791500617,  -0.0020439113163032616, 0.0005243806845450831, -5.5081905042325985e-05};

/// The tails at a fine place but for their decay.
struct FineTails {
  double value;  ///< inside, their sum less 2·R(3/4), else their fall times (near + 5)·(far + 5)
  double slope;  ///< d ln(value of the place)/d ln s
  double rest;   ///< what the rest of the centre adds to the gap
};

BALLAST_ELEMENT FineTails fine_tails(const FinePlace& at) {
  const auto& c = fine_tail_polynomial;
  const bool inside = at.inside();
  const double near = at.near(), far = at.far(), z = inside ? -near : near;
  const double width1 = z - fine_tail_pole, width2 = far - fine_tail_pole, over = 1 / (width1 * width2);
  const double t1 = (z - fine_tail_centre) * (width2 * over), t2 = (far - fine_tail_centre) * (width1 * over);
  const double a = t1 * t1, b = t2 * t2;
  // Even and odd powers at t1, and their divided differences in t^2.
  double even = c[22], odd = c[23], d_even = even, d_odd = odd;
  even = even * a + c[20], odd = odd * a + c[21];
  BALLAST_UNROLLED
  for (int i = 18; i >= 0; i -= 2) {
    d_even = d_even * b + even, even = even * a + c[i];
    d_odd = d_odd * b + odd, odd = odd * a + c[i + 1];
  }
  const double difference = even + (t1 + t2) * (odd + t2 * (d_even + t2 * d_odd));
  const double fall = difference * over, lost = 1 / (fine_tail_centre - fine_tail_pole) * (t1 * even + a * odd);
  const double apart = (inside ? 2 * at.centre : at.spread) * fall;
  const double second = (fine_tail_at_centre - lost) - apart, sum = -(2 * lost + apart);
  constexpr double phi = numeric::inverse_root_two_pi;
  const double slope = phi / (inside ? -(2 * fine_tail_at_centre + sum) * at.over_spread : fall);
  // At a held e^y the worth does not change with the centre; what is left is -R(far)·slope/phi(0) of ln(value).
  const double rest = at.rest * second * slope * (1 / phi);
  return {inside ? sum : difference, slope + slope * (rest - at.rest * near), rest};
}

/// A number as a double and what is missing from it.
struct SplitValue {
  double value, rest;
};

/// (1 - mean of e^(-t^2/2) for t from 0 to x)/x^2 in x^2 for x up to 1.25, within 1.1e-17 of the slope of that mean in x^2.
inline constexpr double density_mean_polynomial[] = {0.16666666666666666,     -0.02499999999999914,  0.0029761904761757114,
                                                     -0.00028935185174060933, 2.367424196541591e-05, -1.669336455383436e-06,
                                                     1.0333809030710894e-07,  -5.69692428388839e-09, 2.819058988966871e-10,
                                                     -1.220600702135688e-11,  3.7263094003430124e-13};

/// The worth near the money, for a centre below 0.55 and far below 1.25, where a quotient of tails has more roundings than it
/// can bear. With M(x^2) = 1 - mean of e^(-t^2/2) for t from 0 to x and dM its divided difference it is
///     w = s·phi(0) - (e^y - 1)·(1/2 - far·phi(0)) - phi(0)·(far·((e^y - 1)·M(far^2) + 2y·dM) + s·M(near^2)).
/// At a held e^y it does not change with the centre, so that it needs no rest of it.
BALLAST_ELEMENT SplitValue near_money_worth(double excess, const FinePlace& at) {
  const auto& c = density_mean_polynomial;
  const double s = at.spread, near = at.near(), far = at.far(), a = near * near, b = far * far;
  double sum = c[10], difference = sum;
  sum = sum * a + c[9];
  BALLAST_UNROLLED
  for (int i = 8; i >= 0; --i) difference = difference * b + sum, sum = sum * a + c[i];
  const double at_near = a * sum, rise = 2 * (at.centre * s) * (sum + b * difference);
  const double lost = far * (excess * (at_near + rise) + rise) + s * at_near;
  // The first 17 bits of phi(0) times s or far do not round.
  constexpr double phi = numeric::inverse_root_two_pi, head = 0x1.9884p-2, tail = 1.24036237017794e-06;
  const double flat = s * phi, flat_rest = (s * head - flat) + s * tail;
  const double reach = far * phi, reach_rest = (far * head - reach) + far * tail;
  const double out = excess * ((0.5 - reach) - reach_rest), within = flat - out;
  const double worth = within - phi * lost;
  return {worth, ((within - worth) - phi * lost) + (((flat - within) - out) + flat_rest)};
}

/// The gap next to the root, with ln(decay) = -near^2/2 as it is rather than by way of its exponential.
BALLAST_ELEMENT double fine_gap(const ImpliedProblem& of, const FinePlace& at, const FineTails& tails) {
  using numeric::detail::leading_half, numeric::detail::ln2_high, numeric::detail::ln2_low;
  const bool inside = at.inside();
  const double near = at.near(), far = at.far(), head = leading_half(near);
  const double square = head * head, square_rest = (near - head) * (near + head);

  const SplitValue worth = near_money_worth(of.excess, at);
  const double beyond = 1 - worth.value, beyond_rest = ((1 - beyond) - worth.value) - worth.rest;

  const double difference_head = leading_half(tails.value), fall = at.spread * tails.value;
  const double fall_rest = (at.spread * difference_head - fall) + at.spread * (tails.value - difference_head);
  const double sum = 2 * fine_tail_at_centre + tails.value, sum_rest = (2 * fine_tail_at_centre - sum) + tails.value;

  const double most = at.centre < 0.55 ? 1.25 : 0;
  const bool near_money = far < most;
  const double money = inside ? beyond : worth.value, money_rest = inside ? beyond_rest : worth.rest;
  const double tail = inside ? sum : fall, tail_rest = inside ? sum_rest : fall_rest;
  const double value = near_money ? money : tail, value_rest = near_money ? money_rest : tail_rest;
  const double scaled = near_money ? of.worth : of.worth * ((near - fine_tail_pole) * (far - fine_tail_pole));
  const double target = inside ? of.complement : scaled;
  // The lesser of worth and complement has the finer last place.
  const double rounded = of.worth < 0.5 ? (1 - of.complement) - of.worth : 0, target_rest = inside ? rounded : 0;
  const double decay = near_money ? 0 : 0.5 * square, rest = near_money ? 0 : 0.5 * square_rest + tails.rest;

  const numeric::detail::LogRatio ratio = numeric::detail::split_log_ratio(target, value);
  return (ratio.exponent * ln2_high + decay) +
         ((ratio.exponent * ln2_low + ratio.fraction) + (rest + (target_rest - value_rest) / value));
}

/// One Householder step of fourth order in ln s: from a relative error e to about e^4/2 and what the gap lacks.
BALLAST_ELEMENT double implied_step(double y, double s, const ImpliedGap& at) {
  const BlackPlace place = black_place(y, s);
  // With m = near·far = s·w''/w': derivatives of ln(value) by ln s, over the first.
  const double r = at.slope, half = 0.5 * s, m = place.near() * place.far();
  const double second = 1 + m - r;
  const double third = 1 + 3 * m + m * m - 3 * place.centre * place.centre - half * half - 3 * r * (1 + m) + 2 * r * r;
  const double newton = at.gap / r;
  const double step = newton * (1 + 0.5 * second * newton) / (1 + newton * (second + third * newton * (1.0 / 6)));
  const double bounded = step > 0.7 ? 0.7 : step < -0.7 ? -0.7 : step;
  return s + s * (bounded * (1 + bounded * (0.5 + bounded * (1.0 / 6 + bounded * (1.0 / 24)))));
}

/// s for a problem with 0 < worth < 1.
BALLAST_ELEMENT double implied_deviation(const ImpliedProblem& of) {
  const double first = implied_start(of);
  const double second = leading_third(implied_step(of.log_ratio, first, rough_gap(of, first)));
  const FinePlace place = fine_place(of.log_ratio, second);
  const FineTails tails = fine_tails(place);
  return implied_step(of.log_ratio, second, {fine_gap(of, place, tails), tails.slope});
}

BALLAST_ELEMENT ImpliedProblem implied_problem(double side, double forward, double strike, double price) {
  const Moneyness at{forward, strike, numeric::log_ratio<true>(forward, strike)};
  const double least = lesser(at.forward, at.strike);
  const double out = price - positive_part(side * (at.forward - at.strike));
  const double apart = std::fabs(at.forward - at.strike);
  return {std::fabs(at.log_ratio), out / least, (least - out) / least, apart / least};
}

}  // namespace detail

/// Which bound an undiscounted price breaks. Forward and strike must be normal numbers above 0.
PriceBound price_bound(OptionType type, double forward, double strike, double price);

/// Total deviation sigma·sqrt(T) of an undiscounted price: 0 at the intrinsic value, +inf at the maximum.
std::expected<double, PriceBound> implied_deviation(OptionType type, double forward, double strike, double price);

/// Many prices, a column each; a column of length one holds for every row.
struct PriceColumns {
  std::span<const OptionType> type;
  std::span<const double> strike;
  std::span<const double> years;
  std::span<const double> forward;
  std::span<const double> rate;
  std::span<const double> price;  ///< discounted, as black76 gives it
};

/// Volatilities, `volatility.size()` of them, each NaN where bound is not `none`; `bound` has as many. No operand may overlap a
/// result. Without time every price but the intrinsic value is above the maximum. Allocates nothing.
void implied_volatility(const PriceColumns& prices, std::span<double> volatility, std::span<PriceBound> bound);

}  // namespace ballast
