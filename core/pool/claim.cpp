#include "pool/claim.h"

#include <cmath>
#include <iterator>

#include "numeric/elementary.h"
#include "numeric/normal.h"
#include "numeric/quadrature.h"
#include "option/black76.h"

namespace ballast {
namespace {

/// A polynomial's value at u and its first and second divided differences f[u, m], f[u, m, v].
struct DividedDifferences {
  double value, first, second;
};

template <std::size_t N>
DividedDifferences divided_differences(const double (&polynomial)[N], double u, double m, double v) {
  DividedDifferences at{0, 0, 0};
  for (std::size_t i = N; i-- > 0;) {
    at.second = at.second * v + at.first;
    at.first = at.first * m + at.value;
    at.value = at.value * u + polynomial[i];
  }
  return at;
}

/// R(x - h) - 2R(x) + R(x + h) for the scaled tail R = p/q and x - h >= tail_start, as 2h² times the second divided difference
/// of the rational, R[u,m,v]·q(v) = p[u,m,v] - R(u)·q[u,m,v] - R[u,m]·q[m,v] (Leibniz), in which only two digits cancel: within
/// 5e-14.
double scaled_tail_curvature(double x, double h) {
  const double u = x - h - detail::tail_start, m = x - detail::tail_start, v = x + h - detail::tail_start;
  const DividedDifferences p = divided_differences(detail::tail_numerator, u, m, v);
  const DividedDifferences q = divided_differences(detail::tail_denominator, u, m, v);
  const double at_m = q.value + h * q.first, from_m = q.first + 2 * h * q.second, at_v = at_m + h * from_m;
  const double ratio = p.value / q.value, slope = (p.first - ratio * q.first) / at_m;
  return 2 * h * h * ((p.second - ratio * q.second - slope * from_m) / at_v);
}

/// B(K) of the header, y = |ln(K/f)| >= 0, s > 0.
double strip_beyond(double y, double s) {
  const double x = y / s, h = 0.5 * s;
  if (y == 0) return -numeric::expm1(-0.5 * h * h);
  // Beyond, e^{-x²/2} is 0; so is B at the ends 0 and infinity, whatever the deviation.
  if (!(x < 40)) return 0;
  const double both = numeric::exp(-0.5 * (x * x + h * h));
  if (x - h >= detail::tail_start) return both * scaled_tail_curvature(x, h);
  return numeric::exp(-0.5 * y) * numeric::normal_cdf(h - x) +
         both * (numeric::normal_scaled_tail(x + h) - 2 * numeric::normal_scaled_tail(x));
}

/// B(K1, K2) of the header for y1 <= y2. Where the two are so near that their difference would cancel, the options between are
/// summed: their prices are smooth there, and a rule of 12 nodes leaves 1e-16.
double strip_between(double y1, double y2, double s) {
  if (s <= 0) return 0;
  const double width = y2 - y1;
  if (width > 0.25 * (s < 1 ? s : 1)) return strip_beyond(y1, s) - strip_beyond(y2, s);
  const auto option = [s](double y) {
    const Moneyness call{.forward = 1, .strike = numeric::exp(y), .log_ratio = -y};
    return numeric::exp(-0.5 * y) * black76(OptionType::call, call, s);
  };
  return 0.5 * numeric::integrate<12>(option, y1, y2);
}

/// What the deviation takes from the value of one USD put in.
double convexity_loss(const ConstantProductCurve& curve, const LognormalPrice& price) {
  return -curve.value(price.forward) * numeric::expm1(-0.125 * price.deviation * price.deviation);
}

double convexity_loss(const WeightedCurve& curve, const LognormalPrice& price) {
  const double w = curve.weight;
  return -curve.value(price.forward) * numeric::expm1(-0.5 * w * (1 - w) * price.deviation * price.deviation);
}

double convexity_loss(const ConcentratedCurve& curve, const LognormalPrice& price) {
  const double f = price.forward, s = price.deviation;
  const double below = numeric::log_ratio(f, curve.lower), above = numeric::log_ratio(curve.upper, f);
  const double strip = below < 0   ? strip_between(-below, above, s)
                       : above < 0 ? strip_between(-above, below, s)
                                   : strip_between(0, below, s) + strip_between(0, above, s);
  return curve.liquidity * std::sqrt(f) * (strip > 0 ? strip : 0);
}

}  // namespace

double expected_impermanent_loss(const Liquidity& liquidity, const LognormalPrice& price) {
  return liquidity.value *
         std::visit([&](const auto& curve) { return curve.impermanent_loss(price.forward) - convexity_loss(curve, price); },
                    liquidity.curve);
}

}  // namespace ballast
