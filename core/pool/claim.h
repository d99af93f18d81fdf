#pragma once
#include "pool/liquidity.h"

namespace ballast {

/// A lognormal price at a horizon, over the price at entry: r = forward·e^{s·Z - s²/2} with Z standard normal. Without drift
/// the forward is the price now, which need not be 1.
struct LognormalPrice {
  double forward;    ///< mean of r, > 0
  double deviation;  ///< s = σ·√T, >= 0, +inf allowed
};

/// The mean impermanent loss at the horizon, E[V(r) - H(r)], USD, never above zero: what the risk should cost when the price is
/// lognormal, not discounted. Closed forms; IL(f) is the loss at the forward itself, and what the deviation adds to it is the
/// price of the options that replicate the curve about the forward (model.md, section 7):
///
///     constant product  IL(f) - √f·(1 - e^{-s²/8})
///     weighted          IL(f) - f^w·(1 - e^{-w(1-w)s²/2})
///     concentrated      IL(f) - L·√f·(B(a, f) + B(f, b))     forward inside the range [a, b]
///                       IL(f) - L·√f·B(a, b)                 outside
///
/// where B(K1, K2), for strikes on one side of the forward and K1 the nearer, is the price, over √f, of ½·K^{-3/2}·dK
/// out-of-the-money options at each strike K between:
///
///     B(K1, K2) = B(K1) - B(K2),  B(K) = e^{-y/2}·Φ(s/2 - y/s) + e^{y/2}·Φ(-s/2 - y/s) - 2·e^{-s²/8}·Φ(-y/s),  y = |ln(K/f)|
///
/// It is the expectation of Lipton, Lucic, Sepp, "Unified Approach for Hedging Impermanent Loss of Liquidity Provision", 2024,
/// who write it as a put, a call, two digitals and E[√r] inside the range: five terms as large as the value, whose sum is the
/// small loss. Here those terms are collected that would cancel. Within 1e-12 of the loss for deviations from 1e-6 to +inf,
/// forwards in and out of the range and ranges wider than 1 %; of a narrower one within 1e-14 over its relative width, as the
/// curve itself.
///
/// Limits: IL(f) at deviation 0; -H(f), all that holding is worth, at +inf, where almost every price ends near 0.
double expected_impermanent_loss(const Liquidity& liquidity, const LognormalPrice& price);

}  // namespace ballast
