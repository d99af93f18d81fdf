#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <set>
#include <string>

#include "scenario/schema.h"

using namespace ballast;

namespace {

struct Label {
  std::string label, text;

  auto operator<=>(const Label&) const = default;
};

/// Every source that a schema states, at any depth.
void collect(const Json& json, std::set<Label>& labels) {
  if (json.is_object() && json.contains("x-source"))
    labels.insert({json["x-source"]["label"].get<std::string>(), json["x-source"]["text"].get<std::string>()});
  if (json.is_structured())
    for (const Json& each : json) collect(each, labels);
}

/// Every property with a default that says nothing about where it comes from.
void collect_unlabelled(const Json& json, const std::string& name, std::set<std::string>& names) {
  if (json.is_object() && json.contains("default") && json.contains("type") && json["type"] != "object" &&
      !json.contains("x-source"))
    names.insert(name);
  if (json.is_structured())
    for (const auto& [key, each] : json.items()) collect_unlabelled(each, key, names);
}

}  // namespace

TEST_CASE("what is labelled published names who publishes it", "[sources]") {
  // A new owner is to be added here once its publication has been looked at.
  constexpr std::array owners = {"Cboe", "VixShield", "S&P 500 VIX", "Ethereum", "Pintail", "Wilder", "Appel"};
  std::set<Label> labels;
  collect(scenario_schema(), labels);
  std::size_t published = 0;
  for (const auto& [label, text] : labels) {
    if (label != "published") continue;
    ++published;
    CAPTURE(text);
    CHECK(text.size() > 20);
    CHECK(std::ranges::any_of(owners, [&](const char* owner) { return text.contains(owner); }));
  }
  CHECK(published >= 3);
}

TEST_CASE("every rule of a layer has a label", "[sources]") {
  std::set<std::string> unlabelled;
  collect_unlabelled(scenario_schema()["properties"]["book"], "book", unlabelled);
  // Whether a layer takes part is nobody's rule.
  CHECK(unlabelled == std::set<std::string>{"on"});
}
