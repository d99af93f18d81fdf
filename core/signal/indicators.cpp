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

/// Distances from the mean, as shares of the greatest distance from the first value.
struct Centred {
  std::vector<double> shares;
  double scale;  ///< 0 where nothing moved; NaN or infinite where there is no answer
};

/// From the first value, so that a series that stands still has distances of exactly 0; as shares, so that no square overflows.
void centre(std::span<const double> window, Centred& centred) {
  centred.shares.clear();
  centred.scale = 0;
  for (const double x : window) {
    centred.shares.push_back(x - window.front());
    // Unlike fmax, lets NaN through.
    const double distance = std::fabs(centred.shares.back());
    if (!(distance <= centred.scale)) centred.scale = distance;
    if (std::isnan(distance)) return;
  }
  if (centred.scale == 0) return;
  double sum = 0;
  for (double& share : centred.shares) sum += share /= centred.scale;
  const double mean = sum / static_cast<double>(window.size());
  for (double& share : centred.shares) share -= mean;
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

double beta_of(std::span<const double> asset_returns, std::span<const double> market_returns) {
  Centred asset, market;
  centre(asset_returns, asset);
  centre(market_returns, market);
  if (market.scale == 0 || !std::isfinite(market.scale) || !std::isfinite(asset.scale)) return none;
  const double slope = sum_of_products(asset.shares, market.shares) / sum_of_products(market.shares, market.shares);
  return finite_or_none(asset.scale / market.scale * slope);
}

double deviation_of(std::span<const double> window) {
  double mean = 0;
  for (const double x : window) mean += x / static_cast<double>(window.size());
  return mean > 0 && std::isfinite(mean) ? finite_or_none(window.back() / mean - 1) : none;
}

namespace {

/// Variance in units of scale².
double variance_of(const Centred& centred) {
  return sum_of_products(centred.shares, centred.shares) / static_cast<double>(centred.shares.size() - 1);
}

}  // namespace

double z_score_of(std::span<const double> window) {
  Centred centred;
  centre(window, centred);
  if (centred.scale == 0 || !std::isfinite(centred.scale)) return none;
  return finite_or_none(centred.shares.back() / std::sqrt(variance_of(centred)));
}

double volatility_of(std::span<const double> window) {
  std::vector<double> changes;
  for (std::size_t i = 1; i < window.size(); ++i) {
    if (!(window[i - 1] > 0) || !(window[i] > 0)) return none;
    changes.push_back(numeric::log(window[i] / window[i - 1]));
  }
  Centred centred;
  centre(changes, centred);
  return centred.scale == 0 ? 0 : finite_or_none(centred.scale * std::sqrt(variance_of(centred)));
}

std::vector<double> rolling_beta(std::span<const double> asset_returns, std::span<const double> market_returns, int window) {
  const std::size_t days = std::min(asset_returns.size(), market_returns.size());
  return over_windows(days, window, 2, [&](std::size_t from, std::size_t length) {
    return beta_of(asset_returns.subspan(from, length), market_returns.subspan(from, length));
  });
}

std::vector<double> deviation_from_mean(std::span<const double> series, int window) {
  return over_windows(series.size(), window, 1,
                      [&](std::size_t from, std::size_t length) { return deviation_of(series.subspan(from, length)); });
}

std::vector<double> rolling_z_score(std::span<const double> series, int window) {
  return over_windows(series.size(), window, 2,
                      [&](std::size_t from, std::size_t length) { return z_score_of(series.subspan(from, length)); });
}

std::vector<double> rolling_volatility(std::span<const double> series, int window) {
  if (window < 2) return std::vector<double>(series.size(), none);
  return over_windows(series.size(), window + 1, 3,
                      [&](std::size_t from, std::size_t length) { return volatility_of(series.subspan(from, length)); });
}

}  // namespace ballast
