#pragma once
#include <array>
#include <cstdint>

#include "market/token.h"
#include "numeric/random.h"
#include "path/paths.h"
#include "path/what_if.h"

namespace ballast {

/// How the draws of paths hang together.
enum class Draws {
  independent,  ///< every path has its own
  antithetic,   ///< paths 2n and 2n + 1 have the same with opposite signs (uniform draws: u and 1 - u)
};

/// How many paths share one draw: 1, or 2 where they are antithetic.
int paths_per_draw(Draws draws);

/// Random paths under the real-world measure (model.md, section 8), in exact daily steps. Over a day of dt = 1/365
///
///     relax    the curve goes back towards calm, as in the what-if
///     ln v     + vix_diffusion·sqrt(dt)·Z + J,  split between the factors by fast_weight
///     ln S     + spx_drift·dt + s·sqrt(dt)·(c·Z + sqrt(1 - c²)·W) + spx_per_vix_jump·J,  s = spx_volatility·v/100
///
/// with Z and W standard normal, c = spx_correlation, v the VIX that the day starts with (the close of the day before, at most
/// 500 here), and J the sum of a Poisson number of jumps, each exponential.
///
/// Nothing is compensated. Jumps only go up, so VIX is above `calm` on average: calm is where it drifts without them. spx_drift
/// is that of ln(SPX) outside the jumps, as in the what-if is that outside the spike; the mean of SPX grows by s²/2 a year more
/// and by about 0.06·1.5·0.35 = 3 % less, at the defaults. VVIX stays at the market's, which understates what VIX calls gain in
/// a jump.
struct Simulated {
  static constexpr std::string_view kind = "simulation";
  static constexpr std::string_view about = "Many random paths: VIX diffuses and jumps, SPX falls where VIX rises";
  int horizon_days = 30;
  int paths = 10000;
  int seed = 1;
  Draws draws = Draws::independent;
  double vix_diffusion = 0.9;
  double jumps_per_year = 1.5;
  double mean_jump = 0.35;
  double spx_drift = 0;
  double spx_volatility = 0.85;
  double spx_correlation = -0.75;
  double spx_per_vix_jump = ballast::spx_per_vix_jump;
};

void describe(Fields& fields, Simulated& path);

/// Volatility of ln(VIX) over a short time with the jumps in, per sqrt(year): 1.085 at the defaults.
double total_volatility(const Simulated& path);

/// The paths numbered first, first + 1 ... of a simulation.
struct PathRange {
  std::uint64_t first = 0;
  std::size_t count = 0;
};

/// More jumps than this in a day are not drawn. At most 3e-13 of days would have them (20 jumps a year), 4e-21 at the defaults.
inline constexpr int most_jumps_a_day = 6;

/// Some of a simulation's paths. What a path is depends on the simulation, its number and the day alone: a range gives the same
/// bits in any split and any order, and PathRange{n, 1} is path n again.
class SimulatedPaths : public Paths {
 public:
  SimulatedPaths(const Simulated& path, const Market& market, const Token& token, PathRange range);

  std::size_t count() const override { return range_.count; }
  int horizon_days() const override { return path_.horizon_days; }
  MarketBlock start() const override;
  void advance(int day, MarketBlock& block) override;

  /// Where ln(VIX) has risen by spike_log_rise since the day before: jumps, most of them.
  void mark_spikes(int day, std::span<double> spike) const override;

 private:
  void draw_jumps(int day);
  double jump_size(std::size_t path, int day, double uniform) const;
  void move_spx(MarketBlock& block) const;

  const Simulated& path_;
  const Market& market_;
  const Token& token_;
  PathRange range_;
  std::array<double, most_jumps_a_day> at_most_;  ///< chance of at most 0, 1 ... jumps in a day
  // What the draws of all days of a path begin with, by path.
  std::vector<std::uint64_t> vix_keys_;
  std::vector<std::uint64_t> spx_keys_;
  std::vector<std::uint64_t> jump_keys_;
  // Of the day, by path.
  std::vector<double> vix_normal_;
  std::vector<double> spx_normal_;
  std::vector<double> jump_;
  std::vector<double> log_shock_;
  std::vector<double> spike_;
};

}  // namespace ballast
