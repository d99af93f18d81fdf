#include "history/series_layout.h"

#include <algorithm>
#include <array>
#include <span>

#include "history/date.h"
#include "history/decimal.h"

namespace ballast {
namespace {

using Cells = std::vector<std::string_view>;

// As the files of Cboe, FRED and the usual download pages name them; of two that a file has, the one that stands first here.
constexpr std::array<std::string_view, 6> date_names = {"date",     "trade date", "observation_date",
                                                        "datetime", "timestamp",  "day"};
constexpr std::array<std::string_view, 8> value_names = {
    "settle", "settlement price", "settlement", "close", "close/last", "last", "price", "value"};

bool is_date(std::string_view cell) {
  return parse_date(cell) || is_day_first(cell);
}

bool is_same_name(std::string_view cell, std::string_view lower_case) {
  return std::ranges::equal(cell, lower_case, {},
                            [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
}

std::optional<std::size_t> find_named(const Cells& headings, std::span<const std::string_view> names) {
  for (const std::string_view name : names)
    for (std::size_t i = 0; i < headings.size(); ++i)
      if (is_same_name(headings[i], name)) return i;
  return std::nullopt;
}

std::optional<std::size_t> find_named(const Cells& headings, std::string_view name) {
  return find_named(headings, std::span(&name, 1));
}

struct Heading {
  Cells cells;
  std::size_t row = 0;

  bool is_known() const { return find_named(cells, date_names) || find_named(cells, value_names); }
};

/// The headings and the widest of the first rows.
struct Sample {
  Heading heading;
  Cells cells;
  std::size_t row = 0;
};

Sample take_sample(std::string_view text) {
  constexpr int most_lines = 100, most_rows = 10;
  Sample sample;
  CsvLines lines(text);
  CsvLine line;
  for (int seen = 0, rows = 0; seen < most_lines && rows < most_rows && lines.next(line); ++seen) {
    if (holds_data(line)) {
      ++rows;
      if (line.cells.size() > sample.cells.size()) sample.cells = line.cells, sample.row = line.row;
    } else if (rows == 0 && !line.cells.empty() && !sample.heading.is_known()) {
      // A disclaimer may stand above the headings: the last line is taken where no name is known.
      sample.heading = {line.cells, line.row};
    }
  }
  return sample;
}

Remark cannot_tell(const Sample& sample, std::string message) {
  const Cells& cells = sample.heading.row ? sample.heading.cells : sample.cells;
  std::string shown;
  for (const std::string_view cell : std::span(cells).first(std::min<std::size_t>(cells.size(), 8))) {
    if (!shown.empty()) shown += ',';
    shown += cell;
  }
  return {.row = sample.heading.row ? sample.heading.row : sample.row, .message = std::move(message), .value = excerpt(shown)};
}

std::optional<std::size_t> date_column(const Sample& sample) {
  if (const auto named = find_named(sample.heading.cells, date_names)) return named;
  const auto found = std::ranges::find_if(sample.cells, is_date);
  if (found == sample.cells.end()) return std::nullopt;
  return static_cast<std::size_t>(found - sample.cells.begin());
}

std::optional<SeriesLayout::Prints> prints_beside(const Cells& headings, std::size_t value) {
  const auto open = find_named(headings, "open"), high = find_named(headings, "high"), low = find_named(headings, "low");
  if (!is_same_name(headings[value], "close") || !open || !high || !low) return std::nullopt;
  return SeriesLayout::Prints{*open, *high, *low};
}

std::variant<SeriesLayout, Remark> layout_by_heading(const Sample& sample) {
  const Cells& headings = sample.heading.cells;
  SeriesLayout layout{.date = date_column(sample), .heading_row = sample.heading.row};
  const std::size_t width = std::max(headings.size(), sample.cells.size());
  if (!layout.date && width > 1)
    return cannot_tell(sample, "no column of dates: name one DATE, and write year-month-day or month/day/year");
  if (layout.date && width == 1) return cannot_tell(sample, "dates without values");
  if (const auto named = find_named(headings, value_names))
    layout.value = *named;
  else if (width > 2)
    return cannot_tell(sample, "which column holds the values? Name one of them CLOSE, SETTLE, PRICE or VALUE");
  else
    layout.value = layout.date && *layout.date == 0 ? 1 : 0;
  if (layout.value >= headings.size()) return layout;
  layout.prints = prints_beside(headings, layout.value);
  layout.heading = excerpt(headings[layout.value]);
  return layout;
}

std::variant<SeriesLayout, Remark> layout_by_width(const Sample& sample) {
  const bool begins_with_date = is_date(sample.cells[0]);
  if (sample.cells.size() == 1 && !begins_with_date) return SeriesLayout{};
  if (sample.cells.size() == 1) return cannot_tell(sample, "dates without values");
  if (!begins_with_date) return cannot_tell(sample, "no headings, and the first column holds no dates");
  if (sample.cells.size() == 2) return SeriesLayout{.date = 0, .value = 1};
  if (sample.cells.size() == 5) return SeriesLayout{.date = 0, .value = 4, .prints = SeriesLayout::Prints{1, 2, 3}};
  return cannot_tell(sample, "no headings: that can be date,value or date,open,high,low,close, but this is neither");
}

}  // namespace

std::size_t SeriesLayout::cells() const {
  std::size_t last = std::max(date.value_or(0), value);
  if (prints) last = std::max({last, prints->open, prints->high, prints->low});
  return last + 1;
}

bool holds_data(const CsvLine& line) {
  return std::ranges::any_of(line.cells, [](std::string_view cell) { return is_date(cell) || parse_decimal(cell); });
}

std::variant<SeriesLayout, Remark> find_layout(std::string_view text) {
  const Sample sample = take_sample(text);
  if (sample.cells.empty()) return cannot_tell(sample, "no row with a date or a number at the beginning of the text");
  return sample.heading.row ? layout_by_heading(sample) : layout_by_width(sample);
}

}  // namespace ballast
