#pragma once
#include <deque>
#include <optional>
#include <span>
#include <vector>

#include "book/layer.h"
#include "capital/treasury.h"
#include "market/token.h"
#include "path/paths.h"
#include "pool/pool.h"
#include "signal/running.h"

namespace ballast {

/// What is walked: the scenario without its paths.
struct Position {
  Exposure exposure;
  const Pool& pool;  ///< exposure.liquidity as described: its benchmark and its fees
  std::span<const Layer> book;
  Rounding rounding = Rounding::fractional;
  Execution execution = {};
  Treasury treasury = {};
  const Signals* signals = nullptr;        ///< what is watched; null or empty: nothing
  std::span<const GivenSeries> series = {};  ///< that they read beside the path's own
  const RunningSignals* known = nullptr;     ///< what they know, day 0 included; null: what the series gave before it
  std::vector<CalendarEvent> events = {};    ///< of the calendar, by day
};

/// Whether some layer of the book acts on the regime score, or on the quick ratio.
bool acts_on_score(std::span<const Layer> book);
bool acts_on_quick_ratio(std::span<const Layer> book);

/// The end of one day on a block of paths, as the walk shows it to its observers. Valid during the call only.
struct DayView {
  int day;
  const MarketBlock& market;
  SliceCache& slices;  ///< of the day
  const PoolBlock& pool;
  std::span<const double> pool_profit;           ///< since entry, against the benchmark, USD by path
  std::span<const Holdings> holdings;            ///< by layer, with the day's cash flow
  std::span<const Marks> marks;                  ///< by layer
  std::span<const std::vector<double>> profits;  ///< by layer and path: all cash flows so far and the mark, USD
};

/// Reads off what it needs of each day.
class Observer {
 public:
  virtual ~Observer() = default;
  virtual void see(const DayView& day) = 0;
};

/// The one engine (model.md, section 8): takes the book along a block of paths, day by day. Layers that are off are passed over
/// (no holdings, no profit). What a path gives does not depend on the other paths of the block.
class Walk {
 public:
  /// At the close of day 0: what opens then is open. `trades`, where not null, receives what path 0 trades.
  Walk(const Position& position, const Paths& paths, std::vector<Trade>* trades = nullptr);

  /// Copies of path 0 of a walk, from where it stands, to go on along other paths. They note no trades.
  Walk(const Walk& trunk, std::size_t copies);

  /// Goes on to the close of the next day.
  void step(Paths& paths);

  DayView view();

  /// What is watched, where a layer acts on it.
  const std::optional<RunningSignals>& signals() const { return signals_; }

 private:
  void trade();
  void look(const Paths& paths);
  void count_liquidity();
  void add_up(std::size_t layer);

  const Position& position_;
  std::vector<Trade>* trades_;
  int day_ = 0;
  int last_day_;
  MarketBlock market_;
  PoolBlock pool_;
  std::vector<double> spike_;     ///< 1 on the paths for which the day is one of a spike
  std::vector<double> fee_rate_;  ///< of the day
  std::vector<double> pool_profit_;
  std::vector<Holdings> holdings_;
  std::vector<Marks> marks_;
  std::vector<std::vector<double>> cash_;  ///< all flows so far
  std::vector<std::vector<double>> profits_;
  SliceCache slices_;
  SwapVenue venue_;
  std::optional<RunningSignals> signals_;  ///< where a layer acts on them
  std::vector<double> quick_ratio_;        ///< at the last close; empty where no layer asks
  std::deque<Seen> seen_;  ///< the latest days, oldest first: what the signers of today saw stands at the front
};

/// Walks on to the close of `day` and shows every day from the next one on to the observer.
void walk_to(int day, Walk& walk, Paths& paths, Observer& observer);

}  // namespace ballast
