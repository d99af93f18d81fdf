#pragma once
#include <optional>
#include <string>

#include "history/futures_token.h"
#include "history/history.h"
#include "history/remark.h"
#include "history/series.h"

namespace ballast {

/// The series to join; a null pointer is one that is not given. They are looked at, not kept.
struct HistorySeries {
  const Series* vix = nullptr;           ///< closes; must be given
  const Series* spx = nullptr;           ///< closes
  const Series* vvix = nullptr;          ///< closes
  const Series* first_future = nullptr;  ///< settlements of the monthly VIX future that settles next; on a settlement day of
                                         ///< the one that does, as the last row of its file at Cboe
  const Series* second_future = nullptr;  ///< settlements of the one a month later; not without the first
  const Series* token = nullptr;          ///< prices; with them the futures are not needed and passed over
  FuturesHeld held = FuturesHeld::rolled;
};

/// What became of the series. In a remark `row` is that of the file that the message names first.
struct JoinedHistory {
  History history;
  std::optional<std::string> problem;  ///< why there is none: then `history` is empty
  Remarks left_out;                    ///< days that not all series have
  Remarks doubted;                     ///< days that are used, and what is odd about them
};

/// Joins on dates, never on rows: a day is in the history where every series that is given has it. What lies before the
/// youngest series begins or after the first one ends is one remark a series, any other day that is missing somewhere is a
/// remark of its own. The price of the token, where it is not given and the first future is, follows the futures
/// (futures_token). A problem: no VIX, an empty series, the second future without the first, series without a date in common.
JoinedHistory join(const HistorySeries& series);

}  // namespace ballast
