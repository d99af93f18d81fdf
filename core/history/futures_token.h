#pragma once
#include <optional>
#include <span>
#include <vector>

#include "history/date.h"
#include "history/trading_days.h"

namespace ballast {

/// Settlements of two monthly VIX futures in a row on one day.
struct FuturesDay {
  Date date;
  FutureMonth first;
  double first_settlement = 0;                   ///< index points, above 0
  std::optional<double> second_settlement = {};  ///< of the future one month later
};

/// What a volatility token holds.
enum class FuturesHeld {
  rolled,  ///< the first two futures, a share of the first sold for the second every day, as the S&P 500 VIX Short-Term Futures
           ///< Index does
  first,   ///< the first future of the first day, and when it has settled the first of that day
};

/// Shares of the first and the second future that the index holds from the close of `date` to the next: dr/dt and 1 - dr/dt,
/// where dt counts the trading days from the last settlement day up to the next and dr those of them after `date`.
struct RollWeights {
  FutureMonth first;
  double first_weight;  ///< in [0, 1)
};

RollWeights roll_weights(Date date);

/// The return of the S&P 500 VIX Short-Term Futures Index (excess return) between two closes,
///
///     (w1·F1' + w2·F2')/(w1·F1 + w2·F2) - 1,   w of the first close
///
/// as S&P publishes it ("S&P VIX Futures Indices Methodology", and in the prospectus of VXX). Nothing where a future that has a
/// weight is not known on both days.
std::optional<double> rolled_return(const FuturesDay& from, const FuturesDay& to);

/// A chain of returns that begins at 1.
struct FuturesToken {
  std::vector<double> price;  ///< one a day of what was given; cut short before the first day that no future reaches
  std::vector<std::size_t>
      incomplete;  ///< days whose return is that of one future though the index held two: the other is not known
  std::vector<std::size_t>
      across_gap;  ///< days with trading days before them that are missing: the index rolled, the chain did not
};

/// The token over days in rising order. A step whose two futures are not both known takes the one that is.
FuturesToken futures_token(std::span<const FuturesDay> days, FuturesHeld held);

}  // namespace ballast
