#include "ledger/simulation.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>
#include <numeric>

#include "ledger/balance.h"
#include "ledger/ledger.h"
#include "scenario/packed_numbers.h"
#include "scenario/run.h"
#include "scenario/simulation_parts.h"

using Catch::Matchers::WithinRel;
using namespace ballast;

namespace {

constexpr std::string_view scenario = R"({
  "path": {"horizon_days": 12},
  "book": [{"kind": "vix_calls", "name": "calls"}, {"kind": "iron_condor"}, {"kind": "short_token", "on": false}]})";

std::string request(std::string_view simulation, std::string_view task = "simulate", std::string_view more = "") {
  return R"({"task": ")" + std::string(task) + R"(", "scenario": )" + std::string(scenario) + R"(, "simulation": )" +
         std::string(simulation) + std::string(more) + "}";
}

Json answer(const std::string& text) {
  const Json response = Json::parse(run(text));
  INFO(response["problems"].dump());
  REQUIRE(response["problems"].empty());
  return response["report"];
}

Problems problems_of(const std::string& text) {
  Problems result;
  const Json response = Json::parse(run(text));
  for (const Json& problem : response["problems"])
    result.push_back({problem["pointer"], problem["message"], problem["value"]});
  return result;
}

Json part(int index, int count, std::string_view paths) {
  const std::string shard = R"("shard": {"index": )" + std::to_string(index) + R"(, "count": )" + std::to_string(count) + "}";
  return answer(request(R"({"paths": )" + std::string(paths) + R"(, "days": [{"day": 3}], )" + shard + "}"));
}

std::string merge_request(const Json& parts) {
  return Json({{"task", "merge"}, {"parts", parts}}).dump();
}

}  // namespace

TEST_CASE("a simulation gives what its paths give one by one") {
  const Json read = Json::parse(scenario);
  const Scenario given = read_scenario(read, "").value;
  Simulation simulation;
  simulation.paths.paths = 300;
  simulation.paths.horizon_days = 12;
  const Position book = position(given);
  SimulatedPaths paths(simulation.paths, given.market, given.token, {0, 300});
  Walk walk(book, paths);
  Ledger ledger;
  ledger.see(walk.view());
  walk_to(12, walk, paths, ledger);
  std::vector<double> totals;
  for (std::size_t i = 0; i < 300; ++i) totals.push_back(ledger.total(12, i));
  const double mean = std::accumulate(totals.begin(), totals.end(), 0.0) / 300;

  const Json report = answer(request(R"({"paths": 300})"));
  const Json& end = report["days"][0];
  CHECK(end["day"] == 12);
  CHECK_THAT(end["total"]["mean"]["value"].get<double>(), WithinRel(mean, 1e-12));
  std::ranges::sort(totals);
  CHECK(end["total"]["quantiles"][1]["value"] == totals[14]);
  CHECK(report["worst"].size() == 10);
  CHECK(report["worst"][0]["total"] == totals[0]);
  CHECK(report["worst"][9]["total"] == totals[9]);
  CHECK(end["layers"][2]["mean"]["value"] == 0);
}

TEST_CASE("a path of a simulation is that path by day") {
  const Json report = answer(request(R"({"paths": 300})"));
  for (const Json& worst : report["worst"]) {
    const Json path = answer(request(R"({"paths": 300})", "path", R"(, "path": )" + worst["path"].dump()));
    CHECK(path["path"] == worst["path"]);
    CHECK(path["total"].size() == 13);
    CHECK(path["total"][0] == path["hedge"][0]);
    CHECK(path["total"][12] == worst["total"]);
    CHECK(path["layers"][0]["name"] == "calls");
  }
  for (const char* number : {"300", "-1", "0.5", "\"1\"", "null"}) {
    const auto problems = problems_of(request(R"({"paths": 300})", "path", R"(, "path": )" + std::string(number)));
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].pointer == "/path");
  }
}

