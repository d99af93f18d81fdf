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

TEST_CASE("a meeting of two days decides on its last, of another entry the first day counts", "[calendar]") {
  const auto read = [](std::string_view entry) {
    return read_calendar("BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + std::string(entry) + "\nEND:VEVENT\nEND:VCALENDAR\n");
  };
  // The meeting of 30 and 31 January 2024 (federalreserve.gov, meeting calendars): DTEND is the day after the last.
  const CalendarRead meeting = read("DTSTART;VALUE=DATE:20240130\nDTEND;VALUE=DATE:20240201\nSUMMARY:FOMC meeting");
  REQUIRE(meeting.events.size() == 1);
  CHECK(meeting.events[0].date == date(2024, 1, 31));
  CHECK(meeting.doubted.count == 0);
  const auto day = [&](std::string_view entry) { return iso(read(entry).events.at(0).date); };
  CHECK(day("DTSTART;VALUE=DATE:20240131\nDTEND;VALUE=DATE:20240201\nSUMMARY:FOMC") == "2024-01-31");
  CHECK(day("DTEND:20240131T160000\nDTSTART:20240130T090000\nSUMMARY:FOMC") == "2024-01-31");
  CHECK(day("DTSTART:20240130T090000\nDTEND:20240201T000000\nSUMMARY:FOMC") == "2024-01-31");
  CHECK(day("DTSTART:20240131T190000Z\nDTEND:20240201T003000Z\nSUMMARY:FOMC") == "2024-01-31");
  CHECK(day("DTSTART;VALUE=DATE:20240131\nDTEND;VALUE=DATE:20240131\nSUMMARY:FOMC") == "2024-01-31");
  CHECK(day("DTSTART;VALUE=DATE:20240131\nDTEND;VALUE=DATE:20240101\nSUMMARY:FOMC") == "2024-01-31");
  const CalendarRead prices = read("DTSTART;VALUE=DATE:20240213\nDTEND;VALUE=DATE:20240215\nSUMMARY:CPI");
  REQUIRE(prices.events.size() == 1);
  CHECK(prices.events[0].date == date(2024, 2, 13));
  REQUIRE(prices.doubted.count == 1);
  CHECK(prices.doubted.listed[0].message == "lasts several days: its first day alone counts");
  CHECK(prices.doubted.listed[0].row == 3);
  const CalendarRead weeks = read("DTSTART;VALUE=DATE:20240120\nDTEND;VALUE=DATE:20240202\nSUMMARY:FOMC blackout");
  REQUIRE(weeks.doubted.count == 1);
  CHECK(weeks.doubted.listed[0].message == "lasts more than two days: its last day alone counts");
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
