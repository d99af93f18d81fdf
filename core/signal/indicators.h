#pragma once
#include <optional>
#include <span>
#include <vector>

/// Indicators of daily series. The value of a day depends on that day and earlier ones, never on later ones.
///
/// Every function returns one value a day, as long as the series it reads (the shorter, where it reads two), and NaN where
/// there is no value: for the days of its warm-up, which each states, and where a day that it needs is NaN or infinite. Those
/// that look back over a window have a value again once the window has passed the gap; those that average for ever start anew
/// after it. A window or period below the least that is stated never warms up.
namespace ballast {

/// Wilder's averages of gains and losses, one change of the series after the other.
class RelativeStrength {
 public:
  explicit RelativeStrength(int period) : period_(period) {}

  /// The index after a finite change; NaN while it warms up.
  double next(double change);

 private:
  double period_;
  double gain_ = 0, loss_ = 0;
  int changes_ = 0;  ///< counted up to the period only
};

/// An exponential average, one value of the series after the other.
class ExponentialAverage {
 public:
  explicit ExponentialAverage(int period) : weight_(2 / (period + 1.0)) {}

  double next(double value);

 private:
  double weight_;
  std::optional<double> average_;
};

/// Relative strength index, 0 to 100: 100·g/(g + l) of the average gain and loss. The first averages are the means of the first
/// `period` changes, then g = (g·(period - 1) + gain)/period (Wilder, "New Concepts in Technical Trading Systems", 1978). 50
/// where nothing moves (ours; g/(g + l) is 0/0). Warm-up `period` days; period >= 1.
std::vector<double> relative_strength(std::span<const double> closes, int period = 14);

/// a·x + (1 - a)·before, a = 2/(period + 1), from the first value on, so without warm-up; what that value weighs after n days
/// is (1 - a)^n. period >= 1.
std::vector<double> exponential_average(std::span<const double> series, int period);

/// In days, each >= 1.
struct MacdPeriods {
  int fast = 12, slow = 26, signal = 9;
};

/// Moving average convergence/divergence (Appel), in the unit of the closes.
struct Macd {
  std::vector<double> line;       ///< fast exponential average less the slow one
  std::vector<double> signal;     ///< exponential average of the line
  std::vector<double> histogram;  ///< line - signal
};

/// Without warm-up: the averages start from the first close, so the line starts at 0 and means little until `slow` days have
/// passed.
Macd macd(std::span<const double> closes, const MacdPeriods& periods = {});

/// Advance-decline line: the sum of advances less declines (numbers of issues, >= 0) up to the day. A day without either figure
/// adds nothing and has no value. No warm-up.
std::vector<double> advance_decline_line(std::span<const double> advances, std::span<const double> declines);

/// The move that VIX expects of a day, one standard deviation in percent: VIX/√252, for 252 trading days a year. No warm-up.
std::vector<double> expected_daily_range(std::span<const double> vix);

/// CAPM beta over the last `window` days: covariance of the asset's and the market's returns over the variance of the market's.
/// Returns are of one day each, in any one unit, in excess of the risk-free one where that matters. NaN where the market did
/// not move. Warm-up window - 1 days; window >= 2.
std::vector<double> rolling_beta(std::span<const double> asset_returns, std::span<const double> market_returns, int window);

/// How far a series, such as a price to earnings or price to cash flow ratio, is from its mean over the last `window` days, the
/// day itself included: x/mean - 1. NaN where the mean is not above 0. Warm-up window - 1 days; window >= 1.
std::vector<double> deviation_from_mean(std::span<const double> series, int window);

/// (x - mean)/s over the last `window` days, the day itself included, with s the sample standard deviation (over window - 1):
/// at most (window - 1)/√window in magnitude. NaN where the series did not move, which says nothing. Warm-up window - 1 days;
/// window >= 2.
std::vector<double> rolling_z_score(std::span<const double> series, int window);

/// Volatility of a series of values above 0 over `window` changes: the sample standard deviation of ln(x/x before), in the time
/// of one value (not of a year). NaN where a value is not above 0. Warm-up `window` values; window >= 2.
std::vector<double> rolling_volatility(std::span<const double> series, int window);

/// What a window is worked out in. It is written over: who asks day after day keeps one and allocates nothing.
struct WindowRoom {
  std::vector<double> first, second;
};

/// The same of the last day alone, from the whole of its window.
double beta_of(std::span<const double> asset_returns, std::span<const double> market_returns, WindowRoom& room);
double deviation_of(std::span<const double> window);
double z_score_of(std::span<const double> window, WindowRoom& room);
double volatility_of(std::span<const double> log_changes, WindowRoom& room);

/// ln(after/before); NaN where one of them is not above 0.
double log_change(double before, double after);

}  // namespace ballast