TEST_CASE("bands, drawdown, margin calls and the histogram hang together") {
  const Json report = answer(request(R"({"paths": 600, "draws": "antithetic", "days": [{"day": 3}, {"day": 12}, {"day": 3}]})"));
  CHECK(report["paths_per_draw"] == 2);
  REQUIRE(report["days"].size() == 2);
  CHECK(report["days"][0]["day"] == 3);
  const Json& bands = report["bands"];
  REQUIRE(bands["day"].size() == 13);
  for (const char* what : {"pool", "total"}) {
    REQUIRE(bands[what].size() == 5);
    CHECK(bands[what][0][12] == report["days"][1][what]["quantiles"][1]["value"]);
    CHECK(bands[what][2][12] == report["days"][1][what]["quantiles"][3]["value"]);
    CHECK(bands[what][2][3] == report["days"][0][what]["quantiles"][3]["value"]);
    const auto counts = report["histogram"][what].get<std::vector<double>>();
    CHECK(counts.size() == 60);
    const Json& beyond = report["histogram"]["beyond"][what];
    CHECK(std::accumulate(counts.begin(), counts.end(), 0.0) + beyond["below"].get<double>() + beyond["above"].get<double>() ==
          600);
    // The bins reach over all but one path in 200 at each end of whichever goes further.
    for (const char* side : {"below", "above"}) CHECK(beyond[side] <= 3);
    CHECK(report["drawdown"][what]["mean"]["value"] > 0);
  }
  const Json &pool = report["histogram"]["beyond"]["pool"], &total = report["histogram"]["beyond"]["total"];
  CHECK(std::min(pool["least"].get<double>(), total["least"].get<double>()) < report["histogram"]["from"].get<double>());
  CHECK(std::max(pool["greatest"].get<double>(), total["greatest"].get<double>()) > report["histogram"]["to"].get<double>());
  CHECK(total["least"] == report["worst"][0]["total"]);
  CHECK(report["margin_call"]["value"] >= 0);
  CHECK(report["margin_call"]["value"] <= 1);
}

TEST_CASE("no paths, one path and a horizon of ten years have an answer") {
  const Json none = answer(request(R"({"paths": 0, "days": [{"day": 3}]})"));
  CHECK(none["days"][1]["total"]["mean"].empty());
  CHECK(none["worst"].empty());
  CHECK(none["margin_call"].empty());
  const Json one = answer(request(R"({"paths": 1})"));
  CHECK(one["days"][0]["total"]["mean"].contains("value"));
  CHECK(!one["days"][0]["total"]["mean"].contains("error"));
  CHECK(one["days"][0]["total"]["deviation"].empty());
  CHECK(one["worst"].size() == 1);
  const Json decade = answer(R"({"task": "simulate", "simulation": {"paths": 2, "horizon_days": 3650}})");
  CHECK(decade["bands"]["day"].size() <= most_band_days);
  CHECK(decade["bands"]["day"].back() == 3650);
  CHECK(decade["bands"]["total"][0].size() == decade["bands"]["day"].size());
}

TEST_CASE("parts in any order are joined to the answer of one run, byte for byte") {
  // 1100 paths and more: bands are rounded, and the last block is short.
  for (const char* paths : {"0", "1", "1100"}) {
    const std::string whole = answer(request(R"({"paths": )" + std::string(paths) + R"(, "days": [{"day": 3}]})")).dump();
    CHECK(answer(merge_request(Json::array({part(1, 1, paths)}))).dump() == whole);
    Json parts = Json::array();
    for (const int index : {4, 2, 5, 1, 3}) parts.push_back(part(index, 5, paths));
    CHECK(answer(merge_request(parts)).dump() == whole);
    std::reverse(parts.begin(), parts.end());
    CHECK(answer(merge_request(parts)).dump() == whole);
  }
}

