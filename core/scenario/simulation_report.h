#pragma once
#include "ledger/one_path.h"
#include "scenario/report.h"
#include "scenario/simulation_request.h"

namespace ballast {

/// Shares of the paths that lie below the quantiles reported.
inline constexpr std::array<double, 7> reported_shares = {0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99};

/// How many paths end between one edge and the next, `from` to `to` in even steps. The outermost bins take in what lies beyond
/// them.
struct Histogram {
  double from = 0, to = 0;
  std::vector<double> pool, total;
};

/// Of the profits at the horizon, in 60 bins over all but one path in 500 at each end; no bins where there are no paths.
Histogram histogram(const ProfitsOnDay& profits);

/// What the paths give, in a sentence or two.
std::string summary(const Simulation& simulation, const SimulationResult& result);

/// The simulation as the response carries it (response.schema.json).
Json report(const SimulationRequest& request, const SimulationResult& result, Arrays& arrays);

/// Path `number` of the simulation.
Json report(const Scenario& scenario, std::uint64_t number, const OnePath& path, Arrays& arrays);

}  // namespace ballast
