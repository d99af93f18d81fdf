#include "signal/indicators.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

#include "numeric/elementary.h"

namespace ballast {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

double finite_or_none(double x) {
  return std::isfinite(x) ? x : none;
}

/// value(window ending on the day), for each day that has one. Every window is summed afresh: a running sum would carry the
/// rounding, or the gap, of days that have left it.
template <class Value>
std::vector<double> over_windows(std::size_t days, int window, int least, const Value& value) {
  std::vector<double> result(days, none);
  if (window < least) return result;
  const auto length = static_cast<std::size_t>(window);
  for (std::size_t end = length; end <= days; ++end) result[end - 1] = finite_or_none(value(end - length, length));
  return result;
}

/// Makes `shares` the distances from the mean, as shares of the greatest distance from the first value, which it returns: 0
/// where nothing moved, NaN or infinite where there is no answer. From the first value, so that a series that stands still has
/// distances of exactly 0; as shares, so that no square overflows.
double centre(std::span<const double> window, std::vector<double>& shares) {
  shares.resize(window.size());
  double scale = 0;
  for (std::size_t i = 0; i < window.size(); ++i) {
    shares[i] = window[i] - window.front();
    // Unlike fmax, lets NaN through.
    const double distance = std::fabs(shares[i]);
    if (!(distance <= scale)) scale = distance;
    if (std::isnan(distance)) return scale;
  }
  if (scale == 0) return scale;
  double sum = 0;
  for (double& share : shares) sum += share /= scale;
  const double mean = sum / static_cast<double>(window.size());
  for (double& share : shares) share -= mean;
  return scale;
}

double sum_of_products(const std::vector<double>& a, const std::vector<double>& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
  return sum;
}

}  // namespace

double RelativeStrength::next(double change) {
  const double up = std::fmax(change, 0), down = std::fmax(-change, 0);
  if (changes_ < period_) {
    ++changes_;
    gain_ += up / period_;
    loss_ += down / period_;
  } else {
    gain_ = (gain_ * (period_ - 1) + up) / period_;
    loss_ = (loss_ * (period_ - 1) + down) / period_;
  }
  if (changes_ < period_) return none;
  if (gain_ == 0 && loss_ == 0) return 50;
  return finite_or_none(100 * (gain_ / (gain_ + loss_)));
}

double ExponentialAverage::next(double value) {
  const double average = average_ ? *average_ + weight_ * (value - *average_) : value;
  if (std::isfinite(average))
    average_ = average;
  else
    average_.reset();
  return finite_or_none(average);
}

std::vector<double> relative_strength(std::span<const double> closes, int period) {
  std::vector<double> result(closes.size(), none);
  if (period < 1) return result;
  RelativeStrength strength(period);
  for (std::size_t day = 1; day < closes.size(); ++day) {
    const double change = closes[day] - closes[day - 1];
    if (std::isfinite(change))
      result[day] = strength.next(change);
    else
      strength = RelativeStrength(period);
  }
  return result;
}

std::vector<double> exponential_average(std::span<const double> series, int period) {
  std::vector<double> result(series.size(), none);
  if (period < 1) return result;
  ExponentialAverage average(period);
  for (std::size_t day = 0; day < series.size(); ++day) result[day] = average.next(series[day]);
  return result;
}

Macd macd(std::span<const double> closes, const MacdPeriods& periods) {
  Macd result;
  result.line = exponential_average(closes, periods.fast);
  const std::vector<double> slow = exponential_average(closes, periods.slow);
  for (std::size_t day = 0; day < closes.size(); ++day) result.line[day] = finite_or_none(result.line[day] - slow[day]);
  result.signal = exponential_average(result.line, periods.signal);
  for (std::size_t day = 0; day < closes.size(); ++day)
    result.histogram.push_back(finite_or_none(result.line[day] - result.signal[day]));
  return result;
}

std::vector<double> advance_decline_line(std::span<const double> advances, std::span<const double> declines) {
  std::vector<double> result(std::min(advances.size(), declines.size()), none);
  double line = 0;
  for (std::size_t day = 0; day < result.size(); ++day) {
    const double next = line + (advances[day] - declines[day]);
    if (!std::isfinite(next)) continue;
    result[day] = line = next;
  }
  return result;
}

std::vector<double> expected_daily_range(std::span<const double> vix) {
  std::vector<double> result;
  for (const double level : vix) result.push_back(finite_or_none(level / std::sqrt(252.0)));
  return result;
}

double beta_of(std::span<const double> asset_returns, std::span<const double> market_returns, WindowRoom& room) {
  const double asset_scale = centre(asset_returns, room.first), market_scale = centre(market_returns, room.second);
  if (market_scale == 0 || !std::isfinite(market_scale) || !std::isfinite(asset_scale)) return none;
  const double slope = sum_of_products(room.first, room.second) / sum_of_products(room.second, room.second);
  return finite_or_none(asset_scale / market_scale * slope);
}

double deviation_of(std::span<const double> window) {
  double mean = 0;
  for (const double x : window) mean += x / static_cast<double>(window.size());
  return mean > 0 && std::isfinite(mean) ? finite_or_none(window.back() / mean - 1) : none;
}

namespace {

/// Variance in units of scale².
double variance_of(const std::vector<double>& shares) {
  return sum_of_products(shares, shares) / static_cast<double>(shares.size() - 1);
}

}  // namespace

double z_score_of(std::span<const double> window, WindowRoom& room) {
  const double scale = centre(window, room.first);
  if (scale == 0 || !std::isfinite(scale)) return none;
  return finite_or_none(room.first.back() / std::sqrt(variance_of(room.first)));
}

double volatility_of(std::span<const double> log_changes, WindowRoom& room) {
  const double scale = centre(log_changes, room.first);
  return scale == 0 ? 0 : finite_or_none(scale * std::sqrt(variance_of(room.first)));
}

double log_change(double before, double after) {
  return before > 0 && after > 0 ? numeric::log(after / before) : none;
}

std::vector<double> rolling_beta(std::span<const double> asset_returns, std::span<const double> market_returns, int window) {
  const std::size_t days = std::min(asset_returns.size(), market_returns.size());
  WindowRoom room;
  return over_windows(days, window, 2, [&](std::size_t from, std::size_t length) {
    return beta_of(asset_returns.subspan(from, length), market_returns.subspan(from, length), room);
  });
}

std::vector<double> deviation_from_mean(std::span<const double> series, int window) {
  return over_windows(series.size(), window, 1,
                      [&](std::size_t from, std::size_t length) { return deviation_of(series.subspan(from, length)); });
}

std::vector<double> rolling_z_score(std::span<const double> series, int window) {
  WindowRoom room;
  return over_windows(series.size(), window, 2,
                      [&](std::size_t from, std::size_t length) { return z_score_of(series.subspan(from, length), room); });
}

std::vector<double> rolling_volatility(std::span<const double> series, int window) {
  if (series.empty()) return {};
  std::vector<double> changes;
  for (std::size_t day = 1; day < series.size(); ++day) changes.push_back(log_change(series[day - 1], series[day]));
  WindowRoom room;
  std::vector<double> result = over_windows(changes.size(), window, 2, [&](std::size_t from, std::size_t length) {
    return volatility_of(std::span(changes).subspan(from, length), room);
  });
  result.insert(result.begin(), none);
  return result;
}

}  // namespace ballast
