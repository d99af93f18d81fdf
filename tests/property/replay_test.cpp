#include "ledger/replay.h"

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <random>

#include "../given.h"

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
