#include "book/spx_puts.h"

namespace ballast {

void describe(Fields& fields, SpxPuts& layer) {
  describe_ladder(fields, layer, starting_value);
}

void act(const SpxPuts& layer, Desk& desk) {
  act_ladder(layer, {Underlying::spx, OptionType::put}, desk);
}

}  // namespace ballast
