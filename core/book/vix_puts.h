#pragma once
#include "book/ladder.h"

namespace ballast {

/// A ladder of bought VIX puts: gains when volatility fades, as after a spike; the other side of the strip.
struct VixPuts : Ladder {
  static constexpr std::string_view kind = "vix_puts";
  static constexpr std::string_view about =
      "A ladder of bought VIX puts: gains when volatility fades, as after a spike; the other side of the strip";
};

void describe(Fields& fields, VixPuts& layer);
void act(const VixPuts& layer, Desk& desk);

}  // namespace ballast
