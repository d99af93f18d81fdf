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
  CHECK(read.doubted.count == 0);
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

TEST_CASE("DURATION says how long an entry lasts where DTEND does not", "[calendar]") {
  const auto read = [](std::string_view entry) {
    return read_calendar("BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + std::string(entry) + "\nEND:VEVENT\nEND:VCALENDAR\n");
  };
  const auto day = [&](std::string_view entry) {
    const CalendarRead found = read(entry);
    CHECK(found.doubted.count == 0);
    return iso(found.events.at(0).date);
  };
  CHECK(day("DTSTART;VALUE=DATE:20240130\nDURATION:P2D\nSUMMARY:FOMC") == "2024-01-31");
  CHECK(day("DURATION:P1D\nDTSTART;VALUE=DATE:20240131\nSUMMARY:FOMC") == "2024-01-31");
  CHECK(day("DTSTART:20240130T090000\nDURATION:P1DT6H30M\nSUMMARY:FOMC") == "2024-01-31");
  CHECK(day("DTSTART:20240130T090000\nDURATION:+PT31H\nSUMMARY:FOMC") == "2024-01-31");
  CHECK(day("DTSTART:20240131T230000\nDURATION:PT2H\nSUMMARY:FOMC") == "2024-01-31");
  CHECK(day("DTSTART:20240131T140000\nDURATION:PT0S\nSUMMARY:FOMC") == "2024-01-31");
  CHECK(day("DTSTART:20240130T090000\nDTEND:20240130T100000\nDURATION:P2D\nSUMMARY:FOMC") == "2024-01-30");
  const CalendarRead week = read("DTSTART;VALUE=DATE:20240129\nDURATION:P1W\nSUMMARY:FOMC");
  REQUIRE(week.events.size() == 1);
  CHECK(week.events[0].date == date(2024, 2, 4));
  for (const std::string_view odd : {"2D", "P", "P2M", "P2DT", "P2H", "PT2D", "-P2D", "P999999999W", "P1D2D", "P2D1W"}) {
    CAPTURE(odd);
    const CalendarRead found = read("DTSTART;VALUE=DATE:20240130\nDURATION:" + std::string(odd) + "\nSUMMARY:FOMC");
    REQUIRE(found.events.size() == 1);
    CHECK(found.events[0].date == date(2024, 1, 30));
    REQUIRE(found.doubted.count == 1);
    CHECK(found.doubted.listed[0].row == 4);
    CHECK(found.doubted.listed[0].value == odd);
  }
}

TEST_CASE("calendars as the agencies and the Federal Reserve publish them are read", "[calendar]") {
  // The forms of bls.gov/schedule/news_release/bls.ics and of bea.gov's subscription; and the kinds of entries that the Federal
  // Reserve's calendar has beside meetings.
  const CalendarRead read = read_calendar(
      "\r\nBEGIN:VCALENDAR\r\nX-WR-TIMEZONE:US-Eastern\r\nBEGIN:VTIMEZONE\r\nTZID:US-Eastern\r\nBEGIN:DAYLIGHT\r\n"
      "DTSTART:20070311T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n"
      "BEGIN:VEVENT\r\nDTSTART;TZID=US-Eastern:20240111T083000\r\nSUMMARY;LANGUAGE=en-us:Consumer Price Index for Dec\r\n"
      " ember 2023\r\nEND:VEVENT\r\n"
      "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE-TIME;TZID=/freeassociation.sourceforge.net/America/New_York:20240112T083000\r\n"
      "SUMMARY:Release\\nPPI\\, final demand\r\nEND:VEVENT\r\n"
      "BEGIN:VEVENT\r\nDTSTART:20240125T133000Z\r\nSUMMARY:GDP (Advance Estimate)\\, 4th Quarter\r\n\t and Year 2023\r\nEND:VEVENT\r\n"
      "BEGIN:VEVENT\r\nDTSTART:20240329T123000Z\r\nSUMMARY:Gross Domestic Product by State\\, 4th Quarter 2023\r\nEND:VEVENT\r\n"
      "BEGIN:VEVENT\r\nDTSTART;TZID=\"America/New_York\":20240131T140000\r\nSUMMARY:FOMC Statement\r\nEND:VEVENT\r\n"
      "BEGIN:VEVENT\r\nDTSTART;TZID=America/New_York:20240221T140000\r\nSUMMARY:FOMC Minutes\r\nEND:VEVENT\r\n"
      "END:VCALENDAR\r\n");
  REQUIRE(!read.problem);
  CHECK(read.events == std::vector<DatedEvent>{{date(2024, 1, 11), EventKind::cpi, 12},
                                               {date(2024, 1, 12), EventKind::ppi, 17},
                                               {date(2024, 1, 25), EventKind::gdp, 21},
                                               {date(2024, 1, 31), EventKind::fomc, 30}});
  CHECK(read.doubted.count == 0);
  REQUIRE(read.left_out.count == 2);
  CHECK(read.left_out.listed[0].row == 26);
  CHECK(read.left_out.listed[0].message == "GDP of the states, not of the country");
  CHECK(read.left_out.listed[1].row == 34);
  CHECK(read.left_out.listed[1].message == "the minutes of a meeting, not its decision");
}

TEST_CASE("an entry that repeats by a rule is refused at the rule's row", "[calendar]") {
  for (const std::string_view rule : {"RRULE:FREQ=MONTHLY;COUNT=8", "RDATE;VALUE=DATE:20240320,20240501"}) {
    const CalendarRead read = read_calendar("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20240131T140000\nSUMMARY:FOMC\n" + std::string(rule) +
                                            "\nEND:VEVENT\nBEGIN:VEVENT\nDTSTART:20240213\nSUMMARY:CPI\nEND:VEVENT\nEND:VCALENDAR\n");
    CHECK(read.events == std::vector<DatedEvent>{{date(2024, 2, 13), EventKind::cpi, 8}});
    REQUIRE(read.left_out.count == 1);
    CHECK(read.left_out.listed[0].row == 5);
    CHECK(read.left_out.listed[0].message.starts_with("repeats by a rule, which is not read"));
    CHECK(read.left_out.listed[0].value == rule.substr(rule.find(':') + 1));
  }
}

TEST_CASE("a time at which New York may still have the day before is remarked on", "[calendar]") {
  const auto doubted = [](std::string_view start) {
    const CalendarRead read = read_calendar("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART" + std::string(start) + "\nSUMMARY:FOMC\nEND:VEVENT\nEND:VCALENDAR\n");
    REQUIRE(read.events.size() == 1);
    CHECK(iso(read.events[0].date) == "2024-02-01");
    return read.doubted.count == 1 && read.doubted.listed[0].row == 3;
  };
  CHECK(doubted(":20240201T043000Z"));
  CHECK(doubted(";TZID=Asia/Tokyo:20240201T040000"));
  CHECK(!doubted(":20240201T050000Z"));
  CHECK(!doubted(";TZID=Europe/Berlin:20240201T200000"));
  CHECK(!doubted(";VALUE=DATE;TZID=Asia/Tokyo:20240201"));
}

TEST_CASE("an iCalendar text that is cut short between two entries is remarked on", "[calendar]") {
  const CalendarRead read = read_calendar("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20240131\nSUMMARY:FOMC\nEND:VEVENT\nBEGIN:VEV");
  CHECK(read.events.size() == 1);
  REQUIRE(read.doubted.count == 1);
  CHECK(read.doubted.listed[0].row == 6);
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
