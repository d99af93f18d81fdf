#pragma once
#include <nlohmann/json.hpp>

namespace ballast {

/// Keys keep the order in which they are written, so that the same report is the same bytes.
using Json = nlohmann::ordered_json;

}  // namespace ballast
