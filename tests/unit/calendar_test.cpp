#include "history/calendar.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

using namespace ballast;

namespace {

/// As calendars are published: CRLF, folded lines, alarms.
constexpr std::string_view icalendar =
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
    "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20240131\r\nSUMMARY:FOMC mee\r\n ting\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nSUMMARY:Consumer Price Index\r\nDTSTART;TZID=\"America:New_York\":20240111T083000\r\n"
    "BEGIN:VALARM\r\nDTSTART:20230101\r\nSUMMARY:GDP\r\nEND:VALARM\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nDTSTART:20240125T133000Z\r\nSUMMARY:GDP (advance)\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nDTSTART:20240214\r\nSUMMARY:Birthday\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nDTSTART:20240216\r\nSUMMARY:PPI\r\nSTATUS:CANCELLED\r\nEND:VEVENT\r\n"
    "END:VCALENDAR\r\n";

}  // namespace

TEST_CASE("an iCalendar text gives the days of its events", "[calendar]") {
  const CalendarRead read = read_calendar(icalendar);
  REQUIRE(!read.problem);
  REQUIRE(read.events.size() == 3);
  CHECK(read.events[0] == DatedEvent{date(2024, 1, 11), EventKind::cpi, 10});
  CHECK(read.events[1] == DatedEvent{date(2024, 1, 25), EventKind::gdp, 17});
  CHECK(read.events[2] == DatedEvent{date(2024, 1, 31), EventKind::fomc, 4});
}

TEST_CASE("what is not used of a calendar is named by its row", "[calendar]") {
  const CalendarRead read = read_calendar(icalendar);
  REQUIRE(read.left_out.count == 2);
  CHECK(read.left_out.listed[0].row == 21);
  CHECK(read.left_out.listed[0].message == "names none of FOMC, CPI, PPI and GDP");
  CHECK(read.left_out.listed[0].value == "Birthday");
  CHECK(read.left_out.listed[1].row == 24);
  CHECK(read.left_out.listed[1].message == "cancelled");
  REQUIRE(read.doubted.count == 1);
  CHECK(read.doubted.listed[0].row == 17);
}

TEST_CASE("a calendar may be a date and an event a line", "[calendar]") {
  const CalendarRead read = read_calendar("2024-01-31 FOMC\n\n02/13/2024, CPI and core cpi\n2024-01-31\tfomc again\nsoon GDP\n2024-02-17 PPI");
  REQUIRE(!read.problem);
  REQUIRE(read.events.size() == 3);
  CHECK(read.events[0] == DatedEvent{date(2024, 1, 31), EventKind::fomc, 1});
  CHECK(read.events[1] == DatedEvent{date(2024, 2, 13), EventKind::cpi, 3});
  CHECK(read.events[2] == DatedEvent{date(2024, 2, 17), EventKind::ppi, 6});
  REQUIRE(read.left_out.count == 2);
  CHECK(read.left_out.listed[0].row == 5);
  CHECK(read.left_out.listed[1].message == "the event of row 1 again");
  REQUIRE(read.doubted.count == 1);
  CHECK(read.doubted.listed[0].value == "2024-02-17");
}

TEST_CASE("one entry may name two events, and letters around a name make it another word", "[calendar]") {
  CHECK(read_calendar("2024-02-13 CPI, PPI").events.size() == 2);
  CHECK(read_calendar("2024-02-13 SCPIO").problem);
}

TEST_CASE("a text that is no calendar is a problem that says why", "[calendar]") {
  const auto problem = [](std::string_view text) {
    const CalendarRead read = read_calendar(text);
    CHECK(read.events.empty());
    REQUIRE(read.problem);
    return *read.problem;
  };
  CHECK(problem("").message == "an empty text");
  CHECK(problem("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20240131\nSUMMARY:FOMC\n").row == 2);
  CHECK(problem(std::string_view("2024-01-31 FOMC\n\0\1", 18)).row == 2);
  CHECK(problem(std::string(longest_calendar_text + 1, 'x')).message.contains("bytes"));
  CHECK(problem("BEGIN:VCALENDAR\nEND:VCALENDAR").message == "no event");
  CHECK(problem("2024-13-31 FOMC").message.contains("not a date"));
  std::string many;
  for (std::size_t i = 0; i <= most_calendar_events; ++i) many += "2024-01-31 FOMC\n";
  CHECK(problem(many).message.contains("more than"));
}
