#pragma once
#include <cstdint>
#include <vector>

#include "market/token.h"
#include "pool/pool.h"

/// The work of a simulation, counted in path-days: one day of one path under the real-world measure, with what a pool is worth at
/// its end. Made of the core's own array calls.
namespace bench {

/// What moves the market from one day to the next.
struct RealWorld {
  double vix_volatility = 0.9;  ///< of ln(VIX) between jumps, per sqrt(year)
  double jumps_per_year = 1.5;
  double mean_jump = 0.35;  ///< of ln(VIX), exponential
  double spx_per_vix = 0.85;  ///< volatility of SPX over VIX/100
  double correlation = -0.75;
  double spx_per_jump = -0.06;  ///< ln(SPX) per unit of a jump
};

/// Days of many paths, in blocks that stay in the processor's cache.
class PathDays {
 public:
  explicit PathDays(int days) : days_(days) {}

  /// Walks paths [first, first + count) and returns the mean of the pool's value less what holding is worth, USD.
  double walk(std::size_t first, std::size_t count);

 private:
  void advance(int day, std::size_t first);

  static constexpr std::size_t block_size = 256;
  int days_;
  ballast::Market market_;
  ballast::Token token_;
  ballast::Liquidity liquidity_ = ballast::open_liquidity(ballast::ConstantProduct{}, {}).value();
  RealWorld world_;
  ballast::MarketBlock block_;
  ballast::PoolBlock pool_;
  std::vector<double> no_fees_;
  std::vector<std::uint64_t> vix_keys_, spx_keys_, jump_keys_;
  std::vector<double> normal_, spx_normal_, jump_, log_shock_;
};

}  // namespace bench
