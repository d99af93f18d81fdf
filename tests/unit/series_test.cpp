#include "history/series.h"

#include <catch2/catch_test_macros.hpp>

using namespace ballast;

namespace {

const SeriesReading until_2020 = {.latest = date(2020, 12, 31)};

SeriesRead read(std::string_view text) {
  return read_series(text, until_2020);
}

/// "row:column message" of the first remark.
std::string first(const Remarks& remarks) {
  if (remarks.listed.empty()) return "";
  const Remark& remark = remarks.listed.front();
  return std::to_string(remark.row) + ":" + std::to_string(remark.column) + " " + remark.message;
}

std::string problem(const SeriesRead& read) {
  return read.problem
             ? std::to_string(read.problem->row) + ":" + std::to_string(read.problem->column) + " " + read.problem->message
             : "";
}

const std::vector<Date> two_days = {date(2018, 2, 2), date(2018, 2, 5)};

/// Whether the text is read as the VIX closes of two days without anything to remark.
bool is_two_days(std::string_view text) {
  const SeriesRead got = read(text);
  return !got.problem && got.left_out.count == 0 && got.doubted.count == 0 && got.series.dates == two_days &&
         got.series.values == std::vector{17.31, 37.32};
}

}  // namespace

TEST_CASE("a history file of Cboe is read: its closes, with ISO or US dates") {
  CHECK(is_two_days("DATE,OPEN,HIGH,LOW,CLOSE\n2018-02-02,13.64,17.86,13.64,17.31\n2018-02-05,18.44,38.80,16.80,37.32\n"));
  CHECK(is_two_days(
      "DATE,OPEN,HIGH,LOW,CLOSE\n02/02/2018,13.640000,17.860000,13.640000,17.310000\n02/05/2018,18.44,38.8,16.8,37.32\n"));
  CHECK(is_two_days("2018-02-02,13.64,17.86,13.64,17.31\n2018-02-05,18.44,38.80,16.80,37.32\n"));
  CHECK(is_two_days("DATE,VVIX\n02/02/2018,17.31\n02/05/2018,37.32\n"));
  const std::string settlements =
      "Trade Date,Futures,Open,High,Low,Close,Settle,Change,Total Volume\n"
      "2018-02-02,G (Feb 2018),13,18,13,0,17.31,1,9\n2018-02-05,G (Feb 2018),13,18,13,0,37.32,1,9\n";
  CHECK(is_two_days(settlements));
  CHECK(read(settlements).value_column == "Settle");
}

TEST_CASE("dates and values alone are read, with headings or without, in any dress") {
  const std::string plain = "2018-02-02,17.31\n2018-02-05,37.32\n";
  CHECK(is_two_days(plain));
  CHECK(is_two_days("date,value\n" + plain));
  CHECK(
      is_two_days("\xEF\xBB\xBF"
                  "date,value\n" +
                  plain));
  CHECK(is_two_days("date,vix\r\n2018-02-02,17.31\r\n2018-02-05,37.32\r\n"));
  CHECK(is_two_days("date,vix\r2018-02-02,17.31\r2018-02-05,37.32\r"));
  CHECK(is_two_days("\n\ndate,vix\n\n2018-02-02,17.31\n \t\n,,\n2018-02-05,37.32\n\n"));
  CHECK(is_two_days("\"date\",\"a \"\"quoted\"\", name\"\n\"2018-02-02\" , \"17.31\"\n \"2018-02-05\",\" 37.32 \"\n"));
  CHECK(is_two_days("date,vix,,\n2018-02-02,17.31,,\n2018-02-05,37.32,,\n"));
  CHECK(is_two_days("vix,date\n17.31,2018-02-02\n37.32,2018-02-05\n"));
  CHECK(is_two_days("date,volume,close\n2018-02-02,0,17.31\n2018-02-05,,37.32\n"));
}

TEST_CASE("one column is read as consecutive trading days from a given first one, and refused without it") {
  const SeriesReading from_thursday = {.latest = date(2020, 12, 31), .first = date(2018, 2, 15)};
  const SeriesRead got = read_series("VIX\n19.13\n19.46\nx\n20.02\n", from_thursday);
  CHECK(problem(got).empty());
  // 17 to 19 February were a weekend and Presidents' Day; the value that cannot be read has its day.
  CHECK(got.series.dates == std::vector{date(2018, 2, 15), date(2018, 2, 16), date(2018, 2, 21)});
  CHECK(got.series.rows == std::vector<std::size_t>{2, 3, 5});
  CHECK(first(got.left_out) == "4:1 not a number such as 17.31, without separators of thousands");
  CHECK(problem(read("19.13\n19.46\n")) == "1:1 values without dates: say on which day the first of them was");
  CHECK(problem(read_series("19.13\n", {.latest = date(2020, 12, 31), .first = date(2018, 2, 17)})) ==
        "0:0 the first value is said to be of 2018-02-17, when the exchanges were closed");
}

