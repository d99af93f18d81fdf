#pragma once
#include <optional>
#include <vector>

#include "market/token.h"
#include "path/paths.h"

namespace ballast {

/// A rise of VIX to a target, in equal shares of what is left in log over `rise_days`. Neither target given: no spike.
struct Spike {
  int day = 5;
  int rise_days = 1;
  std::optional<double> vix_to;
  std::optional<double> multiple;
  std::optional<double> spx_return;
  std::optional<double> vvix_to;
};

/// Calm, a spike of given size on a given day, relaxation (model.md, section 8).
struct WhatIf {
  static constexpr std::string_view kind = "what_if";
  static constexpr std::string_view about = "Calm, a spike of a given size on a given day, and its fading";
  int horizon_days = 30;
  double spx_drift = 0;
  Spike spike;
};

void describe(Fields& fields, Spike& spike);
void describe(Fields& fields, WhatIf& path);

/// ln(SPX) per unit of ln(VIX) in a spike where spx_return is not given.
inline constexpr double spx_per_vix_jump = -0.06;

/// The last day of the rise.
int last_day(const Spike& spike);

/// VIX at the close of the day before the spike: `multiple` and the SPX rule refer to it.
double vix_before_spike(const WhatIf& path, const Market& market);

/// Where the scenario's own spike takes VIX, or nothing where there is none.
std::optional<double> spike_target(const WhatIf& path, const Market& market);

/// The what-if for several sizes of its spike at once: path i rises to targets[i], or not at all where it is empty. SPX and VVIX move with
/// the size of the spike in log, so that the scenario's own target gives the scenario's own returns; they are held within what a
/// scenario may state.
class WhatIfPaths : public Paths {
 public:
  WhatIfPaths(const WhatIf& path, const Market& market, const Token& token, std::vector<std::optional<double>> targets);

  std::size_t count() const override { return targets_.size(); }
  int horizon_days() const override { return path_.horizon_days; }
  MarketBlock start() const override;
  void advance(int day, MarketBlock& block) override;

  /// The days of the rise, on the paths that rise.
  void mark_spikes(int day, std::span<double> spike) const override;

 private:
  bool is_rising(int day) const;
  void relax_day(MarketBlock& block) const;
  void rise(int day, MarketBlock& block);

  const WhatIf& path_;
  const Market& market_;
  const Token& token_;
  std::vector<std::optional<double>> targets_;
  std::vector<double> log_vix_target_;   ///< ln of the target where there is one
  std::vector<double> log_vvix_target_;  ///< ln of the target where there is one
  std::vector<double> spx_factor_;       ///< of each day of the rise
  std::vector<double> log_shock_;        ///< today's
};

}  // namespace ballast
