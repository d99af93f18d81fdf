#include "book/vix_calls.h"

namespace ballast {

void describe(Fields& fields, VixCalls& layer) {
  describe_ladder(fields, layer, starting_value);
}

void act(const VixCalls& layer, Desk& desk) {
  act_ladder(layer, {Underlying::vix, OptionType::call}, desk);
}

}  // namespace ballast
