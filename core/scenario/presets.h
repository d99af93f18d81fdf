#pragma once
#include <span>
#include <string_view>

namespace ballast {

/// A scenario in the box: core/scenario/presets/<id>.json, compiled in.
struct Preset {
  std::string_view id;
  std::string_view scenario;  ///< JSON text
};

std::span<const Preset> presets();

/// core/scenario/response.schema.json, compiled in.
std::string_view response_schema();

}  // namespace ballast
