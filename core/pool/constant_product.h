#pragma once
#include <cmath>

#include "field/field.h"
#include "numeric/vectorise.h"

namespace ballast {

/// The curve x·y = k of Uniswap v2 (Adams, Zinsmeister, Robinson, "Uniswap v2 Core", 2020): half token, half USDC by value, per USD put
/// in. Every curve of the family has these elements, functions of r > 0, the token's price over its price at entry (model.md,
/// section 6); `tokens` is in units of those that one USD buys at entry and is the slope of the value.
struct ConstantProductCurve {
  BALLAST_ELEMENT double tokens(double r) const { return 0.5 / std::sqrt(r); }
  BALLAST_ELEMENT double usdc(double r) const { return 0.5 * std::sqrt(r); }
  BALLAST_ELEMENT double value(double r) const { return std::sqrt(r); }
  BALLAST_ELEMENT double hold(double r) const { return 0.5 * (1 + r); }
  BALLAST_ELEMENT double gamma(double r) const { return -0.25 / (r * std::sqrt(r)); }

  /// value - hold = -(1 - √r)²/2 without the cancellation: never above zero.
  BALLAST_ELEMENT double impermanent_loss(double r) const {
    const double gap = 1 - std::sqrt(r);
    return -0.5 * gap * gap;
  }

  /// 1 where the position earns fees, else 0.
  BALLAST_ELEMENT double in_range(double) const { return 1; }
};

struct ConstantProduct {
  static constexpr std::string_view kind = "constant_product";
  static constexpr std::string_view about = "x·y = k over all prices: half token, half USDC by value";
};

void describe(Fields& fields, ConstantProduct& pool);

}  // namespace ballast
