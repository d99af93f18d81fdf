#include "path/history.h"

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <cstdlib>
#include <random>

#include "history/decimal.h"
#include "history/join.h"

using namespace ballast;

namespace {

class Draws {
 public:
  explicit Draws(std::uint64_t seed) : random_(seed) {}
  std::size_t below(std::size_t count) { return random_() % count; }
  double uniform() { return static_cast<double>(random_() >> 11) * 0x1p-53; }
  char byte() { return static_cast<char>(random_()); }

 private:
  std::mt19937_64 random_;
};

const Market market;

/// What the path is on every day up to the last.
std::vector<MarketBlock> states(const History& history, const Token& token, std::vector<bool>& spikes) {
  HistoryPaths paths(history, market, token);
  std::vector<MarketBlock> days = {paths.start()};
  spikes = {paths.is_spike_day(0)};
  for (int day = 1; day <= paths.horizon_days(); ++day) {
    days.push_back(days.back());
    paths.advance(day, days.back());
    spikes.push_back(paths.is_spike_day(day));
  }
  return days;
}

History any_history(Draws& draws) {
  History history{.first = date(2018, 1, 1)};
  const std::size_t given = draws.below(8), closes = 2 + draws.below(40);
  const auto level = [&](double middle) { return middle * std::exp(2 * draws.uniform() - 1); };
  for (std::size_t i = 0; i < closes; ++i) {
    history.day.push_back(i == 0 ? 0 : history.day.back() + 1 + static_cast<int>(draws.below(4)));
    history.vix.push_back(level(20));
    if (given & 1) history.spx.push_back(level(4000));
    if (given & 2) history.vvix.push_back(level(100));
    if (given & 4) history.token.push_back(level(10));
  }
  return history;
}

/// Other values on the closes after `day`, and perhaps other days or fewer of them.
History with_another_future(const History& history, int day, Draws& draws) {
  History changed = history;
  const std::size_t last = changed.day.size() - 1;
  for (std::size_t i = 0; i <= last; ++i) {
    if (changed.day[i] <= day) continue;
    changed.vix[i] *= 1 + draws.uniform();
    for (auto* values : {&changed.spx, &changed.vvix, &changed.token})
      if (!values->empty()) (*values)[i] *= 1 + draws.uniform();
    if (draws.below(2) == 0) changed.day[i] += 100;
    if (i < last) continue;
    changed.day[i] = changed.day[i - 1] + 1 > day ? changed.day[i - 1] + 1 : day + 1;
  }
  for (std::size_t i = 1; i <= last; ++i) changed.day[i] = std::max(changed.day[i], changed.day[i - 1] + 1);
  return changed;
}

bool same(const MarketBlock& a, const MarketBlock& b) {
  return a.fast == b.fast && a.slow == b.slow && a.vix == b.vix && a.vvix == b.vvix && a.spx == b.spx && a.token == b.token;
}

Token any_token(Draws& draws) {
  switch (draws.below(3)) {
    case 0:
      return {RolledFuture{}};
    case 1:
      return {FixedFuture{.expiry_days = 365}};
    default:
      return {IndexToken{}};
  }
}

}  // namespace

TEST_CASE("a history never looks ahead: what comes after a day changes nothing up to it") {
  Draws draws(1);
  for (int i = 0; i < 500; ++i) {
    const History history = any_history(draws);
    const Token token = any_token(draws);
    const int day = static_cast<int>(draws.below(static_cast<std::size_t>(history.day.back())));
    const History changed = with_another_future(history, day, draws);
    std::vector<bool> spikes, changed_spikes;
    const auto before = states(history, token, spikes), after = states(changed, token, changed_spikes);
    for (std::size_t at = 0; at <= static_cast<std::size_t>(day); ++at) {
      REQUIRE(same(before[at], after[at]));
      REQUIRE(spikes[at] == changed_spikes[at]);
    }
    REQUIRE_FALSE(same(before.back(), after.back()));
  }
}

TEST_CASE("a token that follows futures never looks ahead") {
  Draws draws(2);
  for (int i = 0; i < 300; ++i) {
    std::vector<FuturesDay> days;
    for (Date day = date(2018, 1, 2); days.size() < 60; day = next_trading_day(day)) {
      FuturesDay futures{day, front_future(day + -1), 10 + 10 * draws.uniform()};
      if (draws.below(10) > 0) futures.second_settlement = 10 + 10 * draws.uniform();
      if (draws.below(10) > 0) days.push_back(futures);
    }
    const FuturesHeld held = draws.below(2) == 0 ? FuturesHeld::rolled : FuturesHeld::first;
    const auto before = futures_token(days, held).price;
    const std::size_t known = draws.below(days.size());
    for (std::size_t at = known + 1; at < days.size(); ++at) days[at].first_settlement *= 2, days[at].second_settlement.reset();
    const auto after = futures_token(days, held).price;
    for (std::size_t at = 0; at <= known && at < before.size(); ++at) REQUIRE(before[at] == after.at(at));
  }
}

