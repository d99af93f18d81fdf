#pragma once
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <random>
#include <string>

#include "scenario/json.h"

namespace ballast {

/// Scenarios at random from their schema: every number at one of its bounds, near zero or in between, every kind, every choice.
/// The same seed gives the same scenarios everywhere.
class AnyScenario {
 public:
  explicit AnyScenario(Json schema, std::uint64_t seed) : schema_(std::move(schema)), random_(seed) {}

  Json next() { return any(schema_); }
  double uniform() { return static_cast<double>(random_() >> 11) * 0x1p-53; }
  std::size_t below(std::size_t count) { return random_() % count; }

 private:
  static double bound(const Json& schema, const char* included, const char* excluded) {
    return (schema.contains(included) ? schema[included] : schema.at(excluded)).get<double>();
  }

  double inside(const Json& schema, double low, double high) {
    const double u = uniform(), place = uniform();
    double value = u < 0.3 ? low : u < 0.6 ? high : u < 0.8 ? low + (high - low) * place : low + (high - low) * std::exp(-20 * place);
    if (schema.contains("exclusiveMinimum") && value <= low) value = low + 1e-9 * (high - low);
    if (schema.contains("exclusiveMaximum") && value >= high) value = high - 1e-9 * (high - low);
    return std::clamp(value, low, high);
  }

  Json number(const Json& schema) {
    const double value = inside(schema, bound(schema, "minimum", "exclusiveMinimum"), bound(schema, "maximum", "exclusiveMaximum"));
    if (schema["type"] == "integer") return static_cast<int>(value);
    return value;
  }

  Json object(const Json& schema) {
    Json result = Json::object();
    const Json& properties = schema["properties"];
    if (schema.contains("maxProperties")) {
      const auto chosen = std::next(properties.begin(), static_cast<std::ptrdiff_t>(below(properties.size())));
      result[chosen.key()] = any(chosen.value());
      return result;
    }
    for (const auto& [key, property] : properties.items())
      if (key == "kind" || uniform() < 0.6) result[key] = any(property);
    return result;
  }

  Json any(const Json& schema) {
    if (schema.contains("oneOf")) return object(schema["oneOf"][below(schema["oneOf"].size())]);
    if (schema.contains("const")) return schema["const"];
    if (schema.contains("enum")) return schema["enum"][below(schema["enum"].size())];
    const std::string type = schema["type"];
    if (type == "boolean") return below(2) == 0;
    if (type == "string") return "text";
    if (type == "object") return object(schema);
    if (type != "array") return number(schema);
    Json list = Json::array();
    for (std::size_t left = below(4); left > 0; --left) list.push_back(any(schema["items"]));
    return list;
  }

  Json schema_;
  std::mt19937_64 random_;
};

/// Whether there is no null in it, which is how JSON writes what is not a finite number.
inline bool is_finite(const Json& json) {
  if (json.is_null()) return false;
  return !json.is_structured() || std::ranges::all_of(json, is_finite);
}

}  // namespace ballast
