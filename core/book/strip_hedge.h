#pragma once
#include <optional>

#include "book/recalibration.h"
#include "book/trading.h"
#include "pool/replication.h"

namespace ballast {

/// The static replication of impermanent loss on listed VIX options (model.md, section 7): at its expiry it pays what the pool
/// has lost against holding, as far as the token is then a function of VIX. What the token does beside that is the basis.
struct StripHedge {
  static constexpr std::string_view kind = "strip";
  static constexpr std::string_view about =
      "Puts and calls on every listed strike that add up to the impermanent loss at their expiry, with no view on where VIX "
      "goes";
  Schedule schedule;
  TradingCosts costs = {.spread = 0.04};
  int days = 30;
  double step = 1;
  double lowest = 10;
  double highest = 80;
  std::optional<double> budget;
  BudgetRule keep = BudgetRule::scale_all;
  double cover = 1;
  Recalibration recalibration;
};

void describe(Fields& fields, StripHedge& layer);
void act(const StripHedge& layer, Desk& desk);

/// A strip of `days` as it would be opened today on one path.
struct StripPlan {
  TokenAtLevel token;         ///< at the expiry, as a function of VIX
  Strip wanted;               ///< covers the loss at every strike
  Strip kept;                 ///< what the budget leaves of it
  std::vector<double> puts;   ///< mid price at each strike, index points
  std::vector<double> calls;  ///< the same

  double cost() const;
};

/// Where a strip is planned.
struct StripPlace {
  const Exposure& exposure;
  const MarketBlock& market;
  SliceCache& slices;  ///< of the day
  int day;
  std::size_t path;
};

StripPlan plan_strip(const StripHedge& layer, const StripPlace& place, int days);

/// The pool's loss against holding where VIX is at `vix` at the expiry, USD >= 0.
double mapped_loss(const Liquidity& liquidity, const TokenAtLevel& token, double vix);

}  // namespace ballast
