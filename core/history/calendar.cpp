#include "history/calendar.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "history/trading_days.h"

namespace ballast {

std::string_view name(EventKind kind) {
  static constexpr std::array<std::string_view, event_kinds> names = {"fomc", "cpi", "ppi", "gdp"};
  return names[static_cast<std::size_t>(kind)];
}

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

char upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

std::string in_capitals(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), upper);
  return result;
}

bool is_letter(char c) {
  return c >= 'A' && c <= 'Z';
}

/// Whether a short name stands in the text as a word of its own: "CPI", not "SCPIO".
bool has_word(std::string_view text, std::string_view word) {
  for (auto at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
    const auto end = at + word.size();
    if ((at == 0 || !is_letter(text[at - 1])) && (end == text.size() || !is_letter(text[end]))) return true;
  }
  return false;
}

std::vector<EventKind> kinds_named(std::string_view text) {
  struct Name {
    std::string_view word, words;
  };
  static constexpr std::array<Name, event_kinds> names = {
      {{"FOMC", "FEDERAL OPEN MARKET"}, {"CPI", "CONSUMER PRICE"}, {"PPI", "PRODUCER PRICE"}, {"GDP", "GROSS DOMESTIC"}}};
  const std::string capitals = in_capitals(text);
  std::vector<EventKind> kinds;
  for (std::size_t i = 0; i < names.size(); ++i)
    if (has_word(capitals, names[i].word) || capitals.contains(names[i].words)) kinds.push_back(static_cast<EventKind>(i));
  return kinds;
}

/// Words that make an entry another one than the event it names: what the Federal Reserve and the Bureau of Economic Analysis also
/// have in their calendars.
struct OtherThan {
  EventKind kind;
  std::string_view words, message;
};

constexpr std::array others = {
    OtherThan{EventKind::fomc, "MINUTES", "the minutes of a meeting, not its decision"},
    OtherThan{EventKind::gdp, "BY STATE", "GDP of the states, not of the country"},
    OtherThan{EventKind::gdp, "BY COUNTY", "GDP of the counties, not of the country"},
};

/// Why an entry of a kind does not count, or null.
const OtherThan* other_than(EventKind kind, std::string_view text) {
  const std::string capitals = in_capitals(text);
  const auto found = std::ranges::find_if(others, [&](const OtherThan& each) { return each.kind == kind && capitals.contains(each.words); });
  return found == others.end() ? nullptr : &*found;
}

/// A line of the text, its continuations (lines that begin with a blank) joined to it.
struct UnfoldedLine {
  std::size_t row;
  std::string text;
};

std::vector<UnfoldedLine> unfolded(std::string_view text, bool folds) {
  std::vector<UnfoldedLine> lines;
  std::size_t row = 0;
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of("\r\n"), text.size());
    const std::string_view line = text.substr(0, end);
    const bool pair = text.substr(end, 2) == "\r\n";
    text.remove_prefix(std::min(end + (pair ? 2 : 1), text.size()));
    ++row;
    if (folds && !lines.empty() && (line.starts_with(' ') || line.starts_with('\t')))
      lines.back().text += line.substr(1);
    else
      lines.push_back({row, std::string(line)});
  }
  return lines;
}

/// "DTSTART;TZID=US-Eastern:20240131T140000" is the property DTSTART with the parameters TZID=US-Eastern. A colon within quotes
/// ends no name.
struct Property {
  std::string name;
  std::string_view parameters, value;
};

Property property(const UnfoldedLine& line) {
  bool quoted = false;
  std::size_t colon = 0;
  for (; colon < line.text.size() && (quoted || line.text[colon] != ':'); ++colon)
    if (line.text[colon] == '"') quoted = !quoted;
  const std::string_view before = std::string_view(line.text).substr(0, colon);
  const std::string_view value = colon < line.text.size() ? std::string_view(line.text).substr(colon + 1) : std::string_view();
  const auto end = std::min(before.find(';'), before.size());
  return {in_capitals(before.substr(0, end)), before.substr(end), value};
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  return first == text.npos ? std::string_view() : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// Words as they were before RFC 5545, section 3.3.11, put a backslash before a comma, a semicolon, itself, and n for a line's end.
std::string unescaped(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escape = text[i] == '\\' && i + 1 < text.size();
    if (escape) ++i;
    result += escape && upper(text[i]) == 'N' ? ' ' : text[i];
  }
  return result;
}