TEST_CASE("a row that cannot be used is left out by row and column") {
  const auto left_out = [](std::string_view row) {
    const SeriesRead got = read("DATE,CLOSE\n2018-02-01,13.47\n" + std::string(row) + "\n2018-02-06,29.98\n");
    CHECK(got.series.dates.size() == 2);
    CHECK(got.left_out.count == 1);
    CHECK(got.rows == 3);
    return first(got.left_out);
  };
  CHECK(left_out("2018-02-05,n/a") == "3:2 not a number such as 17.31, without separators of thousands");
  CHECK(left_out("2018-02-05,\"1,337.32\"") == "3:2 not a number such as 17.31, without separators of thousands");
  CHECK(left_out("2018-02-30,37.32") == "3:1 not a date such as 2018-02-05 or 02/05/2018");
  CHECK(left_out("2018-02-05,") == "3:2 no value");
  CHECK(left_out("2018-02-05,0") == "3:2 not above zero");
  CHECK(left_out("2018-02-05,-37.32") == "3:2 not above zero");
  CHECK(left_out("2099-02-05,37.32") == "3:1 2099-02-05 is after 2020-12-31, the last day that can have a value yet");
  CHECK(left_out("2018-02-05,=37.32") == "3:2 a formula");
  CHECK(left_out("2018-02-05,37.32,@SUM(A1)") == "3:3 a formula");
  CHECK(left_out("2018-02-05,37.32,+cmd|' /C calc'!A0") == "3:3 a formula");
  CHECK(left_out("2018-02-05,37.32,-1+1") == "3:3 a formula");
  CHECK(left_out("2018-02-05,\"37.32") == "3:2 a quote that is not closed in its line");
  CHECK(left_out("2018-02-01,13.47") == "3:1 the date of row 2 again, with the same value");
  CHECK(left_out("2018-02-01,14.47") == "3:1 the date of row 2 again, with another value");
}

TEST_CASE("a sign before a number and a dash for nothing are no formulas") {
  CHECK(is_two_days("DATE,CLOSE,CHANGE\n2018-02-02,+17.31,-3.1\n2018-02-05,37.32,--\n"));
}

TEST_CASE("open, high and low at odds with the close are remarked on, and the close is used") {
  const auto doubted = [](std::string_view prints) {
    const SeriesRead got = read("DATE,OPEN,HIGH,LOW,CLOSE\n2018-02-05," + std::string(prints) + "\n");
    CHECK(got.series.dates.size() == 1);
    CHECK(got.doubted.count == 1);
    return first(got.doubted);
  };
  CHECK(doubted("20,30,26,25") == "2:4 low is above close");
  CHECK(doubted("20,24,16,25") == "2:3 high is below close");
  CHECK(doubted("20,15,16,25") == "2:3 high is below low");
  CHECK(doubted("15,30,16,25") == "2:2 open is not between low and high");
  CHECK(doubted("20,30,0,25") == "2:4 not above zero");
  CHECK(doubted("20,x,16,25") == "2:3 not a number");
}

TEST_CASE("rows with four equal prices are counted, not doubted one by one") {
  const SeriesRead got =
      read("DATE,OPEN,HIGH,LOW,CLOSE\n1990-01-02,17.24,17.24,17.24,17.24\n1990-01-03,18.19,18.19,18.19,18.19\n");
  CHECK(got.all_equal == 2);
  CHECK(got.doubted.count == 0);
}

TEST_CASE("weekends, holidays, gaps and a cut last line are remarked on and used") {
  const auto doubted = [](std::string_view text) {
    const SeriesRead got = read(text);
    CHECK(got.left_out.count == 0);
    CHECK(got.doubted.count == 1);
    return first(got.doubted);
  };
  CHECK(doubted("2018-02-02,17.31\n2018-02-03,17.31\n") == "2:1 a Saturday");
  CHECK(doubted("2018-02-16,19.46\n2018-02-19,19.46\n") == "2:1 the exchanges were closed on that day");
  CHECK(doubted("2018-02-02,17.31\n2018-02-12,25.61\n") == "2:1 10 days after the value before it, of 2018-02-02");
  CHECK(doubted("2018-02-02,17.31\n2018-02-05,37.32") == "2:2 the last line ends without a line break: is it whole?");
}

TEST_CASE("a last row that is cut before its value is left out") {
  for (const auto cut : {"2018-02-05,18.44,38.80,16.", "2018-02-05", "2018-0"}) {
    const SeriesRead got = read("DATE,OPEN,HIGH,LOW,CLOSE\n2018-02-02,13.64,17.86,13.64,17.31\n" + std::string(cut));
    CHECK(got.series.dates.size() == 1);
    CHECK(got.left_out.listed.at(0).message == "the text ends within this row");
    CHECK(got.left_out.listed.at(0).row == 3);
  }
}

