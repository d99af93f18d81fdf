#pragma once
#include "book/trading.h"

namespace ballast {

/// The rule of Cboe's VIX Tail Hedge Index: each month 30-delta VIX calls of one month, for a share of the portfolio that the
/// front future decides.
struct Vxth {
  static constexpr std::string_view kind = "vxth";
  static constexpr std::string_view about =
      "Cboe's VIX tail hedge index as a rule: each month 30-delta VIX calls for 0, 1 or 0.5 % of the pool, by the level of the "
      "VIX future";
  int open_day = 0;
  TradingCosts costs = {.spread = 0.04};
  double share = 1;
};

void describe(Fields& fields, Vxth& layer);
void act(const Vxth& layer, Desk& desk);

/// Percent of the portfolio put into calls while the front future stands at `future`: 0 up to 15, 1 up to 30, 0.5 up to 50, 0
/// above (Cboe VIX Tail Hedge Index, description of the index: table of weights).
double vxth_weight(double future);

}  // namespace ballast
