#include "scenario/schema.h"

#include <cmath>

#include "ledger/adaptation.h"
#include "ledger/simulation.h"
#include "scenario/books.h"
#include "scenario/scenario.h"
#include "sizing/rules.h"

namespace ballast {
namespace {

Json described(const Field& field, std::string_view type) {
  Json json = json_object({{"description", field.text}, {"type", type}});
  if (!field.unit.empty()) json["x-unit"] = field.unit;
  return json;
}

void add_source(const Field& field, Json& json) {
  if (field.source.text.empty()) return;
  json["x-source"] = json_object({{"label", label(field.source.provenance)}, {"text", field.source.text}});
}

Json bounded(const Field& field, std::string_view type) {
  Json json = described(field, type);
  const Bounds& bounds = field.bounds;
  if (std::isfinite(bounds.low)) json[bounds.low_excluded ? "exclusiveMinimum" : "minimum"] = bounds.low;
  if (std::isfinite(bounds.high)) json[bounds.high_excluded ? "exclusiveMaximum" : "maximum"] = bounds.high;
  return json;
}

/// Collects properties instead of values. A struct with kinds becomes one alternative for each kind.
class SchemaWriter : public Fields {
 public:
  SchemaWriter() : open_(1) {}

  Json root() { return open_.back().schema(json_object({{"type", "object"}})); }

  void number(double& value, const Field& field) override {
    Json json = bounded(field, "number");
    json["default"] = value;
    add_source(field, json);
    put(field, std::move(json));
  }
  void number(std::optional<double>&, const Field& field) override {
    Json json = bounded(field, "number");
    add_source(field, json);
    put(field, std::move(json));
  }
  void whole(int& value, const Field& field) override {
    Json json = bounded(field, "integer");
    json["default"] = value;
    add_source(field, json);
    put(field, std::move(json));
  }
  void flag(bool& value, const Field& field) override {
    Json json = described(field, "boolean");
    json["default"] = value;
    add_source(field, json);
    put(field, std::move(json));
  }
  void text(std::string&, const Field& field) override {
    Json json = described(field, "string");
    json["maxLength"] = 2000;
    put(field, std::move(json));
  }
  void choice(int& index, std::span<const std::string_view> names, const Field& field) override {
    Json json = described(field, "string");
    json["enum"] = std::vector<std::string>(names.begin(), names.end());
    json["default"] = names[static_cast<std::size_t>(index)];
    add_source(field, json);
    put(field, std::move(json));
  }
  void alternative(int& index, double& value, std::span<const Field> alternatives) override {
    for (const Field& field : alternatives) put(field, bounded(field, "number"));
    const Field& meant = alternatives[static_cast<std::size_t>(index)];
    Json chosen = Json::object();
    chosen[std::string(meant.name)] = value;
    open_.back().extra = json_object({{"minProperties", 1}, {"maxProperties", 1}, {"default", std::move(chosen)}});
  }
  void require(bool, std::string_view, std::string_view) override {}

 protected:
  bool enter_object(const Field& field) override {
    open_.emplace_back();
    open_.back().name = field.name;
    open_.back().head = described(field, "object");
    add_source(field, open_.back().head);
    return true;
  }
  void leave_object() override {
    Object object = std::move(open_.back());
    open_.pop_back();
    Json schema = object.schema(object.head);
    if (object.name.empty())
      open_.back().item = std::move(schema);
    else
      open_.back().properties()[object.name] = std::move(schema);
  }

  std::size_t enter_list(const Field& field, std::size_t) override {
    list_head_.push_back(described(field, "array"));
    list_name_.emplace_back(field.name);
    return 1;
  }
  bool enter_item(std::size_t) override {
    open_.emplace_back();
    open_.back().head = json_object({{"type", "object"}});
    return true;
  }
  void leave_list() override {
    Json list = std::move(list_head_.back());
    list["maxItems"] = 100;
    list["items"] = std::move(open_.back().item);
    open_.back().properties()[list_name_.back()] = std::move(list);
    list_head_.pop_back();
    list_name_.pop_back();
  }

  void enter_kinds(std::span<const Field> kinds, std::size_t, Missing missing) override {
    Object& open = open_.back();
    open.kind_required = missing == Missing::problem;
    for (const Field& kind : kinds) {
      Json constant = json_object({{"const", kind.name}});
      open.kinds.push_back({std::string(kind.text), json_object({{"kind", std::move(constant)}})});
    }
  }
  bool enter_kind(std::size_t index) override {
    open_.back().current_kind = index;
    return true;
  }
  void leave_kind() override { open_.back().current_kind = none; }
  void leave_kinds() override {}

 private:
  static constexpr std::size_t none = std::string::npos;

  struct Kind {
    std::string about;
    Json properties;
  };

  struct Object {
    std::string name;
    Json head;
    Json common = Json::object();
    Json extra = Json::object();
    Json item;
    std::vector<Kind> kinds;
    std::size_t current_kind = none;
    bool kind_required = false;

    Json& properties() { return current_kind == none ? common : kinds[current_kind].properties; }

    Json schema(Json result) const {
      result.update(extra);
      if (kinds.empty()) {
        result["properties"] = common;
        result["additionalProperties"] = false;
        return result;
      }
      for (std::size_t i = 0; i < kinds.size(); ++i) result["oneOf"].push_back(kind_schema(i));
      return result;
    }

    Json kind_schema(std::size_t index) const {
      Json properties = kinds[index].properties;
      properties.update(common);
      Json result =
          json_object({{"description", kinds[index].about}, {"properties", properties}, {"additionalProperties", false}});
      if (kind_required || index > 0) result["required"] = {"kind"};
      return result;
    }
  };

  void put(const Field& field, Json json) { open_.back().properties()[std::string(field.name)] = std::move(json); }

  std::vector<Object> open_;
  std::vector<Json> list_head_;
  std::vector<std::string> list_name_;
};

template <class Struct>
Json schema_of() {
  SchemaWriter writer;
  Struct scratch;
  describe(writer, scratch);
  return writer.root();
}

}  // namespace

Json scenario_schema() {
  Json json = json_object({{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"title", "Ballast scenario"}});
  json.update(schema_of<Scenario>());
  return json;
}

Json grid_schema() {
  return schema_of<SpikeGrid>();
}

Json simulation_schema() {
  Json json = schema_of<Simulation>();
  // Where it is left out it is the scenario's.
  json["properties"]["horizon_days"].erase("default");
  json["properties"]["horizon_days"].erase("x-source");
  return json;
}

Json adaptation_schema() {
  return schema_of<Adaptation>();
}

Json sizing_schema() {
  return schema_of<sizing::SizingRules>();
}

Json comparison_properties() {
  return schema_of<Comparison>()["properties"];
}

}  // namespace ballast
