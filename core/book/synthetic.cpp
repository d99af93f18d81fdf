#include "book/synthetic.h"

namespace ballast {

void describe(Fields& fields, Synthetic& layer) {
  describe_parity(fields, layer);
}

void act(const Synthetic& layer, Desk& desk) {
  const auto [call, put] = short_synthetic(layer, 1);
  act_parity(layer, std::array{call, put}, desk);
}

}  // namespace ballast
