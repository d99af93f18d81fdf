#pragma once
#include <deque>
#include <optional>
#include <span>
#include <vector>

#include "book/costs.h"
#include "book/execution.h"
#include "book/size.h"
#include "market/token.h"
#include "option/leg.h"
#include "pool/pool.h"
#include "signal/signals.h"

namespace ballast {

/// Slices of the expiries that the book needs today, each computed once whoever asks.
class SliceCache {
 public:
  void start_day(const Market& market, const MarketBlock& block, int day);
  const ExpirySlice& at(Underlying underlying, int expiry_day);

 private:
  struct Entry {
    int expiry_day;
    ExpirySlice slice;
  };
  const Market* market_ = nullptr;
  const MarketBlock* block_ = nullptr;
  int day_ = 0;
  std::size_t used_ = 0;
  std::deque<Entry> entries_;  ///< kept from day to day for their memory; the first used_ are today's
};

/// What happened to a leg on path 0: the report's table of legs is made of these.
struct Trade {
  enum Action { open, resize, close, expire };
  Action action;
  int day;
  int layer;
  int leg;  ///< number of the leg within its layer, counted from the first ever opened
  Quote quote;
  double strike;
  double contracts;         ///< position after opening or resizing, or before closing or expiring
  double wanted_contracts;  ///< before rounding to whole contracts
  double cost;              ///< half spread and commission, USD
  Underlying underlying;
  Instrument instrument;
  OptionType type;
  int expiry_day;
};

/// What the book hedges: a pool that holds a token in a market.
struct Exposure {
  const Market& market;
  const Token& token;
  Liquidity liquidity;
};

/// The size that a layer that adapts means a leg to have. By path; both are empty where no factor scales it.
struct LegTarget {
  std::vector<double> factor;     ///< that what is held goes by
  std::vector<double> contracts;  ///< at a factor of 1, before rounding to whole contracts
};

/// What one layer holds, what it has cost so far, and the cash it has moved today. Columns by path, USD unless it says
/// otherwise.
struct Holdings {
  std::vector<Leg> legs;
  std::vector<int> numbers;       ///< of each leg, as in Trade::leg
  std::vector<LegTarget> targets;  ///< of each leg
  int opened = 0;                 ///< legs ever opened
  std::vector<double> cash_flow;  ///< today: received is positive
  std::vector<double> costs;      ///< spread, commission and routing paid since day 0
  std::vector<double> turnover;   ///< value of all that was bought and sold since day 0
  std::vector<double> premium;    ///< paid for what was opened since day 0, at mid prices; below zero where received
  std::vector<double> tokens;     ///< position in the token, USD at a price ratio of 1; below zero is short
  std::vector<double> reserve;    ///< capital set aside that is not spent; empty where the layer keeps none
  std::vector<double> borrowed;   ///< of it, what is borrowed; empty where nothing is
  std::vector<double> reference;  ///< VIX when a rule last looked or set the position anew; empty where none asks
  std::vector<double> last_score; ///< the last regime score that a rule saw; empty where none asks
  std::vector<double> fired_on;   ///< day on which a trigger last fired; empty where there is none
};

/// Of `paths` paths: nothing held.
Holdings empty_holdings(std::size_t paths);

enum class Rounding { fractional, whole_contracts };

/// The market and the pool as whoever signs the orders saw them: `Execution::delay_hours` ago.
struct Seen {
  MarketBlock market;
  std::vector<double> pool_delta;  ///< slope of the pool's value in the token's price ratio, USD
  std::vector<double> score = {};  ///< regime score, NaN where no signal is there; empty where nothing is watched
  std::vector<double> quick_ratio = {};  ///< at the close of the day before; empty where no layer is limited by it
};

/// What the targets of a layer are multiplied by, by path. Empty: 1.
struct TargetScale {
  std::vector<double> factor;   ///< above 0
  std::vector<double> allowed;  ///< 1, or 0 where nothing may be added
};

/// An option or a forward to be traded.
struct Order {
  Underlying underlying;
  OptionType type = OptionType::call;
  Instrument instrument = Instrument::option;
  int days;          ///< to expiry, at least 1
  double contracts;  ///< of one unit; positive buys
  int rung = 0;      ///< which part of its layer it belongs to
  StrikeRule strike = {};
  std::span<const double> log_strike = {};  ///< strikes by path that the caller has found, in place of `strike`
};

/// The desk of one layer on one day: its rule buys and sells here, and pays for it.
class Desk {
 public:
  struct Day {
    int day;
    int last_day;  ///< of the path; nothing is opened on it
    const Exposure& exposure;
    const MarketBlock& block;
    SliceCache& slices;
    const PoolBlock& pool;
    const Seen& seen;  ///< what a rule that reacts decides by
    const SwapVenue& venue;
    std::span<const CalendarEvent> events;  ///< known long before
    Rounding rounding;
    std::vector<Trade>* trades;  ///< where to note path 0, or null
  };