TEST_CASE("a decimal is what strtod makes of it in the C locale") {
  Draws draws(3);
  for (int i = 0; i < 200'000; ++i) {
    std::string text;
    const std::size_t digits = 1 + draws.below(19), point = draws.below(digits + 1);
    for (std::size_t at = 0; at < digits; ++at) {
      if (at == point) text += '.';
      text += draws.below(3) == 0 ? '0' : static_cast<char>('0' + draws.below(10));
    }
    if (draws.below(2) == 0) text += "e" + std::to_string(static_cast<int>(draws.below(12)) - 6);
    const auto parsed = parse_decimal(text);
    if (parsed) REQUIRE(*parsed == std::strtod(text.c_str(), nullptr));
  }
}

namespace {

constexpr std::string_view table =
    "DATE,OPEN,HIGH,LOW,CLOSE\n2018-02-01,13.05,14.30,12.50,13.47\n02/02/2018,13.64,17.86,13.64,17.31\r\n"
    "2018-02-05,18.44,38.80,16.80,37.32\n\"2018-02-06\",37.32,50.30,22.42,29.98\n2018-02-07,31.38,31.64,21.17,27.73\n";

std::string any_text(Draws& draws) {
  std::string text(draws.below(300), ' ');
  constexpr std::string_view alphabet = "0123456789.,-/\n\r\"=+@eE ;TZdatecloseDATECLOSE";
  const bool any_byte = draws.below(2) == 0;
  for (char& c : text) c = any_byte ? draws.byte() : alphabet[draws.below(alphabet.size())];
  return text;
}

std::string any_mutation(Draws& draws) {
  std::string text(table);
  for (std::size_t left = 1 + draws.below(6); left > 0 && !text.empty(); --left) {
    const std::size_t at = draws.below(text.size()), length = 1 + draws.below(30);
    switch (draws.below(5)) {
      case 0:
        text[at] = draws.byte();
        break;
      case 1:
        text.erase(at, length);
        break;
      case 2:
        text.insert(at, text.substr(draws.below(text.size()), length));
        break;
      case 3:
        text.resize(at);
        break;
      default:
        text[at] = "0123456789.,\n\r\"=-/"[draws.below(18)];
        break;
    }
  }
  return text;
}

void check(const Remark& remark) {
  REQUIRE(remark.value.size() <= 40);
  for (const char c : remark.value) REQUIRE((c >= ' ' && c <= '~'));
}

/// Whatever came in: rising dates with values above zero, every row used or left out, or a problem.
void check(const SeriesRead& read) {
  for (const Remarks* remarks : {&read.left_out, &read.doubted}) {
    REQUIRE(remarks->listed.size() <= Remarks::most_listed);
    for (const Remark& remark : remarks->listed) check(remark);
  }
  const Series& series = read.series;
  REQUIRE(series.dates.empty() == read.problem.has_value());
  REQUIRE(series.values.size() == series.dates.size());
  REQUIRE(series.rows.size() == series.dates.size());
  for (std::size_t i = 0; i < series.dates.size(); ++i) {
    REQUIRE((std::isfinite(series.values[i]) && series.values[i] > 0));
    REQUIRE((i == 0 || series.dates[i - 1] < series.dates[i]));
  }
  if (!read.problem) REQUIRE(series.dates.size() + read.left_out.count >= read.rows);
}

}  // namespace

TEST_CASE("whatever text comes in is read or refused, and what is read can be joined and followed") {
  Draws draws(4);
  const Token token;
  const SeriesReading with_first = {.latest = date(2030, 1, 1), .first = date(2018, 2, 1)},
                      without = {.latest = date(2030, 1, 1)};
  Series other = read_series(table, without).series;
  std::size_t joined_count = 0;
  for (int i = 0; i < 20'000; ++i) {
    const std::string text = i % 3 == 0 ? any_text(draws) : any_mutation(draws);
    const SeriesRead read = read_series(text, draws.below(2) == 0 ? with_first : without);
    check(read);
    const JoinedHistory joined = join({.vix = &other, .spx = &read.series, .first_future = &read.series});
    REQUIRE(joined.problem.has_value() == joined.history.day.empty());
    if (joined.problem) continue;
    ++joined_count;
    std::vector<bool> spikes;
    const auto days = states(joined.history, token, spikes);
    REQUIRE(days.back().vix[0] == joined.history.vix.back());
    if (!read.problem) other = read.series;
    if (other.dates.size() < 3) other = read_series(table, without).series;
  }
  CHECK(joined_count > 5'000);
}
