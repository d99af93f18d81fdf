#pragma once
#include "claims/claims.h"
#include "scenario/simulation_report.h"

namespace ballast {

/// Reads the keys `scenario` and `simulation` of a request for claims.
SimulationRequest read_claims_request(const Json& request, Problems& problems);

/// What is said about such hedges, judged for the scenario by its own path (claims::own_path) and those of the simulation, as
/// the response carries it (response.schema.json).
Json report(const SimulationRequest& request, const Evaluation& own, const claims::PathFacts& facts);

}  // namespace ballast
