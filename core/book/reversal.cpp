#include "book/reversal.h"

namespace ballast {

void describe(Fields& fields, Reversal& layer) {
  describe_parity(fields, layer);
  describe_index_leg(fields, layer);
}

void act(const Reversal& layer, Desk& desk) {
  const auto [call, put] = short_synthetic(layer, -1);
  act_parity(layer, std::array{underlying(layer, -1), call, put}, desk);
}

}  // namespace ballast
