#pragma once
#include <vector>

#include "book/trading.h"

namespace ballast {

/// One rung of a ladder.
struct Rung {
  double contracts = 1;
  int days = 30;
  StrikeRule strike;
};

void describe(Fields& fields, Rung& rung);

/// A ladder of bought VIX calls. The 4/4/2 ladder at 30, 110 and 220 days and 50 delta is three rungs of it.
struct VixCalls {
  static constexpr std::string_view kind = "vix_calls";
  static constexpr std::string_view about = "A ladder of bought VIX calls: gains when volatility spikes, decays in calm";
  Schedule schedule;
  TradingCosts costs = {.spread = 0.04};
  std::vector<Rung> ladder = {Rung{}};
};

void describe(Fields& fields, VixCalls& layer);
void act(const VixCalls& layer, Desk& desk);

}  // namespace ballast
