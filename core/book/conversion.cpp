#include "book/conversion.h"

namespace ballast {

void describe(Fields& fields, Conversion& layer) {
  describe_parity(fields, layer);
  describe_index_leg(fields, layer);
}

void act(const Conversion& layer, Desk& desk) {
  const auto [call, put] = short_synthetic(layer, 1);
  act_parity(layer, std::array{underlying(layer, 1), call, put}, desk);
}

}  // namespace ballast
