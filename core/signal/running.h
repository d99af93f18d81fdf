#pragma once
#include <array>
#include <limits>
#include <span>
#include <vector>

#include "market/market.h"
#include "signal/indicators.h"
#include "signal/regime.h"
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
  explicit RunningIndicator(const Indicator& indicator) : indicator_(indicator), reads_(read_by(indicator)) { start(); }

  /// Moves on by a day on which every series that it reads has a value; other days leave it as it is. `room` is what the windows
  /// of the day are worked out in.
  void see(int day, const SeriesValues& today, WindowRoom& room);

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
  double next(const SeriesValues& today, WindowRoom& room);
  // One overload for each kind of indicator.
  double next(const DailyRangeIndicator&, const SeriesValues& today, WindowRoom& room);
  double next(const RelativeStrengthIndicator&, const SeriesValues& today, WindowRoom& room);
  double next(const MacdIndicator&, const SeriesValues& today, WindowRoom& room);
  double next(const BetaIndicator&, const SeriesValues& today, WindowRoom& room);
  double next(const AdvanceDeclineIndicator&, const SeriesValues& today, WindowRoom& room);
  double next(const LevelIndicator&, const SeriesValues& today, WindowRoom& room);
  double next(const DeviationIndicator&, const SeriesValues& today, WindowRoom& room);
  double next(const VolatilityIndicator&, const SeriesValues& today, WindowRoom& room);

  Indicator indicator_;
  std::vector<SignalSeries> reads_;
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

  void see(int day, const SeriesValues& today, WindowRoom& room);

  /// In [0, 1]; NaN where no signal is there.
  double score() const { return score_; }
  std::span<const RunningIndicator> indicators() const { return indicators_; }

 private:
  std::vector<RunningIndicator> indicators_;
  std::vector<RegimeSignal> latest_;  ///< of each, and its weight
  double offset_;
  double score_;
};

/// The signals of a block of paths. What one path's say does not depend on the others. They may outlive a path, to be asked along
/// the next: days are counted, and the token measured, from day 0 of the first.
class RunningSignals {
 public:
  /// Before day 0: what the series gave until then is seen. They must outlive it.
  RunningSignals(const Watched& watched, std::size_t paths);

  /// Copies of path 0.
  RunningSignals(const RunningSignals& trunk, std::size_t copies);

  /// Goes on to the close of a day of the path. Where the exchanges are closed the path's own series have no value. A day that
  /// was seen already is not seen again.
  enum class Exchanges { open, closed };
  void see(int day_of_path, Exchanges exchanges, const MarketBlock& market);

  /// From here on the path is another one: its day 0 is the day that was seen last, and its token is measured from `token`, which
  /// is the price then as the path so far has measured it.
  void begin_anew(double token);

  const std::vector<double>& scores() const { return scores_; }  ///< by path
  const PathSignals& path(std::size_t path) const { return paths_[path]; }

 private:
  SeriesValues given_on(int day);

  std::span<const GivenSeries> series_;
  std::vector<std::size_t> next_;  ///< of each series, the place of the first value that is not yet seen
  std::vector<PathSignals> paths_;
  std::vector<double> scores_;
  WindowRoom room_;
  int day_0_ = 0;       ///< of the path
  double token_0_ = 1;  ///< what its token was worth then
  int last_seen_ = -1;
};

}  // namespace ballast
