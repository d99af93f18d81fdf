#pragma once
#include "claims/evidence.h"

/// What is said of the premium that is earned and paid, and of calm.
namespace ballast::claims {

/// What condors keep is no less than the impermanent loss.
Claim condor_covers_loss(const Evidence& evidence);

/// Call layers cost no more than 2 % of the capital a year.
Claim calls_cost_little(const Evidence& evidence);

/// So does the ALVH-style ladder where nothing happens.
Claim alvh_costs_little_in_calm(const Evidence& evidence);

/// The roll of the futures eats the token where nothing happens.
Claim contango_eats_token(const Evidence& evidence);

}  // namespace ballast::claims
