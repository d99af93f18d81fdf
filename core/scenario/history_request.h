#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "field/provenance.h"
#include "history/futures_token.h"
#include "history/history.h"
#include "history/series.h"
#include "signal/given_series.h"
#include "scenario/problem.h"

namespace ballast {

/// The files that a history may be read from. VIX must be there, and no second future without the first.
inline constexpr std::array<std::string_view, 6> history_files = {"vix",          "spx",           "vvix",
                                                                  "first_future", "second_future", "token"};

/// What happened, as a request or the command gives it: an episode in the box, or texts of files (series.h says of what form).
///
///     {"episode": "2018-02"}
///     {"files": {"vix": "DATE,CLOSE\n...", "spx": ..., "first_future": ...}, "today": "2026-11-25"}
///
/// Both with "from" and "to" (dates, both included) and "held" (what a token that follows futures holds: "rolled" or "first").
/// "series" has the texts of further files that signals read ({"price_to_earnings": ...}), "calendar" the days of events.
/// "first_day" is the day of the first value in files without dates, "today" the last day that can have a value.
struct HistoryRequest {
  std::string episode;                                                 ///< empty: from files
  std::array<std::optional<std::string>, history_files.size()> files;  ///< their texts, as in history_files
  std::optional<Date> first_day, today, from, to;
  std::array<std::optional<std::string>, signal_series> series;  ///< texts of files for signals, by SignalSeries
  std::optional<std::string> calendar;                           ///< text (calendar.h)
  std::optional<FuturesHeld> held;  ///< by default rolled where both futures are known, else the first
};

/// Reads the request that stands at `pointer`. Where there are problems the rest is not to be used.
HistoryRequest read_history_request(const Json& json, const std::string& pointer, Problems& problems);

/// What became of one file.
struct HistoryFile {
  std::string_view name;  ///< of history_files or of a series for signals
  SeriesRead read;
};

/// A history that can be walked, and what a person should know about where it came from.
struct GivenHistory {
  History history;  ///< at least two closes
  std::string name;
  std::string about;
  std::optional<Source> source;    ///< of an episode
  std::vector<HistoryFile> files;  ///< of those given
  Remarks left_out, doubted;       ///< by joining them
  std::vector<GivenSeries> series;  ///< of the files for signals, and what the market was before `from`
  std::optional<CalendarRead> calendar;
};

/// The history of a request. Problems point below `pointer`; where the fault lies in a file the message begins with its row and
/// column.
GivenHistory history_of(const HistoryRequest& request, const std::string& pointer, Problems& problems);

/// The two above. Where there are problems the history is empty.
GivenHistory read_history(const Json& json, const std::string& pointer, Problems& problems);

/// JSON Schema of the request.
Json history_schema();

/// "row 3, column 2: a formula"; without the places that are not known.
std::string in_words(const Remark& remark);

/// {"count", "listed": [{"row", "column", "message", "value"}]}
Json to_json(const Remarks& remarks);

/// What became of each file, the calendar last: [{"file", "rows", "used", "first", "last", "value_column", "all_equal",
/// "left_out", "doubted"}]. The rows of a calendar are its events and what was left out of it.
Json files_json(const GivenHistory& given);

/// What became of days when the files were joined: {"left_out", "doubted"}
Json joined_json(const GivenHistory& given);

}  // namespace ballast
