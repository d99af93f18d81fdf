#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>
#include <format>
#include <utility>

#include "scenario/replay_report.h"

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using namespace ballast;

namespace {

const Json pool = {{"pool", {{"kind", "constant_product"}, {"value", 100000}}}};

Json with_book(Json book) {
  Json scenario = pool;
  scenario["book"] = std::move(book);
  return scenario;
}

ReplayRequest asked(const Json& request) {
  Problems problems;
  ReplayRequest result = read_replay_request(request, problems);
  for (const Problem& problem : problems) UNSCOPED_INFO(problem.pointer << " " << problem.message);
  REQUIRE(problems.empty());
  return result;
}

Json reported(const Json& request) {
  const ReplayRequest read = asked(request);
  Arrays arrays(Arrays::Place::in_json);
  return report(read, replay(read), arrays);
}

Json replayed(std::string_view episode, const Json& scenario) {
  return reported({{"scenario", scenario}, {"history", {{"episode", episode}}}});
}

/// The element of a column on a date of the episode.
double at(const Json& report, const char* column, Date date) {
  const Date first = parse_date(report["history"]["first"].get<std::string>())->date;
  for (std::size_t i = 0; i < report["day"].size(); ++i)
    if (first + report["day"][i].get<int>() == date) return report[column][i].get<double>();
  FAIL("no such close");
  return 0;
}

std::string problem_of(const Json& request) {
  Problems problems;
  read_replay_request(request, problems);
  REQUIRE(problems.size() == 1);
  return problems[0].pointer;
}

}  // namespace

TEST_CASE("a replay says which signals dropped out") {
  Json scenario = pool;
  scenario["signals"]["indicators"] = {{{"kind", "edr"}, {"mean", 1}, {"deviation", 0.5}}, {{"kind", "level"}, {"of", "price_to_earnings"}, {"mean", 21}, {"deviation", 1}}};
  Json history = {{"episode", "2018-02"}};
  const auto said = [&] { return reported({{"scenario", scenario}, {"history", history}})["notes"].dump(); };
  CHECK(said().contains("drops out"));
  CHECK(!said().contains("EDR drops out"));
  std::string ratios;
  for (int day = 1; day <= 28; ++day) ratios += std::format("2018-01-{:02},{}\n", day, 20 + day % 3);
  history["series"]["price_to_earnings"] = ratios;
  CHECK(!said().contains("drops out"));
  scenario.erase("signals");
  CHECK(!said().contains("weights"));
}

TEST_CASE("a settlement that is not known is not told as one of 0") {
  ReplayRequest read = asked({{"scenario", pool}, {"history", {{"episode", "2024-08"}}}});
  History& history = read.given.history;
  history.second_future.assign(history.day.size(), 0);
  const auto highest = std::ranges::max_element(history.vix) - history.vix.begin();
  const double known = std::exchange(history.first_future[static_cast<std::size_t>(highest)], 0);
  REQUIRE(known > 30);
  const auto said = [&] {
    Arrays arrays(Arrays::Place::in_json);
    return report(read, replay(read), arrays);
  };
  const Json some = said();
  CHECK(some.contains("first_future"));
  CHECK(!some.contains("second_future"));
  CHECK(some["notes"].dump().contains("what the first future settled at is not known"));
  CHECK(!some["notes"].dump().contains("settled at 0.00"));
  history.first_future.assign(history.day.size(), 0);
  const Json none = said();
  CHECK(!none.contains("first_future"));
  CHECK(!none["notes"].dump().contains("settle"));
}

TEST_CASE("the pool of a replay loses what its token's futures say, not what cash VIX says") {
  // 2024-07-31 to 2024-08-05: VIX 16.36 to 38.57, the future 16.00 to 32.10 (settlements at Cboe).
  const Json report = replayed("2024-08", pool);
  const double r = 32.0986 / 15.9994, cash = 38.57 / 16.36;
  CHECK_THAT(at(report, "token", date(2024, 8, 5)), WithinRel(r, 1e-12));
  CHECK_THAT(at(report, "impermanent_loss_percent", date(2024, 8, 5)), WithinAbs(-5.77, 0.005));
  CHECK_THAT(100 * (2 * std::sqrt(cash) / (1 + cash) - 1), WithinAbs(-8.54, 0.005));
  CHECK(at(report, "vix", date(2024, 8, 5)) == 38.57);
  CHECK(at(report, "first_future", date(2024, 8, 5)) == 32.0986);
  CHECK(report["history"]["token"] == "futures");
}

TEST_CASE("the token of February 2018 is the short-term futures index: 96.1 % on one day") {
  const Json report = replayed("2018-02", pool);
  const double day = at(report, "token", date(2018, 2, 5)) / at(report, "token", date(2018, 2, 2)) - 1;
  CHECK_THAT(day, WithinAbs(0.961026147015, 1e-12));
}

TEST_CASE("profits of layers, hedge, pool and total add up on every close") {
  const Json report = replayed("2020-02", with_book({{{"kind", "alvh"}}, {{"kind", "iron_condor"}}, {{"kind", "strip"}}}));
  for (const Json& book : report["books"])
    for (std::size_t i = 0; i < report["day"].size(); ++i) {
      double hedge = 0;
      for (const Json& layer : book["layers"]) hedge += layer["profit"][i].get<double>();
      REQUIRE_THAT(book["hedge"][i].get<double>(), WithinAbs(hedge, 1e-9));
      REQUIRE_THAT(book["total"][i].get<double>(), WithinAbs(hedge + report["pool"][i].get<double>(), 1e-9));
    }
}

