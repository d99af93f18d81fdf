#pragma once
#include <optional>

#include "ledger/walk.h"
#include "sizing/rules.h"

namespace ballast::sizing {

/// One option of a strip.
struct StripOption {
  OptionType type;
  double strike;  ///< index points
};

/// One thing whose size is found: a layer of the book, or one option of a strip.
struct Instrument {
  std::size_t place;  ///< of its layer in the book
  std::optional<StripOption> option = {};
};

/// What sizes are found of, each as a layer by itself: one unit is the layer.
struct Instruments {
  std::vector<Layer> book;
  std::vector<Instrument> each;  ///< the same in number and order
};

/// More than this are refused: a strip may have hundreds of strikes.
inline constexpr std::size_t most_instruments = 100;

/// The layers that are on, as they stand. By strike, a strip is taken apart: each put and call that it would hold if it were opened
/// on day 0, its budget respected, is held by itself in that number of contracts, opened and rolled when the strip is, and adapts
/// as the strip does. Such an option keeps its strike and its contracts when it rolls, and is never set anew.
Instruments instruments(const Position& position, Strips strips);

}  // namespace ballast::sizing
