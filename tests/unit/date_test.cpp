#include "history/date.h"

#include <catch2/catch_test_macros.hpp>

using namespace ballast;

TEST_CASE("a day number counts from 1970-01-01, and back to the calendar") {
  CHECK(date(1970, 1, 1).days == 0);
  CHECK(date(1969, 12, 31).days == -1);
  CHECK(date(2000, 3, 1).days == 11017);
  CHECK(date(2018, 2, 5).days == 17567);
  int expected = date(1896, 1, 1).days;
  for (Date day = date(1896, 1, 1); day < date(2105, 1, 1); day.days += 1, ++expected) {
    const CivilDate at = civil(day);
    REQUIRE(date(at.year, at.month, at.day).days == expected);
  }
}

TEST_CASE("weekdays are those of the calendar on the wall") {
  CHECK(weekday(date(1970, 1, 1)) == Weekday::thursday);
  CHECK(weekday(date(1969, 12, 28)) == Weekday::sunday);
  CHECK(name(weekday(date(2018, 2, 5))) == "Monday");
  CHECK(name(weekday(date(2024, 2, 29))) == "Thursday");
}

TEST_CASE("a date is written in ISO form") {
  CHECK(iso(date(2018, 2, 5)) == "2018-02-05");
  CHECK(iso(date(987, 11, 30)) == "0987-11-30");
}

TEST_CASE("ISO and US dates are read") {
  const auto reads = [](std::string_view text, DateForm form) {
    const auto parsed = parse_date(text);
    return parsed && parsed->date == date(2018, 2, 5) && parsed->form == form;
  };
  for (const auto text :
       {"2018-02-05", "2018-2-5", "2018/02/05", "20180205", "2018-02-05T00:00:00Z", "2018-02-05 16:15:00-05:00"})
    CHECK(reads(text, DateForm::iso));
  for (const auto text : {"02/05/2018", "2/5/2018", "2/5/2018 0:00"}) CHECK(reads(text, DateForm::us));
}

TEST_CASE("what is no day of the calendar is not read") {
  for (const auto text :
       {"",           "-",          "/",          "2018",     "2018-02",       "2018-02-30",   "2018-13-01",  "2018-00-01",
        "2018-02-00", "2018-02/05", "2/5/18",     "5-2-2018", "2018-02-05x",   "2018-02-05 x", "1899-12-31",  "2200-01-01",
        "2100-02-29", "02/29/2019", "13/02/2018", "99999999", "123456789-1-1", "2018--02-05",  "Feb 5, 2018", "2018-02-",
        "17.31",      "20180230"})
    CHECK_FALSE(parse_date(text));
  CHECK(parse_date("2000-02-29"));
}

TEST_CASE("a date that can only have its day first is told from one that is none") {
  for (const auto text : {"13/02/2018", "31/12/2018", "31/12/2018 00:00"}) CHECK(is_day_first(text));
  for (const auto text : {"12/02/2018", "31/02/2018", "13/13/2018", "32/01/2018", "2018-13-01", "13/02", ""})
    CHECK_FALSE(is_day_first(text));
}