  Desk(const Day& day, int layer, const TradingCosts& costs, Holdings& holdings, TargetScale scale = {})
      : today_(day), layer_(layer), costs_(costs), holdings_(holdings), scale_(std::move(scale)) {}

  const Day& today() const { return today_; }
  Holdings& holdings() { return holdings_; }
  const Holdings& holdings() const { return holdings_; }
  std::size_t paths() const { return today_.block.size(); }

  /// Pays out and removes the legs that expire today. VIX options settle on VIX, SPX options on SPX of the day.
  void settle();

  /// Whether a position that lives for `days` is opened today; never on the last day.
  bool opens(const Schedule& schedule, int days) const;

  /// How many units to open on each path, given the orders that make one: the target of the layer, scaled as it adapts.
  std::vector<double> units(const Size& size, std::span<const Order> unit) const;

  /// How many units a dollar of premium buys: what a rule that spends money goes by. Not scaled.
  std::vector<double> units_per_dollar(std::span<const Order> unit) const;

  /// Multiplies targets by what the layer adapts them by, to 0 where nothing may be added.
  void scale(std::span<double> targets) const;

  /// The factor alone, of path i: what goes for what is held already.
  double factor(std::size_t path) const { return scale_.factor.empty() ? 1 : scale_.factor[path]; }
  bool may_add(std::size_t path) const { return scale_.allowed.empty() || scale_.allowed[path] != 0; }

  /// Contracts that a leg has today if it is set anew, before rounding: by today's factor, but no more than are held where
  /// nothing may be added.
  double wanted(std::size_t leg, std::size_t path) const;

  /// Trades every leg to today's factor on the paths where that has changed by `trigger` of it or more; nothing is added where
  /// it may not be. Contracts that are added count as bought at today's price (Leg::paid is the mean).
  void follow_scale(double trigger);

  /// Opens `units[i]` times the order on path i, at half the spread and the commission. Where no path wants any, nothing
  /// happens.
  void open(const Order& order, std::span<const double> units);

  /// The same with units that are no target of the layer, for they spend a sum of money: no factor scales them later.
  void open_beside(const Order& order, std::span<const double> units);

  /// Sells the legs of a rung (buys back where short).
  void close(int rung);

  /// Keeps the share keep[i] in [0, 1] of every leg of a rung on path i and sells the rest.
  void reduce(int rung, std::span<const double> keep);

  /// Buys change[i] of the token on path i (sells where below zero), USD at a price ratio of 1, by the scenario's route.
  void trade_tokens(std::span<const double> change);

  /// Moves cash that no trade moves: interest and fees.
  void pay(std::span<const double> received);

 private:
  Leg make_leg(const Order& order) const;
  /// Opens the contracts, and notes that they follow the factor or that they do not.
  enum class Follows { factor, nothing };
  void open_leg(const Order& order, std::span<const double> units, Follows follows);
  void trade(const Leg& leg, std::span<const double> change);
  /// Notes what path 0 has done; `change` is what it traded.
  void note(const Leg& leg, int number, Trade::Action action, double wanted, double change);
  void note_expiry(const Leg& leg, int number, double level, double payoff);
  void remove(std::size_t leg);
  std::vector<double> unscaled_units(const Size& size, std::span<const Order> unit) const;

  const Day& today_;
  int layer_;
  const TradingCosts& costs_;
  Holdings& holdings_;
  TargetScale scale_;
};

/// The value of what a layer holds at mid prices, USD by path.
struct Marks {
  std::vector<double> all;
  std::vector<double> longs;   ///< of what is owned: options, forwards and tokens that are worth something, >= 0
  std::vector<double> shorts;  ///< of what is owed: sold options and tokens, forwards worth less than nothing, >= 0
};

void mark_holdings(const Holdings& holdings, const MarketBlock& block, SliceCache& slices, Marks& marks);

}  // namespace ballast
