// What holds of all signals: they are what indicators.h says of a whole series, they never look ahead, and a path does not depend
// on the others of its block.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>
#include <limits>

#include "given.h"
#include "ledger/adaptation.h"
#include "ledger/one_path.h"
#include "ledger/replay.h"
#include "ledger/signal_days.h"
#include "numeric/random.h"
#include "path/history.h"

using namespace ballast;

namespace {

constexpr std::string_view every_signal = R"({
  "pool": {"value": 100000},
  "signals": {"offset": -1, "indicators": [
    {"kind": "edr", "z_window": 10}, {"kind": "rsi", "period": 5, "z_window": 8}, {"kind": "rsi", "of": "vix", "period": 5, "mean": 50, "deviation": 10},
    {"kind": "macd", "fast": 3, "slow": 6, "signal": 2, "z_window": 9}, {"kind": "beta", "days": 7, "z_window": 6},
    {"kind": "level", "of": "vvix", "mean": 90, "deviation": 10}, {"kind": "deviation", "of": "price_to_earnings", "days": 4, "z_window": 5},
    {"kind": "volatility", "of": "spx", "days": 5, "z_window": 7}, {"kind": "advance_decline", "z_window": 6}]},
  "book": [
    {"kind": "vix_calls", "recalibrate": "weekly", "ladder": [{"contracts": 4, "days": 30}, {"contracts": 2, "days": 45}], "adaptive": 2, "resize_at": 0.1},
    {"kind": "short_token", "recalibrate": "daily", "adaptive": 1}, {"kind": "strip", "recalibrate": "weekly", "adaptive": 3},
    {"kind": "reserve", "trigger_score": 0.6, "rearm_days": 5, "adaptive": 1, "least_quick_ratio": 1},
    {"kind": "iron_condor", "gate": "none", "adaptive": -0.9, "resize_at": 0, "least_quick_ratio": 2},
    {"kind": "alvh", "monetise": "on", "gain": 0.1, "adaptive": 1, "resize_at": 0.3}]
})";

double draw(std::uint64_t of, std::uint64_t day) {
  return numeric::normal_draw(numeric::stream(17, of), 0, day);
}

/// 80 closes with weekends between them.
History any_history() {
  History history{.first = date(2018, 1, 1)};
  double vix = 15, spx = 2700, vvix = 90;
  for (int day = 0; history.day.size() < 80; ++day) {
    if (day % 7 >= 5) continue;
    const auto n = static_cast<std::uint64_t>(day);
    vix *= std::exp(0.1 * draw(0, n));
    spx *= std::exp(0.01 * draw(1, n));
    vvix *= std::exp(0.03 * draw(2, n));
    history.day.push_back(day);
    history.vix.push_back(vix);
    history.spx.push_back(spx);
    history.vvix.push_back(vvix);
  }
  return history;
}

std::vector<GivenSeries> any_series() {
  std::vector<GivenSeries> all = {{SignalSeries::price_to_earnings, {}, {}}, {SignalSeries::advances, {}, {}}, {SignalSeries::declines, {}, {}}};
  for (std::uint64_t i = 0; i < all.size(); ++i)
    for (int day = -20; day < 115; day += i == 0 ? 3 : 1) {
      all[i].day.push_back(day);
      all[i].value.push_back(100 + 10 * draw(10 + i, static_cast<std::uint64_t>(day + 100)));
    }
  return all;
}

/// Everything that the book decided and was worth, by day.
struct Trail : Observer {
  void see(const DayView& day) override {
    std::vector<double> all = {day.pool_profit[0]};
    for (std::size_t j = 0; j < day.holdings.size(); ++j) {
      for (const auto* column : {&day.holdings[j].cash_flow, &day.holdings[j].costs, &day.holdings[j].turnover, &day.holdings[j].tokens})
        all.push_back((*column)[0]);
      for (const Leg& leg : day.holdings[j].legs) all.push_back(leg.contracts[0]);
      all.push_back(day.profits[j][0]);
    }
    days.push_back(all);
  }
  std::vector<std::vector<double>> days;
};

Trail replayed(const Scenario& scenario, const History& history, const std::vector<GivenSeries>& series) {
  Position position = ballast::position(scenario);
  position.series = series;
  HistoryPaths paths(history, scenario.market, scenario.token);
  Walk walk(position, paths);
  Trail trail;
  trail.see(walk.view());
  walk_to(paths.horizon_days(), walk, paths, trail);
  return trail;
}

