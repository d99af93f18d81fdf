#pragma once
#include <cmath>
#include <iterator>
#include <span>

#include "numeric/elementary.h"
#include "numeric/normal.h"
#include "numeric/vectorise.h"

/// Black-76: European options on a forward (or future) F with lognormal volatility, and from spot with carry as a thin layer.
///
/// With s = sigma·sqrt(T), d1 = ln(F/K)/s + s/2, d2 = d1 - s and D = e^(-rT):
///
///     call = D·( F·Phi(d1) - K·Phi(d2) ),    put = D·( K·Phi(-d2) - F·Phi(-d1) )
///
/// What is computed is the out-of-the-money one, as a product of positive factors: F·phi(d1) = K·phi(d2), so that one
/// exponential serves both tails, and the difference of the scaled tails comes from a divided difference of their rational, in
/// which nothing cancels. It keeps 1e-12 of an out-of-the-money price down to 1e-290 of the forward; in the money the intrinsic
/// value is added.
///
/// Every function is branch-free and the same bits everywhere. The inline ones are for use inside other loops.
namespace ballast {

enum class OptionType : signed char { put = -1, call = 1 };

/// +1 for a call, -1 for a put.
BALLAST_ELEMENT constexpr double sign(OptionType type) {
  return static_cast<double>(type);
}

/// Forward and strike with the logarithm of their ratio, which a caller often has already. Any forward and strike >= 0, +inf
/// included for the strike.
struct Moneyness {
  double forward;
  double strike;
  double log_ratio;  ///< ln(forward/strike)
};

BALLAST_ELEMENT Moneyness moneyness(double forward, double strike) {
  return {forward, strike, numeric::log_ratio(forward, strike)};
}

namespace detail {

/// Where the rational of the scaled tail begins.
inline constexpr double tail_start = -1;

/// The scaled tail R(z) = e^(z^2/2)·Phi(-z) as p/q, polynomials of degree 10 and 11 in w = z - tail_start. The minimax rational
/// on [-1, 38.6], within 6.5e-17 of R; beyond it falls off as 1/z, as R does. All coefficients are positive, so no step of a
/// sum in powers of w cancels. (normal.h has a polynomial that rounds better but has no divided difference as simple.)
inline constexpr double tail_numerator[] = {1.387142978835005,      2.071357981248145,     1.66229315978447,
                                            0.896133953448821,      0.35136291696118394,   0.1034460064170089,
                                            0.023037634840311485,   0.0038309849724173476, 0.00045732351899631314,
                                            3.5767529927851876e-05, 1.4234159811128926e-06};
inline constexpr double tail_denominator[] = {1.0,
                                              2.7808548212703257,
                                              3.6351860781722314,
                                              2.9564189766412143,
                                              1.6672823545428999,
                                              0.6871864011823461,
                                              0.21219562433470757,
                                              0.04937635867498289,
                                              0.008549739088103714,
                                              0.0010602521358889908,
                                              8.608792709006481e-05,
                                              3.5679747448007128e-06};

/// Scaled tails at two places z1 <= z2, and what they differ by.
struct TailPair {
  double first, second;  ///< R(z1), R(z2)
  double fall;           ///< (R(z1) - R(z2)) / (z2 - z1)
};

/// Of z1 = u + tail_start and z2 = z1 + apart = v + tail_start, by a rational like the one above. The fall is its divided
/// difference, from those of its polynomials, in which only the first digit cancels.
template <const auto& numerator, const auto& denominator>
BALLAST_ELEMENT TailPair tail_pair(double u, double v, double apart) {
  constexpr int degree = std::size(numerator) - 1;
  static_assert(std::size(denominator) == degree + 2);
  double q = denominator[degree + 1], dq = q;
  q = q * u + denominator[degree];
  double p = numerator[degree], dp = p;
  dq = dq * v + q, q = q * u + denominator[degree - 1], p = p * u + numerator[degree - 1];
  BALLAST_UNROLLED
  for (int i = degree - 2; i >= 0; --i) {
    dq = dq * v + q, q = q * u + denominator[i];
    dp = dp * v + p, p = p * u + numerator[i];
  }
  const double second_p = p + apart * dp, second_q = q + apart * dq;
  const double over = 1 / (q * second_q);
  return {p * second_q * over, second_p * q * over, (p * dq - dp * q) * over};
}

/// Where an option lies that is out of the money by y = |ln(F/K)| >= 0 with total deviation s, none of it above 1e6.
struct BlackPlace {
  double spread;       ///< s
  double over_spread;  ///< 1/s, at most 1e300
  double centre;       ///< y/s

