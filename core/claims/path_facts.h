#pragma once
#include "ledger/simulation.h"

/// What is said about such hedges, tested on a scenario and the random paths of its simulation (model.md, section 13).
namespace ballast::claims {

/// Places in the book of the layers that claims are about, those that are off left out.
struct Roles {
  std::vector<std::size_t> condors;  ///< iron_condor, cndr
  std::vector<std::size_t> calls;    ///< vix_calls, alvh, vxth
  std::vector<std::size_t> alvh;
  bool hedged = false;  ///< whether any layer is on
};

Roles roles(std::span<const Layer> book);

/// Profits of one day alone, USD by path.
struct DayProfits {
  std::vector<double> pool, condors, calls, hedge;
};

/// What a path gives as evidence, one element for each path of the simulation. USD up to the horizon unless it says otherwise.
///
/// The day of the spike of a path is that of the largest rise of VIX from one close to the next; where ln(VIX) rises by less
/// than spike_log_rise (path/paths.h) the path is calm.
struct PathFacts {
  explicit PathFacts(const Simulated& simulated);

  std::size_t size() const { return pool.size(); }
  bool has_spike(std::size_t path) const;

  int paths_per_draw;
  double years;
  std::vector<double> pool;                           ///< profit against the benchmark
  std::vector<double> impermanent_loss;               ///< against holding, <= 0
  std::vector<double> token;                          ///< price at the horizon over that of day 0
  std::vector<double> condor_premium;                 ///< taken in for what was opened, less all costs of trading
  std::vector<double> condors, calls, alvh;           ///< profits of the layers of a role
  std::vector<double> largest_rise;                   ///< of VIX in a day, as a ratio
  std::vector<int> spike_day;                         ///< of that rise
  DayProfits spike;                                   ///< of that day
  std::vector<char> condor_open;                      ///< 1 where the condors were short options at the close before it
  std::vector<double> pool_drawdown, total_drawdown;  ///< deepest fall from the highest profit so far
  std::vector<double> worth;  ///< of the position's cash flows on day 0, discounted at `cost_of_capital`: above zero where the
                              ///< internal rate of return is above that cost
};

/// Most paths that claims are tested on. The memory is 141 bytes for each.
inline constexpr int most_claim_paths = 100'000;

/// Walks one block of the simulation and writes its paths down. Blocks may be walked in any order, or side by side: each writes
/// in places of its own. `cost_of_capital` is an effective rate per year, above -1.
void walk_block(const Position& position, const Simulation& simulation, double cost_of_capital, std::uint64_t block,
                PathFacts& facts);

/// All paths of the simulation.
PathFacts path_facts(const Position& position, const Simulation& simulation, double cost_of_capital);

}  // namespace ballast::claims
