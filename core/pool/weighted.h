#pragma once
#include "field/field.h"
#include "numeric/elementary.h"
#include "numeric/vectorise.h"

namespace ballast {

/// The curve x^w·y^(1-w) = k (Martinelli, Mushegian, "Balancer", 2019): the share w of the value stays in the token. Elements as in
/// ConstantProductCurve, which is w = 1/2.
struct WeightedCurve {
  double weight;  ///< w, in (0, 1)

  BALLAST_ELEMENT double value(double r) const { return numeric::exp(weight * numeric::log(r)); }
  BALLAST_ELEMENT double tokens(double r) const { return weight * value(r) / r; }
  BALLAST_ELEMENT double usdc(double r) const { return (1 - weight) * value(r); }
  BALLAST_ELEMENT double hold(double r) const { return weight * r + (1 - weight); }
  BALLAST_ELEMENT double gamma(double r) const { return -weight * (1 - weight) * value(r) / (r * r); }

  /// r^w - 1 - w·(r - 1), by expm1 so that the digits near r = 1 stay; the last bit is kept from passing zero.
  BALLAST_ELEMENT double impermanent_loss(double r) const {
    const double log_price = numeric::log(r);
    const double loss = numeric::expm1(weight * log_price) - weight * numeric::expm1(log_price);
    return loss < 0 ? loss : 0;
  }

  BALLAST_ELEMENT double in_range(double) const { return 1; }
};

struct Weighted {
  static constexpr std::string_view kind = "weighted";
  static constexpr std::string_view about = "A fixed share of the value in the token over all prices";
  double weight = 0.8;
};

void describe(Fields& fields, Weighted& pool);

}  // namespace ballast