  /// d1 and d2 but for signs and order.
  BALLAST_ELEMENT double near() const { return centre - 0.5 * spread; }
  BALLAST_ELEMENT double far() const { return centre + 0.5 * spread; }
};

BALLAST_ELEMENT BlackPlace black_place(double y, double s) {
  constexpr double most = 1e6, tiny = 1e-300;
  const double spread = s > most ? most : s;
  const double over_spread = 1 / (spread < tiny ? tiny : spread);
  const double ratio = y * over_spread;
  return {spread, over_spread, ratio > most ? most : ratio};
}

/// e^(-near^2/2), 0 below 1e-308.
BALLAST_ELEMENT numeric::SplitExp black_decay(const BlackPlace& at) {
  return numeric::split_exp(-0.5 * at.near() * at.near());
}

/// The tails beyond the two ends of the place, and the worth of the option over the lesser of F and K.
struct BlackTails {
  double decay;      ///< e^(-near^2/2)
  double near_tail;  ///< R(near), or R(-near) below -1
  double far_tail;   ///< R(far)
  double near_side;  ///< 1 where the near tail is R(-near), else -1
  double decayed;    ///< the worth, or 1 less it where near_side is 1
  double worth;      ///< undiscounted price of the out-of-the-money option
};

/// Where near < inside_below, a number in [-1, 0], the worth is 1 less a sum, else a difference.
template <const auto& numerator = tail_numerator, const auto& denominator = tail_denominator>
BALLAST_ELEMENT BlackTails black_tails(const BlackPlace& at, double inside_below = tail_start) {
  const numeric::SplitExp decay = black_decay(at);
  const bool inside = at.near() < inside_below;
  const double u = (inside ? -at.near() : at.near()) - tail_start, v = at.far() - tail_start;
  const TailPair tails = tail_pair<numerator, denominator>(u, v, inside ? 2 * at.centre : at.spread);
  const double undecayed = inside ? tails.first + tails.second : at.spread * tails.fall;
  const double decayed = decay.scale * (undecayed + undecayed * decay.fraction);
  const double total_decay = decay.scale * (1 + decay.fraction);
  return {total_decay, tails.first, tails.second, inside ? 1.0 : -1.0, decayed, inside ? 1 - decayed : decayed};
}

BALLAST_ELEMENT double lesser(double a, double b) {
  return a < b ? a : b;
}
BALLAST_ELEMENT double positive_part(double x) {
  return x > 0 ? x : 0;
}

/// black76 below, `side` being the sign of its type.
BALLAST_ELEMENT double black76(double side, double forward, double strike, const BlackTails& tails) {
  return lesser(forward, strike) * tails.worth + positive_part(side * (forward - strike));
}

}  // namespace detail

/// Undiscounted price for a total deviation sigma·sqrt(T) >= 0 (+inf included). Limits: the intrinsic value at deviation 0, the
/// forward (call) or strike (put) at deviation +inf; forward or 0 at strike 0, 0 or +inf at strike +inf. NaN gives NaN.
BALLAST_ELEMENT double black76(OptionType type, const Moneyness& at, double deviation) {
  const detail::BlackPlace place = detail::black_place(std::fabs(at.log_ratio), deviation);
  return detail::black76(sign(type), at.forward, at.strike, detail::black_tails(place));
}

BALLAST_ELEMENT double black76(OptionType type, double forward, double strike, double deviation) {
  return black76(type, moneyness(forward, strike), deviation);
}

struct BlackOption {
  OptionType type;
  double strike;  ///< >= 0
  double years;   ///< to expiry, >= 0
};

struct BlackMarket {
  double forward;     ///< of the option's expiry, > 0
  double volatility;  ///< per sqrt(year), as a decimal, >= 0
  double rate;        ///< continuous, per year; any sign
};

/// Price and derivatives of one option. Per unit, not per percent: vega for 1.00 of volatility, rho for 1.00 of rate, theta
/// for one year of time passing (the forward held).
struct BlackGreeks {
  double price;
  double delta;  ///< dV/dF
  double gamma;  ///< d2V/dF2
  double theta;  ///< -dV/dT
  double vega;   ///< dV/dsigma
  double rho;    ///< dV/dr at a held forward, -T·V
  double vanna;  ///< d2V/dF dsigma
  double volga;  ///< d2V/dsigma2
};

namespace detail {

/// What greeks need beside the tails.
struct BlackGreekTerms {
  double side, strike, years, forward, volatility, rate;
  double root_years, discount;
};

BALLAST_ELEMENT BlackGreeks black76_greeks(const BlackGreekTerms& of, const BlackPlace& at, const BlackTails& tails) {
  const double over_forward = 1 / of.forward;
  const double price = of.discount * black76(of.side, of.forward, of.strike, tails);

  // n = F·phi(d1) = K·phi(d2). The tail beyond d1 is the near one below the strike and the far one above.
  const bool above = of.forward > of.strike;
  const double least = above ? of.strike : of.forward;
  const double n = of.discount * (least * tails.decay * numeric::inverse_root_two_pi);
  const double tail = (above ? of.strike * over_forward * tails.far_tail : tails.near_tail) * tails.decay;
  const double d1_side = above ? 1 : tails.near_side;
  const double d1 = above ? at.far() : -at.near(), d2 = above ? at.near() : -at.far();

  // Without deviation n is 0 but on the strike, where this makes gamma, vanna and volga 0.
  const double over_s = at.spread > 0 ? at.over_spread : 0;
  const double over_sigma = of.root_years * over_s;
  const double vega = n * of.root_years;
  return {.price = price,
          .delta = of.discount * of.side * (of.side * d1_side > 0 ? 1 - tail : tail),
          .gamma = n * over_s * over_forward * over_forward,
          .theta = of.rate * price - 0.5 * n * of.volatility * (of.volatility * over_s),
          .vega = vega,
          .rho = -of.years * price,
          .vanna = -n * over_forward * d2 * over_sigma,
          .volga = vega * d1 * d2 * over_sigma};
}

}  // namespace detail

/// At zero deviation (no time or no volatility) the derivatives are those of the intrinsic value; on the strike itself, where
/// it has a kink, delta is half of its jump, vega and theta keep their limits where these are finite, and gamma, vanna and
/// volga are 0.
BALLAST_ELEMENT BlackGreeks black76_greeks(const BlackOption& option, const BlackMarket& market) {
  const double root_years = std::sqrt(option.years), log_ratio = numeric::log_ratio(market.forward, option.strike);
  const detail::BlackPlace place = detail::black_place(std::fabs(log_ratio), market.volatility * root_years);
  const detail::BlackGreekTerms terms{.side = sign(option.type),
                                      .strike = option.strike,
                                      .years = option.years,
                                      .forward = market.forward,
                                      .volatility = market.volatility,
                                      .rate = market.rate,
                                      .root_years = root_years,
                                      .discount = numeric::exp(-market.rate * option.years)};
  return detail::black76_greeks(terms, place, detail::black_tails(place));
}

/// Price of the digital that pays 1 at expiry if the option is in the money: D·Phi(±d2). Half of D on the strike without
/// deviation.
BALLAST_ELEMENT double cash_or_nothing(const BlackOption& option, const BlackMarket& market) {
  const double s = market.volatility * std::sqrt(option.years);
  const double log_ratio = moneyness(market.forward, option.strike).log_ratio;
  const double d2 = log_ratio == 0 ? -0.5 * s : log_ratio / s - 0.5 * s;
  return numeric::exp(-market.rate * option.years) * numeric::normal_cdf(sign(option.type) * d2);
}

/// Many options, a column each: row i of every column is option i. A column of length one holds for every row.
struct BlackColumns {
  std::span<const OptionType> type;
  std::span<const double> strike;
  std::span<const double> years;
  std::span<const double> forward;
  std::span<const double> volatility;
  std::span<const double> rate;
};

/// Where the results go: columns of one length, which is the number of rows, 0 and 1 included. None may overlap an operand.
struct BlackGreekColumns {
  std::span<double> price, delta, gamma, theta, vega, rho, vanna, volga;
};

/// Discounted prices, `price.size()` of them. Allocates nothing.
void black76(const BlackColumns& options, std::span<double> price);

/// Prices with their derivatives, as the scalar black76_greeks gives them to the bit. Allocates nothing.
void black76_greeks(const BlackColumns& options, const BlackGreekColumns& greeks);

}  // namespace ballast
