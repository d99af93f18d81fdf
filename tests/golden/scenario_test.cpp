// A scenario whose every number was computed by an independent implementation of the model (another language, the C library's
// functions, bisection, a midpoint rule of 20,000 steps). The report agrees to every digit shown.
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <format>

#include "given.h"

using namespace ballast;

namespace {

constexpr std::string_view scenario = R"({
  "market": {"vix": 17.31, "vvix": 125.51, "spx": 2762.13, "rate": 0.015, "dividend_yield": 0.018},
  "pool": {"value": 100000},
  "path": {"horizon_days": 30, "spike": {"day": 5, "vix_to": 37.32, "spx_return": -0.041}},
  "book": [
    {"kind": "vix_calls", "spread": 0, "commission": 0, "ladder": [
      {"contracts": 4, "days": 30, "strike": {"delta": 0.5}},
      {"contracts": 4, "days": 110, "strike": {"delta": 0.5}},
      {"contracts": 2, "days": 220, "strike": {"delta": 0.5}}]},
    {"kind": "iron_condor", "spread": 0, "commission": 0, "contracts": 1, "days": 30,
     "short": {"delta": 0.2}, "long": {"delta": 0.05}}]
})";

std::string shown(double value, int decimals) { return std::format("{:.{}f}", value, decimals); }

}  // namespace

TEST_CASE("the reference scenario opens at the futures, strikes, volatilities and prices of an independent implementation") {
  const Evaluation evaluation = evaluated(given(scenario));
  struct Row {
    std::string_view future, strike, volatility;
  };
  const Row rows[] = {{"18.7043", "19.8091", "1.18171"}, {"19.1837", "21.2886", "0.83121"}, {"19.4846", "22.2388", "0.66235"}};
  const auto& calls = evaluation.layers[0];
  REQUIRE(calls.legs.size() == 3);
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(shown(evaluation.path.futures[i].level[0], 4) == rows[i].future);
    CHECK(shown(calls.legs[i].opened.forward, 4) == rows[i].future);
    CHECK(shown(calls.legs[i].strike, 4) == rows[i].strike);
    CHECK(shown(calls.legs[i].opened.volatility, 5) == rows[i].volatility);
    CHECK(shown(calls.legs[i].opened.delta, 12) == "0.500000000000");
  }
  CHECK(shown(-calls.cash_flow[0], 2) == "2493.95");

  const auto& condor = evaluation.layers[1];
  const std::string_view strikes[] = {"2415.319", "2627.342", "2843.321", "2902.755"};
  REQUIRE(condor.legs.size() == 4);
  for (std::size_t i = 0; i < 4; ++i) CHECK(shown(condor.legs[i].strike, 3) == strikes[i]);
  CHECK(shown(condor.cash_flow[0] / option_multiplier, 4) == "23.0960");
}

TEST_CASE("the reference scenario walks through the states and profits of an independent implementation") {
  const Evaluation evaluation = evaluated(given(scenario));
  struct Row {
    std::size_t day;
    std::string_view vix, token, impermanent_loss, calls, condor;
  };
  const Row rows[] = {{4, "16.9516", "0.993049", "-0.61", "-72.25", "354.84"},
                      {5, "37.3200", "1.432220", "-1935.60", "3623.07", "-2101.24"},
                      {30, "23.8111", "1.371122", "-1461.18", "1884.57", "2309.60"}};
  for (const Row& row : rows) {
    INFO("day " << row.day);
    CHECK(shown(evaluation.path.vix[row.day], 4) == row.vix);
    CHECK(shown(evaluation.path.token[row.day], 6) == row.token);
    CHECK(shown(evaluation.pool.impermanent_loss[row.day], 2) == row.impermanent_loss);
    CHECK(shown(evaluation.layers[0].profit[row.day], 2) == row.calls);
    CHECK(shown(evaluation.layers[1].profit[row.day], 2) == row.condor);
  }
}

TEST_CASE("the reference scenario's SPX volatility at the money is that of an independent implementation") {
  const Scenario read = given(scenario);
  ExpirySlice slice;
  fill_slice(read.market, start_block(read.market, 1), Underlying::spx, 30 / days_per_year, slice);
  CHECK(shown(std::sqrt(slice.theta[0] / slice.years), 6) == "0.154863");
}