bool same_bits(const std::vector<double>& a, const std::vector<double>& b) {
  return std::ranges::equal(a, b, [](double x, double y) { return x == y || (std::isnan(x) && std::isnan(y)); });
}

}  // namespace

TEST_CASE("changing what happens after a day changes nothing decided on it or before", "[signals]") {
  const Scenario scenario = given(every_signal);
  const History history = any_history();
  const std::vector<GivenSeries> series = any_series();
  const Trail whole = replayed(scenario, history, series);
  // The signals act at all: without them the book fares otherwise.
  Scenario deaf = scenario;
  deaf.signals = {};
  CHECK(replayed(deaf, history, series).days.back() != whole.days.back());
  const std::size_t last_kept = GENERATE(0u, 1u, 12u, 33u, 50u, 76u);
  const int day = history.day[last_kept];
  History changed = history;
  for (std::size_t i = last_kept + 1; i < history.day.size(); ++i) {
    changed.vix[i] *= 3;
    changed.spx[i] *= 0.5;
    changed.vvix[i] *= 1.7;
  }
  std::vector<GivenSeries> changed_series = series;
  for (GivenSeries& each : changed_series)
    for (std::size_t i = 0; i < each.day.size(); ++i)
      if (each.day[i] > day) each.value[i] *= -2;
  const Trail other = replayed(scenario, changed, changed_series);
  for (std::size_t d = 0; d <= static_cast<std::size_t>(day); ++d) CHECK(whole.days[d] == other.days[d]);
  CHECK(whole.days[static_cast<std::size_t>(day) + 3] != other.days[static_cast<std::size_t>(day) + 3]);
}

namespace {

/// Price of the token at each close.
std::vector<double> token_at_closes(const Scenario& scenario, const History& history) {
  HistoryPaths paths(history, scenario.market, scenario.token);
  MarketBlock block = paths.start();
  std::vector<double> result = {block.token[0]};
  for (int day = 1; day <= paths.horizon_days(); ++day) {
    paths.advance(day, block);
    if (paths.close_on(day)) result.push_back(block.token[0]);
  }
  return result;
}

std::vector<double> returns(const std::vector<double>& closes) {
  std::vector<double> result;
  for (std::size_t i = 1; i < closes.size(); ++i) result.push_back(closes[i] / closes[i - 1] - 1);
  return result;
}

/// What was known at each close: the last of the values that days date.
std::vector<double> last_known(const std::vector<int>& days, const std::vector<double>& values, const History& history) {
  std::vector<double> result;
  for (const int day : history.day) result.push_back(values[static_cast<std::size_t>(std::ranges::upper_bound(days, day) - days.begin()) - 1]);
  return result;
}

/// The z-scores of values that begin after a warm-up.
std::vector<double> z_scores(const std::vector<double>& values, std::size_t warm_up, int window) {
  std::vector<double> result(warm_up, std::nan(""));
  const std::vector<double> scores = rolling_z_score(std::span(values).subspan(warm_up), window);
  result.insert(result.end(), scores.begin(), scores.end());
  return result;
}

}  // namespace

TEST_CASE("signals that read beside the path or two series are those of indicators.h", "[signals]") {
  const Scenario scenario = given(every_signal);
  const History history = any_history();
  const std::vector<GivenSeries> series = any_series();
  HistoryPaths paths(history, scenario.market, scenario.token);
  const SignalDays days = signal_days({scenario.signals, series}, paths);
  const auto at_closes = [&](const std::vector<double>& column) {
    std::vector<double> result;
    for (const int day : history.day) result.push_back(column[static_cast<std::size_t>(day)]);
    return result;
  };
  // A return belongs to the later of its two closes.
  std::vector<double> beta = rolling_beta(returns(token_at_closes(scenario, history)), returns(history.spx), 7);
  beta.insert(beta.begin(), std::nan(""));
  CHECK(same_bits(at_closes(days.signals[4].value), beta));
  CHECK(same_bits(at_closes(days.signals[4].z), z_scores(beta, 7, 6)));
  const std::vector<double> deviation = deviation_from_mean(series[0].value, 4);
  CHECK(same_bits(at_closes(days.signals[6].value), last_known(series[0].day, deviation, history)));
  CHECK(same_bits(at_closes(days.signals[6].z), last_known(series[0].day, z_scores(deviation, 3, 5), history)));
  const std::vector<double> line = advance_decline_line(series[1].value, series[2].value);
  CHECK(same_bits(at_closes(days.signals[8].value), last_known(series[1].day, line, history)));
  CHECK(same_bits(at_closes(days.signals[8].z), last_known(series[1].day, z_scores(line, 0, 6), history)));
  for (const SignalByDay& each : days.signals) CHECK(!each.is_missing);
}

