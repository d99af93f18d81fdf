#pragma once
#include <optional>
#include <vector>

#include "history/history.h"
#include "market/token.h"
#include "path/paths.h"

namespace ballast {

/// The market on the first day of a history: what it does not give is as `market` says. A token that is measured from its
/// start, by the index or the future of day 0, is measured from here.
Market market_at_start(const Market& market, const History& history);

/// One path made from daily closes (model.md, section 8, "History to state"). Its days are calendar days; day 0 is the first
/// close.
///
///     every day   x and y relax over it. Where the token's price is not given, the token moves by its drift
///     a close     VIX is at its close: the residual e that closes x + y = ln(v/L) is a shock, split w, 1 - w, and where the
///     token's price
///                 is not given the token takes it as a shock. What is given (SPX, VVIX, token) takes the given value
///     no close    a weekend or holiday: no shock, so that VIX goes where the curve expects it. What is given keeps its last
///     value,
///                 as a person would have seen it
///
/// Over a weekend the curve thus relaxes three days before Monday's residual is taken. Without SPX closes SPX moves at a close
/// by spx_per_vix_jump times the change of ln(VIX) since the last close, not times e: e makes up for the relaxing towards calm
/// day after day, and SPX would sink with the sum of it. Without VVIX closes VVIX stays at the market's.
///
/// Day 0 is where the market's curve_state puts the curve, and without one split by fast_weight; vix, and what else is given, are
/// those of the history and not of `market`. The state on day t is a function of what was published up to day t.
class HistoryPaths : public Paths {
 public:
  /// The three must outlive the paths. `history` has a close on day 0, and all its values are above 0.
  HistoryPaths(const History& history, const Market& market, const Token& token);

  std::size_t count() const override { return 1; }
  int horizon_days() const override { return history_.day.back(); }
  MarketBlock start() const override;
  void advance(int day, MarketBlock& block) override;

  /// A close at which ln(VIX) is at least spike_log_rise above the last one.
  bool is_spike_day(int day) const;
  void mark_spikes(int day, std::span<double> spike) const override { spike[0] = is_spike_day(day) ? 1 : 0; }

  bool is_trading_day(int day) const override { return close_on(day).has_value(); }

  /// The place of the day's close in the vectors of the history; nothing on a day without one.
  std::optional<std::size_t> close_on(int day) const;

 private:
  double log_rise(std::size_t close) const;

  const History& history_;
  const Market& market_;
  const Token& token_;
  std::vector<double> log_shock_;  ///< today's
};

}  // namespace ballast
