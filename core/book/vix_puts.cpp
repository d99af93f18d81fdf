#include "book/vix_puts.h"

namespace ballast {

void describe(Fields& fields, VixPuts& layer) {
  describe_ladder(fields, layer, starting_value);
}

void act(const VixPuts& layer, Desk& desk) {
  act_ladder(layer, {Underlying::vix, OptionType::put}, desk);
}

}  // namespace ballast
