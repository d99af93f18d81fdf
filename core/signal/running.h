#pragma once
#include <array>
#include <limits>
#include <span>
#include <vector>

#include "market/market.h"
#include "signal/indicators.h"
#include "signal/signals.h"

namespace ballast {

/// What is watched along a path.
struct Watched {
  const Signals& signals;
  std::span<const GivenSeries> series = {};
};

/// The value of each series on one day; NaN where it has none.
using SeriesValues = std::array<double, signal_series>;
SeriesValues no_values();

/// One indicator and its z-score, value by value. What it says after a day depends on that day and earlier ones alone; value by
/// value it is what indicators.h says of a whole series.
class RunningIndicator {
 public:
  explicit RunningIndicator(const Indicator& indicator) : indicator_(indicator) { start(); }

  /// Moves on by a day on which every series that it reads has a value; other days leave it as it is.
  void see(int day, const SeriesValues& today);

  double value(int day) const { return is_valid(day) ? value_ : missing; }  ///< NaN while it warms up, or where its last value is too old
  double z(int day) const { return is_valid(day) ? z_ : missing; }          ///< the same

 private:
  static constexpr double missing = std::numeric_limits<double>::quiet_NaN();

  /// The last `most` values.
  struct Window {
    std::size_t most = 0;
    std::vector<double> values;

    void add(double value);
    bool is_full() const { return values.size() == most; }
  };

  void start();
  bool is_valid(int day) const { return day - seen_on_ <= indicator_.valid_days; }
  double next(const SeriesValues& today);
  // One overload for each kind of indicator.
  double next(const DailyRangeIndicator&, const SeriesValues& today);
  double next(const RelativeStrengthIndicator&, const SeriesValues& today);
  double next(const MacdIndicator&, const SeriesValues& today);
  double next(const BetaIndicator&, const SeriesValues& today);
  double next(const AdvanceDeclineIndicator&, const SeriesValues& today);
  double next(const LevelIndicator&, const SeriesValues& today);
  double next(const DeviationIndicator&, const SeriesValues& today);
  double next(const VolatilityIndicator&, const SeriesValues& today);

  Indicator indicator_;
  RelativeStrength strength_{1};
  std::vector<ExponentialAverage> averages_;  ///< fast, slow, signal
  Window first_, second_, own_;               ///< of the series, and of the indicator itself
  SeriesValues last_ = no_values();           ///< of the last day seen
  double line_ = 0;
  double value_ = missing, z_ = missing;
  int seen_on_ = -1'000'000;
};

/// All indicators along one path.
class PathSignals {
 public:
  explicit PathSignals(const Signals& signals);

  void see(int day, const SeriesValues& today);

  /// In [0, 1]; NaN where no signal is there.
  double score() const { return score_; }
  std::span<const RunningIndicator> indicators() const { return indicators_; }

 private:
  std::vector<RunningIndicator> indicators_;
  std::vector<double> weights_;
  double offset_;
  double score_;
};

/// The signals of a block of paths. What one path's say does not depend on the others.
class RunningSignals {
 public:
  /// Before day 0: what the series gave until then is seen. `watched` must outlive it.
  RunningSignals(const Watched& watched, std::size_t paths);

  /// Copies of path 0.
  RunningSignals(const RunningSignals& trunk, std::size_t copies);

  /// Goes on to the close of `day`. Where the exchanges are closed the path's own series have no value.
  enum class Exchanges { open, closed };
  void see(int day, Exchanges exchanges, const MarketBlock& market);

  const std::vector<double>& scores() const { return scores_; }  ///< by path
  const PathSignals& path(std::size_t path) const { return paths_[path]; }

 private:
  SeriesValues given_on(int day);

  Watched watched_;
  std::vector<std::size_t> next_;  ///< of each series, the place of the first value that is not yet seen
  std::vector<PathSignals> paths_;
  std::vector<double> scores_;
};

}  // namespace ballast
