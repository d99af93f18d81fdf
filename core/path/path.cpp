#include "path/path.h"

namespace ballast {

void describe(Fields& fields, Path& path) { fields.kinds(path.kind); }

}  // namespace ballast
