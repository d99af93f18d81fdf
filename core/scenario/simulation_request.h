#pragma once
#include "scenario/parse.h"

namespace ballast {

/// A scenario and the simulation that is asked of it.
struct SimulationRequest {
  Scenario scenario;
  Simulation simulation;
  bool is_part = false;  ///< a shard was named: what is asked for is a part, even where it is 1 of 1
  std::vector<DefaultUsed> defaults;
};

/// Reads the keys `scenario` and `simulation` of the request that stands at `pointer`; defaults are named from the request on.
/// Where there are problems the values are not to be used.
SimulationRequest read_simulation_request(const Json& request, const std::string& pointer, Problems& problems);

}  // namespace ballast
