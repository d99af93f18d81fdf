#include "ledger/replay.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>
#include <random>

#include "../given.h"

using Catch::Matchers::WithinRel;
using namespace ballast;

namespace {

class Random {
 public:
  explicit Random(std::uint64_t seed) : random_(seed) {}
  std::size_t below(std::size_t count) { return random_() % count; }
  double uniform() { return static_cast<double>(random_() >> 11) * 0x1p-53; }

 private:
  std::mt19937_64 random_;
};

/// Closes of about a hundred calendar days, each series given or not.
History any_history(Random& draws) {
  History history{.first = date(2018, 1, 2)};
  const std::size_t given = draws.below(8);
  const auto level = [&](double middle) { return middle * std::exp(2 * draws.uniform() - 1); };
  for (int day = 0; day < 100; day += 1 + static_cast<int>(draws.below(3))) {
    history.day.push_back(day);
    history.vix.push_back(level(20));
    if (given & 1) history.spx.push_back(level(4000));
    if (given & 2) history.vvix.push_back(level(100));
    if (given & 4) history.token.push_back(level(10));
  }
  return history;
}

/// Other values at every close after `close`; the days stay, for a replay knows when it ends.
History with_another_future(History history, std::size_t close, Random& draws) {
  for (auto* values : {&history.vix, &history.spx, &history.vvix, &history.token})
    for (std::size_t i = close + 1; i < values->size(); ++i) (*values)[i] *= 0.5 + 2 * draws.uniform();
  return history;
}

bool same_up_to(std::size_t close, const std::vector<double>& a, const std::vector<double>& b) {
  return std::equal(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(close) + 1, b.begin());
}

}  // namespace

TEST_CASE("a replay of every kind of layer never looks ahead: later values change nothing up to a close") {
  const Scenario scenario = given(R"({
    "pool": {"value": 200000, "fee_apr": 0.1},
    "execution": {"delay_hours": 30},
    "book": [
      {"kind": "alvh", "monetise": "on"}, {"kind": "vxth"}, {"kind": "vix_calls", "recalibrate": "on_trigger"},
      {"kind": "vix_puts", "size": {"budget": 500}}, {"kind": "spx_puts", "size": {"percent_of_pool": 0.5}},
      {"kind": "strip", "budget": 3000}, {"kind": "iron_condor", "days": 20}, {"kind": "cndr", "size": {"margin": 20000}},
      {"kind": "short_token", "ratio": 0.5, "recalibrate": "weekly"}, {"kind": "reserve", "trigger_vix": 22, "rearm_days": 5},
      {"kind": "synthetic"}, {"kind": "conversion"}, {"kind": "reversal"}]})");
  Random draws(7);
  std::size_t later_differs = 0;
  for (int i = 0; i < 60; ++i) {
    const History history = any_history(draws);
    const Renewal renewal{.days = draws.below(2) == 0 ? std::optional<int>() : 20};
    const std::size_t close = draws.below(history.day.size() - 1);
    ReplayMarket market, other_market;
    const ReplayedBook book = replay(position(scenario), history, renewal, market);
    const ReplayedBook other = replay(position(scenario), with_another_future(history, close, draws), renewal, other_market);
    for (auto column : {&ReplayMarket::vix, &ReplayMarket::vvix, &ReplayMarket::spx, &ReplayMarket::token,
                        &ReplayMarket::future, &ReplayMarket::pool_value, &ReplayMarket::impermanent_loss,
                        &ReplayMarket::impermanent_loss_percent, &ReplayMarket::fees, &ReplayMarket::pool})
      REQUIRE(same_up_to(close, market.*column, other_market.*column));
    for (std::size_t j = 0; j < book.layers.size(); ++j) REQUIRE(same_up_to(close, book.layers[j], other.layers[j]));
    REQUIRE(same_up_to(close, book.hedge, other.hedge));
    REQUIRE(same_up_to(close, book.total, other.total));
    later_differs += book.total.back() != other.total.back() ? 1 : 0;
  }
  CHECK(later_differs > 55);
}

TEST_CASE("the market of a position that is entered anew is the one that the history has come to") {
  const Scenario rolled = given(R"({"book": [{"kind": "alvh"}, {"kind": "spx_puts"}]})");
  const Scenario index = given(R"({"token": {"kind": "index", "funding": 0.1, "cap": 40}})");
  Random draws(11);
  const auto same_state = [](const CurveState& a, const CurveState& b) { return a.fast == b.fast && a.slow == b.slow; };
  std::size_t entered_anew = 0;
  for (int i = 0; i < 60; ++i) {
    const History history = any_history(draws);
    const Scenario& scenario = i % 2 == 0 ? rolled : index;
    ReplayMarket held, renewed;
    replay(position(scenario), history, {}, held);
    replay(position(scenario), history, {.days = 1 + static_cast<int>(draws.below(40))}, renewed);
    entered_anew += renewed.entered.size() - 1;
    REQUIRE(renewed.vix == held.vix);
    REQUIRE(renewed.vvix == held.vvix);
    REQUIRE(renewed.spx == held.spx);
    REQUIRE(renewed.future == held.future);
    REQUIRE(std::ranges::equal(renewed.curve, held.curve, same_state));
    for (std::size_t close = 0; close < held.token.size(); ++close)
      REQUIRE_THAT(renewed.token[close], WithinRel(held.token[close], 1e-13));
  }
  CHECK(entered_anew > 200);
}

TEST_CASE("a future that is bought anew is bought at the price that the history's curve gives it") {
  const Scenario scenario = given(R"({"token": {"kind": "fixed_future", "expiry_days": 60}})");
  const VixCurve& curve = scenario.market.curve;
  const double log_long_run = numeric::log(curve.long_run);
  Random draws(13);
  for (int i = 0; i < 20; ++i) {
    History history = any_history(draws);
    history.token.clear();
    ReplayMarket market;
    replay(position(scenario), history, {.days = 25}, market);
    const auto log_price = [&](std::size_t close, int days_held) {
      return log_future(log_long_run, tenor(curve, (60 - days_held) / days_per_year), market.curve[close].fast, market.curve[close].slow);
    };
    for (std::size_t from = 0, close = 1; close < history.day.size(); ++close) {
      const double growth = std::exp(log_price(close, history.day[close] - history.day[from]) - log_price(from, 0));
      REQUIRE_THAT(market.token[close] / market.token[from], WithinRel(growth, 1e-12));
      if (std::ranges::contains(market.entered, close)) from = close;
    }
  }
}
