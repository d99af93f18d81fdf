#include "ledger/signal_days.h"

#include <cmath>
#include <limits>

namespace ballast {
namespace {

void note(const Signals& signals, const PathSignals& path, int day, SignalDays& result) {
  double log_odds = signals.offset.value_or(0);
  for (std::size_t i = 0; i < signals.indicators.size(); ++i) {
    const RunningIndicator& indicator = path.indicators()[i];
    const double adds = signals.indicators[i].weight * indicator.z(day);
    SignalByDay& column = result.signals[i];
    column.value.push_back(indicator.value(day));
    column.z.push_back(indicator.z(day));
    column.adds.push_back(adds);
    if (!std::isfinite(adds)) continue;
    column.is_missing = false;
    log_odds += adds;
  }
  const double score = path.score();
  result.score.push_back(score);
  result.log_odds.push_back(std::isfinite(score) ? log_odds : std::numeric_limits<double>::quiet_NaN());
}

}  // namespace

SignalDays signal_days(const Watched& watched, Paths& paths) {
  using enum RunningSignals::Exchanges;
  SignalDays result;
  result.signals.resize(watched.signals.indicators.size());
  RunningSignals signals(watched, paths.count());
  MarketBlock market = paths.start();
  for (int day = 0; day <= paths.horizon_days(); ++day) {
    if (day > 0) paths.advance(day, market);
    signals.see(day, paths.is_trading_day(day) ? open : closed, market);
    note(watched.signals, signals.path(0), day, result);
  }
  return result;
}

}  // namespace ballast
