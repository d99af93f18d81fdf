#include "claims/claims.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <set>

#include "claims/ratio.h"
#include "given.h"
#include "ledger/one_path.h"
#include "scenario/run.h"

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using namespace ballast;
using claims::Claim;
using claims::Verdict;

namespace {

constexpr std::string_view hedged = R"({
  "path": {"horizon_days": 73, "spike": {"day": 20, "vix_to": 40}},
  "capital": {"cash": 0},
  "book": [{"kind": "alvh"}, {"kind": "iron_condor"}, {"kind": "vix_puts", "on": false}]})";

/// Four paths of a fifth of a year. Path 3 is calm.
claims::PathFacts four_paths() {
  claims::PathFacts facts(Simulated{.horizon_days = 73, .paths = 4});
  facts.condors = {100, 50, -10, 30};
  facts.condor_premium = {110, 110, 110, 110};
  facts.impermanent_loss = {-20, -60, -5, -30};
  facts.pool = facts.impermanent_loss;
  facts.calls = {-800, 400, -800, -800};
  facts.alvh = facts.calls;
  facts.token = {0.8, 2, 0.9, 0.9};
  facts.largest_rise = {1.3, 2, 1.25, 1.1};
  facts.spike_day = {4, 9, 70, 1};
  facts.spike = {.pool = {-10, -50, 5, -1}, .condors = {-30, -80, 0, 12}, .calls = {10, 40, 3, -2}, .hedge = {-20, -40, 3, 10}};
  facts.condor_open = {1, 1, 0, 1};
  facts.pool_drawdown = {20, 60, 10, 30};
  facts.total_drawdown = {12, 36, 6, 18};
  facts.worth = {5, -1, 2, 0};
  return facts;
}

std::vector<Claim> judged(const Scenario& scenario, const claims::PathFacts& facts) {
  const Position held = position(scenario);
  return claims::judge(held, what_if(scenario), claims::own_path(held, what_if(scenario)), time_shift(held, what_if(scenario)),
                       facts);
}

const Claim& by_id(const std::vector<Claim>& all, std::string_view id) {
  const auto found = std::ranges::find(all, id, &Claim::id);
  REQUIRE(found != all.end());
  return *found;
}

double first(const Claim& claim) {
  REQUIRE(!claim.figures.empty());
  return claim.figures[0].estimate.value.value();
}

Json response(std::string_view scenario, std::string_view simulation) {
  return Json::parse(run(R"({"task": "claims", "scenario": )" + std::string(scenario) + R"(, "simulation": )" +
                         std::string(simulation) + "}"));
}

Json answer(std::string_view scenario, std::string_view simulation) {
  const Json json = response(scenario, simulation);
  INFO(json["problems"].dump());
  REQUIRE(json["problems"].empty());
  return json["report"];
}

}  // namespace

TEST_CASE("a ratio of sums has the error of the delta method", "[claims]") {
  // A mean of 1, 2, 3, 6: 3, its deviation sqrt(14/3), its error sqrt(14/3)/2.
  const std::vector<double> ones(4, 1.0), values = {1, 2, 3, 6};
  const Estimate mean = claims::ratio(values, ones, 1);
  CHECK(mean.value == 3);
  CHECK_THAT(mean.error.value(), WithinRel(std::sqrt(14.0 / 3) / 2, 1e-14));
  // The same in pairs: their means 1.5 and 4.5, whose deviation is sqrt(4.5), over sqrt(2).
  CHECK_THAT(claims::ratio(values, ones, 2).error.value(), WithinRel(1.5, 1e-14));
  // Over the first three of them alone, by hand: mean 2; residuals -1, 0, 1, 0; sqrt(4/3·2)/3.
  const std::vector<double> three = {1, 1, 1, 0}, kept = {1, 2, 3, 0};
  CHECK(claims::ratio(kept, three, 1).value == 2);
  CHECK_THAT(claims::ratio(kept, three, 1).error.value(), WithinRel(std::sqrt(8.0 / 3) / 3, 1e-14));
  CHECK(!claims::ratio(values, std::vector<double>(4, 0.0), 1).value);
  CHECK(!claims::ratio(std::vector<double>{3}, std::vector<double>{1}, 1).error);
}

