#pragma once
#include "claims/path_facts.h"

namespace ballast::command {

int all_cores();

/// The simulation's shard, its blocks shared out among threads: the same bits for any number of them. Shows how far it is on
/// standard error where that is a terminal.
SimulationResult simulate_on_threads(const Position& position, const Simulation& simulation, int threads);

/// claims::path_facts in the same way.
claims::PathFacts path_facts_on_threads(const Position& position, const Simulation& simulation, double cost_of_capital,
                                        int threads);

}  // namespace ballast::command
