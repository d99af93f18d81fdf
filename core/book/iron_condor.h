#pragma once
#include "book/trading.h"

namespace ballast {

/// A short SPX strangle with long wings: earns its credit while SPX stays inside, loses in a spike.
struct IronCondor {
  static constexpr std::string_view kind = "iron_condor";
  static constexpr std::string_view about =
      "A short SPX strangle with long wings: earns a premium while SPX stays between its strikes, loses in the very spike";
  Schedule schedule;
  TradingCosts costs = {.spread = 0.02};
  double contracts = 1;
  int days = 30;
  StrikeRule short_strike = {.by = StrikeRule::by_delta, .value = 0.20};
  StrikeRule long_strike = {.by = StrikeRule::by_delta, .value = 0.05};
};

void describe(Fields& fields, IronCondor& layer);
void act(const IronCondor& layer, Desk& desk);

}  // namespace ballast