TEST_CASE("claims of four paths are what a hand computes", "[claims]") {
  const Scenario scenario = given(hedged);
  const auto all = judged(scenario, four_paths());

  // 100 - 20 and 30 - 30 cover the loss, 50 - 60 and -10 - 5 do not; the premium taken in always would.
  const Claim& condor = by_id(all, "condor_covers_loss");
  CHECK(condor.verdict == Verdict::holds_in_part);
  CHECK(first(condor) == 0.5);
  CHECK_THAT(condor.figures[0].estimate.error.value(), WithinRel(std::sqrt(0.25 / 3), 1e-14));
  CHECK(condor.figures[1].estimate.value == 1);
  CHECK(condor.figures[4].estimate.value == -28.75);
  // Lowest first: -15, -10, 0, 80.
  REQUIRE(condor.paths.size() == 4);
  CHECK(condor.paths[0].path == 2);
  CHECK(condor.paths[0].value == -15);
  CHECK(condor.paths[0].day == 70);
  CHECK(condor.paths[3].path == 0);

  // A rise by 1.25 is above e^0.2 = 1.2214. Of the three paths with a spike one has no condor then.
  CHECK(by_id(all, "condor_loses_in_spike").verdict == Verdict::holds);
  CHECK(first(by_id(all, "condor_loses_in_spike")) == 1);
  CHECK(by_id(all, "condor_loses_in_spike").figures[1].estimate.value == -55);
  CHECK(by_id(all, "overlay_gains_in_spike").verdict == Verdict::fails);
  CHECK_THAT(first(by_id(all, "overlay_gains_in_spike")), WithinRel(1.0 / 3, 1e-15));
  CHECK(by_id(all, "overlay_gains_in_spike").figures[3].estimate.value == 0.75);
  // The pool loses on two of them: calls of 10 meet a loss of 10, of 40 one of 50.
  const Claim& calls = by_id(all, "calls_cover_spike");
  CHECK(calls.verdict == Verdict::holds_in_part);
  CHECK(first(calls) == 0.5);
  CHECK_THAT(calls.figures[1].estimate.value.value(), WithinRel(50.0 / 60, 1e-15));

  // -500 on average in a fifth of a year, of the pool of 100,000: 2.5 % a year. In calm 800: 4 %.
  CHECK(by_id(all, "calls_cost_little").verdict == Verdict::holds_in_part);
  CHECK_THAT(first(by_id(all, "calls_cost_little")), WithinRel(0.025, 1e-14));
  CHECK_THAT(first(by_id(all, "alvh_costs_little_in_calm")), WithinRel(0.04, 1e-14));
  // 72 of 120.
  CHECK(by_id(all, "hedge_cuts_drawdown").verdict == Verdict::holds);
  CHECK_THAT(first(by_id(all, "hedge_cuts_drawdown")), WithinRel(0.4, 1e-14));
  CHECK(by_id(all, "return_beats_cost").verdict == Verdict::holds_in_part);
  CHECK(first(by_id(all, "return_beats_cost")) == 0.5);
  // ln(0.9) in a fifth of a year.
  CHECK(by_id(all, "contango_eats_token").verdict == Verdict::holds);
  CHECK_THAT(first(by_id(all, "contango_eats_token")), WithinRel(-5 * std::log(0.9), 1e-14));
}

TEST_CASE("a fall that one path in twenty exceeds is the quantile of the simulation, with its error", "[claims]") {
  claims::PathFacts facts(Simulated{.horizon_days = 73, .paths = 40});
  for (std::size_t i = 0; i < 40; ++i) facts.pool_drawdown[i] = static_cast<double>((i * 7) % 40 + 1);
  // 38 of 40 do not exceed 38: the 0.95 quantile is the lowest value that 95 % of them do not exceed, not the next one.
  const auto all = judged(given(hedged), facts);
  const Estimate& fall = by_id(all, "hedge_cuts_drawdown").figures[3].estimate;
  CHECK(fall.value == 38);
  // sqrt(40·0.95·0.05) = 1.378: between the values of the ranks about 36.6 and 39.4.
  Tally tally({Resolution::every_digit});
  tally.add(facts.pool_drawdown);
  REQUIRE(fall.error);
  CHECK(fall.error == quantile(tally.levels(), 0.95).error);
}