TEST_CASE("rows are put in order by date, and it is said which were not") {
  const SeriesRead mixed = read("2018-02-05,37.32\n2018-02-02,17.31\n2018-02-06,29.98\n");
  CHECK(mixed.series.values == std::vector{17.31, 37.32, 29.98});
  CHECK(mixed.series.rows == std::vector<std::size_t>{2, 1, 3});
  CHECK(mixed.doubted.count == 1);
  CHECK(first(mixed.doubted) == "2:1 before the date of the row above; taken in its place by date");
  const SeriesRead backwards = read("2018-02-06,29.98\n2018-02-05,37.32\n2018-02-02,17.31\n");
  CHECK(backwards.series.values == std::vector{17.31, 37.32, 29.98});
  CHECK(backwards.doubted.count == 1);
  CHECK(first(backwards.doubted) == "0:0 the newest row is the first; read from the last");
}

TEST_CASE("lines above the headings are passed over and said so") {
  const SeriesRead got =
      read("Cboe data is provided for information,see terms\nDate,Close\n2018-02-02,17.31\n2018-02-05,37.32\n");
  CHECK(got.series.values == std::vector{17.31, 37.32});
  CHECK(got.left_out.count == 1);
  CHECK(first(got.left_out) == "1:1 neither the headings nor a row of values");
}

TEST_CASE("a text that is no table of daily values is refused with the reason") {
  CHECK(problem(read("")) == "0:0 an empty text");
  CHECK(problem(read("\xEF\xBB\xBF")) == "0:0 an empty text");
  CHECK(problem(read("\n\n")) == "0:0 no row with a date or a number at the beginning of the text");
  CHECK(problem(read(std::string_view("2018-02-02,17.31\n2018-02-05,37\0.32\n", 37))) ==
        "2:2 byte 31 is none that a text has: binary data");
  CHECK(problem(read(std::string_view("\n\0", 2))) == "2:1 byte 2 is none that a text has: binary data");
  CHECK(problem(read("\x1f\x8b\x08")) == "0:0 compressed with gzip: unpack it first");
  CHECK(problem(read("PK\x03\x04")) == "0:0 a spreadsheet or zip archive: save the table as CSV");
  CHECK(problem(read("\xff\xfe"
                     "D")) == "0:0 UTF-16: save the text as UTF-8");
  CHECK(problem(read("02/01/2018,13.47\n13/02/2018,24.97\n")) ==
        "2:1 a date with the day first, so that all dates of the text are in doubt: write year-month-day or month/day/year");
  CHECK(problem(read("date,vix,spx\n2018-02-02,17.31,2762.13\n")) ==
        "1:0 which column holds the values? Name one of them CLOSE, SETTLE, PRICE or VALUE");
  CHECK(problem(read("row,close\n1,17.31\n")) ==
        "1:0 no column of dates: name one DATE, and write year-month-day or month/day/year");
  CHECK(problem(read("2018-02-02\n2018-02-05\n")) == "1:0 dates without values");
  CHECK(problem(read("1,2018-02-02,17.31\n")) == "1:0 no headings, and the first column holds no dates");
  CHECK(problem(read("2018-02-02,1,2,3\n")) ==
        "1:0 no headings: that can be date,value or date,open,high,low,close, but this is neither");
  CHECK(problem(read("date,vix\n2018-02-02,x\n2018-02-05,y\n")) ==
        "2:2 none of 2 rows can be used; the first: not a number such as 17.31, without separators of thousands");
}

TEST_CASE("100 MB of zeros are refused at once, and what is just short of the limits in bounded memory") {
  CHECK(problem(read(std::string(100u << 20, '\0'))) == "1:1 byte 1 is none that a text has: binary data");
  CHECK(problem(read(std::string(100u << 20, '0'))).starts_with("1:0 longer than 16777216 bytes"));
  std::string lines(20u << 20, 'x');
  for (std::size_t i = 1023; i < lines.size(); i += 1024) lines[i] = '\n';
  CHECK(problem(read(lines)).starts_with("16385:0 longer than 16777216 bytes"));
  CHECK(problem(read(std::string(1u << 20, '\0'))) == "1:1 byte 1 is none that a text has: binary data");
  CHECK_FALSE(problem(read(std::string(1u << 20, '0'))).empty());
  CHECK_FALSE(problem(read(std::string(1u << 20, ','))).empty());
  CHECK_FALSE(problem(read(std::string(1u << 20, '"'))).empty());
  std::string rows = "date,vix\n";
  for (std::size_t i = 0; i <= most_series_rows; ++i) rows += "x,1\n";
  CHECK(problem(read(rows)) == "100002:0 more than 100000 rows");
}

TEST_CASE("a thousand bad rows are counted and a hundred listed, with values that are safe to show") {
  std::string text = "date,vix\n2018-02-02,17.31\n";
  for (int i = 0; i < 1000; ++i) text += "2018-02-05,\xff\xc3<script>" + std::string(100, 'x') + "\n";
  const SeriesRead got = read(text);
  CHECK(got.left_out.count == 1000);
  CHECK(got.left_out.listed.size() == Remarks::most_listed);
  CHECK(got.left_out.listed[0].value == "?" "?<script>" + std::string(27, 'x') + "...");
}
