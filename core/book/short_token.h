#pragma once
#include "book/recalibration.h"
#include "book/trading.h"

namespace ballast {

/// The pool's token borrowed and sold: a linear hedge. A fixed ratio of the tokens of entry, or the pool's own slope followed
/// by a rule.
struct ShortToken {
  static constexpr std::string_view kind = "short_token";
  static constexpr std::string_view about =
      "The token borrowed and sold: takes out the pool's direction, not its curvature, earns the contango decay and pays to "
      "borrow";
  enum class Target { fixed, delta_neutral };
  int open_day = 0;
  TradingCosts costs = {.spread = 0.006, .commission = 0};
  Target target = Target::delta_neutral;
  double ratio = 1;
  Recalibration recalibration;
  double borrow_fee = 0.05;
};

void describe(Fields& fields, ShortToken& layer);
void act(const ShortToken& layer, Desk& desk);

}  // namespace ballast