TEST_CASE("a cost of capital that nothing can be discounted at has no figures of worth", "[claims]") {
  const Json report = answer(R"({"capital": {"beta": -20, "market_premium": 1}, "book": [{"kind": "alvh"}]})", R"({"paths": 20})");
  const Json& claim = report["claims"][7];
  REQUIRE(claim["id"] == "return_beats_cost");
  CHECK(claim["verdict"] == "does not apply");
  CHECK(claim["reason"] == "the cost of capital is not above -100 % a year");
  CHECK(claim["figures"].empty());
  CHECK(claim["paths"].empty());
}

TEST_CASE("a condor is open in a spike if it was at the close before", "[claims]") {
  Scenario scenario = given(R"({"book": [{"kind": "iron_condor", "gate": "none", "roll": false}]})");
  Simulation simulation;
  simulation.paths = {.horizon_days = 60, .paths = 1, .seed = 3, .jumps_per_year = 24};
  const int day = claims::path_facts(position(scenario), simulation, 0).spike_day[0];
  REQUIRE(claims::path_facts(position(scenario), simulation, 0).has_spike(0));
  const auto opened_on = [&](int open_day) {
    std::get<IronCondor>(scenario.book[0].rule).schedule.open_day = open_day;
    const claims::PathFacts facts = claims::path_facts(position(scenario), simulation, 0);
    REQUIRE(facts.spike.condors[0] != 0);
    return by_id(judged(scenario, facts), "condor_loses_in_spike");
  };
  REQUIRE(day > 1);
  CHECK(opened_on(day - 1).verdict != Verdict::does_not_apply);
  // It pays for its opening on the day, and has nothing open when VIX rises.
  CHECK(opened_on(day).reason == "on no path is a condor open when VIX rises by 0.2 in log in a day");
}

TEST_CASE("being late costs what the same hedge opened a day before the spike has more", "[claims]") {
  const Scenario scenario = given(hedged);
  const Position held = position(scenario);
  const TimeShift shift = time_shift(held, what_if(scenario));
  const auto all = judged(scenario, four_paths());
  const Claim& late = by_id(all, "late_costs");
  // Leads run from -10: the day after a rise of one day is at 9, the day before it at 11.
  CHECK(shift.lead[9] == -1);
  CHECK(shift.lead[11] == 1);
  CHECK(late.figures[4].estimate.value == shift.at_end[11] - shift.at_end[9]);
  CHECK(late.paths.empty());
  int better = 0;
  for (std::size_t i = 11; i < 41; ++i) better += shift.at_end[i] > shift.at_end[9] ? 1 : 0;
  CHECK_THAT(first(late), WithinAbs(better / 30.0, 1e-15));
}

TEST_CASE("a verdict turns at its threshold and at nothing else", "[claims]") {
  const auto with = [](double value) {
    Claim claim{.id = "", .statement = "", .threshold = "", .source = {}};
    claim.figures = {{"", "share", {value, {}}}};
    return claim;
  };
  CHECK(claims::judged(with(0.9), claims::AtLeast{0.9, 0.5}).verdict == Verdict::holds);
  CHECK(claims::judged(with(0.8999), claims::AtLeast{0.9, 0.5}).verdict == Verdict::holds_in_part);
  CHECK(claims::judged(with(0.4999), claims::AtLeast{0.9, 0.5}).verdict == Verdict::fails);
  CHECK(claims::judged(with(0), claims::AtLeast{0.35, claims::above_zero}).verdict == Verdict::fails);
  CHECK(claims::judged(with(0.02), claims::AtMost{0.02, 0.04}).verdict == Verdict::holds);
  CHECK(claims::judged(with(0.04), claims::AtMost{0.02, 0.04}).verdict == Verdict::holds_in_part);
  CHECK(claims::judged(with(0.05), claims::AtMost{0.02, 0.04}).verdict == Verdict::fails);
  for (const double none : {std::nan(""), HUGE_VAL}) {
    const Claim claim = claims::judged(with(none), claims::AtMost{0.02, 0.04});
    CHECK(claim.verdict == Verdict::does_not_apply);
    CHECK(!claim.reason.empty());
  }
}

namespace {

/// The capital report of one path.
class CapitalObserver : public Observer {
 public:
  explicit CapitalObserver(const Position& position) : days(position) {}
  void see(const DayView& day) override { days.see(day); }
  CapitalDays days;
};

}  // namespace

