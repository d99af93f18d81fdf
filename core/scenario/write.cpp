#include "scenario/write.h"

namespace ballast {
namespace {

class Writer : public Fields {
 public:
  Json root = Json::object();

  void number(double& value, const Field& field) override { put(field, value); }
  void number(std::optional<double>& value, const Field& field) override {
    if (value) put(field, *value);
  }
  void whole(int& value, const Field& field) override { put(field, value); }
  void flag(bool& value, const Field& field) override { put(field, value); }
  void text(std::string& value, const Field& field) override {
    if (!value.empty()) put(field, value);
  }
  void choice(int& index, std::span<const std::string_view> names, const Field& field) override {
    put(field, names[static_cast<std::size_t>(index)]);
  }
  void alternative(int& index, double& value, std::span<const Field> alternatives) override {
    put(alternatives[static_cast<std::size_t>(index)], value);
  }
  void require(bool, std::string_view, std::string_view) override {}

 protected:
  bool enter_object(const Field& field) override {
    Json& object = here()[std::string(field.name)] = Json::object();
    open_.push_back(&object);
    return true;
  }
  void leave_object() override { open_.pop_back(); }

  std::size_t enter_list(const Field& field, std::size_t size) override {
    Json& list = here()[std::string(field.name)] = Json::array();
    // All items are made before any is entered, so that none moves while it is open.
    for (std::size_t i = 0; i < size; ++i) list.push_back(Json::object());
    open_.push_back(&list);
    return size;
  }
  bool enter_item(std::size_t index) override {
    open_.push_back(&here()[index]);
    return true;
  }
  void leave_list() override { open_.pop_back(); }

  void enter_kinds(std::span<const Field> kinds, std::size_t current, Missing) override {
    kind_ = current;
    here()["kind"] = kinds[current].name;
  }
  bool enter_kind(std::size_t index) override { return index == kind_; }
  void leave_kind() override {}
  void leave_kinds() override {}

 private:
  Json& here() { return open_.empty() ? root : *open_.back(); }

  template <class Value>
  void put(const Field& field, const Value& value) {
    here()[std::string(field.name)] = value;
  }

  std::vector<Json*> open_;
  std::size_t kind_ = 0;
};

}  // namespace

Json to_json(Scenario scenario) {
  Writer writer;
  describe(writer, scenario);
  return std::move(writer.root);
}

}  // namespace ballast