/// A day, and the time on it that is written beside it.
struct Moment {
  Date day;
  int seconds = 0;  ///< since midnight; 0 where only the day is written
};

constexpr int seconds_per_day = 86400;

/// Moves the text past the digits at its beginning, which make a number of at most nine of them.
std::optional<int> take_number(std::string_view& text) {
  const auto end = std::min(text.find_first_not_of("0123456789"), text.size());
  if (end == 0 || end > 9) return std::nullopt;
  int number = 0;
  for (const char digit : text.substr(0, end)) number = 10 * number + (digit - '0');
  text.remove_prefix(end);
  return number;
}

/// "20240131", "20240131T140000", "20240131T140000Z"; of a time that cannot be read the day alone.
std::optional<Moment> moment(std::string_view text) {
  const auto t = std::min(text.find('T'), text.size());
  const auto day = parse_date(text.substr(0, t));
  if (!day) return std::nullopt;
  Moment result{.day = day->date};
  std::string_view time = text.substr(std::min(t + 1, text.size()));
  if (time.ends_with('Z')) time.remove_suffix(1);
  const auto digits = time.size();
  if (const auto number = take_number(time); number && digits == 6 && time.empty())
    result.seconds = *number / 10000 * 3600 + *number / 100 % 100 * 60 + *number % 100;
  return result;
}

struct Unit {
  char letter;
  int seconds;
};

/// "1H30M" in seconds: each of the units at most once, in their order.
std::optional<long long> sum_of_units(std::string_view text, std::span<const Unit> units) {
  long long seconds = 0;
  for (const auto& [letter, length] : units) {
    std::string_view rest = text;
    const auto number = take_number(rest);
    if (!number || !rest.starts_with(letter)) continue;
    seconds += static_cast<long long>(*number) * length;
    text = rest.substr(1);
  }
  return text.empty() ? std::optional(seconds) : std::nullopt;
}

/// "P2D", "PT1H30M", "P1W" in seconds (RFC 5545, section 3.3.6). Nothing where it is no duration, is below zero or beyond a year.
std::optional<int> duration(std::string_view text) {
  constexpr std::array days = {Unit{'W', 7 * seconds_per_day}, Unit{'D', seconds_per_day}};
  constexpr std::array clock = {Unit{'H', 3600}, Unit{'M', 60}, Unit{'S', 1}};
  if (text.starts_with('+')) text.remove_prefix(1);
  if (!text.starts_with('P') || text.size() < 3 || text.ends_with('T')) return std::nullopt;
  const auto t = std::min(text.find('T'), text.size());
  const auto whole = sum_of_units(text.substr(1, t - 1), days), rest = sum_of_units(text.substr(std::min(t + 1, text.size())), clock);
  if (!whole || !rest || *whole + *rest > 366LL * seconds_per_day) return std::nullopt;
  return static_cast<int>(*whole + *rest);
}

class CalendarReader {
 public:
  CalendarRead read(std::string_view text) {
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    if ((read_.problem = unreadable(text))) return std::move(read_);
    std::string_view beginning = text.substr(text.find_first_not_of(" \t\r\n"));
    if (in_capitals(trimmed(beginning.substr(0, beginning.find_first_of("\r\n")))) == "BEGIN:VCALENDAR")
      read_entries(unfolded(text, true));
    else
      for (const UnfoldedLine& line : unfolded(text, false)) read_line(line);
    finish();
    return std::move(read_);
  }

 private:
  /// What is known of a VEVENT.
  struct Entry {
    std::size_t row = 0, date_row = 0, duration_row = 0, rule_row = 0;
    std::string summary, start, zone, end, duration, rule;
    bool cancelled = false;
  };

  static std::optional<Remark> unreadable(std::string_view text) {
    if (text.find_first_not_of(" \t\r\n") == text.npos) return Remark{.message = "an empty text"};
    if (text.size() > longest_calendar_text)
      return Remark{.message = std::to_string(text.size()) + " bytes; at most " + std::to_string(longest_calendar_text) + " are read"};
    const auto is_binary = [](char c) { return static_cast<unsigned char>(c) < ' ' && c != '\t' && c != '\r' && c != '\n'; };
    const auto binary = std::ranges::find_if(text, is_binary);
    if (binary == text.end()) return std::nullopt;
    const auto before = text.substr(0, static_cast<std::size_t>(binary - text.begin()));
    return Remark{.row = 1 + static_cast<std::size_t>(std::ranges::count(before, '\n')), .message = "binary data"};
  }

