#pragma once
#include "book/condor_strikes.h"

namespace ballast {

/// The rule of Cboe's S&P 500 Iron Condor Index: a condor each month, 20-delta strikes sold and 5-delta strikes bought,
/// whatever VIX does.
struct Cndr {
  static constexpr std::string_view kind = "cndr";
  static constexpr std::string_view about =
      "Cboe's iron condor index as a rule: each month 20-delta options sold and 5-delta options bought, without a gate";
  int open_day = 0;
  TradingCosts costs = {.spread = 0.02};
  Size size;
};

void describe(Fields& fields, Cndr& layer);
void act(const Cndr& layer, Desk& desk);

}  // namespace ballast
