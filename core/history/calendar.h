#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "history/date.h"
#include "history/remark.h"

namespace ballast {

/// What is published on a day that is known long before.
enum class EventKind {
  fomc,  ///< a decision of the Federal Open Market Committee
  cpi,   ///< consumer prices
  ppi,   ///< producer prices
  gdp,   ///< gross domestic product
};
inline constexpr std::size_t event_kinds = 4;

/// "fomc", "cpi", "ppi", "gdp".
std::string_view name(EventKind kind);

struct DatedEvent {
  Date date;
  EventKind kind;
  std::size_t row = 0;  ///< line of the text that dates it

  bool operator==(const DatedEvent&) const = default;
};

/// What became of a text. Every entry is used, or is in `left_out` with the reason.
struct CalendarRead {
  std::vector<DatedEvent> events;  ///< by date, then by kind; none twice
  std::optional<Remark> problem;   ///< why nothing could be read: then `events` is empty
  Remarks left_out;                ///< entries that are not used
  Remarks doubted;                 ///< entries that are used, and what is odd about them
};

/// Longest text that is read, and most events that are kept of it.
inline constexpr std::size_t longest_calendar_text = 1u << 20;
inline constexpr std::size_t most_calendar_events = 5000;

/// Reads the days of events from a text: iCalendar (RFC 5545; begins with BEGIN:VCALENDAR), of which each VEVENT counts with
/// its DTSTART, its DTEND or DURATION, and its SUMMARY, or one event a line, a date and what it is ("2024-01-31 FOMC").
///
/// What an event is, is looked for in its words, any case: FOMC, "Federal Open Market"; CPI, "Consumer Price"; PPI, "Producer
/// Price"; GDP, "Gross Domestic". One that names two kinds counts as both. The day is the one written, in any time zone; where New
/// York may still have the day before (early in UTC, or in the Far East) that is remarked on. Of several days it is the first; of
/// a meeting of the Federal Open Market Committee, which lasts two, it is the last, for the decision is published then.
///
/// Left out: an entry that names no kind, has no day or none that can be read, or has been cancelled; the minutes of the
/// committee, and GDP by state or county; an entry that repeats by a rule (RRULE, RDATE), whose days must be given one by one; a
/// day that is given again. Doubted: one that lasts several days (a meeting of the committee: more than two); a day on which the
/// exchanges are closed; a duration that cannot be read; an iCalendar text without its last line.
///
/// A problem: an empty text, one longer than longest_calendar_text, binary data, more events than most_calendar_events, an
/// iCalendar text that ends within an entry, no event that can be used.
CalendarRead read_calendar(std::string_view text);

}  // namespace ballast
