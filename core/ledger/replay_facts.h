#pragma once
#include <optional>
#include <vector>

#include "ledger/replay.h"

namespace ballast {

/// The deepest fall of a profit from its highest so far, by close.
struct DeepestFall {
  double depth = 0;                           ///< USD, >= 0
  std::size_t from = 0;                       ///< the peak
  std::size_t to = 0;                         ///< the trough
  std::optional<std::size_t> recovered = {};  ///< the first close that is back at the peak
};

DeepestFall deepest_fall(const std::vector<double>& profit);

/// A calendar month, or the part of it that was replayed.
struct ReplayedMonth {
  int year, month;
  std::size_t from, to;  ///< the last close before it (or the first of all) and its last one
};

std::vector<ReplayedMonth> months(const ReplayMarket& market);

/// How many of the changes of a profit were below zero, and what they come to; and above zero.
struct GainsAndLosses {
  std::size_t cost = 0, paid = 0;  ///< how many
  double lost = 0;                 ///< USD, <= 0
  double gained = 0;               ///< USD, >= 0
};

GainsAndLosses by_month(const std::vector<ReplayedMonth>& months, const std::vector<double>& profit);

/// The changes from each close to the next.
GainsAndLosses by_close(const std::vector<double>& profit);

/// The closes, up to `most`, at which a profit rose most over the close before, the greatest first; only those at which it
/// rose. Equal ones by date.
std::vector<std::size_t> best_closes(const std::vector<double>& profit, std::size_t most);

}  // namespace ballast