TEST_CASE("the facts of a path are those of that path by day", "[claims]") {
  const Scenario scenario = given(hedged);
  const Position held = position(scenario);
  Simulation simulation;
  simulation.paths = {.horizon_days = 40, .paths = 300, .seed = 5, .jumps_per_year = 12};
  const double cost = claims::own_path(held, what_if(scenario)).capital.cost_of_capital;
  const auto facts = claims::path_facts(held, simulation, cost);
  int spikes = 0, above = 0;
  for (std::size_t i = 0; i < 300; i += 7) {
    const OnePath path = walk_path(held, simulation.paths, i);
    std::size_t day = 1;
    for (std::size_t d = 2; d < path.vix.size(); ++d)
      if (path.vix[d] / path.vix[d - 1] > path.vix[day] / path.vix[day - 1]) day = d;
    CHECK(facts.spike_day[i] == static_cast<int>(day));
    CHECK(facts.has_spike(i) == (std::log(path.vix[day] / path.vix[day - 1]) >= 0.2));
    CHECK(facts.spike.pool[i] == path.pool[day] - path.pool[day - 1]);
    CHECK(facts.spike.calls[i] == path.layers[0][day] - path.layers[0][day - 1]);
    CHECK(facts.spike.condors[i] == path.layers[1][day] - path.layers[1][day - 1]);
    CHECK(facts.calls[i] == path.layers[0].back());
    CHECK(facts.alvh[i] == path.layers[0].back());
    CHECK(facts.condors[i] == path.layers[1].back());
    CHECK(facts.pool[i] == path.pool.back());
    CHECK(facts.token[i] == path.token.back());
    double peak = path.total[0], deepest = 0;
    for (const double total : path.total) {
      peak = std::max(peak, total);
      deepest = std::max(deepest, peak - total);
    }
    CHECK(facts.total_drawdown[i] == deepest);
    spikes += facts.has_spike(i) ? 1 : 0;

    SimulatedPaths alone(simulation.paths, scenario.market, scenario.token, {i, 1});
    Walk walk(held, alone);
    CapitalObserver observer(held);
    observer.see(walk.view());
    walk_to(40, walk, alone, observer);
    const CapitalReport capital = observer.days.report();
    REQUIRE(capital.excess());
    CHECK(capital.cost_of_capital == cost);
    CHECK((facts.worth[i] > 0) == (*capital.excess() > 0));
    above += facts.worth[i] > 0 ? 1 : 0;
  }
  // Both kinds are there, or nothing has been tested.
  CHECK(spikes > 5);
  CHECK(spikes < 43);
  CHECK(above > 2);
  CHECK(above < 41);
}

TEST_CASE("every claim says by what it is judged, and its paths are there to be opened", "[claims]") {
  const Json report = answer(hedged, R"({"paths": 600, "draws": "antithetic"})");
  CHECK(report["paths_per_draw"] == 2);
  REQUIRE(report["claims"].size() == 10);
  std::set<std::string> ids;
  for (const Json& claim : report["claims"]) {
    CAPTURE(claim["id"]);
    ids.insert(claim["id"].get<std::string>());
    CHECK(claim["verdict"] != "does not apply");
    CHECK(claim["threshold"].get<std::string>().size() > 30);
    CHECK(claim["source"]["text"].get<std::string>().size() > 20);
    CHECK(claim["figures"].size() >= 3);
    // The verdict follows from what the figure was held against.
    const double figure = claim["figures"][0]["value"].get<double>();
    const Json& by = claim["judged_by"];
    const auto meets = [&](const char* bound) {
      const double against = by[bound].get<double>();
      return by["comparison"] == "at_least" ? figure >= against : figure <= against;
    };
    CHECK(claim["verdict"] == (meets("holds") ? "holds" : meets("in_part") ? "holds in part" : "fails"));
    if (claim["id"] == "late_costs") continue;
    CHECK(claim["figures"][0]["standard_error"] >= 0);
    CHECK(claim["paths"].size() == 6);
    for (std::size_t i = 1; i < claim["paths"].size(); ++i) CHECK(claim["paths"][i - 1]["value"] <= claim["paths"][i]["value"]);
  }
  CHECK(ids.size() == 10);
  // The path with the least is the path that the task `path` opens.
  const Json& cost = report["claims"][4];
  const Json opened = Json::parse(run(R"({"task": "path", "simulation": {"paths": 600, "draws": "antithetic"}, "path": )" +
                                      cost["paths"][0]["path"].dump() + R"(, "scenario": )" + std::string(hedged) + "}"));
  CHECK(opened["report"]["layers"][0]["profit"].back() == cost["paths"][0]["value"]);
}

