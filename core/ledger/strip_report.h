#pragma once
#include <optional>
#include <vector>

#include "ledger/walk.h"

namespace ballast {

/// How much of the loss a strip covers at its expiry, by level of VIX.
struct Coverage {
  std::vector<double> vix;
  std::vector<double> loss;     ///< of the pool against holding, as the token maps to VIX, USD
  std::vector<double> payoff;   ///< of the strip, USD
  std::vector<double> percent;  ///< payoff over loss
};

/// What the strip paid and what it was to pay. The basis is payoff - loss; its parts add up to it.
struct StripExpiry {
  int day;
  double vix;
  double payoff;
  double loss;           ///< of the pool against holding on that day, USD >= 0
  double mapping_basis;  ///< mapped loss - loss: the token was not where VIX alone would have it (roll, the path of the shocks)
  double grid_basis;     ///< payoff - mapped loss: strikes apart, whole contracts, budget
};

/// A strip as it was first opened on the scenario's path.
struct StripReport {
  StripPlan plan;
  Strip held;  ///< plan.kept, in whole contracts where these are traded
  double cost;
  Coverage coverage;
  std::optional<StripExpiry> expiry;  ///< where the path reaches it and the strip is held till then
};

/// The strip that a layer opens today.
StripReport report_strip(const StripHedge& layer, const Position& position, const DayView& day);

/// What it comes to on the day it expires.
StripExpiry report_expiry(const StripReport& strip, const Position& position, const DayView& day);

}  // namespace ballast
