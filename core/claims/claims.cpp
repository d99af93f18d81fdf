#include "claims/claims.h"

#include "claims/cost_claims.h"
#include "claims/position_claims.h"
#include "claims/spike_claims.h"

namespace ballast::claims {

Evaluation own_path(const Position& position, const WhatIf& path) {
  return evaluate(position, path, {.vix_from = 10, .vix_to = 90, .points = 2});
}

std::vector<Claim> judge(const Position& position, const WhatIf& path, const Evaluation& own, std::optional<TimeShift> shift,
                         const PathFacts& facts) {
  const Roles held = roles(position.book);
  const Evidence evidence{position, path, held, facts, own, std::move(shift)};
  std::vector<Claim> claims;
  for (const auto& claim :
       {condor_covers_loss, condor_loses_in_spike, overlay_gains_in_spike, calls_cover_spike, calls_cost_little,
        alvh_costs_little_in_calm, hedge_cuts_drawdown, return_beats_cost, late_costs, contango_eats_token})
    claims.push_back(claim(evidence));
  return claims;
}

}  // namespace ballast::claims
