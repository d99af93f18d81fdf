#pragma once
#include <vector>

#include "ledger/walk.h"

namespace ballast {

/// What the treasury has at hand and owes at the close of a day, USD by path (model.md, section 10).
struct Balance {
  std::vector<double> cash;           ///< beside the pool: cash flows of the hedge, fees and what was borrowed included; >= 0
  std::vector<double> pool_usdc;      ///< the USDC side of the pool
  std::vector<double> long_options;   ///< at their marks, bought tokens included
  std::vector<double> margin;         ///< asked for beyond the marks of what is short
  std::vector<double> short_options;  ///< at their marks, sold tokens included
  std::vector<double> borrowed;       ///< overdrawn cash included
  std::vector<double> pool_tokens;    ///< the token side of the pool: what a margin call would have to sell
};

Balance balance(const Position& position, const DayView& day);

/// What one layer ties up, USD by path: margin of its options (margin.h), and of a short token what Regulation T asks beyond
/// its proceeds.
std::vector<double> layer_margin(const Holdings& holdings, const MarketBlock& market);

/// Quick ratio of a path: cash, USDC and long options over margin, short options and debt. `no_obligations` where nothing is
/// owed.
double quick_ratio(const Balance& balance, std::size_t path);
inline constexpr double no_obligations = 1e6;

}  // namespace ballast
