#pragma once
#include "ledger/simulation.h"

namespace ballast::command {

int all_cores();

/// The simulation's shard, its blocks shared out among threads: the same bits for any number of them. Shows how far it is on
/// standard error where that is a terminal.
SimulationResult simulate_on_threads(const Position& position, const Simulation& simulation, int threads);

}  // namespace ballast::command