  void read_entries(const std::vector<UnfoldedLine>& lines) {
    std::optional<Entry> entry;
    int nested = 0;  ///< alarms within an entry have properties of their own
    bool is_whole = false;
    for (const UnfoldedLine& line : lines) {
      const Property written = property(line);
      const auto& [name, parameters, value] = written;
      const std::string what = name == "BEGIN" || name == "END" ? in_capitals(trimmed(value)) : "";
      if (name == "BEGIN" && what == "VEVENT")
        entry = Entry{.row = line.row, .summary = {}, .start = {}, .zone = {}, .end = {}, .duration = {}, .rule = {}};
      else if (name == "END" && what == "VEVENT" && entry)
        take(*std::exchange(entry, std::nullopt));
      else if (entry && (name == "BEGIN" || name == "END"))
        nested += name == "BEGIN" ? 1 : -1;
      else if (entry && nested == 0)
        note(written, line.row, *entry);
      is_whole = is_whole || (name == "END" && what == "VCALENDAR");
    }
    if (!entry && !is_whole) read_.doubted.add({.row = lines.back().row, .message = "the text ends without END:VCALENDAR: entries may be missing"});
    if (!entry) return;
    read_.problem = Remark{.row = entry->row, .message = "the text ends within the entry that begins here"};
  }

  static void note(const Property& property, std::size_t row, Entry& entry) {
    const auto& [name, parameters, value] = property;
    if (name == "SUMMARY") entry.summary = unescaped(value);
    if (name == "STATUS" && in_capitals(trimmed(value)) == "CANCELLED") entry.cancelled = true;
    if (name == "DTEND") entry.end = trimmed(value);
    if (name == "RRULE" || name == "RDATE") {
      entry.rule = value;
      entry.rule_row = row;
    }
    if (name == "DURATION") {
      entry.duration = in_capitals(trimmed(value));
      entry.duration_row = row;
    }
    if (name != "DTSTART") return;
    entry.start = in_capitals(trimmed(value));
    entry.zone = parameters;
    entry.date_row = row;
  }

  /// Where an entry ends, by DTEND or by DURATION; nothing where neither says so.
  static std::optional<Moment> end_of(const Entry& entry, const Moment& start) {
    if (!entry.end.empty()) return moment(entry.end);
    const auto lasts = duration(entry.duration);
    if (!lasts) return std::nullopt;
    const int seconds = start.seconds + *lasts;
    return Moment{start.day + seconds / seconds_per_day, seconds % seconds_per_day};
  }

  /// Days from the first of an entry to its last: DTEND is the day after it, or a time on it (RFC 5545, section 3.6.1). What
  /// ends within a day of its beginning lasts one day, though it is past midnight.
  static int days_after_first(const Entry& entry) {
    const auto first = moment(entry.start);
    const auto end = first ? end_of(entry, *first) : std::nullopt;
    if (!end) return 0;
    const int days = end->day - first->day;
    const bool before_that_time = end->seconds <= first->seconds || end->seconds == 0;
    return std::max(before_that_time ? days - 1 : days, 0);
  }

  /// Whether New York may still have the day before: UTC is at most five hours ahead of it, and the Far East has long been on its
  /// morrow when New York's markets are open.
  static bool may_be_a_day_early(const Entry& entry) {
    if (!entry.start.contains('T')) return false;
    if (entry.start.ends_with('Z')) return moment(entry.start)->seconds < 5 * 3600;
    const std::string zone = in_capitals(entry.zone);
    return zone.contains("ASIA/") || zone.contains("AUSTRALIA/");
  }

