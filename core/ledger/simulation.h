#pragma once
#include <vector>

#include "ledger/distribution.h"
#include "ledger/walk.h"
#include "path/simulated.h"

namespace ballast {

/// A day on which profits are of interest, beside the horizon.
struct ChosenDay {
  int day = 5;
};

void describe(Fields& fields, ChosenDay& day);

/// One of the parts that a simulation is split into: stretches of blocks of paths, as even as they go.
struct Shard {
  int index = 1;  ///< from 1
  int count = 1;
};

void describe(Fields& fields, Shard& shard);

/// Random paths and what is read off them.
struct Simulation {
  Simulated paths;
  double level = 0.95;  ///< of value at risk and its mean beyond
  std::vector<ChosenDay> days;
  Shard shard;
};

void describe(Fields& fields, Simulation& simulation);

inline constexpr std::size_t most_chosen_days = 4;

/// Blocks first to last - 1; block b has the paths from sum_block·b on.
struct BlockRange {
  std::uint64_t first, last;
};

BlockRange blocks_of(const Simulation& simulation);

/// The paths of those blocks. The last block of a simulation is short where its paths end.
PathRange paths_of(const Simulation& simulation, BlockRange blocks);

/// Profits since day 0 at the close of one day, USD, over the paths.
struct ProfitsOnDay {
  ProfitsOnDay(int of_day, std::size_t of_layers, const Sample& sample)
      : day(of_day), pool(sample), layers(of_layers, Distribution(sample)), hedge(sample), total(sample) {}

  int day;
  Distribution pool;
  std::vector<Distribution> layers;  ///< in the order of the book
  Distribution hedge, total;
};

/// Bands are kept of this many days at most, evenly spaced: of a longer horizon not every day is.
inline constexpr int most_band_days = 121;

/// What is known of the paths walked so far. Results of the same simulation on different blocks merge to the same bytes in any
/// order and split.
///
/// Memory does not grow with the paths beyond 100,000. With m layers and k chosen days there are (m + 3)·(k + 1) + 3
/// distributions of at most 1.7 MB and 2·121 bands of at most 103 kB; with four layers, one day and values within a million USD
/// that is about 25 MB. The walk itself holds one block.
struct SimulationResult {
  SimulationResult(const Simulation& simulation, std::size_t layers);

  void merge(const SimulationResult& other);

  /// All of them, in an order that depends on the simulation alone.
  std::vector<Distribution*> distributions();
  std::vector<const Distribution*> distributions() const;

  std::vector<ProfitsOnDay> profits;  ///< days ascending, the horizon last
  Distribution pool_drawdown;         ///< deepest fall from the highest profit so far, USD
  Distribution total_drawdown;
  Distribution margin_call;  ///< 1 for a path with a quick ratio below 1 on some day, else 0
  std::vector<int> band_days;
  Bands pool_bands, total_bands;  ///< by place in band_days
};

/// Walks one block of paths and adds what they give.
void walk_block(const Position& position, const Simulation& simulation, std::uint64_t block, SimulationResult& result);

/// Walks all blocks of the simulation's shard.
SimulationResult simulate(const Position& position, const Simulation& simulation);

}  // namespace ballast
