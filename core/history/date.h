#pragma once
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace ballast {

/// A day of the proleptic Gregorian calendar, as the number of days since 1970-01-01. No time of day and no time zone: the day
/// at whose close a value was published.
struct Date {
  int days = 0;
  auto operator<=>(const Date&) const = default;
};

struct CivilDate {
  int year;
  int month;  ///< 1 to 12
  int day;    ///< 1 to 31
};

/// Both ways exact for the years -32767 to 32767: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms",
/// days_from_civil and civil_from_days. <chrono> has them, but brings a clock along.
Date date(int year, int month, int day);
CivilDate civil(Date date);

constexpr Date operator+(Date date, int days) {
  return {date.days + days};
}
constexpr int operator-(Date later, Date earlier) {
  return later.days - earlier.days;
}

enum class Weekday { monday, tuesday, wednesday, thursday, friday, saturday, sunday };

Weekday weekday(Date date);
std::string_view name(Weekday weekday);

/// "2018-02-05".
std::string iso(Date date);

/// How a date was written: which of the two lets a reader notice a file that writes the day first.
enum class DateForm { iso, us };

struct ParsedDate {
  Date date;
  DateForm form;
};

/// The years that a date may lie in; a typing error is more likely than a quote from outside them.
inline constexpr int first_year = 1900;
inline constexpr int last_year = 2199;

/// Reads "2018-02-05" (also "2018-2-5", "2018/02/05" and "20180205"; a time of day after a space or T is passed over) or
/// "02/05/2018" (month, day, year; also "2/5/2018"). Nothing where it is none of these, no day of the calendar, or outside the
/// years above.
std::optional<ParsedDate> parse_date(std::string_view text);

/// Whether the text is a date only if its first number is the day: "13/02/2018". A file with one such date must not be read as
/// month/day/year, for its other dates would be read wrongly without a sign.
bool is_day_first(std::string_view text);

}  // namespace ballast
