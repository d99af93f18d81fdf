#include "ledger/capital_report.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>
#include <numeric>

#include "given.h"
#include "scenario/notes.h"

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using namespace ballast;

namespace {

CapitalReport capital_of(std::string_view scenario) {
  return evaluated(given(scenario)).capital;
}

}  // namespace

TEST_CASE("a pool alone is bought on day 0 and sold at the end", "[capital]") {
  const Evaluation evaluation = evaluated(given(R"({"pool": {"fee_apr": 0.2}, "path": {"horizon_days": 365}})"));
  const auto& flow = evaluation.capital.cash_flow;
  CHECK(flow.front() == -100000);
  CHECK(flow.back() == evaluation.pool.value.back() + evaluation.pool.fees.back());
  CHECK(std::all_of(flow.begin() + 1, flow.end() - 1, [](double each) { return each == 0; }));
  REQUIRE(evaluation.capital.internal_rate);
  CHECK_THAT(evaluation.capital.internal_rate->rate, WithinRel(flow.back() / 100000 - 1, 1e-12));
  CHECK_THAT(*evaluation.capital.modified_rate, WithinRel(flow.back() / 100000 - 1, 1e-12));
}

TEST_CASE("the flows add up to the value of pool and hedge gained", "[capital]") {
  const Evaluation evaluation = evaluated(given(R"({"path": {"horizon_days": 100, "spike": {"day": 40, "vix_to": 40}},
    "book": [{"kind": "vix_calls"}, {"kind": "iron_condor"}, {"kind": "short_token"}, {"kind": "vix_calls", "on": false}]})"));
  const auto& flow = evaluation.capital.cash_flow;
  const double gained = evaluation.pool.value.back() + evaluation.pool.fees.back() - 100000 + evaluation.hedge.back();
  CHECK_THAT(std::accumulate(flow.begin(), flow.end(), 0.0), WithinAbs(gained, 1e-9 * 100000));
}

TEST_CASE("the cost of capital weighs equity by CAPM with debt after tax", "[capital]") {
  const CapitalReport all_equity = capital_of(R"({"capital": {"beta": 1.2, "market_premium": 0.06}})");
  const double equity = std::exp(0.04) - 1 + 1.2 * 0.06;
  CHECK_THAT(all_equity.cost_of_equity, WithinRel(equity, 1e-12));
  CHECK_THAT(all_equity.cost_of_capital, WithinRel(equity, 1e-12));
  const CapitalReport half_debt =
      capital_of(R"({"capital": {"beta": 1.2, "market_premium": 0.06, "debt": 55000, "cost_of_debt": 0.1, "tax_rate": 0.3}})");
  CHECK_THAT(half_debt.cost_of_capital, WithinRel(0.5 * equity + 0.5 * 0.07, 1e-12));
  CHECK_THAT(*half_debt.excess(), WithinRel(half_debt.internal_rate->rate - half_debt.cost_of_capital, 1e-12));
}

TEST_CASE("the quick ratio is cash, USDC and long options over margin, short options and debt", "[capital]") {
  const CapitalReport capital = capital_of(R"({"path": {"spike": {"vix_to": 40}}, "capital": {"debt": 3000},
    "book": [{"kind": "vix_calls", "ladder": [{"days": 110}]}, {"kind": "iron_condor"}]})");
  for (std::size_t day = 0; day < capital.quick_ratio.size(); ++day) {
    const double assets = capital.cash[day] + capital.pool_usdc[day] + capital.long_options[day];
    const double owed = capital.margin[day] + capital.short_options[day] + capital.borrowed[day];
    CHECK_THAT(capital.quick_ratio[day], WithinRel(assets / owed, 1e-12));
    CHECK(capital.borrowed[day] == 3000);
  }
  CHECK(capital.pool_usdc[0] == 50000);
}

TEST_CASE("who owes nothing has a quick ratio without bound, and no margin call", "[capital]") {
  const CapitalReport capital = capital_of(R"({"book": [{"kind": "vix_calls"}]})");
  CHECK(std::ranges::all_of(capital.quick_ratio, [](double ratio) { return ratio == no_obligations; }));
  CHECK(capital.margin_calls.empty());
}

TEST_CASE("a margin call sells tokens of the pool for what is short, and loses the slippage", "[capital]") {
  const CapitalReport capital =
      capital_of(R"({"path": {"spike": {"vix_to": 60}}, "capital": {"cash": 0, "liquidation_slippage": 0.1},
    "book": [{"kind": "iron_condor", "contracts": 6}]})");
  REQUIRE(!capital.margin_calls.empty());
  for (const MarginCall& call : capital.margin_calls) {
    const auto day = static_cast<std::size_t>(call.day);
    CHECK(call.quick_ratio == capital.quick_ratio[day]);
    CHECK(call.quick_ratio < 1);
    const double assets = capital.cash[day] + capital.pool_usdc[day] + capital.long_options[day];
    const double owed = capital.margin[day] + capital.short_options[day] + capital.borrowed[day];
    CHECK_THAT(call.shortfall, WithinRel(owed - assets, 1e-9));
    CHECK(call.sold <= call.shortfall / 0.9 * (1 + 1e-12));
    CHECK_THAT(call.slippage, WithinRel(0.1 * call.sold, 1e-12));
  }
  std::size_t below = 0;
  for (const double ratio : capital.quick_ratio) below += ratio < 1 ? 1 : 0;
  CHECK(capital.margin_calls.size() == below);
}

TEST_CASE("a hedge that costs more than the cash is paid with overdrawn cash", "[capital]") {
  const CapitalReport capital =
      capital_of(R"({"capital": {"cash": 100}, "book": [{"kind": "vix_calls", "size": {"budget": 5000}}]})");
  CHECK(capital.cash[0] == 0);
  CHECK(capital.borrowed[0] > 4900);
}

TEST_CASE("what a reserve borrows lies in cash and is owed", "[capital]") {
  const CapitalReport with = capital_of(R"({"book": [{"kind": "reserve", "funding": "borrowed", "capital": 7000}]})");
  CHECK(with.cash[0] == 17000);
  CHECK(with.borrowed[0] == 7000);
  const double cost = with.cost_of_equity;
  CHECK_THAT(with.cost_of_capital, WithinRel((110000 * cost + 7000 * 0.08) / 117000, 1e-12));
}

TEST_CASE("the roll yield is the contango decay of the model, and its Gordon value a dividend's", "[capital]") {
  const CapitalReport capital = capital_of("{}");
  CHECK_THAT(capital.roll_yield, WithinAbs(0.6365, 5e-5));  // model.md, section 3: -0.6365 a year in log at the defaults
  REQUIRE(capital.gordon_value);
  CHECK_THAT(*capital.gordon_value, WithinRel((1 - std::exp(-capital.roll_yield)) / capital.cost_of_equity, 1e-12));
  CHECK(!capital_of(R"({"capital": {"growth": 0.5}})").gordon_value);
}

TEST_CASE("the verdict says what is earned, over how long, and what the capital costs", "[capital]") {
  const std::string month = capital_verdict(capital_of("{}"));
  CHECK(month.contains("drawn out from 30 days"));
  CHECK(month.contains("less than the capital costs"));
  CHECK(!capital_verdict(capital_of(R"({"path": {"horizon_days": 365}})")).contains("drawn out"));
  CapitalReport none;
  CHECK(capital_verdict(none).contains("no internal rate of return"));
}