TEST_CASE("signals along a path are those of indicators.h over its closes", "[signals]") {
  const Scenario scenario = given(every_signal);
  const History history = any_history();
  HistoryPaths paths(history, scenario.market, scenario.token);
  const SignalDays days = signal_days({scenario.signals}, paths);
  const auto at_closes = [&](const std::vector<double>& column) {
    std::vector<double> result;
    for (const int day : history.day) result.push_back(column[static_cast<std::size_t>(day)]);
    return result;
  };
  const auto rsi = relative_strength(history.vix, 5);
  CHECK(same_bits(at_closes(days.signals[2].value), rsi));
  const auto edr = expected_daily_range(history.vix);
  CHECK(same_bits(at_closes(days.signals[0].value), edr));
  CHECK(same_bits(at_closes(days.signals[0].z), rolling_z_score(edr, 10)));
  CHECK(same_bits(at_closes(days.signals[1].value), relative_strength(history.spx, 5)));
  const auto histogram = macd(history.spx, {3, 6, 2}).histogram;
  CHECK(same_bits(at_closes(days.signals[3].value), histogram));
  CHECK(same_bits(at_closes(days.signals[3].z), rolling_z_score(histogram, 9)));
  CHECK(same_bits(at_closes(days.signals[7].value), rolling_volatility(history.spx, 5)));
  // The files are not given.
  CHECK(days.signals[6].is_missing);
  CHECK(days.signals[8].is_missing);
}

TEST_CASE("a simulated path gives the same bits alone and among others where signals act", "[signals]") {
  const Scenario scenario = given(every_signal);
  const Position position = ballast::position(scenario);
  Simulated simulated;
  simulated.horizon_days = 60;
  SimulatedPaths paths(simulated, scenario.market, scenario.token, {5, 7});
  Walk walk(position, paths);
  while (walk.view().day < 60) walk.step(paths);
  for (std::uint64_t number = 5; number < 12; ++number) {
    const OnePath alone = walk_path(position, simulated, number);
    for (std::size_t j = 0; j < position.book.size(); ++j)
      CHECK(alone.layers[j].back() == walk.view().profits[j][static_cast<std::size_t>(number - 5)]);
  }
}

TEST_CASE("values before day 0 warm a signal up", "[signals]") {
  const Scenario scenario = given(R"({"signals": {"indicators": [{"kind": "level", "of": "etf_flows", "z_window": 5}]}})");
  GivenSeries flows{SignalSeries::etf_flows, {}, {}};
  for (int day = -4; day <= 0; ++day) {
    flows.day.push_back(day);
    flows.value.push_back(day * day);
  }
  WhatIfPaths paths(what_if(scenario), scenario.market, scenario.token, {std::nullopt});
  const std::vector<GivenSeries> series = {flows};
  const SignalDays days = signal_days({scenario.signals, series}, paths);
  WindowRoom room;
  CHECK(days.signals[0].z[0] == z_score_of(flows.value, room));
  // It stands for 40 days; the path has 30.
  CHECK(days.signals[0].z[30] == days.signals[0].z[0]);
}

TEST_CASE("a replay that is entered anew keeps what its signals know, and looks no further", "[signals]") {
  const Scenario scenario = given(R"({
    "signals": {"indicators": [{"kind": "level", "of": "vix", "z_window": 20}, {"kind": "volatility", "of": "spx", "days": 8, "z_window": 10}]},
    "book": [{"kind": "vix_calls", "ladder": [{"contracts": 4, "days": 90}], "adaptive": 2}]})");
  Scenario deaf = scenario;
  deaf.signals = {};
  const History history = any_history();
  const auto replayed = [&](const Scenario& of, const History& along) {
    ReplayMarket market;
    const ReplayedBook book = replay(position(of), along, {.days = 40}, market);
    REQUIRE(market.entered.size() > 2);
    return std::pair(book.layers[0], market.entered[1]);
  };
  const auto [hears, entered] = replayed(scenario, history);
  const auto [hears_not, same] = replayed(deaf, history);
  // Nothing has warmed up when the first position opens, and it does not roll before the second does.
  for (std::size_t i = 0; i <= entered; ++i) CHECK(hears[i] == hears_not[i]);
  const std::size_t next = entered + 1;
  CHECK(hears[next] - hears[entered] != hears_not[next] - hears_not[entered]);
  History changed = history;
  for (std::size_t i = entered + 3; i < changed.day.size(); ++i) {
    changed.vix[i] *= 2;
    changed.spx[i] /= 2;
  }
  const auto [other, at] = replayed(scenario, changed);
  for (std::size_t i = 0; i < entered + 3; ++i) CHECK(other[i] == hears[i]);
}

