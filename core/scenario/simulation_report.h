#pragma once
#include "ledger/one_path.h"
#include "scenario/report.h"
#include "scenario/simulation_request.h"

namespace ballast {

/// Shares of the paths that lie below the quantiles reported.
inline constexpr std::array<double, 7> reported_shares = {0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99};

/// How many paths of a distribution a histogram has not in its bins, and how far they reach.
struct Beyond {
  double below = 0, above = 0;     ///< paths
  double least = 0, greatest = 0;  ///< of all paths, USD
};

/// How many paths end between one edge and the next, `from` to `to` in even steps, and beyond them.
struct Histogram {
  double from = 0, to = 0;
  std::vector<double> pool, total;
  Beyond pool_beyond, total_beyond;
};

/// Of the profits at the horizon, in 60 bins over all but one path in 200 at each end, of the pool and of the whole whichever
/// reaches further: a few paths far out must not make the bins of all others wide. No bins where there are no paths.
Histogram histogram(const ProfitsOnDay& profits);

/// What the paths give, in a sentence or two.
std::string summary(const Simulation& simulation, const SimulationResult& result);

/// The simulation as the response carries it (response.schema.json).
Json report(const SimulationRequest& request, const SimulationResult& result, Arrays& arrays);

/// Path `number` of the simulation.
Json report(const Scenario& scenario, std::uint64_t number, const OnePath& path, Arrays& arrays);

}  // namespace ballast
