#include "history/calendar.h"

#include <algorithm>
#include <array>
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

/// "DTSTART;VALUE=DATE:20240131" is the property DTSTART with the value 20240131. A colon within quotes ends no name.
struct Property {
  std::string name;
  std::string_view value;
};

Property property(const UnfoldedLine& line) {
  bool quoted = false;
  std::size_t colon = 0;
  for (; colon < line.text.size() && (quoted || line.text[colon] != ':'); ++colon)
    if (line.text[colon] == '"') quoted = !quoted;
  const std::string_view before = std::string_view(line.text).substr(0, colon);
  const std::string_view value = colon < line.text.size() ? std::string_view(line.text).substr(colon + 1) : std::string_view();
  return {in_capitals(before.substr(0, before.find(';'))), value};
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  return first == text.npos ? std::string_view() : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

class CalendarReader {
 public:
  CalendarRead read(std::string_view text) {
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    if ((read_.problem = unreadable(text))) return std::move(read_);
    if (in_capitals(trimmed(text.substr(0, text.find_first_of("\r\n")))) == "BEGIN:VCALENDAR")
      read_entries(unfolded(text, true));
    else
      for (const UnfoldedLine& line : unfolded(text, false)) read_line(line);
    finish();
    return std::move(read_);
  }

 private:
  /// What is known of a VEVENT.
  struct Entry {
    std::size_t row = 0, date_row = 0;
    std::string summary, start, end;
    bool repeats = false, cancelled = false;
  };

  static std::optional<Remark> unreadable(std::string_view text) {
    if (trimmed(text).empty()) return Remark{.message = "an empty text"};
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
    for (const UnfoldedLine& line : lines) {
      const auto [name, value] = property(line);
      const std::string what = name == "BEGIN" || name == "END" ? in_capitals(trimmed(value)) : "";
      if (name == "BEGIN" && what == "VEVENT")
        entry = Entry{.row = line.row, .summary = {}, .start = {}, .end = {}};
      else if (name == "END" && what == "VEVENT" && entry)
        take(*std::exchange(entry, std::nullopt));
      else if (entry && (name == "BEGIN" || name == "END"))
        nested += name == "BEGIN" ? 1 : -1;
      else if (entry && nested == 0)
        note(name, value, line.row, *entry);
    }
    if (!entry) return;
    read_.problem = Remark{.row = entry->row, .message = "the text ends within the entry that begins here"};
  }

  static void note(const std::string& name, std::string_view value, std::size_t row, Entry& entry) {
    if (name == "SUMMARY") entry.summary = value;
    if (name == "RRULE" || name == "RDATE") entry.repeats = true;
    if (name == "STATUS" && in_capitals(trimmed(value)) == "CANCELLED") entry.cancelled = true;
    if (name == "DTEND") entry.end = trimmed(value);
    if (name != "DTSTART") return;
    entry.start = trimmed(value);
    entry.date_row = row;
  }

  /// Days from the first of an entry to its last: DTEND is the day after it, or a time on it (RFC 5545, section 3.6.1). What
  /// ends within a day of its beginning lasts one day, though it is past midnight.
  static int days_after_first(const Entry& entry) {
    const auto time = [](const std::string& text) { return text.substr(std::min(text.find('T'), text.size())); };
    const auto first = parse_date(entry.start.substr(0, entry.start.find('T'))), end = parse_date(entry.end.substr(0, entry.end.find('T')));
    if (!first || !end) return 0;
    const int days = end->date - first->date;
    const bool before_that_time = time(entry.end) <= time(entry.start) || time(entry.end).starts_with("T000000");
    return std::max(before_that_time ? days - 1 : days, 0);
  }

  void take(const Entry& entry) {
    if (entry.cancelled) return read_.left_out.add({.row = entry.row, .message = "cancelled", .value = excerpt(entry.summary)});
    if (entry.start.empty())
      return read_.left_out.add({.row = entry.row, .message = "an entry without DTSTART", .value = excerpt(entry.summary)});
    const std::size_t before = found_.size();
    add(entry.start, entry.summary, entry.date_row, days_after_first(entry));
    if (found_.size() == before) return;
    if (entry.repeats)
      read_.doubted.add({.row = entry.row, .message = "repeats by a rule: its first day alone counts", .value = excerpt(entry.summary)});
    if (entry.start.ends_with('Z'))
      read_.doubted.add({.row = entry.date_row, .message = "a time in UTC: late in the evening its day is the next one", .value = excerpt(entry.start)});
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
    const std::vector<EventKind> kinds = kinds_named(words);
    if (kinds.empty())
      return read_.left_out.add({.row = row, .message = "names none of FOMC, CPI, PPI and GDP", .value = excerpt(trimmed(words))});
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
