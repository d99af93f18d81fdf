#pragma once
#include "scenario/simulation_report.h"
#include "sizing/sizes.h"

namespace ballast {

/// Sizes asked for a scenario on the paths of a simulation.
struct SizingRequest {
  SimulationRequest simulated;
  sizing::SizingRules rules;
};

/// Reads the keys `scenario`, `simulation` and `sizing` of a request.
SizingRequest read_sizing_request(const Json& request, Problems& problems);

/// The sizes as the response carries them (response.schema.json).
Json report(const SizingRequest& request, const sizing::Sizes& sizes, Arrays& arrays);

/// Why there are no sizes, in words, at the limits that are to blame.
Problem problem_of(const SizingRequest& request, const sizing::SizingError& error);

}  // namespace ballast
