#pragma once
#include "book/parity.h"

namespace ballast {

/// The index sold, a call bought and a put sold at one strike: a conversion turned round. Borrows at a locked rate.
struct Reversal : ParityTrade {
  static constexpr std::string_view kind = "reversal";
  static constexpr std::string_view about =
      "The index sold against a call bought and a put sold: owes the strike whatever happens, so it borrows at a locked rate "
      "and hedges nothing";
};

void describe(Fields& fields, Reversal& layer);
void act(const Reversal& layer, Desk& desk);

}  // namespace ballast
