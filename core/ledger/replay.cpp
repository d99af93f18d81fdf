#include "ledger/replay.h"

#include <algorithm>

#include "ledger/balance.h"
#include "path/history.h"
#include "signal/given_series.h"

namespace ballast {
namespace {

constexpr double tenor_days = 30;

/// The closes at which the position is entered, and after them the last close.
std::vector<std::size_t> bounds_of_stretches(const History& history, const Renewal& renewal) {
  const std::size_t last = history.day.size() - 1;
  std::vector<std::size_t> bounds = {0};
  for (std::size_t i = 1; renewal.days && i < last; ++i)
    if (history.day[i] - history.day[bounds.back()] >= *renewal.days) bounds.push_back(i);
  bounds.push_back(last);
  return bounds;
}

/// Profits and amounts of the stretches before, which go on from there.
struct Carried {
  double pool = 0, fees = 0;
  std::vector<double> layers;
  double costs = 0, turnover = 0;
  double token = 1;
};

/// Reads the closes of one stretch. Its first close is that of the end of the stretch before, which has reported it.
class CloseObserver : public Observer {
 public:
  CloseObserver(const Position& position, const Carried& carried, ReplayMarket& market, ReplayedBook& book)
      : position_(position),
        carried_(carried),
        market_(market),
        book_(book),
        tenor_(tenor(position.exposure.market.curve, tenor_days / days_per_year)) {}

  void see(const DayView& day) override {
    see_market(day);
    see_pool(day);
    double hedge = 0;
    for (std::size_t j = 0; j < day.profits.size(); ++j) {
      const double profit = carried_.layers[j] + day.profits[j][0];
      book_.layers[j].push_back(profit);
      hedge += profit;
    }
    book_.hedge.push_back(hedge);
    book_.total.push_back(market_.pool.back() + hedge);
    book_.least_quick_ratio = std::min(book_.least_quick_ratio, quick_ratio(balance(position_, day), 0));
  }

 private:
  void see_market(const DayView& day) {
    const MarketBlock& block = day.market;
    market_.vix.push_back(block.vix[0]);
    market_.vvix.push_back(block.vvix[0]);
    market_.spx.push_back(block.spx[0]);
    market_.curve.push_back({block.fast[0], block.slow[0]});
    market_.token.push_back(carried_.token * block.token[0]);
    const double log_long_run = numeric::log(position_.exposure.market.curve.long_run);
    market_.future.push_back(numeric::exp(log_future(log_long_run, tenor_, block.fast[0], block.slow[0])));
  }

  void see_pool(const DayView& day) {
    market_.pool_value.push_back(day.pool.value[0]);
    market_.impermanent_loss.push_back(day.pool.impermanent_loss[0]);
    market_.impermanent_loss_percent.push_back(100 * (day.pool.impermanent_loss[0] / day.pool.hold[0]));
    market_.fees.push_back(carried_.fees + day.pool.fees[0]);
    market_.pool.push_back(carried_.pool + day.pool_profit[0]);
  }

  const Position& position_;
  const Carried& carried_;
  ReplayMarket& market_;
  ReplayedBook& book_;
  Tenor tenor_;
};

/// The position's market, or where the replay has come to in it.
Market market_now(const Position& position, const ReplayMarket& replayed) {
  Market now = position.exposure.market;
  if (replayed.vix.empty()) return now;
  now.spx = replayed.spx.back();
  now.curve_state = replayed.curve.back();
  return now;
}

/// Walks one stretch and takes the carried amounts on to its end.
void walk_stretch(const Position& position, int days_before, const History& history, Carried& carried, ReplayMarket& market,
                  ReplayedBook& book) {
  const Market at_start = market_at_start(market_now(position, market), history);
  const Position here{.exposure = {at_start, position.exposure.token, position.exposure.liquidity},
                      .pool = position.pool,
                      .book = position.book,
                      .rounding = position.rounding,
                      .execution = position.execution,
                      .treasury = position.treasury,
                      .signals = position.signals,
                      .series = position.series,
                      .known = book.signals ? &*book.signals : position.known,
                      .events = events_later(position.events, days_before)};
  HistoryPaths paths(history, at_start, position.exposure.token);
  Walk walk(here, paths);
  CloseObserver observer(here, carried, market, book);
  if (market.vix.empty()) observer.see(walk.view());
  for (int day = 1; day <= paths.horizon_days(); ++day) {
    walk.step(paths);
    if (paths.close_on(day)) observer.see(walk.view());
  }
  carried.pool = market.pool.back();
  carried.fees = market.fees.back();
  carried.token = market.token.back();
  book.signals = walk.signals();
  if (book.signals) book.signals->begin_anew(walk.view().market.token[0]);
  for (std::size_t j = 0; j < carried.layers.size(); ++j) {
    carried.layers[j] = book.layers[j].back();
    book.costs += walk.view().holdings[j].costs[0];
    book.turnover += walk.view().holdings[j].turnover[0];
  }
}

}  // namespace

int longest_stretch(const History& history, const Renewal& renewal) {
  const auto bounds = bounds_of_stretches(history, renewal);
  int longest = 0;
  for (std::size_t i = 1; i < bounds.size(); ++i)
    longest = std::max(longest, history.day[bounds[i]] - history.day[bounds[i - 1]]);
  return longest;
}

ReplayedBook replay(const Position& position, const History& history, const Renewal& renewal, ReplayMarket& market) {
  ReplayedBook book{.layers = std::vector<std::vector<double>>(position.book.size()), .hedge = {}, .total = {}};
  book.least_quick_ratio = no_obligations;
  market = {.first = history.first, .day = history.day};
  Carried carried;
  carried.layers.resize(position.book.size());
  const auto bounds = bounds_of_stretches(history, renewal);
  for (std::size_t i = 1; i < bounds.size(); ++i) {
    market.entered.push_back(bounds[i - 1]);
    walk_stretch(position, history.day[bounds[i - 1]], part(history, bounds[i - 1], bounds[i] - bounds[i - 1] + 1), carried, market, book);
  }
  return book;
}

}  // namespace ballast
