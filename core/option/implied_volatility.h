#pragma once
#include <cmath>
#include <expected>
#include <span>

#include "numeric/elementary.h"
#include "numeric/normal.h"
#include "numeric/vectorise.h"
#include "option/black76.h"

/// The volatility at which Black-76 gives a price, for every price that has one, in a fixed number of steps.
///
/// What is solved is w(s) = worth of the out-of-the-money option over the lesser of forward and strike, a function of
/// y = |ln(F/K)| and the total deviation s = sigma·sqrt(T). From a start within a factor of 2.4 three Householder steps of
/// fourth order follow, in ln s, on ln w for w < 1/2 and on ln(1 - w) above: in these terms the equation looks alike from a
/// price of half the forward down to 1e-300 of it. (Jaeckel, "Let's be rational", Wilmott 2015, has the idea of an objective by
/// region and a fixed number of Householder steps; objective, variable and start are different here.)
///
/// Against 80-digit references for y from 0 to 10 and s from 1e-18 to 12, prices from 1e-300 of the forward to 1e-6 below it:
/// within 2 ulp, and in 97 of 100 cases within 1, or within what as many ulp of the price do to it where that is more. Of 6,000
/// random others 21 lie between 2 and 3.1.
namespace ballast {

/// Why a price has no implied volatility.
enum class PriceBound : signed char {
  none,             ///< it has one
  below_intrinsic,  ///< less than the option is worth without volatility
  above_maximum,    ///< more than the forward (call) or the strike (put)
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

/// (1/2 + w)·R(w - 1), w = z + 1, as a polynomial in t = (w - 5)/(w + 5) for z in [-1, 39]: 3e-18 of R, which leaves its slope
/// 1e-16. Like the one in normal.h it rounds better than the rational of black76.h; its divided difference has no cancellation
/// at all.
inline constexpr double shifted_tail_polynomial[] = {
    0.5192585271608291,     -0.22737792262594186,    0.1758902031471977,     -0.0879006603456513,    -0.004432376497968308,
    0.06906889768491188,    -0.0911591775027607,     0.077708221008054,      -0.04840903901600111,   0.02159454430611446,
    -0.005714772774637753,  -0.00017255950496952775, 0.0008739073687196367,  -0.000285234780425366,  -4.731752302737123e-05,
    5.800878084288267e-05,  -4.802252160108925e-06,  -9.119928758967098e-06, 2.151298195530223e-06,  1.4266461955211355e-06,
    -4.952965020787226e-07, -2.417091199481886e-07,  8.527550864084561e-08,  4.0328361930369225e-08, -8.47217299709919e-09,
    -4.361895848313965e-09};

/// As tail_pair, within some 3 ulp for z2 up to 39.
BALLAST_ELEMENT TailPair fine_tail_pair(double u, double v, double apart) {
  const auto& c = shifted_tail_polynomial;
  const double over = 1 / ((u + 5) * (v + 5));
  const double t1 = (u - 5) * ((v + 5) * over), t2 = (v - 5) * ((u + 5) * over);
  const double a = t1 * t1, b = t2 * t2;
  // Even and odd powers at t1, and their divided differences in t^2.
  double even = c[24], odd = c[25], d_even = even, d_odd = odd;
  even = even * a + c[22], odd = odd * a + c[23];
  BALLAST_UNROLLED
  for (int i = 20; i > 0; i -= 2) {
    d_even = d_even * b + even, even = even * a + c[i];
    d_odd = d_odd * b + odd, odd = odd * a + c[i + 1];
  }
  d_even = d_even * b + even, d_odd = d_odd * b + odd, odd = odd * a + c[1];
  const double value = c[0] + (t1 * odd + a * even);
  const double slope = 10 * over * (odd + (t1 + t2) * (d_even + t2 * d_odd));
  const double width1 = 0.5 + u, width2 = width1 + apart;
  return {value / width1, (value + apart * slope) / width2, (value - width1 * slope) / (width1 * width2)};
}

/// The worth of an option so near the money and of so little deviation that both tails lie at the peak of the density: there a
/// difference of tails, however well it is divided, is left with the error of its larger part. With c = y/s it is
///     w = s·(phi(0)·D - (1 - e^-y)/s·e^y·Phi(-far)),   D = mean of e^(-x^2/2) from near to far,
/// and D the sum of E(2k)/(k!·(-2)^k·(2k + 1)), where E(n) = sum of far^i·near^(n-i) for i from 0 to n. For c < 1/8 and s <
/// 1/2.
BALLAST_ELEMENT double near_money_worth(double y, const BlackPlace& at, double beyond) {
  const double c2 = at.centre * at.centre, h2 = 0.25 * at.spread * at.spread;
  const double sum = 2 * (c2 + h2), product = (c2 - h2) * (c2 - h2);
  const double e2 = 3 * c2 + h2, e4 = sum * e2 - product, e6 = sum * e4 - product * e2, e8 = sum * e6 - product * e4;
  const double e10 = sum * e8 - product * e6, e12 = sum * e10 - product * e8, e14 = sum * e12 - product * e10;
  const double e16 = sum * e14 - product * e12;
  const double further =
      e8 * (1.0 / 3456) - (e10 * (1.0 / 42240) - (e12 * (1.0 / 599040) - (e14 * (1.0 / 9676800) - e16 * (1.0 / 175472640))));
  const double rest = e2 * (1.0 / 6) - (e4 * (1.0 / 40) - (e6 * (1.0 / 336) - further));
  const double late = 1.0 / 120 - y * (1.0 / 720 - y * (1.0 / 5040 - y * (1.0 / 40320 - y * (1.0 / 362880))));
  const double fall = at.centre * (1 - y * (0.5 - y * (1.0 / 6 - y * (1.0 / 24 - y * late))));
  constexpr double phi = numeric::inverse_root_two_pi, phi_rest = -2.49232720227773e-17;
  return at.spread * (phi - (phi * rest + fall * beyond - phi_rest));
}

/// What rounding leaves out of ln(decay) = -near^2/2: of y/s, of near, and of its square. Far out of the money it would count
/// as much as all else.
BALLAST_ELEMENT double decay_rest(double y, const BlackPlace& at) {
  using numeric::detail::product_rest;
  const double near = at.near(), half = 0.5 * at.spread, back = at.centre * at.spread, square = near * near;
  const double of_centre = ((y - back) - product_rest(at.centre, at.spread, back)) * at.over_spread;
  const double across = at.centre - near, of_near = (at.centre - (near + across)) + (across - half);
  return -(near * (of_centre + of_near) + 0.5 * product_rest(near, near, square));
}

/// What the objective takes the logarithm of, the worth below 1/2 and its complement above, and d ln(value)/d ln s.
struct ImpliedValue {
  double value, slope;
  double beyond;  ///< e^y·Phi(-far)
};

template <auto pair_of_tails>
BALLAST_ELEMENT ImpliedValue implied_value(const ImpliedProblem& of, double s) {
  const bool above = of.worth >= 0.5;
  const BlackPlace place = black_place(of.log_ratio, s);
  const BlackTails tails = black_tails<pair_of_tails>(place, above ? 0 : tail_start);
  const double complement = tails.near_side > 0 ? tails.decayed : 1 - tails.worth;
  const double value = above ? complement : tails.worth;
  const double slope = s * tails.decay * numeric::inverse_root_two_pi / value;
  return {value, above ? -slope : slope, tails.decay * tails.far_tail};
}

/// The value next to the root, where it is in proportion to the decay, with what rounding has left out of it.
BALLAST_ELEMENT double refined_value(const ImpliedProblem& of, double s, const ImpliedValue& at) {
  const BlackPlace place = black_place(of.log_ratio, s);
  const double near_money = near_money_worth(of.log_ratio, place, at.beyond);
  const double refined = at.value + at.value * decay_rest(of.log_ratio, place);
  const double near = place.centre < 0.125 ? near_money : refined;
  return place.spread < 0.5 ? near : refined;
}

/// One Householder step of fourth order in ln s: from a relative error e to about e^4/2 and what the value lacks.
BALLAST_ELEMENT double implied_step(const ImpliedProblem& of, double s, const ImpliedValue& at) {
  const BlackPlace place = black_place(of.log_ratio, s);
  // With m = near·far = s·w''/w': derivatives of ln(value) by ln s, over the first.
  const double r = at.slope, half = 0.5 * s, m = place.near() * place.far();
  const double second = 1 + m - r;
  const double third = 1 + 3 * m + m * m - 3 * place.centre * place.centre - half * half - 3 * r * (1 + m) + 2 * r * r;
  const double newton = numeric::log_ratio(of.worth >= 0.5 ? of.complement : of.worth, at.value) / r;
  const double step = newton * (1 + 0.5 * second * newton) / (1 + newton * (second + third * newton * (1.0 / 6)));
  const double bounded = step > 0.7 ? 0.7 : step < -0.7 ? -0.7 : step;
  return s + s * (bounded * (1 + bounded * (0.5 + bounded * (1.0 / 6 + bounded * (1.0 / 24)))));
}

/// s for a problem with 0 < worth < 1.
BALLAST_ELEMENT double implied_deviation(const ImpliedProblem& of) {
  const double first = implied_start(of);
  const double second = implied_step(of, first, implied_value<tail_pair>(of, first));
  ImpliedValue at = implied_value<fine_tail_pair>(of, second);
  at.value = refined_value(of, second, at);
  return implied_step(of, second, at);
}

BALLAST_ELEMENT ImpliedProblem implied_problem(double side, double forward, double strike, double price) {
  const Moneyness at{forward, strike, numeric::log_ratio<true>(forward, strike)};
  const double least = lesser(at.forward, at.strike);
  const double out = price - positive_part(side * (at.forward - at.strike));
  return {std::fabs(at.log_ratio), out / least, (least - out) / least};
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
