#pragma once
#include "book/ladder.h"

namespace ballast {

/// A ladder of bought SPX puts: gains when SPX falls, whatever VIX does, and decays in calm.
struct SpxPuts : Ladder {
  static constexpr std::string_view kind = "spx_puts";
  static constexpr std::string_view about =
      "A ladder of bought SPX puts: gains when SPX falls, whatever VIX does, and decays in calm";

  SpxPuts() {
    costs.spread = 0.02;
    ladder = {Rung{.strike = {.by = StrikeRule::by_delta, .value = 0.25}}};
  }
};

void describe(Fields& fields, SpxPuts& layer);
void act(const SpxPuts& layer, Desk& desk);

}  // namespace ballast
