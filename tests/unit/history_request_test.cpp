#include "scenario/history_request.h"

#include <catch2/catch_test_macros.hpp>
#include <cmath>

using namespace ballast;

namespace {

const std::string vix =
    "DATE,OPEN,HIGH,LOW,CLOSE\n2018-02-01,13.05,14.30,12.50,13.47\n2018-02-02,13.64,17.86,13.64,17.31\n"
    "2018-02-05,18.44,38.80,16.80,37.32\n2018-02-06,37.32,50.30,22.42,29.98\n";

/// The only problem of a history.
Problem problem_of(const Json& json) {
  Problems problems;
  const GivenHistory given = read_history(json, "/history", problems);
  CHECK(given.history.day.empty());
  REQUIRE(problems.size() == 1);
  return problems[0];
}

GivenHistory given(const Json& json) {
  Problems problems;
  GivenHistory result = read_history(json, "/history", problems);
  REQUIRE(problems.empty());
  return result;
}

}  // namespace

TEST_CASE("a history is an episode in the box, whole or cut to its dates") {
  const GivenHistory whole = given({{"episode", "2018-02"}});
  CHECK(whole.history.first == date(2018, 2, 1));
  CHECK(whole.history.vix.size() == 12);
  CHECK(whole.history.first_future[2] == 33.225);
  REQUIRE(whole.source);
  const GivenHistory cut = given({{"episode", "2018-02"}, {"from", "2018-02-02"}, {"to", "02/06/2018"}});
  CHECK(cut.history.first == date(2018, 2, 2));
  CHECK(cut.history.day == std::vector{0, 3, 4});
  CHECK(cut.history.vix == std::vector{17.31, 37.32, 29.98});
  CHECK(cut.history.first_future == std::vector{15.625, 33.225, 23.875});
  CHECK(cut.history.token[1] / cut.history.token[0] == whole.history.token[2] / whole.history.token[1]);
}

TEST_CASE("a history is read from the texts of files, with what is odd about them by row and column") {
  const GivenHistory read = given({{"files",
                                    {{"vix", vix + "2018-02-07,31.38,31.64,29.00,27.73\n2018-02-08,,,,=1+1\n"},
                                     {"spx", "2018-02-01,2821.98\n2018-02-05,2648.94\n2018-02-07,2681.66\n"}}}});
  CHECK(read.history.day == std::vector{0, 4, 6});
  CHECK(read.history.spx == std::vector{2821.98, 2648.94, 2681.66});
  REQUIRE(read.files.size() == 2);
  CHECK(files_json(read)[0]["left_out"].dump() ==
        R"({"count":1,"listed":[{"row":7,"column":5,"message":"a formula","value":"=1+1"}]})");
  CHECK(files_json(read)[0]["doubted"]["listed"][0].dump() ==
        R"({"row":6,"column":4,"message":"low is above close","value":"29.00"})");
  CHECK(read.left_out.count == 2);
}

TEST_CASE("a token follows the first future where it alone is given, and both where both are") {
  const std::string first = "2018-02-01,13.275\n2018-02-02,15.625\n2018-02-05,33.225\n";
  const std::string second = "2018-02-01,13.425\n2018-02-02,14.975\n2018-02-05,27.975\n";
  const auto growth = [](const History& history) { return history.token[2] / history.token[1]; };
  CHECK(std::abs(growth(given({{"files", {{"vix", vix}, {"first_future", first}}}}).history) - 33.225 / 15.625) < 1e-12);
  const Json both = {{"vix", vix}, {"first_future", first}, {"second_future", second}};
  // The published return of the S&P 500 VIX Short-Term Futures Index.
  CHECK(std::abs(growth(given({{"files", both}}).history) - 1.961026147015) < 1e-12);
  CHECK(growth(given({{"files", both}, {"held", "first"}}).history) < 2.13);
}

TEST_CASE("what is wrong with a file is said with its row and column") {
  const auto file = [](const std::string& text) { return Json{{"files", {{"vix", text}}}, {"today", "2026-11-25"}}; };
  CHECK(problem_of(file("")).message == "an empty text");
  CHECK(problem_of(file("")).pointer == "/history/files/vix");
  CHECK(problem_of(file(std::string(20 << 20, '0'))).message.starts_with("row 1: longer than 16777216 bytes"));
  CHECK(problem_of(file("DATE,CLOSE\n2018-02-01,1\x01\n")).message ==
        "row 2, column 2: byte 24 is none that a text has: binary data");
  CHECK(problem_of(file("DATE,CLOSE\n2018-02-01,=1+1\n")).message ==
        "row 2, column 2: none of 1 rows can be used; the first: a formula");
  CHECK(problem_of(file("DATE,CLOSE\n2099-02-02,13\n")).message ==
        "row 2, column 1: none of 1 rows can be used; the first: 2099-02-02 is after 2026-11-25, the last day that can have a "
        "value yet");
  CHECK(problem_of(file("DATE,CLOSE\n2018-02-01,13\n2018-02-0")).message ==
        "leaves fewer than two closes to go from one to the next; there are 1 close, 2018-02-01 to 2018-02-01; left out of vix: row 3, "
        "column 1: the text ends within this row");
  CHECK(problem_of({{"files", {{"vix", vix}, {"spx", "2020-02-03,3248\n2020-02-04,3297\n"}}}}).message ==
        "VIX (2018-02-01 in row 2, column 1, to 2018-02-06 in row 5, column 1) and SPX (2020-02-03 in row 1, column 1, to 2020-02-04 in "
        "row 2, column 1) share no date");
}

TEST_CASE("what is wrong with the request itself is said where it stands") {
  CHECK(problem_of(Json::array()).pointer == "/history");
  CHECK(problem_of(Json::object()).message.starts_with("must give either files or an episode"));
  CHECK(problem_of({{"episode", "1987-10"}}).pointer == "/history/episode");
  CHECK(problem_of({{"episode", "2018-02"}, {"from", "yesterday"}}).pointer == "/history/from");
  CHECK(problem_of({{"episode", "2018-02"}, {"from", "2018-02-05"}, {"to", "2018-02-01"}}).pointer == "/history/to");
  CHECK(problem_of({{"episode", "2018-02"}, {"from", "2019-01-01"}}).pointer == "/history/from");
  CHECK(problem_of({{"episode", "2018-02"}, {"held", 1}}).pointer == "/history/held");
  CHECK(problem_of({{"episode", "2018-02"}, {"weather", 1}}).pointer == "/history/weather");
  CHECK(problem_of({{"files", {{"vix", 1}}}}).pointer == "/history/files/vix");
  CHECK(problem_of({{"files", {{"spx", vix}}}}).pointer == "/history/files/vix");
  CHECK(problem_of({{"files", {{"vix", vix}, {"gold", vix}}}}).pointer == "/history/files/gold");
  CHECK(problem_of({{"files", {{"vix", vix}, {"second_future", vix}}}}).pointer == "/history/files");
}
