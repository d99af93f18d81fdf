#pragma once
#include "history/date.h"

namespace ballast {

/// Whether the exchanges in the US that trade and compute SPX and VIX were open: Monday to Friday less holidays, by the rules
/// of the New York Stock Exchange since 1990 (Rule 7.2 and its press releases), with its closures out of turn. A day after the
/// last known closure out of turn, 2025-01-09, is taken to go by the rules.
bool is_trading_day(Date date);

/// The first trading day after `date`.
Date next_trading_day(Date date);

/// How many trading days lie from `from` up to but not including `to`.
int trading_days(Date from, Date to);

/// A monthly VIX future, by the month of its settlement: 12·year + month - 1, so that the next one is one more.
struct FutureMonth {
  int months = 0;
  auto operator<=>(const FutureMonth&) const = default;
};

constexpr FutureMonth future_month(int year, int month) {
  return {12 * year + month - 1};
}
constexpr FutureMonth next(FutureMonth future) {
  return {future.months + 1};
}

/// The day on whose morning it settles: the Wednesday thirty days before the third Friday of the month after; where that Friday
/// is a holiday, thirty days before the trading day ahead of it; where the Wednesday is one, the trading day before (Cboe
/// Futures Exchange, VX contract specifications).
Date settlement_day(FutureMonth future);

/// The future that settles first among those that still trade after the close of `date`; on its settlement day a future no
/// longer does.
FutureMonth front_future(Date date);

}  // namespace ballast
