#include "history/series.h"

#include <algorithm>

#include "history/csv.h"
#include "history/decimal.h"
#include "history/series_layout.h"
#include "history/trading_days.h"

namespace ballast {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < ' ' && c != '\t' && c != '\r' && c != '\n') || byte == 0x7f;
}

/// The remark on the byte at `at`, which no text has.
Remark on_control(std::string_view text, std::size_t at) {
  CsvLines lines(text.substr(0, at));
  CsvLine line{.row = 1};
  while (lines.next(line)) {
  }
  const bool begins_line = line.is_ended;
  return {.row = line.row + (begins_line ? 1 : 0),
          .column = begins_line ? 1 : std::max<std::size_t>(line.cells.size(), 1),
          .message = "byte " + std::to_string(at + 1) + " is none that a text has: binary data"};
}

/// Why a text is none that can be read.
std::optional<Remark> unreadable(std::string_view text) {
  const auto whole = [](std::string message) { return Remark{.message = std::move(message)}; };
  if (text.empty()) return whole("an empty text");
  if (text.starts_with("\x1f\x8b")) return whole("compressed with gzip: unpack it first");
  if (text.starts_with("PK\x03\x04")) return whole("a spreadsheet or zip archive: save the table as CSV");
  if (text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff")) return whole("UTF-16: save the text as UTF-8");
  const std::string_view read = text.substr(0, longest_series_text);
  const auto control = std::ranges::find_if(read, is_control);
  if (control != read.end()) return on_control(read, static_cast<std::size_t>(control - read.begin()));
  if (text.size() == read.size()) return std::nullopt;
  return Remark{.row = 1 + static_cast<std::size_t>(std::ranges::count(read, '\n')),
                .message = "longer than " + std::to_string(longest_series_text) + " bytes, thirty times the daily values since 1990"};
}

/// A spreadsheet runs such a cell as a formula. "-" and "--" stand for nothing in many files.
bool is_formula(std::string_view cell) {
  if (cell.empty() || parse_decimal(cell)) return false;
  return cell[0] == '=' || cell[0] == '@' || ((cell[0] == '+' || cell[0] == '-') && cell.find_first_not_of("+-") != cell.npos);
}

class SeriesReader {
 public:
  SeriesReader(std::string_view text, const SeriesReading& how, SeriesLayout layout)
      : lines_(text), how_(how), layout_(std::move(layout)) {
    read_.value_column = layout_.heading;
    if (layout_.date) read_.series.date_column = *layout_.date + 1;
  }

  SeriesRead read() {
    if (const auto problem = no_first_day()) return failed(*problem);
    for (CsvLine line; lines_.next(line) && !read_.problem;) take(line);
    if (read_.problem) return failed(*read_.problem);
    sort();
    keep_one_a_day();
    if (read_.series.dates.empty()) return failed(nothing_left());
    remark_on_gaps();
    return std::move(read_);
  }

 private:
  struct Row {
    Date date;
    double value;
    std::size_t row;
  };

  SeriesRead failed(Remark problem) {
    read_.problem = std::move(problem);
    read_.series = {};
    return std::move(read_);
  }

  std::optional<Remark> no_first_day() const {
    if (layout_.date) return std::nullopt;
    if (!how_.first)
      return Remark{.row = 1, .column = 1, .message = "values without dates: say on which day the first of them was"};
    if (is_trading_day(*how_.first)) return std::nullopt;
    return Remark{.message = "the first value is said to be of " + iso(*how_.first) + ", when the exchanges were closed"};
  }

  Remark nothing_left() const {
    if (read_.left_out.listed.empty()) return {.message = "no row of values"};
    Remark first = read_.left_out.listed.front();
    first.message = "none of " + std::to_string(read_.rows) + " rows can be used; the first: " + first.message;
    return first;
  }

  void leave_out(const CsvLine& line, std::size_t cell, std::string message) {
    const std::string_view value = cell < line.cells.size() ? line.cells[cell] : std::string_view();
    read_.left_out.add({line.row, cell + 1, std::move(message), excerpt(value)});
  }

  void doubt(const CsvLine& line, std::size_t cell, std::string message) {
    read_.doubted.add({line.row, cell + 1, std::move(message), excerpt(line.cells[cell])});
  }

  void take(const CsvLine& line) {
    if (line.cells.empty() || line.row == layout_.heading_row) return;
    if (line.row < layout_.heading_row || (read_.rows == 0 && !holds_data(line) && !is_whole(line)))
      return leave_out(line, 0, "neither the headings nor a row of values");
    if (++read_.rows > most_series_rows) {
      read_.problem = Remark{.row = line.row, .message = "more than " + std::to_string(most_series_rows) + " rows"};
      return;
    }
    const auto date = take_date(line);
    if (const auto value = date ? take_value(line) : std::nullopt) {
      rows_.push_back({*date, *value, line.row});
      check(line, *date, *value);
    }
  }

  bool is_whole(const CsvLine& line) const { return line.cells.size() >= layout_.cells(); }

  /// Why nothing of a line can be trusted, and at which cell.
  bool is_broken(const CsvLine& line) {
    const auto formula = std::ranges::find_if(line.cells, is_formula);
    if (line.has_open_quote)
      leave_out(line, line.cells.empty() ? 0 : line.cells.size() - 1, "a quote that is not closed in its line");
    else if (line.has_too_many_cells)
      leave_out(line, CsvLine::most_cells, "more than " + std::to_string(CsvLine::most_cells) + " cells");
    else if (formula != line.cells.end())
      leave_out(line, static_cast<std::size_t>(formula - line.cells.begin()), "a formula");
    else if (!line.is_ended && !is_whole(line))
      leave_out(line, line.cells.size() - 1, "the text ends within this row");
    else
      return false;
    return true;
  }

  std::optional<Date> take_date(const CsvLine& line) {
    // A value that cannot be used has its day all the same.
    if (!layout_.date) undated_ = undated_ ? next_trading_day(*undated_) : *how_.first;
    if (is_broken(line)) return std::nullopt;
    const std::size_t column = layout_.date.value_or(layout_.value);
    const auto date = layout_.date ? parsed_date(line, *layout_.date) : undated_;
    if (!date || *date <= how_.latest) return date;
    leave_out(line, column, iso(*date) + " is after " + iso(how_.latest) + ", the last day that can have a value yet");
    return std::nullopt;
  }

  std::optional<Date> parsed_date(const CsvLine& line, std::size_t column) {
    const std::string_view cell = column < line.cells.size() ? line.cells[column] : std::string_view();
    if (const auto parsed = parse_date(cell)) return parsed->date;
    if (is_day_first(cell))
      read_.problem = Remark{line.row, column + 1,
                             "a date with the day first, so that all dates of the text are in doubt: write "
                             "year-month-day or month/day/year",
                             excerpt(cell)};
    else
      leave_out(line, column, "not a date such as 2018-02-05 or 02/05/2018");
    return std::nullopt;
  }

  std::optional<double> take_value(const CsvLine& line) {
    const std::size_t column = layout_.value;
    if (column >= line.cells.size() || line.cells[column].empty()) {
      leave_out(line, column, "no value");
      return std::nullopt;
    }
    const auto value = parse_decimal(line.cells[column]);
    if (value && (*value > 0 || how_.allowed == SeriesReading::Values::any)) return value;
    leave_out(line, column, value ? "not above zero" : "not a number such as 17.31, without separators of thousands");
    return std::nullopt;
  }

  void check(const CsvLine& line, Date date, double value) {
    if (layout_.date && !is_trading_day(date))
      doubt(line, *layout_.date,
            weekday(date) >= Weekday::saturday ? "a " + std::string(name(weekday(date)))
                                               : "the exchanges were closed on that day");
    if (layout_.prints) check_prints(line, *layout_.prints, value);
    if (!line.is_ended) doubt(line, line.cells.size() - 1, "the last line ends without a line break: is it whole?");
  }

  void check_prints(const CsvLine& line, const SeriesLayout::Prints& at, double close) {
    double prints[3] = {};
    const std::size_t columns[3] = {at.open, at.high, at.low};
    for (std::size_t i = 0; i < 3; ++i) {
      const auto print = columns[i] < line.cells.size() ? parse_decimal(line.cells[columns[i]]) : std::nullopt;
      if (!print || *print <= 0) return doubt_print(line, columns[i], print ? "not above zero" : "not a number");
      prints[i] = *print;
    }
    const auto [open, high, low] = prints;
    if (open == close && high == close && low == close) ++read_.all_equal;
    if (high < low) return doubt_print(line, at.high, "high is below low");
    if (low > close) return doubt_print(line, at.low, "low is above close");
    if (high < close) return doubt_print(line, at.high, "high is below close");
    if (open < low || open > high) doubt_print(line, at.open, "open is not between low and high");
  }

  void doubt_print(const CsvLine& line, std::size_t cell, std::string message) {
    const std::string_view value = cell < line.cells.size() ? line.cells[cell] : std::string_view();
    read_.doubted.add({line.row, cell + 1, std::move(message), excerpt(value)});
  }

  void sort() {
    const auto falls = [](const Row& a, const Row& b) { return b.date < a.date; };
    const auto rises = [](const Row& a, const Row& b) { return a.date < b.date; };
    if (std::ranges::is_sorted(rows_, rises)) return;
    if (std::ranges::is_sorted(rows_, falls))
      read_.doubted.add({.message = "the newest row is the first; read from the last"});
    else
      for (std::size_t i = 1; i < rows_.size(); ++i)
        if (falls(rows_[i - 1], rows_[i]))
          read_.doubted.add({rows_[i].row, *layout_.date + 1, "before the date of the row above; taken in its place by date",
                             iso(rows_[i].date)});
    std::ranges::stable_sort(rows_, rises);
  }

  void keep_one_a_day() {
    Series& series = read_.series;
    for (const Row& row : rows_) {
      if (!series.dates.empty() && series.dates.back() == row.date) {
        const bool same = series.values.back() == row.value;
        read_.left_out.add({row.row, *layout_.date + 1,
                            "the date of row " + std::to_string(series.rows.back()) + " again, with " +
                                (same ? "the same value" : "another value"),
                            iso(row.date)});
        continue;
      }
      series.dates.push_back(row.date);
      series.values.push_back(row.value);
      series.rows.push_back(row.row);
    }
  }

  void remark_on_gaps() {
    const Series& series = read_.series;
    for (std::size_t i = 1; i < series.dates.size(); ++i) {
      const int days = series.dates[i] - series.dates[i - 1];
      if (days <= how_.largest_gap_days) continue;
      read_.doubted.add({series.rows[i], layout_.date.value_or(0) + 1,
                         std::to_string(days) + " days after the value before it, of " + iso(series.dates[i - 1]),
                         iso(series.dates[i])});
    }
  }

  CsvLines lines_;
  const SeriesReading& how_;
  SeriesLayout layout_;
  SeriesRead read_;
  std::vector<Row> rows_;        ///< that can be used, as they stand in the text
  std::optional<Date> undated_;  ///< the day of the last row of a text without dates
};

}  // namespace

SeriesRead read_series(std::string_view text, const SeriesReading& how) {
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  SeriesRead read;
  if ((read.problem = unreadable(text))) return read;
  auto layout = find_layout(text);
  if (auto* cannot = std::get_if<Remark>(&layout)) {
    read.problem = std::move(*cannot);
    return read;
  }
  return SeriesReader(text, how, std::move(std::get<SeriesLayout>(layout))).read();
}

}  // namespace ballast