namespace {

/// Reads what the model makes of VIX alone, in every way that an indicator reads a series.
constexpr std::string_view signals_on_the_model = R"({"token": {"kind": "%"},
  "signals": {"offset": -0.5, "indicators": [
    {"kind": "level", "of": "token", "mean": 1, "deviation": 0.2}, {"kind": "level", "of": "spx", "z_window": 11},
    {"kind": "macd", "of": "token", "fast": 3, "slow": 6, "signal": 2, "mean": 0, "deviation": 0.05}, {"kind": "rsi", "period": 6, "z_window": 5},
    {"kind": "beta", "days": 7, "z_window": 6}, {"kind": "deviation", "of": "token", "days": 12, "mean": 0, "deviation": 0.1},
    {"kind": "volatility", "of": "token", "days": 9, "z_window": 7}, {"kind": "level", "of": "price_to_earnings", "z_window": 6}]},
  "book": [{"kind": "vix_calls", "adaptive": 2}]})";

Scenario on_the_model(std::string token) {
  std::string text(signals_on_the_model);
  return given(text.replace(text.find('%'), 1, token));
}

History vix_alone() {
  History history = any_history();
  history.spx.clear();
  history.vvix.clear();
  return history;
}

}  // namespace

TEST_CASE("the score of a day is the same whether or not the position was entered anew before it", "[signals]") {
  const auto token = GENERATE("rolled_future", "index");
  const bool token_is_given = GENERATE(false, true);
  CAPTURE(token, token_is_given);
  const Scenario scenario = on_the_model(token);
  const std::vector<GivenSeries> series = any_series();
  Position position = ballast::position(scenario);
  position.series = series;
  History history = vix_alone();
  if (token_is_given)
    for (const double vix : history.vix) history.token.push_back(40 + vix);
  const auto score_at_the_end = [&](const History& along, const Renewal& renewal) {
    ReplayMarket market;
    return replay(position, along, renewal, market).signals->scores()[0];
  };
  for (const std::size_t closes : {2u, 9u, 17u, 30u, 31u, 52u, 80u}) {
    const History along = part(history, 0, closes);
    const double held = score_at_the_end(along, {});
    REQUIRE((held > 0 && held < 1));
    for (const int days : {1, 5, 12, 40}) CHECK_THAT(score_at_the_end(along, {.days = days}), Catch::Matchers::WithinAbs(held, 1e-11));
  }
}

TEST_CASE("out of sample the signals know what the model made in sample as if it had been given", "[signals]") {
  // Neither stretch alone is long enough for a z-score.
  const Scenario scenario = given(R"({
    "signals": {"indicators": [{"kind": "level", "of": "token", "z_window": 45}, {"kind": "volatility", "of": "spx", "days": 2, "z_window": 45}]},
    "book": [{"kind": "vix_calls", "recalibrate": "weekly", "adaptive": 2, "resize_at": 0}]})");
  const History history = vix_alone();
  const AdaptationTest test = test_adaptation(position(scenario), history, {.draws = 2});
  CHECK(test.given.in_sample.hedge == test.fixed.in_sample.hedge);
  CHECK(std::abs(test.given.out_of_sample.hedge - test.fixed.out_of_sample.hedge) > 1);
  ReplayMarket market;
  replay(position(scenario), history, {}, market);
  History told = history;
  told.spx = market.spx;
  told.token = market.token;
  const AdaptationTest same = test_adaptation(position(scenario), told, {.draws = 2});
  CHECK_THAT(same.given.out_of_sample.hedge, Catch::Matchers::WithinRel(test.given.out_of_sample.hedge, 1e-9));
}
