#pragma once
#include "claims/evidence.h"

/// What is said of the position as a whole.
namespace ballast::claims {

/// The hedge cuts the drawdown by 35 to 40 %.
Claim hedge_cuts_drawdown(const Evidence& evidence);

/// The internal rate of return is above the cost of capital.
Claim return_beats_cost(const Evidence& evidence);

}  // namespace ballast::claims
