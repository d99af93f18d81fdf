#pragma once
#include "book/condor_strikes.h"
#include "book/gate.h"

namespace ballast {

/// A short SPX strangle with long wings: earns its credit while SPX stays inside, loses in a spike.
struct IronCondor {
  static constexpr std::string_view kind = "iron_condor";
  static constexpr std::string_view about =
      "A short SPX strangle with long wings: earns a premium while SPX stays between its strikes, loses in the very spike";
  Schedule schedule;
  TradingCosts costs = {.spread = 0.02};
  Size size;
  double contracts = 1;
  int days = 30;
  CondorTier tier = CondorTier::conservative;
  CondorGate gate = CondorGate::vix_risk_scaling;
  CondorRule strikes = {.short_strike = {.by = StrikeRule::by_delta, .value = 0.20},
                        .long_strike = {.by = StrikeRule::by_delta, .value = 0.05},
                        .width = {},
                        .breakeven_probability = {}};
};

void describe(Fields& fields, IronCondor& layer);
void act(const IronCondor& layer, Desk& desk);

}  // namespace ballast
