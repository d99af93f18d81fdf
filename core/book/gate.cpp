#include "book/gate.h"

namespace ballast {

void describe_gate(Fields& fields, CondorTier& tier, CondorGate& gate) {
  const Source scaling = published(
      "VixShield glossary, \"VIX Risk Scaling\" (R. Clark, SPX Mastery): VIX below 15 all tiers, 15 to 20 no "
      "aggressive tier, above 20 no condors; what is open is kept");
  choice(fields, tier, std::to_array<std::string_view>({"conservative", "balanced", "aggressive"}),
         {.name = "tier", .text = "How near the money the condor is sold, as the gate counts it", .source = starting_value});
  choice(fields, gate, std::to_array<std::string_view>({"vix_risk_scaling", "none"}),
         {.name = "gate",
          .text = "Whether VIX decides if the condor is opened on the days it would be: the aggressive tier up to 15, the "
                  "others up to 20",
          .source = scaling});
}

double gate_level(CondorTier tier) {
  return tier == CondorTier::aggressive ? 15 : 20;
}

void pass_gate(CondorTier tier, CondorGate gate, const Desk::Day& today, std::span<double> units) {
  if (gate == CondorGate::none) return;
  const double level = gate_level(tier);
  const std::span<const double> vix = today.seen.market.vix;
  for (std::size_t i = 0; i < units.size(); ++i)
    if (vix[i] > level) units[i] = 0;
}

}  // namespace ballast