TEST_CASE("changes by month add up to the whole but for the day of the opening") {
  const Json report = replayed("2008-09", with_book({{{"kind", "alvh"}}}));
  CHECK(report["months"]["month"] == Json({"2008-09", "2008-10", "2008-11"}));
  const Json& book = report["books"][0];
  double sum = book["hedge"][0].get<double>();
  for (const Json& change : book["months"]["hedge"]) sum += change.get<double>();
  CHECK_THAT(sum, WithinAbs(book["end"]["hedge"].get<double>(), 1e-9));
}

TEST_CASE("a book stands beside what a person would otherwise do") {
  const auto names = [](const Json& report) {
    std::vector<std::string> result;
    for (const Json& book : report["books"]) result.push_back(book["name"]);
    return result;
  };
  const Json request = {{"scenario", with_book({{{"kind", "alvh"}}})}, {"history", {{"episode", "2018-02"}}}};
  CHECK(names(reported(request)) ==
        std::vector<std::string>{"The scenario's book", "No hedge", "VXTH rule", "Condor only (CNDR rule)"});
  Json with_own = request;
  with_own["scenario"]["book"].push_back({{"kind", "iron_condor"}});
  with_own["against"] = {"condor"};
  const Json own = reported(with_own);
  CHECK(names(own) == std::vector<std::string>{"The scenario's book", "Condor only"});
  CHECK(own["books"][1]["layers"].size() == 1);
  CHECK(own["books"][1]["against"] == true);
  Json two = request;
  two["against"] = Json::array();
  two["books"] = {{{"name", "a"}, {"book", Json::array()}}, {{"name", "b"}, {"book", {{{"kind", "vxth"}}}}}};
  CHECK(names(reported(two)) == std::vector<std::string>{"a", "b"});
  CHECK(reported(two)["books"][0]["end"]["hedge"] == 0);
}

TEST_CASE("a condor is set against a book by itself only where SPX is given, and what is not given is said") {
  const Json history = {{"files", {{"vix", "2018-02-01,13.47\n2018-02-02,17.31\n2018-02-05,37.32\n"}}}};
  const Json report = reported({{"scenario", pool}, {"history", history}});
  CHECK(report["books"].size() == 3);
  CHECK(report["notes"].size() == 3);
  CHECK(report["history"]["spx"] == "rule");
  CHECK(report["history"]["token"] == "model");
  CHECK(reported({{"scenario", pool}, {"history", history}, {"against", {"condor"}}})["books"].size() == 2);
}

TEST_CASE("a position that is entered anew begins again with the same pool, and its profits go on") {
  Json request = {
      {"scenario", with_book({{{"kind", "alvh"}}})}, {"history", {{"episode", "2018-02"}}}, {"against", Json::array()}};
  const Json held = reported(request);
  request["renew_days"] = 7;
  const Json renewed = reported(request);
  CHECK(renewed["entered"] == Json({"2018-02-01", "2018-02-08", "2018-02-15"}));
  // Up to the first renewal nothing differs.
  for (std::size_t i = 0; i < 5; ++i) {
    CHECK(renewed["pool"][i] == held["pool"][i]);
    CHECK_THAT(renewed["token"][i].get<double>(), WithinRel(held["token"][i].get<double>(), 1e-14));
  }
  // The profit of the second stretch is that of a replay that begins there in the same market.
  const CurveState curve_at_first_renewal = replay(asked(request)).market.curve[5];
  request["history"]["from"] = "2018-02-08";
  request["history"]["to"] = "2018-02-15";
  request.erase("renew_days");
  ReplayRequest from_there = asked(request);
  from_there.scenario.market.curve_state = curve_at_first_renewal;
  Arrays arrays(Arrays::Place::in_json);
  const Json second = report(from_there, replay(from_there), arrays);
  CHECK_THAT(renewed["pool"][10].get<double>() - renewed["pool"][5].get<double>(),
             WithinAbs(second["pool"][5].get<double>(), 1e-8));
  const auto hedge = [](const Json& report, std::size_t i) { return report["books"][0]["hedge"][i].get<double>(); };
  CHECK_THAT(hedge(renewed, 10) - hedge(renewed, 5), WithinAbs(hedge(second, 5), 1e-8));
  CHECK_THAT(renewed["token"].back().get<double>(), WithinRel(held["token"].back().get<double>(), 1e-13));
}

TEST_CASE("what is wrong with the request of a replay is said where it stands") {
  const Json history = {{"episode", "2018-02"}};
  CHECK(problem_of({{"scenario", pool}}) == "/history");
  CHECK(problem_of({{"scenario", {{"market", {{"vix", -1}}}}}, {"history", history}}) == "/scenario/market/vix");
  CHECK(problem_of({{"scenario", pool}, {"history", history}, {"against", "none"}}) == "/against");
  CHECK(problem_of({{"scenario", pool}, {"history", history}, {"against", {"none", "luck"}}}) == "/against/1");
  CHECK(problem_of({{"scenario", pool}, {"history", history}, {"renew_days", 0}}) == "/renew_days");
  CHECK(problem_of({{"scenario", pool}, {"history", history}, {"renew_days", 1.5}}) == "/renew_days");
  CHECK(problem_of({{"scenario", pool}, {"history", history}, {"renew_days", -1}}) == "/renew_days");
  CHECK(problem_of({{"scenario", pool}, {"history", history}, {"renew_days", 4000000000u}}) == "/renew_days");
  CHECK(problem_of({{"scenario", pool}, {"history", history}, {"books", Json::array()}}) == "/books");
  const Json future = {{"token", {{"kind", "fixed_future"}, {"expiry_days", 10}}}, {"path", {{"horizon_days", 10}}}};
  CHECK(problem_of({{"scenario", future}, {"history", history}}) == "/scenario/token");
}
