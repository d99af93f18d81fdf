#include "signal/running.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ballast {
namespace {

double at(const SeriesValues& values, SignalSeries series) {
  return values[static_cast<std::size_t>(series)];
}

}  // namespace

SeriesValues no_values() {
  SeriesValues values;
  values.fill(std::numeric_limits<double>::quiet_NaN());
  return values;
}

void RunningIndicator::Window::add(double value) {
  if (values.size() == most) values.erase(values.begin());
  values.push_back(value);
}

void RunningIndicator::start() {
  own_.most = static_cast<std::size_t>(indicator_.window);
  if (const auto* rsi = std::get_if<RelativeStrengthIndicator>(&indicator_.rule)) strength_ = RelativeStrength(rsi->period);
  if (const auto* macd = std::get_if<MacdIndicator>(&indicator_.rule))
    for (const int period : {macd->fast, macd->slow, macd->signal}) averages_.emplace_back(period);
  if (const auto* beta = std::get_if<BetaIndicator>(&indicator_.rule))
    first_.most = second_.most = static_cast<std::size_t>(beta->window);
  if (const auto* deviation = std::get_if<DeviationIndicator>(&indicator_.rule))
    first_.most = static_cast<std::size_t>(deviation->window);
  if (const auto* volatility = std::get_if<VolatilityIndicator>(&indicator_.rule))
    first_.most = static_cast<std::size_t>(volatility->window);
}

void RunningIndicator::see(int day, const SeriesValues& today, WindowRoom& room) {
  for (const SignalSeries series : reads_)
    if (!std::isfinite(at(today, series))) return;
  value_ = next(today, room);
  last_ = today;
  seen_on_ = day;
  z_ = missing;
  if (!std::isfinite(value_)) return;
  if (indicator_.mean) {
    z_ = (value_ - *indicator_.mean) / *indicator_.deviation;
  } else {
    own_.add(value_);
    if (own_.is_full()) z_ = z_score_of(own_.values, room);
  }
}

double RunningIndicator::next(const SeriesValues& today, WindowRoom& room) {
  return std::visit([&](const auto& rule) { return next(rule, today, room); }, indicator_.rule);
}

double RunningIndicator::next(const DailyRangeIndicator&, const SeriesValues& today, WindowRoom&) {
  return at(today, SignalSeries::vix) / std::sqrt(252.0);
}

double RunningIndicator::next(const RelativeStrengthIndicator& rule, const SeriesValues& today, WindowRoom&) {
  const double change = at(today, rule.of) - at(last_, rule.of);
  return std::isfinite(change) ? strength_.next(change) : missing;
}

double RunningIndicator::next(const MacdIndicator& rule, const SeriesValues& today, WindowRoom&) {
  const double close = at(today, rule.of);
  const double fast = averages_[0].next(close), slow = averages_[1].next(close);
  const double line = fast - slow;
  return line - averages_[2].next(line);
}

double RunningIndicator::next(const BetaIndicator& rule, const SeriesValues& today, WindowRoom& room) {
  const double asset = at(today, rule.of) / at(last_, rule.of) - 1;
  const double market = at(today, SignalSeries::spx) / at(last_, SignalSeries::spx) - 1;
  if (!std::isfinite(asset) || !std::isfinite(market)) return missing;
  first_.add(asset);
  second_.add(market);
  return first_.is_full() ? beta_of(first_.values, second_.values, room) : missing;
}

double RunningIndicator::next(const AdvanceDeclineIndicator&, const SeriesValues& today, WindowRoom&) {
  return line_ += at(today, SignalSeries::advances) - at(today, SignalSeries::declines);
}

double RunningIndicator::next(const LevelIndicator& rule, const SeriesValues& today, WindowRoom&) {
  return at(today, rule.of);
}

double RunningIndicator::next(const DeviationIndicator& rule, const SeriesValues& today, WindowRoom&) {
  first_.add(at(today, rule.of));
  return first_.is_full() ? deviation_of(first_.values) : missing;
}

double RunningIndicator::next(const VolatilityIndicator& rule, const SeriesValues& today, WindowRoom& room) {
  const double before = at(last_, rule.of);
  if (std::isnan(before)) return missing;
  first_.add(log_change(before, at(today, rule.of)));
  return first_.is_full() ? volatility_of(first_.values, room) : missing;
}

PathSignals::PathSignals(const Signals& signals)
    : offset_(signals.offset.value_or(0)), score_(std::numeric_limits<double>::quiet_NaN()) {
  for (const Indicator& each : signals.indicators) {
    indicators_.emplace_back(each);
    latest_.push_back({score_, each.weight});
  }
}

void PathSignals::see(int day, const SeriesValues& today, WindowRoom& room) {
  for (std::size_t i = 0; i < indicators_.size(); ++i) {
    indicators_[i].see(day, today, room);
    latest_[i].z = indicators_[i].z(day);
  }
  score_ = regime_score(latest_, offset_).value_or(std::numeric_limits<double>::quiet_NaN());
}

RunningSignals::RunningSignals(const Watched& watched, std::size_t paths)
    : series_(watched.series), next_(watched.series.size()), paths_(paths, PathSignals(watched.signals)), scores_(paths) {
  std::vector<int> before;
  for (const GivenSeries& each : series_)
    for (const int day : each.day)
      if (day < 0) before.push_back(day);
  std::ranges::sort(before);
  const auto again = std::ranges::unique(before);
  before.erase(again.begin(), again.end());
  for (const int day : before) {
    const SeriesValues today = given_on(day);
    for (PathSignals& path : paths_) path.see(day, today, room_);
  }
}

RunningSignals::RunningSignals(const RunningSignals& trunk, std::size_t copies)
    : series_(trunk.series_),
      next_(trunk.next_),
      paths_(copies, trunk.paths_[0]),
      scores_(copies, trunk.scores_[0]),
      day_0_(trunk.day_0_),
      token_0_(trunk.token_0_),
      last_seen_(trunk.last_seen_) {}

SeriesValues RunningSignals::given_on(int day) {
  SeriesValues values = no_values();
  for (std::size_t i = 0; i < next_.size(); ++i) {
    const GivenSeries& series = series_[i];
    while (next_[i] < series.day.size() && series.day[next_[i]] < day) ++next_[i];
    if (next_[i] < series.day.size() && series.day[next_[i]] == day)
      values[static_cast<std::size_t>(series.series)] = series.value[next_[i]++];
  }
  return values;
}

void RunningSignals::begin_anew(double token) {
  day_0_ = last_seen_;
  token_0_ *= token;
}

void RunningSignals::see(int day_of_path, Exchanges exchanges, const MarketBlock& market) {
  const int day = day_0_ + day_of_path;
  if (day <= last_seen_) return;
  last_seen_ = day;
  SeriesValues today = given_on(day);
  const std::vector<double>* const of_path[path_series] = {&market.vix, &market.spx, &market.vvix, &market.token};
  for (std::size_t i = 0; i < paths_.size(); ++i) {
    for (std::size_t j = 0; j < path_series; ++j)
      today[j] = exchanges == Exchanges::open ? (*of_path[j])[i] : std::numeric_limits<double>::quiet_NaN();
    today[static_cast<std::size_t>(SignalSeries::token)] *= token_0_;
    paths_[i].see(day, today, room_);
    scores_[i] = paths_[i].score();
  }
}

}  // namespace ballast
