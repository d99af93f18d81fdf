#include "signal/given_series.h"

#include <catch2/catch_test_macros.hpp>

#include "given.h"
#include "scenario/signal_report.h"
#include "scenario/run.h"

using namespace ballast;

namespace {

const GivenSeries* find(const std::vector<GivenSeries>& all, SignalSeries series) {
  const auto found = std::ranges::find(all, series, &GivenSeries::series);
  return found == all.end() ? nullptr : &*found;
}

constexpr std::string_view request = R"({
  "files": {"vix": "DATE,CLOSE\n2018-02-01,13\n2018-02-02,17\n2018-02-05,37\n2018-02-06,30\n",
            "token": "DATE,CLOSE\n2018-02-01,50\n2018-02-02,55\n2018-02-05,110\n2018-02-06,99\n"},
  "series": {"rate_differential": "date,value\n2018-01-31,-0.5\n2018-02-05,0\n2018-02-06,0.25\n"},
  "calendar": "2018-01-31 FOMC\n2018-02-06 CPI\n", "from": "2018-02-05"})";

}  // namespace

TEST_CASE("a history has the series of its signals, and the market before its first day, counted from that", "[signals]") {
  Problems problems;
  const GivenHistory given = read_history(Json::parse(request), "/history", problems);
  REQUIRE(problems.empty());
  CHECK(given.history.first == date(2018, 2, 5));
  const GivenSeries* const rates = find(given.series, SignalSeries::rate_differential);
  REQUIRE(rates);
  CHECK(rates->day == std::vector{-5, 0, 1});
  CHECK(rates->value == std::vector{-0.5, 0.0, 0.25});
  const GivenSeries* const vix = find(given.series, SignalSeries::vix);
  REQUIRE(vix);
  CHECK(vix->day == std::vector{-4, -3});
  CHECK(vix->value == std::vector{13.0, 17.0});
  const GivenSeries* const token = find(given.series, SignalSeries::token);
  REQUIRE(token);
  CHECK(token->value == std::vector{50.0 / 110, 55.0 / 110});
  CHECK(!find(given.series, SignalSeries::spx));
  const Scenario scenario = given.history.day.empty() ? Scenario() : ballast::given(R"({"signals": {"events": [{"event": "gdp", "day": 9}]}})");
  const Position position = ballast::position(scenario, given);
  CHECK(position.events == std::vector<CalendarEvent>{{EventKind::cpi, 1}, {EventKind::gdp, 9}});
}

TEST_CASE("events are the same for a path that begins later", "[signals]") {
  CHECK(events_later(std::vector<CalendarEvent>{{EventKind::fomc, 3}, {EventKind::cpi, 5}}, 4) ==
        std::vector<CalendarEvent>{{EventKind::cpi, 1}});
}

TEST_CASE("what is wrong with a file for signals or a calendar is said with its row", "[signals]") {
  const auto problem = [](std::string_view history) {
    const Json response = Json::parse(run(std::format(R"({{"task": "signals", "history": {{"episode": "2018-02", {}}}}})", history)));
    REQUIRE(response["problems"].size() == 1);
    return response["problems"][0];
  };
  CHECK(problem(R"("series": {"gold": "x"})")["pointer"] == "/history/series/gold");
  CHECK(problem(R"("series": {"vix": "x"})")["pointer"] == "/history/series/vix");
  CHECK(problem(R"("series": {"etf_flows": "date,value\n2018-02-05,=1+1\n"})")["message"].get<std::string>().contains("row 2, column 2"));
  CHECK(problem(R"("calendar": "soon FOMC")")["message"].get<std::string>().starts_with("row 1: "));
  CHECK(problem(R"("calendar": 5)")["pointer"] == "/history/calendar");
}

TEST_CASE("the signals of an episode are told at its closes", "[signals]") {
  const Json response = Json::parse(run(R"({"task": "signals", "scenario": {"signals": {"indicators": [{"kind": "edr", "mean": 1, "deviation": 0.5}]}},
    "history": {"episode": "2018-02", "calendar": "2018-02-14 CPI"}})"));
  REQUIRE(response["problems"].empty());
  const Json& report = response["report"];
  CHECK(report["date"][2] == "2018-02-05");
  CHECK(report["indicators"][0]["value"][2].get<double>() == 37.32 / std::sqrt(252.0));
  CHECK(report["events"] == Json::parse(R"([{"event": "cpi", "day": 13, "date": "2018-02-14"}])"));
}

TEST_CASE("what was left out of a calendar is reported beside the files, and doubted days of it", "[signals]") {
  constexpr std::string_view request = R"({{"task": "{}", "scenario": {{"signals": {{"indicators": [{{"kind": "edr"}}]}}, "book": [{{"kind": "vix_calls", "adaptive": 1}}]}}, "history": {{"episode": "2018-02", "calendar": "2018-02-14 CPI\n2018-02-17 PPI\nsoon GDP"}}}})";
  for (const std::string_view task : {"signals", "replay", "adaptive"}) {
    const Json response = Json::parse(run(std::vformat(request, std::make_format_args(task))));
    REQUIRE(response["problems"].empty());
    const Json& files = response["report"]["files"];
    REQUIRE(files.size() == 1);
    CHECK(files[0]["file"] == "calendar");
    CHECK(files[0]["rows"] == 3);
    CHECK(files[0]["used"] == 2);
    CHECK(files[0]["last"] == "2018-02-17");
    CHECK(files[0]["left_out"]["listed"][0]["row"] == 3);
    CHECK(files[0]["doubted"]["listed"][0]["value"] == "2018-02-17");
    CHECK(response["report"]["joined"]["left_out"]["count"] == 0);
  }
}