  void take(const Entry& entry) {
    if (entry.cancelled) return read_.left_out.add({.row = entry.row, .message = "cancelled", .value = excerpt(entry.summary)});
    if (entry.start.empty())
      return read_.left_out.add({.row = entry.row, .message = "an entry without DTSTART", .value = excerpt(entry.summary)});
    if (!entry.rule.empty() && !kinds_named(entry.summary).empty())
      return read_.left_out.add({.row = entry.rule_row, .message = "repeats by a rule, which is not read: give an entry for each of its days", .value = excerpt(entry.rule)});
    const std::size_t before = found_.size();
    add(entry.start, entry.summary, entry.date_row, days_after_first(entry));
    if (found_.size() == before) return;
    if (may_be_a_day_early(entry))
      read_.doubted.add({.row = entry.date_row, .message = "in New York it may still be the day before", .value = excerpt(entry.start)});
    if (entry.end.empty() && !entry.duration.empty() && !duration(entry.duration))
      read_.doubted.add({.row = entry.duration_row, .message = "not a duration such as P2D: it counts as a day", .value = excerpt(entry.duration)});
  }

  void read_line(const UnfoldedLine& line) {
    const std::string_view text = trimmed(line.text);
    if (text.empty()) return;
    const auto end = std::min(text.find_first_of(" \t,;"), text.size());
    add(text.substr(0, end), text.substr(end), line.row, 0);
  }

  void doubt_closed(Date date, std::size_t row) {
    if (!is_trading_day(date)) read_.doubted.add({.row = row, .message = "the exchanges are closed on that day", .value = iso(date)});
  }

  void add(std::string_view day, std::string_view words, std::size_t row, int days_after_first) {
    // The time of 20240131T140000 says nothing here.
    const auto date = parse_date(day.substr(0, day.find('T')));
    if (!date)
      return read_.left_out.add({.row = row, .message = "not a date such as 2024-01-31 or 20240131", .value = excerpt(day)});
    std::vector<EventKind> kinds = kinds_named(words);
    if (kinds.empty())
      return read_.left_out.add({.row = row, .message = "names none of FOMC, CPI, PPI and GDP", .value = excerpt(trimmed(words))});
    for (const EventKind kind : std::vector(kinds))
      if (const OtherThan* const other = other_than(kind, words)) {
        read_.left_out.add({.row = row, .message = std::string(other->message), .value = excerpt(trimmed(words))});
        std::erase(kinds, kind);
      }
    if (kinds.empty()) return;
    const Date first = date->date, last = first + days_after_first;
    const auto day_of = [&](EventKind kind) { return kind == EventKind::fomc ? last : first; };
    for (const EventKind kind : kinds) found_.push_back({day_of(kind), kind, row});
    const bool on_first = std::ranges::any_of(kinds, [&](EventKind kind) { return day_of(kind) == first; });
    const bool on_last = std::ranges::contains(kinds, EventKind::fomc) && last != first;
    if (on_first) doubt_closed(first, row);
    if (on_last) doubt_closed(last, row);
    if (on_first && last != first)
      read_.doubted.add({.row = row, .message = "lasts several days: its first day alone counts", .value = excerpt(trimmed(words))});
    if (on_last && days_after_first > 1)
      read_.doubted.add({.row = row, .message = "lasts more than two days: its last day alone counts", .value = excerpt(trimmed(words))});
  }

  void finish() {
    if (!read_.problem && found_.size() > most_calendar_events)
      read_.problem = Remark{.message = "more than " + std::to_string(most_calendar_events) + " events"};
    if (!read_.problem && found_.empty()) read_.problem = nothing_left();
    if (read_.problem) return;
    std::ranges::stable_sort(found_, [](const DatedEvent& a, const DatedEvent& b) {
      return a.date != b.date ? a.date < b.date : a.kind < b.kind;
    });
    for (const DatedEvent& each : found_) {
      std::vector<DatedEvent>& events = read_.events;
      if (events.empty() || events.back().date != each.date || events.back().kind != each.kind)
        events.push_back(each);
      else
        read_.left_out.add({.row = each.row, .message = "the event of row " + std::to_string(events.back().row) + " again", .value = iso(each.date)});
    }
  }

  Remark nothing_left() const {
    if (read_.left_out.listed.empty()) return {.message = "no event"};
    Remark first = read_.left_out.listed.front();
    first.message = "no event can be used; the first entry: " + first.message;
    return first;
  }

  CalendarRead read_;
  std::vector<DatedEvent> found_;
};

}  // namespace

CalendarRead read_calendar(std::string_view text) {
  return CalendarReader().read(text);
}

}  // namespace ballast
