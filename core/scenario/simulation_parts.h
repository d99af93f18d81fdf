#pragma once
#include <span>

#include "scenario/simulation_report.h"

namespace ballast {

/// What is known from one shard of a simulation, with the request that it answers: everything that `merge` needs. Numbers keep
/// every bit: the many are packed (packed_numbers.h), the others have as many digits as bring back the same double.
Json part_json(const Json& scenario, const Json& simulation, const Simulation& read, const SimulationResult& result);

/// The report of the whole simulation from all of its parts in any order: byte for byte that of a single run. Parts are not
/// trusted: what does not hang together is a problem. Pointers are those of a list `/parts`.
Json merged_report(std::span<const Json> parts, Arrays& arrays, Problems& problems);

}  // namespace ballast
