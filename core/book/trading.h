#pragma once
#include <deque>
#include <span>
#include <vector>

#include "book/costs.h"
#include "market/token.h"
#include "option/leg.h"
#include "pool/liquidity.h"

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
  enum Action { open, close, expire };
  Action action;
  int day;
  int layer;
  int leg;  ///< number of the leg within its layer, counted from the first ever opened
  Quote quote;
  double strike;
  double contracts;         ///< position after opening, or before closing or expiring
  double wanted_contracts;  ///< before rounding to whole contracts
  double cost;              ///< half spread and commission, USD
  Underlying underlying;
  OptionType type;
  int expiry_day;
};

/// What the book hedges: a pool that holds a token in a market.
struct Exposure {
  const Market& market;
  const Token& token;
  Liquidity liquidity;
};

/// What one layer holds, and the cash it has moved today.
struct Holdings {
  std::vector<Leg> legs;
  std::vector<int> numbers;       ///< of each leg, as in Trade::leg
  int opened = 0;                 ///< legs ever opened
  std::vector<double> cash_flow;  ///< today, USD by path: received is positive
};

enum class Rounding { fractional, whole_contracts };

/// The desk of one layer on one day: its rule buys and sells here, and pays for it.
class Desk {
 public:
  struct Day {
    int day;
    int last_day;  ///< of the path; nothing is opened on it
    const Exposure& exposure;
    const MarketBlock& block;
    SliceCache& slices;
    Rounding rounding;
    std::vector<Trade>* trades;  ///< where to note path 0, or null
  };

  Desk(const Day& day, int layer, const TradingCosts& costs, Holdings& holdings)
      : today_(day), layer_(layer), costs_(costs), holdings_(holdings) {}

  const Day& today() const { return today_; }

  /// Pays out and removes the legs that expire today. VIX options settle on VIX, SPX options on SPX of the day.
  void settle();

  struct Order {
    Underlying underlying;
    OptionType type;
    int days;          ///< to expiry, at least 1
    double contracts;  ///< positive buys
    int rung;
  };

  /// Opens an option on every path at half the spread and the commission.
  void open(const Order& order, const StrikeRule& rule);

  /// The same with a size of its own on each path, in place of order.contracts.
  void open(const Order& order, const StrikeRule& rule, std::span<const double> contracts);

  /// Sells the legs of a rung (buys back where short).
  void close(int rung);

  /// Whether a rung is to be opened today: on its first day, or again because it holds nothing and the schedule rolls. Closes the
  /// rung first where its roll is due.
  bool opens(const Schedule& schedule, int rung);

 private:
  bool holds(int rung) const;
  void trade(const Leg& leg, int number, Trade::Action action, double wanted);
  void note(const Leg& leg, int number, const Trade& trade);
  void remove(std::size_t leg);

  const Day& today_;
  int layer_;
  const TradingCosts& costs_;
  Holdings& holdings_;
};

/// mark[i] = value of all legs at mid prices on path i, USD.
void mark_holdings(const Holdings& holdings, SliceCache& slices, std::span<double> mark);

}  // namespace ballast
