#include "history/date.h"

#include <array>

namespace ballast {
namespace {

constexpr int days_per_era = 146097;  // 400 years
constexpr int days_to_1970 = 719468;  // from 0000-03-01

int days_in_month(int year, int month) {
  constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : days[static_cast<std::size_t>(month - 1)];
}

}  // namespace

Date date(int year, int month, int day) {
  // Years begin in March, so that the leap day is the last of its year.
  const int y = month <= 2 ? year - 1 : year;
  const int era = (y >= 0 ? y : y - 399) / 400;
  const int year_of_era = y - era * 400;
  const int day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return {era * days_per_era + day_of_era - days_to_1970};
}

CivilDate civil(Date date) {
  const int z = date.days + days_to_1970;
  const int era = (z >= 0 ? z : z - (days_per_era - 1)) / days_per_era;
  const int day_of_era = z - era * days_per_era;
  const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int month = (5 * day_of_year + 2) / 153;
  const int civil_month = month < 10 ? month + 3 : month - 9;
  return {year_of_era + era * 400 + (civil_month <= 2 ? 1 : 0), civil_month, day_of_year - (153 * month + 2) / 5 + 1};
}

Weekday weekday(Date date) {
  const int since_thursday = date.days % 7;  // 1970-01-01 was one
  return static_cast<Weekday>((since_thursday + 7 + 3) % 7);
}

std::string_view name(Weekday weekday) {
  constexpr std::array<std::string_view, 7> names = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                     "Friday", "Saturday", "Sunday"};
  return names[static_cast<std::size_t>(weekday)];
}

std::string iso(Date date) {
  const CivilDate at = civil(date);
  const auto padded = [](int number, std::size_t width) {
    std::string digits = std::to_string(number);
    return digits.insert(0, digits.size() < width ? width - digits.size() : 0, '0');
  };
  return padded(at.year, 4) + "-" + padded(at.month, 2) + "-" + padded(at.day, 2);
}

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Three numbers with one separator between them, and how many digits the first has.
struct Triple {
  std::array<int, 3> numbers = {};
  std::size_t first_digits = 0;
  char separator = 0;
};

/// Takes a number of one to four digits off the front.
std::optional<int> take_number(std::string_view& text) {
  std::size_t digits = 0;
  int number = 0;
  for (; digits < text.size() && is_digit(text[digits]); ++digits) {
    if (digits == 4) return std::nullopt;
    number = number * 10 + (text[digits] - '0');
  }
  text.remove_prefix(digits);
  return digits ? std::optional(number) : std::nullopt;
}

std::optional<Triple> take_triple(std::string_view& text) {
  Triple triple;
  for (std::size_t i = 0; i < 3; ++i) {
    if (i > 0) {
      if (text.empty() || (text[0] != '-' && text[0] != '/') || (i == 2 && text[0] != triple.separator)) return std::nullopt;
      triple.separator = text[0];
      text.remove_prefix(1);
    }
    const std::size_t before = text.size();
    const auto number = take_number(text);
    if (!number) return std::nullopt;
    if (i == 0) triple.first_digits = before - text.size();
    triple.numbers[i] = *number;
  }
  return triple;
}

bool is_time_of_day(std::string_view text) {
  return text.empty() ||
         ((text[0] == ' ' || text[0] == 'T') && text.find_first_not_of("0123456789:.+-Z", 1) == std::string_view::npos);
}

std::optional<Date> checked(int year, int month, int day) {
  if (year < first_year || year > last_year || month < 1 || month > 12 || day < 1 || day > days_in_month(year, month))
    return std::nullopt;
  return date(year, month, day);
}

std::optional<ParsedDate> parse_compact(std::string_view text) {
  int number = 0;
  for (const char c : text) {
    if (!is_digit(c)) return std::nullopt;
    number = number * 10 + (c - '0');
  }
  const auto parsed = checked(number / 10000, number / 100 % 100, number % 100);
  return parsed ? std::optional(ParsedDate{*parsed, DateForm::iso}) : std::nullopt;
}

}  // namespace

std::optional<ParsedDate> parse_date(std::string_view text) {
  if (text.size() == 8)
    if (const auto compact = parse_compact(text)) return compact;
  const auto triple = take_triple(text);
  if (!triple || !is_time_of_day(text)) return std::nullopt;
  const auto [a, b, c] = triple->numbers;
  const bool year_first = triple->first_digits == 4;
  if (!year_first && triple->separator != '/') return std::nullopt;
  const auto parsed = year_first ? checked(a, b, c) : checked(c, a, b);
  if (!parsed) return std::nullopt;
  return ParsedDate{*parsed, year_first ? DateForm::iso : DateForm::us};
}

bool is_day_first(std::string_view text) {
  const auto triple = take_triple(text);
  if (!triple || triple->first_digits > 2 || !is_time_of_day(text)) return false;
  const auto [day, month, year] = triple->numbers;
  return day > 12 && checked(year, month, day).has_value();
}

}  // namespace ballast
