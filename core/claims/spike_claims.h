#pragma once
#include "claims/evidence.h"

/// What is said of the day on which volatility spikes.
namespace ballast::claims {

/// A condor held then loses.
Claim condor_loses_in_spike(const Evidence& evidence);

/// All layers together gain.
Claim overlay_gains_in_spike(const Evidence& evidence);

/// Call layers gain what the pool loses.
Claim calls_cover_spike(const Evidence& evidence);

/// The hedge ends better opened before the spike than the day after it.
Claim late_costs(const Evidence& evidence);

}  // namespace ballast::claims
