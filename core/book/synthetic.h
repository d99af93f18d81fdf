#pragma once
#include "book/parity.h"

namespace ballast {

/// A call sold and a put bought at one strike: short SPX without the index. The leg of a conversion that carries delta.
struct Synthetic : ParityTrade {
  static constexpr std::string_view kind = "synthetic";
  static constexpr std::string_view about =
      "A call sold and a put bought at one strike: short SPX, gains point for point when it falls and loses when it rises";
};

void describe(Fields& fields, Synthetic& layer);
void act(const Synthetic& layer, Desk& desk);

}  // namespace ballast
