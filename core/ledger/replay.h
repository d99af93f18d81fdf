#pragma once
#include <optional>
#include <vector>

#include "history/history.h"
#include "ledger/walk.h"

namespace ballast {

/// When a position that is replayed is sold and entered anew with what it began with: a pool that is held for years is worth
/// less than its hedge, for the token that it holds decays.
struct Renewal {
  std::optional<int> days;  ///< after so many, at the first close from then on; never where it is empty
};

/// The market and the pool at each close of a history. Where the position is entered anew at a close, the pool is the one that
/// is sold there.
struct ReplayMarket {
  Date first = {};
  std::vector<int> day = {};                          ///< calendar days since `first`
  std::vector<double> vix = {}, vvix = {}, spx = {};  ///< index points
  std::vector<CurveState> curve = {};                 ///< where its two factors stand
  std::vector<double> token = {};                     ///< price over its price on day 0
  std::vector<double> future = {};                    ///< the model's future at 30 days, index points: what VIX options go by
  std::vector<double> pool_value = {};                ///< USD
  std::vector<double> impermanent_loss = {};          ///< against holding, USD
  std::vector<double> impermanent_loss_percent = {};
  std::vector<double> fees = {};          ///< since day 0, USD
  std::vector<double> pool = {};          ///< profit since day 0, USD
  std::vector<std::size_t> entered = {};  ///< closes at which the position was entered, the first among them
};

/// One book along a history: profits at each close since day 0, USD.
struct ReplayedBook {
  std::vector<std::vector<double>> layers;  ///< by layer and close
  std::vector<double> hedge, total;
  double costs = 0;              ///< spread, commission and routing paid, USD
  double turnover = 0;           ///< value of all that was bought and sold, USD
  double least_quick_ratio = 0;  ///< at any close
  /// Where the book acts on signals: what they know at the last close, for a position that is entered there.
  std::optional<RunningSignals> signals = {};
};

/// Walks the position's book along the history, calendar day after calendar day, by the one engine. A position that is entered
/// anew stands in the market that the history has come to: the curve remembers what it took before, and the signals what they
/// saw. A replay reads no value of
/// a later close than the one that it reports; it knows when it ends, for nothing is opened on the last day.
ReplayedBook replay(const Position& position, const History& history, const Renewal& renewal, ReplayMarket& market);

/// Days of the longest stretch that is walked without entering anew.
int longest_stretch(const History& history, const Renewal& renewal);

}  // namespace ballast