TEST_CASE("so many paths that values are rounded are merged to the same bits, and hold no more memory") {
  Simulation simulation;
  simulation.paths.paths = 10'000'000;
  simulation.paths.horizon_days = 1;
  const Scenario calm;
  const Position book = position(calm);
  simulation.shard = {17, 1000};
  const BlockRange blocks = blocks_of(simulation);
  REQUIRE(blocks.last - blocks.first >= 39);
  const SimulationResult whole = simulate(book, simulation);
  SimulationResult joined(simulation, 0), other(simulation, 0);
  for (std::uint64_t block = blocks.last; block-- > blocks.first;) walk_block(book, simulation, block, block % 3 ? joined : other);
  joined.merge(other);
  const auto one = whole.distributions();
  const auto two = joined.distributions();
  for (std::size_t i = 0; i < one.size(); ++i) CHECK(one[i]->parts() == two[i]->parts());
  for (std::size_t day = 0; day < whole.band_days.size(); ++day) {
    CHECK(whole.total_bands.levels(day) == joined.total_bands.levels(day));
    CHECK(whole.total_bands.levels(day).size() < 10'000);
  }
}

TEST_CASE("parts that do not belong together are problems") {
  const Json one = part(1, 2, "600"), two = part(2, 2, "600");
  const auto pointer = [](const Json& parts) {
    const auto problems = problems_of(merge_request(parts));
    REQUIRE(!problems.empty());
    return problems[0].pointer;
  };
  CHECK(pointer(Json::array()) == "/parts");
  CHECK(pointer(Json::object()) == "/parts");
  CHECK(pointer(Json::array({one})) == "/parts");
  CHECK(pointer(Json::array({one, one})) == "/parts");
  CHECK(pointer(Json::array({one, two, two})) == "/parts");
  CHECK(pointer(Json::array({one, part(2, 2, "601")})) == "/parts/1/simulation");
  CHECK(pointer(Json::array({one, part(2, 3, "600")})) == "/parts/1/shard/count");
  CHECK(pointer(Json::array({3, one})) == "/parts/0");
  const auto spoilt = [&](const std::string& place, const Json& value) {
    Json bad = two;
    bad[Json::json_pointer(place)] = value;
    return pointer(Json::array({one, bad}));
  };
  CHECK(spoilt("/shard/index", 7) == "/parts");
  CHECK(spoilt("/distributions", 7) == "/parts/1/distributions");
  const std::string values = "/distributions/0/levels/value", counts = "/distributions/0/levels/count";
  const auto packed_values = [](std::vector<double> numbers) { return packed<double>(numbers); };
  const auto packed_counts = [](std::vector<std::uint32_t> numbers) { return packed<std::uint32_t>(numbers); };
  CHECK(spoilt(values, 7) == "/parts/1" + values);
  CHECK(spoilt(values, "no base64") == "/parts/1" + values);
  CHECK(spoilt(values, packed_values({1, 2, 3})) == "/parts/1" + counts);
  auto read_values = *unpacked<double>(two[Json::json_pointer(values)].get<std::string>());
  auto read_counts = *unpacked<std::uint32_t>(two[Json::json_pointer(counts)].get<std::string>());
  REQUIRE(read_values.size() > 2);
  std::swap(read_values[0], read_values[1]);
  CHECK(spoilt(values, packed_values(read_values)) == "/parts/1" + values);
  read_values[0] = NAN;
  CHECK(spoilt(values, packed_values(read_values)) == "/parts/1" + values);
  for (const std::uint32_t wrong : {0u, 2u, 4'000'000'000u}) {
    read_counts[0] = wrong;
    CHECK(spoilt(counts, packed_counts(read_counts)) == "/parts/1" + counts);
  }
  CHECK(spoilt("/distributions/1/moments/0/first", 0) == "/parts/1/distributions/1/moments/0/first");
  CHECK(spoilt("/distributions/1/moments/0/paths/0", nullptr) == "/parts/1/distributions/1/moments/0/paths/0");
  CHECK(spoilt("/distributions/1/worst/0/1", 0) == "/parts/1/distributions/1/worst/0/1");
  CHECK(spoilt("/bands/pool/3/value", "") == "/parts/1/bands/pool/3/count");
  CHECK(spoilt("/bands/total", Json::array()) == "/parts/1/bands/total");
}

TEST_CASE("problems with a simulation come with their places") {
  const auto only = [](std::string_view simulation) {
    const auto problems = problems_of(request(simulation));
    REQUIRE(problems.size() == 1);
    return problems[0].pointer;
  };
  CHECK(only(R"({"paths": -1})") == "/simulation/paths");
  CHECK(only(R"({"level": 1})") == "/simulation/level");
  CHECK(only(R"({"days": [{"day": 13}]})") == "/simulation/days");
  CHECK(only(R"({"days": [{}, {}, {}, {}, {}]})") == "/simulation/days");
  CHECK(only(R"({"shard": {"index": 3, "count": 2}})") == "/simulation/shard/index");
  CHECK(only(R"({"dance": 1})") == "/simulation/dance");
  CHECK(only("3") == "/simulation");
  const auto problems = problems_of(
      R"({"task": "simulate", "scenario": {"token": {"kind": "fixed_future"}, "path": {"horizon_days": 5}},
          "simulation": {"horizon_days": 3000}})");
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].pointer == "/simulation/horizon_days");
}
