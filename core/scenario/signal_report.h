#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "history/calendar.h"
#include "ledger/signal_days.h"
#include "scenario/history_request.h"
#include "scenario/scenario.h"

namespace ballast {

/// The position of a scenario on a history: what its signals read beside the path, and the days of its calendar. Refers into
/// both.
Position position(const Scenario& scenario, const GivenHistory& given);

/// Where signals were watched.
struct WatchedPath {
  std::string name;            ///< "the scenario's own path", or that of a history
  std::optional<Date> day_0;   ///< of a history
  std::vector<int> days;       ///< those that are told: closes of a history, every day of another path
};

/// The signals as the response carries them (response.schema.json).
Json report(const Signals& signals, const SignalDays& days, std::span<const CalendarEvent> events, const WatchedPath& path);

/// The signals of a scenario along a history, and what became of its files. A problem where the token expires before the end.
Json report(const Scenario& scenario, const GivenHistory& given, Problems& problems);

/// What should be said of the signals: which dropped out and why, and what no published rule says.
Json signal_notes(const Signals& signals, const SignalDays& days);

/// Events of a calendar text, as a scenario has them where day 0 is given: {"events", "left_out", "doubted"}.
Json report(const CalendarRead& read, Date day_0);

}  // namespace ballast
