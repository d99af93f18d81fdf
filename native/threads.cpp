#include "threads.h"

#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <bit>
#include <chrono>
#include <cstdio>
#include <functional>
#include <thread>

namespace ballast::command {
namespace {

/// Blocks that a thread takes at once: few enough to share the work evenly, and so many that the sums of all stretches, which
/// join only in the end, are few however long the simulation is. A power of two, so that the sums within one join at once.
std::uint64_t stretch_of(std::uint64_t blocks, std::uint64_t threads) {
  return std::bit_floor(std::max<std::uint64_t>(1, blocks / (32 * threads)));
}

/// A line that is written over itself while the work goes on and is gone when it ends.
class Progress {
 public:
  explicit Progress(std::uint64_t all) : all_(all), shown_(isatty(STDERR_FILENO) && all > 0) {}
  ~Progress() {
    if (shown_) std::fputs("\r\033[K", stderr);
  }
  void show(std::uint64_t done) const {
    if (!shown_) return;
    const int wide = 40;
    const int full = static_cast<int>(done * wide / all_);
    std::fprintf(stderr, "\r[%s%s] %3d %%", std::string(static_cast<std::size_t>(full), '#').c_str(),
                 std::string(static_cast<std::size_t>(wide - full), ' ').c_str(), static_cast<int>(done * 100 / all_));
    std::fflush(stderr);
  }

 private:
  std::uint64_t all_;
  bool shown_;
};

/// The blocks that no thread has taken yet.
class Queue {
 public:
  Queue(BlockRange blocks, std::uint64_t stretch) : stretch_(stretch), last_(blocks.last), next_(blocks.first) {}

  /// Stretches begin at multiples of their length, the first one apart.
  BlockRange take() {
    std::uint64_t first = next_, end = 0;
    do end = std::min((first / stretch_ + 1) * stretch_, last_);
    while (first < last_ && !next_.compare_exchange_weak(first, end));
    return {first, std::max(first, end)};
  }

 private:
  std::uint64_t stretch_;
  std::uint64_t last_;
  std::atomic<std::uint64_t> next_;
};

/// How many threads there is work for.
std::uint64_t workers_for(BlockRange blocks, int threads) {
  return std::clamp<std::uint64_t>(blocks.last - blocks.first, 1, static_cast<std::uint64_t>(threads));
}

/// Shares the blocks out among the workers, each on a thread of its own.
void walk_on_threads(BlockRange blocks, std::uint64_t workers,
                     const std::function<void(std::uint64_t worker, std::uint64_t block)>& walk) {
  const std::uint64_t all = blocks.last - blocks.first;
  Queue queue(blocks, stretch_of(all, workers));
  std::atomic<std::uint64_t> done = 0;
  const auto work = [&](std::uint64_t worker) {
    for (BlockRange taken = queue.take(); taken.first < taken.last; taken = queue.take())
      for (std::uint64_t block = taken.first; block < taken.last; ++block, ++done) walk(worker, block);
  };
  std::vector<std::jthread> pool;
  for (std::uint64_t worker = 0; worker < workers; ++worker) pool.emplace_back(work, worker);
  const Progress progress(all);
  while (done < all) {
    progress.show(done);
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
}

}  // namespace

int all_cores() {
  return static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
}

SimulationResult simulate_on_threads(const Position& position, const Simulation& simulation, int threads) {
  const BlockRange blocks = blocks_of(simulation);
  const std::uint64_t workers = workers_for(blocks, threads);
  std::vector<SimulationResult> results(workers, SimulationResult(simulation, position.book.size()));
  walk_on_threads(blocks, workers,
                  [&](std::uint64_t worker, std::uint64_t block) { walk_block(position, simulation, block, results[worker]); });
  for (std::size_t i = 1; i < results.size(); ++i) results[0].merge(results[i]);
  return std::move(results[0]);
}

claims::PathFacts path_facts_on_threads(const Position& position, const Simulation& simulation, double cost_of_capital,
                                        int threads) {
  claims::PathFacts facts(simulation.paths);
  const BlockRange blocks = blocks_of(simulation);
  walk_on_threads(blocks, workers_for(blocks, threads), [&](std::uint64_t, std::uint64_t block) {
    claims::walk_block(position, simulation, cost_of_capital, block, facts);
  });
  return facts;
}

}  // namespace ballast::command
