#include "pool/concentrated.h"

namespace ballast {

void describe(Fields& fields, Concentrated& pool) {
  const Source around = assumption("half to three times the price on day 0: a spike reaches further than a decay in the same time");
  fields.number(pool.lower, {.name = "lower",
                             .text = "Lower end of the range; half the price on day 0 where missing, or what the two amounts imply",
                             .unit = "USD",
                             .bounds = between(0, 1e12),
                             .source = around});
  fields.number(pool.upper, {.name = "upper",
                             .text = "Upper end of the range; three times the price on day 0 where missing, or what the two amounts imply",
                             .unit = "USD",
                             .bounds = above(0, 1e12),
                             .source = around});
}

ConcentratedCurve concentrated_curve(double lower, double upper) {
  const double entry = lower > 1 ? lower : upper < 1 ? upper : 1;
  ConcentratedCurve curve{.lower = lower,
                          .upper = upper,
                          .liquidity = 1,
                          .root_lower = std::sqrt(lower),
                          .per_root_upper = 1 / std::sqrt(upper),
                          .root_entry = std::sqrt(entry)};
  curve.liquidity = 1 / curve.value(1);
  return curve;
}

}  // namespace ballast