TEST_CASE("what a scenario does not have is not judged", "[claims]") {
  const auto verdicts = [](const Json& report) {
    std::vector<std::string> result;
    for (const Json& claim : report["claims"]) {
      result.push_back(claim["verdict"].get<std::string>());
      CHECK(claim.contains("reason") == (claim["verdict"] == "does not apply"));
    }
    return result;
  };
  // Without a book only what concerns pool and token is left.
  const Json bare = answer("{}", R"({"paths": 200})");
  CHECK(std::ranges::count(verdicts(bare), "does not apply") == 8);
  CHECK(bare["claims"][7]["verdict"] != "does not apply");
  CHECK(bare["claims"][9]["verdict"] != "does not apply");
  const Json off = answer(R"({"book": [{"kind": "alvh", "on": false}]})", R"({"paths": 200})");
  CHECK(verdicts(off) == verdicts(bare));
  // No jumps: no path has a spike. A token without futures has no contango.
  const Json flat = answer(R"({"token": {"kind": "index"}, "book": [{"kind": "alvh"}]})",
                           R"({"paths": 50, "jumps_per_year": 0, "vix_diffusion": 0.1})");
  CHECK(flat["claims"][2]["reason"].get<std::string>().contains("no path"));
  CHECK(flat["claims"][8]["reason"].get<std::string>().contains("no spike"));
  CHECK(flat["claims"][9]["reason"].get<std::string>().contains("futures"));
  // So many jumps that no path is calm.
  const Json wild =
      answer(R"({"book": [{"kind": "alvh"}]})", R"({"paths": 20, "jumps_per_year": 20, "mean_jump": 1, "horizon_days": 1000})");
  CHECK(wild["claims"][5]["verdict"] == "does not apply");
  const Json slow =
      answer(R"({"path": {"spike": {"rise_days": 11, "vix_to": 30}}, "book": [{"kind": "alvh"}]})", R"({"paths": 20})");
  CHECK(slow["claims"][8]["reason"].get<std::string>().contains("ten days"));
  const Json fixed = answer(R"({"token": {"kind": "fixed_future", "expiry_days": 30}, "path": {"spike": {"vix_to": 30}},
                                "book": [{"kind": "alvh"}]})",
                            R"({"paths": 20})");
  CHECK(fixed["claims"][8]["reason"].get<std::string>().contains("expires"));
  // One path has figures without errors.
  const Json one = answer(hedged, R"({"paths": 1})");
  for (const Json& claim : one["claims"])
    for (const Json& figure : claim["figures"]) CHECK(!figure.contains("standard_error"));
}

TEST_CASE("claims that cannot be tested are a problem that says why", "[claims]") {
  const auto problem = [](std::string_view simulation, std::string_view scenario = "{}") {
    const Json json = response(scenario, simulation);
    REQUIRE(json["problems"].size() == 1);
    CHECK(!json.contains("report"));
    return json["problems"][0]["pointer"].get<std::string>() + " " + json["problems"][0]["message"].get<std::string>();
  };
  CHECK(problem(R"({"paths": 0})") == "/simulation/paths must be at least 1 and at most 100000 to test claims");
  CHECK(problem(R"({"paths": 100001})").starts_with("/simulation/paths"));
  CHECK(problem(R"({"paths": 5, "shard": {"index": 1, "count": 2}})").starts_with("/simulation/shard"));
  CHECK(problem(R"({"paths": 1.5})").starts_with("/simulation/paths"));
  CHECK(problem(R"({"path": 5})").starts_with("/simulation/path "));
  CHECK(problem(R"([])").starts_with("/simulation "));
  CHECK(problem("{}", R"({"pool": {"value": -5}})").starts_with("/scenario/pool/value"));
  const Json unknown = Json::parse(run(R"({"task": "claims", "sizing": {}})"));
  CHECK(unknown["problems"][0]["pointer"] == "/sizing");
  // Parameters that no market has give figures that are numbers, or none.
  const Json absurd = answer(R"({"capital": {"beta": -20, "market_premium": 1}, "book": [{"kind": "alvh"}, {"kind": "cndr"}]})",
                             R"({"paths": 20, "vix_diffusion": 3, "jumps_per_year": 20, "mean_jump": 1, "spx_drift": -5})");
  CHECK(absurd["claims"][7]["verdict"] == "does not apply");
}
