#include "path/history.h"

#include <algorithm>
#include <cassert>

#include "numeric/elementary.h"
#include "path/what_if.h"

namespace ballast {

Market market_at_start(const Market& market, const History& history) {
  Market result = market;
  result.vix = history.vix[0];
  if (!history.spx.empty()) result.spx = history.spx[0];
  if (!history.vvix.empty()) result.vvix = history.vvix[0];
  return result;
}

HistoryPaths::HistoryPaths(const History& history, const Market& market, const Token& token)
    : history_(history), market_(market), token_(token), log_shock_(1) {
  assert(!history.day.empty() && history.day.front() == 0 && history.vix.size() == history.day.size());
}

MarketBlock HistoryPaths::start() const {
  MarketBlock block = start_block(market_, 1);
  const CurveState state = market_.curve_state.value_or(state_at(market_.curve, history_.vix[0]));
  block.fast[0] = state.fast;
  block.slow[0] = state.slow;
  block.vix[0] = history_.vix[0];
  if (!history_.spx.empty()) block.spx[0] = history_.spx[0];
  if (!history_.vvix.empty()) block.vvix[0] = history_.vvix[0];
  return block;
}

std::optional<std::size_t> HistoryPaths::close_on(int day) const {
  const auto found = std::ranges::lower_bound(history_.day, day);
  if (found == history_.day.end() || *found != day) return std::nullopt;
  return static_cast<std::size_t>(found - history_.day.begin());
}

/// Change of ln(VIX) since the close before; 0 on day 0.
double HistoryPaths::log_rise(std::size_t close) const {
  return close == 0 ? 0 : numeric::log(history_.vix[close] / history_.vix[close - 1]);
}

bool HistoryPaths::is_spike_day(int day) const {
  const auto close = close_on(day);
  return close && log_rise(*close) >= spike_log_rise;
}

void HistoryPaths::advance(int day, MarketBlock& block) {
  const auto close = close_on(day);
  relax(market_.curve, 1 / days_per_year, block);
  log_shock_[0] = close ? numeric::log(history_.vix[*close] / market_.curve.long_run) - (block.fast[0] + block.slow[0]) : 0;
  shock(market_.curve, log_shock_, block);
  if (history_.token.empty())
    ballast::advance(token_, {market_, day, 1 / days_per_year, log_shock_}, block);
  else if (close)
    block.token[0] = history_.token[*close] / history_.token[0];
  if (!close) return;
  // What a person sees published, not what is left of it after a logarithm and an exponential.
  block.vix[0] = history_.vix[*close];
  block.spx[0] = history_.spx.empty() ? block.spx[0] * numeric::exp(spx_per_vix_jump * log_rise(*close)) : history_.spx[*close];
  if (!history_.vvix.empty()) block.vvix[0] = history_.vvix[*close];
}

}  // namespace ballast
