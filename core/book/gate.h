#pragma once
#include "book/trading.h"

namespace ballast {

/// How near the money a condor is sold: what the gate goes by.
enum class CondorTier { conservative, balanced, aggressive };

/// Whether VIX decides if a condor is opened.
enum class CondorGate { vix_risk_scaling, none };

void describe_gate(Fields& fields, CondorTier& tier, CondorGate& gate);

/// VIX at or below which a condor of the tier is opened: 15 for the aggressive tier, 20 for the others.
double gate_level(CondorTier tier);

/// units[i] where the gate is open on path i, else 0. What is open already is kept.
void pass_gate(CondorTier tier, CondorGate gate, const Desk::Day& today, std::span<double> units);

}  // namespace ballast
