#pragma once
#include <cmath>
#include <span>

#include "numeric/elementary.h"
#include "numeric/vectorise.h"

/// The standard normal distribution: density phi, cumulative Phi, its scaled tail and its quantile. Branch-free, the same
/// bits everywhere, as in elementary.h.
namespace ballast::numeric {

inline constexpr double inverse_root_two_pi = 0.3989422804014327;

namespace detail {

/// factor·e^(±x^2/2) for x in [0, 40]. The square goes in two parts, because half an ulp of it would be hundreds of ulp of
/// the result.
BALLAST_ELEMENT double scaled_gaussian(double factor, double x, double half_sign) {
  const double head = leading_half(x);
  return scaled_exp(factor, half_sign * (head * head), half_sign * ((x - head) * (x + head)));
}

/// |x|, at most 40: beyond, e^(-x^2/2) is 0 and e^(x^2/2) is +inf.
BALLAST_ELEMENT double bounded_magnitude(double x) {
  const double unsigned_x = x < 0 ? -x : x;
  return unsigned_x > 40 ? 40 : unsigned_x;
}

/// (1 + z)·R(z) as a polynomial of degree 23 in t = (z - 5)/(z + 5), for z >= 0: it stays between 0.39 and 0.53, so that what
/// the first coefficient leaves is small and rounds harmlessly. Its error is 1.4e-17 of R for every z. The substitution is
/// that of Shepherd and Laframboise, Mathematics of Computation 36 (1981), 249.
inline constexpr double tail_polynomial[] = {
    0.46151582985003775,    -0.09155228183400908,   0.031030368425963305,    0.010002352385233546,    -0.026401042966291588,
    0.02453696324356464,    -0.015170415402784116,  0.0065220006692149335,   -0.001676072342337846,   7.79158748599297e-06,
    0.00018233413450201007, -5.360753926706692e-05, -9.896066154090506e-06,  9.059711779115881e-06,   -7.04067467013003e-08,
    -1.307249578989227e-06, 1.2795198103287588e-07, 1.9604998375112097e-07,  -2.6342132105131527e-08, -3.0788229881419243e-08,
    3.6513015092148856e-09, 4.3342617979704016e-09, -2.8662285134875016e-10, -3.697224189856699e-10};

/// R(z) for z >= 0, within 2 ulp; z at most 1e300.
BALLAST_ELEMENT double upper_scaled_tail(double z) {
  const double t = (z - 5) / (z + 5);
  const double t2 = t * t;
  double even = tail_polynomial[22], odd = tail_polynomial[23];
  BALLAST_UNROLLED
  for (int i = 20; i > 0; i -= 2) even = even * t2 + tail_polynomial[i], odd = odd * t2 + tail_polynomial[i + 1];
  odd = odd * t2 + tail_polynomial[1];
  return (tail_polynomial[0] + (t * odd + t2 * even)) / (1 + z);
}

/// A rational of degree 7 over 7 whose coefficients are chosen element by element.
struct Rational {
  double numerator[8], denominator[8];
};

/// The quantile as x = q·C(0.180625 - q^2), q = p - 1/2, for |q| <= 0.425, and beyond as -/+ A(r - 1.6) or B(r - 5) with
/// r = sqrt(-ln min(p, 1 - p)), A up to 5 and B up to 27.3. These are the pieces of Wichura, algorithm AS 241, Applied
/// Statistics 37 (1988), 477; the coefficients are fitted anew and leave 7.4e-17, 1.7e-17 and 3.3e-17.
inline constexpr Rational quantile_centre = {{3.3871328727963665, 133.14123940829387, 1971.5768684379088, 13731.529484700943,
                                              45921.13171285207, 67264.07627710342, 33429.43854233802, 2508.969383626178},
                                             {1.0, 42.313204198299566, 687.182469857333, 5394.136673637462, 21213.44693982409,
                                              39306.995142900676, 28728.201654349046, 5226.2861862977325}};
inline constexpr Rational quantile_tail = {
    {1.4234371107496835, 4.630337327667983, 5.769495327699333, 3.647845812454597, 1.2704567568041985, 0.2417803095106652,
     0.0227237947652343, 0.0007745430138522315},
    {1.0, 2.0531912623866386, 1.6763839367744806, 0.6897666103889096, 0.14810373206977007, 0.015198633293374652,
     0.0005475923942875827, 1.0507460213535049e-09}};
inline constexpr Rational quantile_far_tail = {
    {6.657904643501104, 5.462237763598976, 1.7836651233160337, 0.296223142237508, 0.02648440914272426, 0.0012392699505776499,
     2.700563701874903e-05, 1.9983773233559056e-07},
    {1.0, 0.5995998290064968, 0.13680675140452056, 0.01485156572861364, 0.0007848360814288361, 1.838968334115568e-05,
     1.4130569435215158e-07, 2.0101788691507416e-15}};

}  // namespace detail

/// phi(x) = e^(-x^2/2) / sqrt(2 pi) for any x, within 2 ulp.
BALLAST_ELEMENT double normal_density(double x) {
  return detail::scaled_gaussian(inverse_root_two_pi, detail::bounded_magnitude(x), -0.5);
}

/// Phi(x) for any x, within 4 ulp where it is a normal number, down to x = -37.5; absolutely within 1e-16 above 0.
BALLAST_ELEMENT double normal_cdf(double x) {
  const double bounded = detail::bounded_magnitude(x);
  const double tail = detail::scaled_gaussian(detail::upper_scaled_tail(bounded), bounded, -0.5);
  return x > 0 ? 1 - tail : tail;
}

/// R(z) = e^(z^2/2)·Phi(-z) for any z: the upper tail without its decay, Mills' ratio over sqrt(2 pi). Within 3 ulp; about
/// 1/(z·sqrt(2 pi)) for great z, +inf below -37.6.
BALLAST_ELEMENT double normal_scaled_tail(double z) {
  const double unsigned_z = z < 0 ? -z : z;
  const double upper = detail::upper_scaled_tail(unsigned_z > 1e300 ? 1e300 : unsigned_z);
  const double growth = detail::scaled_gaussian(1, detail::bounded_magnitude(z), 0.5);
  return z < 0 ? growth - upper : upper;
}

namespace detail {

/// Whether normal_quantile needs no logarithm: p within 0.425 of 1/2, q = p - 1/2.
BALLAST_ELEMENT bool is_central(double q) {
  return q * q <= 0.180625;
}

/// normal_quantile there, to the bit.
BALLAST_ELEMENT double central_quantile(double q) {
  const double variable = 0.180625 - q * q;
  double numerator = quantile_centre.numerator[7], denominator = quantile_centre.denominator[7];
  BALLAST_UNROLLED
  for (int i = 6; i >= 0; --i) {
    numerator = numerator * variable + quantile_centre.numerator[i];
    denominator = denominator * variable + quantile_centre.denominator[i];
  }
  return q * numerator / denominator;
}

/// normal_quantile elsewhere, to the bit, for least of p and 1 - p above 2e-11.
BALLAST_ELEMENT double outer_quantile(double p) {
  const double variable = std::sqrt(-log(p < 0.5 ? p : 1 - p)) - 1.6;
  double numerator = quantile_tail.numerator[7], denominator = quantile_tail.denominator[7];
  BALLAST_UNROLLED
  for (int i = 6; i >= 0; --i) {
    numerator = numerator * variable + quantile_tail.numerator[i];
    denominator = denominator * variable + quantile_tail.denominator[i];
  }
  return (p < 0.5 ? -1 : 1) * numerator / denominator;
}

}  // namespace detail

/// x with Phi(x) = p for 0 <= p <= 1, within 5 ulp; -inf at 0, +inf at 1, NaN outside.
BALLAST_ELEMENT double normal_quantile(double p) {
  const double q = p - 0.5;
  const double least = p < 0.5 ? p : 1 - p;
  const double r = std::sqrt(-log(least));
  const bool central = detail::is_central(q);
  const bool far = r > 5;
  const double tail_variable = far ? r - 5 : r - 1.6;
  const double variable = central ? 0.180625 - q * q : tail_variable;
  double numerator = 0, denominator = 0;
  BALLAST_UNROLLED
  for (int i = 7; i >= 0; --i) {
    const double tail_n = far ? detail::quantile_far_tail.numerator[i] : detail::quantile_tail.numerator[i];
    const double tail_d = far ? detail::quantile_far_tail.denominator[i] : detail::quantile_tail.denominator[i];
    numerator = numerator * variable + (central ? detail::quantile_centre.numerator[i] : tail_n);
    denominator = denominator * variable + (central ? detail::quantile_centre.denominator[i] : tail_d);
  }
  const double side = q < 0 ? -1 : 1;
  const double result = (central ? q : side) * numerator / denominator;
  return least == 0 ? side * detail::infinity : result;
}

/// The same on arrays, as in elementary.h.
void normal_density(std::span<const double> x, std::span<double> result);
void normal_cdf(std::span<const double> x, std::span<double> result);
void normal_scaled_tail(std::span<const double> z, std::span<double> result);
void normal_quantile(std::span<const double> p, std::span<double> result);

}  // namespace ballast::numeric
