#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "history/date.h"
#include "history/remark.h"

namespace ballast {

/// One value a day. All vectors have one length.
struct Series {
  std::vector<Date> dates;        ///< strictly rising
  std::vector<double> values;     ///< above 0 unless any are allowed, in the unit of the file
  std::vector<std::size_t> rows;  ///< of the text, see Remark
  std::size_t date_column = 0;    ///< cell of a row that dates it, from 1; 0 where none does
};

/// How a text is to be read.
struct SeriesReading {
  Date latest;                     ///< the last date that can have a value yet: today, from whoever has a clock
  std::optional<Date> first = {};  ///< the trading day of the first value, for a text without dates
  enum class Values { above_zero, any };
  Values allowed = Values::above_zero;  ///< a price is above zero; a rate differential or a flow need not be
  int largest_gap_days = 7;  ///< calendar days between values from which a gap is remarked on; after 2001-09-10 it was seven
};

/// What became of a text. Every row is used, or is in `left_out` with the reason; nothing is mended.
struct SeriesRead {
  Series series;
  std::optional<Remark> problem;  ///< why nothing could be read: then `series` is empty
  Remarks left_out;               ///< rows, or headings, that are not used
  Remarks doubted;                ///< rows that are used, and what is odd about them
  std::size_t rows = 0;           ///< of data: used and left out
  std::size_t all_equal =
      0;                     ///< rows whose open, high, low and close are one number: only the close is known (VIX before 1992)
  std::string value_column;  ///< the heading of the column that was used; empty without headings
};

/// Longest text that is read: thirty times the daily open, high, low and close since 1990.
inline constexpr std::size_t longest_series_text = 16u << 20;
inline constexpr std::size_t most_series_rows = 100'000;

/// Reads daily values from a comma-separated text, as bytes of UTF-8 or ASCII.
///
///     Columns   with headings: a date, and the value from the first of settle, close, last, price, value (any case); or the
///     one other
///               column. Without: `date,value`, or `date,open,high,low,close`. One column alone: values of consecutive trading
///               days of the US exchanges (trading_days.h) from `first`, refused without it: a row number is no date
///     Dates     year-month-day or month/day/year; a text that holds a date with the day first is refused
///     Numbers   see parse_decimal
///     Lines     any line ending, byte order mark, quotes, blank lines and commas at the end of a line are as they may be
///
/// Left out: a row whose date or value is missing, not to be read, after `latest`, or not above zero; with a formula in a cell
/// (a text that begins with = + - @: a spreadsheet would run it); with an open quote; cut off at the end of the text; with the
/// date of an earlier row.
///
/// Doubted: open, high and low at odds with the close or not above zero; a weekend or holiday; a date before that of the row
/// above; a gap; a last line without line break, which may be cut off within a number.
///
/// A problem: an empty text, one longer than `longest_series_text`, binary data, more than `most_series_rows` rows, columns
/// that cannot be told apart, no row that can be used. Time is linear in the length of the text but for one sort of the rows.
SeriesRead read_series(std::string_view text, const SeriesReading& how);

}  // namespace ballast
