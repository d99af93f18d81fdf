#pragma once
#include "book/parity.h"

namespace ballast {

/// The index bought, a call sold and a put bought at one strike: it pays the strike whatever happens. Locks a rate of interest.
struct Conversion : ParityTrade {
  static constexpr std::string_view kind = "conversion";
  static constexpr std::string_view about =
      "The index bought against a call sold and a put bought: pays the strike whatever happens, so it locks a rate and hedges "
      "nothing";
};

void describe(Fields& fields, Conversion& layer);
void act(const Conversion& layer, Desk& desk);

}  // namespace ballast
