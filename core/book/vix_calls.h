#pragma once
#include "book/ladder.h"

namespace ballast {

/// A ladder of bought VIX calls: gains when volatility spikes, decays in calm. The 4/4/2 ladder at 30, 110 and 220 days
/// and 50 delta is three rungs of it.
struct VixCalls : Ladder {
  static constexpr std::string_view kind = "vix_calls";
  static constexpr std::string_view about = "A ladder of bought VIX calls: gains when volatility spikes, decays in calm";
};

void describe(Fields& fields, VixCalls& layer);
void act(const VixCalls& layer, Desk& desk);

}  // namespace ballast
