#pragma once
#include <cmath>
#include <optional>

#include "field/field.h"
#include "numeric/vectorise.h"

namespace ballast {

/// Liquidity on a price range (Adams et al., "Uniswap v3 Core", 2021, section 2): inside it the constant product, below it all token,
/// above it all USDC. Elements as in ConstantProductCurve, which is the range (0, ∞). With c the price ratio clamped to the range,
/// tokens = L·(1/√c - 1/√upper) and usdc = L·(√c - √lower).
struct ConcentratedCurve {
  double lower;           ///< of the range, over the price at entry; >= 0
  double upper;           ///< > lower, infinity allowed
  double liquidity;       ///< L for one USD put in
  double root_lower;      ///< √lower
  double per_root_upper;  ///< 1/√upper
  double root_entry;      ///< √ of the price ratio 1 clamped to the range

  BALLAST_ELEMENT double root(double r) const { return std::sqrt(r < lower ? lower : r > upper ? upper : r); }
  BALLAST_ELEMENT double tokens(double r) const { return liquidity * (1 / root(r) - per_root_upper); }
  BALLAST_ELEMENT double usdc(double r) const { return liquidity * (root(r) - root_lower); }
  BALLAST_ELEMENT double value(double r) const { return tokens(r) * r + usdc(r); }
  BALLAST_ELEMENT double hold(double r) const { return tokens(1) * r + usdc(1); }
  BALLAST_ELEMENT double gamma(double r) const { return in_range(r) * (-0.5 * liquidity / (r * std::sqrt(r))); }

  /// value - hold as one product of two differences of opposite sign: never above zero, nothing cancels.
  BALLAST_ELEMENT double impermanent_loss(double r) const {
    const double c = root(r);
    return liquidity * ((c - root_entry) * (1 - r / (c * root_entry)));
  }

  BALLAST_ELEMENT double in_range(double r) const { return r >= lower && r <= upper ? 1 : 0; }
};

struct Concentrated {
  static constexpr std::string_view kind = "concentrated";
  static constexpr std::string_view about = "Liquidity on a price range: more fees for the value inside it, none outside";
  std::optional<double> lower = {};
  std::optional<double> upper = {};
};

void describe(Fields& fields, Concentrated& pool);

/// The curve of a range given over the price at entry, scaled so that one USD is put in.
ConcentratedCurve concentrated_curve(double lower, double upper);

}  // namespace ballast
