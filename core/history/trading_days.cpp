#include "history/trading_days.h"

#include <algorithm>
#include <array>

namespace ballast {
namespace {

/// The closures out of turn: funerals of presidents (Nixon, Reagan, Ford, Bush, Carter), 2001-09-11 to 14, and hurricane Sandy.
constexpr std::array<CivilDate, 11> closures = {{{1994, 4, 27},
                                                 {2001, 9, 11},
                                                 {2001, 9, 12},
                                                 {2001, 9, 13},
                                                 {2001, 9, 14},
                                                 {2004, 6, 11},
                                                 {2007, 1, 2},
                                                 {2012, 10, 29},
                                                 {2012, 10, 30},
                                                 {2018, 12, 5},
                                                 {2025, 1, 9}}};

bool is_weekend(Date date) {
  return weekday(date) >= Weekday::saturday;
}

/// Easter Sunday: Meeus, Jones and Butcher's rule for the Gregorian calendar.
Date easter(int year) {
  const int a = year % 19, b = year / 100, c = year % 100;
  const int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
  const int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
  return date(year, f / 31, f % 31 + 1);
}

/// Which one of its weekday in the month the day is, from 1.
int ordinal(const CivilDate& at) {
  return (at.day - 1) / 7 + 1;
}

/// A holiday on a fixed day is kept on the Friday before where it is a Saturday, on the Monday after where it is a Sunday.
bool is_kept_on(Date day, Date holiday) {
  if (weekday(holiday) == Weekday::saturday) return day == holiday + -1;
  if (weekday(holiday) == Weekday::sunday) return day == holiday + 1;
  return day == holiday;
}

bool is_fixed_holiday(Date day, int year) {
  const Date new_year = date(year, 1, 1);
  // On a Saturday it is not kept at all: the Friday is the last day of the accounting year.
  if (weekday(new_year) != Weekday::saturday && is_kept_on(day, new_year)) return true;
  return (year >= 2022 && is_kept_on(day, date(year, 6, 19))) || is_kept_on(day, date(year, 7, 4)) ||
         is_kept_on(day, date(year, 12, 25));
}

bool is_monday_or_thursday_holiday(Date day, const CivilDate& at) {
  if (weekday(day) == Weekday::thursday) return at.month == 11 && ordinal(at) == 4;
  if (weekday(day) != Weekday::monday) return false;
  return (at.month == 1 && ordinal(at) == 3 && at.year >= 1998) || (at.month == 2 && ordinal(at) == 3) ||
         (at.month == 5 && at.day > 24) || (at.month == 9 && ordinal(at) == 1);
}

}  // namespace

bool is_trading_day(Date day) {
  if (is_weekend(day)) return false;
  const CivilDate at = civil(day);
  if (is_fixed_holiday(day, at.year) || is_monday_or_thursday_holiday(day, at)) return false;
  if (day == easter(at.year) + -2) return false;
  return std::ranges::none_of(closures,
                              [&](const CivilDate& closure) { return date(closure.year, closure.month, closure.day) == day; });
}

Date next_trading_day(Date date) {
  do date.days += 1;
  while (!is_trading_day(date));
  return date;
}

int trading_days(Date from, Date to) {
  int count = 0;
  for (Date day = from; day < to; day.days += 1) count += is_trading_day(day) ? 1 : 0;
  return count;
}

namespace {

Date third_friday(int year, int month) {
  const Date first = date(year, month, 1);
  const int to_friday = (static_cast<int>(Weekday::friday) - static_cast<int>(weekday(first)) + 7) % 7;
  return first + (to_friday + 14);
}

Date trading_day_up_to(Date date) {
  while (!is_trading_day(date)) date.days -= 1;
  return date;
}

}  // namespace

Date settlement_day(FutureMonth future) {
  const FutureMonth after = next(future);
  const Date options_expire = trading_day_up_to(third_friday(after.months / 12, after.months % 12 + 1));
  return trading_day_up_to(options_expire + -30);
}

FutureMonth front_future(Date date) {
  const CivilDate at = civil(date);
  const FutureMonth this_month = future_month(at.year, at.month);
  return date < settlement_day(this_month) ? this_month : next(this_month);
}

}  // namespace ballast
