#include "pool/constant_product.h"

namespace ballast {

void describe(Fields&, ConstantProduct&) {}

}  // namespace ballast
