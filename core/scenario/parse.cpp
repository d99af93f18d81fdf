#include "scenario/parse.h"

#include <cmath>
#include <set>

namespace ballast {
namespace {

std::string escaped(std::string_view key) {
  std::string result;
  for (const char c : key) {
    if (c == '~')
      result += "~0";
    else if (c == '/')
      result += "~1";
    else
      result += c;
  }
  return result;
}

}  // namespace

Json shortened(const Json& value) {
  if (value.is_primitive() && !value.is_string()) return value;
  constexpr std::size_t longest = 60;
  std::string text = value.is_string() ? value.get<std::string>() : value.dump(-1, ' ', false, Json::error_handler_t::replace);
  if (text.size() <= longest) return value;
  std::size_t end = longest;
  while ((text[end] & 0xC0) == 0x80) --end;  // not within a character
  return text.substr(0, end) + "…";
}

namespace {

/// "0.5", "3660", "1e12".
std::string digits(double value) {
  if (value != std::floor(value)) return Json(value).dump();
  std::string whole = std::to_string(static_cast<long long>(value));
  const std::size_t zeros = whole.size() - 1 - whole.find_last_not_of('0');
  return zeros < 6 || value == 0 ? whole : whole.substr(0, whole.size() - zeros) + "e" + std::to_string(zeros);
}

/// "above 0", "at least 0 and at most 1".
std::string in_words(const Bounds& bounds) {
  const bool has_low = std::isfinite(bounds.low);
  const bool has_high = std::isfinite(bounds.high);
  const std::string from = has_low ? (bounds.low_excluded ? "above " : "at least ") + digits(bounds.low) : "";
  const std::string to = has_high ? (bounds.high_excluded ? "below " : "at most ") + digits(bounds.high) : "";
  if (!has_low && !has_high) return "a finite number";
  return from + (has_low && has_high ? " and " : "") + to;
}

/// Fills structs from JSON.
class Reader : public Fields {
 public:
  Reader(const Json& root, const std::string& pointer) : frames_{{&root, pointer, {}, {}, 0}} {}

  /// Whether the root is an object; its fields are read where it is.
  bool enter_root() { return check_object(frames_.back()); }
  void leave_root() { finish(frames_.back()); }

  void number(double& value, const Field& field) override {
    const Json* json = find(field.name);
    if (!json) return note_default(field, value);
    read_number(*json, field, value);
  }

  void number(std::optional<double>& value, const Field& field) override {
    const Json* json = find(field.name);
    if (!json) return value ? note_default(field, *value) : note_default(field, nullptr);
    double given = 0;
    if (read_number(*json, field, given)) value = given;
  }

  void whole(int& value, const Field& field) override {
    const Json* json = find(field.name);
    if (!json) return note_default(field, value);
    read_whole(*json, field, value);
  }

  void flag(bool& value, const Field& field) override {
    const Json* json = find(field.name);
    if (!json) return note_default(field, value);
    if (!json->is_boolean()) return add(field.name, "must be true or false", *json);
    value = json->get<bool>();
  }

  void text(std::string& value, const Field& field) override {
    constexpr std::size_t longest = 2000;
    const Json* json = find(field.name);
    if (!json) return;
    if (!json->is_string()) return add(field.name, "must be a text", *json);
    value = json->get<std::string>();
    if (value.size() > longest) add(field.name, "must be at most 2000 bytes long", *json);
  }

  void choice(int& index, std::span<const std::string_view> names, const Field& field) override {
    const Json* json = find(field.name);
    if (!json) return note_default(field, names[static_cast<std::size_t>(index)]);
    const int found = index_of(*json, names);
    if (found < 0) return add(field.name, "must be one of " + listed(names), *json);
    index = found;
  }

  void alternative(int& index, double& value, std::span<const Field> alternatives) override {
    std::vector<std::string_view> names;
    int given = 0;
    for (std::size_t i = 0; i < alternatives.size(); ++i) {
      names.push_back(alternatives[i].name);
      const Json* json = find(alternatives[i].name);
      if (!json) continue;
      ++given;
      index = static_cast<int>(i);
      read_number(*json, alternatives[i], value);
    }
    if (is_absent()) {
      const auto& meant = alternatives[static_cast<std::size_t>(index)];
      defaults.push_back({pointer_to(meant.name), value, absent_.back().source});
    } else if (given != 1) {
      problems.push_back(
          {frames_.back().pointer, "must give exactly one of " + listed(names), shortened(*frames_.back().json)});
    }
  }

  void require(bool holds, std::string_view name, std::string_view message) override {
    // Where a field could not be read its default stands in, and a broken rule would say nothing about the request.
    if (holds || frames_.back().problems_before != problems.size()) return;
    const Json* json = find(name);
    add(name, std::string(message), json ? *json : Json(nullptr));
  }

  std::vector<DefaultUsed> defaults;
  Problems problems;

 protected:
  bool enter_object(const Field& field) override {
    const Json* json = find(field.name);
    if (!json) return enter_absent({pointer_to(field.name), field.source});
    frames_.push_back({json, pointer_to(field.name), {}, {}, problems.size()});
    if (check_object(frames_.back())) return true;
    frames_.pop_back();
    return false;
  }

  void leave_object() override {
    if (is_absent()) return absent_.pop_back();
    finish(frames_.back());
    frames_.pop_back();
  }

  std::size_t enter_list(const Field& field, std::size_t size) override {
    constexpr std::size_t longest = 100;
    const Json* json = find(field.name);
    lists_.push_back({nullptr, pointer_to(field.name), field.source});
    if (!json) return size;
    if (!json->is_array()) {
      add(field.name, "must be a list", *json);
      return 0;
    }
    if (json->size() > longest) {
      add(field.name, "must have at most 100 entries", json->size());
      return 0;
    }
    lists_.back().json = json;
    return json->size();
  }

  bool enter_item(std::size_t index) override {
    const List& list = lists_.back();
    // The default list stands: its items are defaults too.
    if (!list.json) return enter_absent({list.pointer + "/" + std::to_string(index), list.source});
    frames_.push_back({&(*list.json)[index], list.pointer + "/" + std::to_string(index), {}, {}, problems.size()});
    if (check_object(frames_.back())) return true;
    frames_.pop_back();
    return false;
  }

  void leave_list() override { lists_.pop_back(); }

  void enter_kinds(std::span<const Field> kinds, std::size_t current, Missing missing) override {
    std::vector<std::string_view> names;
    for (const Field& kind : kinds) names.push_back(kind.name);
    const Json* json = find("kind");
    kind_ = current;
    if (!json) {
      if (missing == Missing::problem && !is_absent()) {
        add("kind", "must be given: one of " + listed(names), nullptr);
        give_up();
      }
      return;
    }
    const int found = index_of(*json, names);
    if (found < 0) {
      add("kind", "must be one of " + listed(names), *json);
      give_up();
    } else {
      kind_ = static_cast<std::size_t>(found);
    }
  }

  bool enter_kind(std::size_t index) override { return index == kind_; }
  void leave_kind() override {}
  void leave_kinds() override {}

 private:
  struct Frame {
    const Json* json;
    std::string pointer;
    std::set<std::string, std::less<>> asked;  ///< keys that the struct knows
    bool unknown_kind = false;                 ///< its keys cannot be judged
    std::size_t problems_before = 0;
  };

  struct List {
    const Json* json;
    std::string pointer;
    Source source;
  };

  /// An object that the JSON leaves out: its defaults stand.
  struct Absent {
    std::string pointer;
    Source source;
  };

  std::string pointer_to(std::string_view name) const {
    const std::string& base = is_absent() ? absent_.back().pointer : frames_.back().pointer;
    return base + "/" + escaped(name);
  }

  const Json* find(std::string_view name) {
    if (is_absent()) return nullptr;
    Frame& frame = frames_.back();
    frame.asked.emplace(name);
    const auto found = frame.json->find(name);
    return found == frame.json->end() ? nullptr : &*found;
  }

  bool is_absent() const { return !absent_.empty(); }

  bool enter_absent(Absent object) {
    absent_.push_back(std::move(object));
    return true;
  }

  void give_up() {
    frames_.back().unknown_kind = true;
    kind_ = std::string_view::npos;
  }

  bool check_object(const Frame& frame) {
    if (frame.json->is_object()) return true;
    problems.push_back({frame.pointer, "must be an object", shortened(*frame.json)});
    return false;
  }

  void finish(const Frame& frame) {
    if (frame.unknown_kind) return;
    for (const auto& [key, value] : frame.json->items()) {
      if (frame.asked.contains(key)) continue;
      const std::vector<std::string_view> known(frame.asked.begin(), frame.asked.end());
      problems.push_back(
          {frame.pointer + "/" + escaped(key), "is not a known key; known are " + listed(known), shortened(value)});
    }
  }

  bool read_number(const Json& json, const Field& field, double& value) {
    if (!json.is_number()) {
      add(field.name, "must be a number, " + in_words(field.bounds) + unit(field), json);
      return false;
    }
    const double given = json.get<double>();
    if (!field.bounds.hold(given)) {
      add(field.name, "must be " + in_words(field.bounds) + unit(field), json);
      return false;
    }
    value = given;
    return true;
  }

  void read_whole(const Json& json, const Field& field, int& value) {
    double given = 0;
    if (!read_number(json, field, given)) return;
    if (given != std::floor(given)) return add(field.name, "must be a whole number", json);
    value = static_cast<int>(given);
  }

  static std::string unit(const Field& field) { return field.unit.empty() ? "" : " (" + std::string(field.unit) + ")"; }

  static int index_of(const Json& json, std::span<const std::string_view> names) {
    if (json.is_string())
      for (std::size_t i = 0; i < names.size(); ++i)
        if (json.get_ref<const std::string&>() == names[i]) return static_cast<int>(i);
    return -1;
  }

  static std::string listed(std::span<const std::string_view> names) {
    std::string result;
    for (const auto name : names) result += (result.empty() ? "" : ", ") + std::string(name);
    return result;
  }

  void add(std::string_view name, std::string message, const Json& value) {
    problems.push_back({pointer_to(name), std::move(message), shortened(value)});
  }

  template <class Value>
  void note_default(const Field& field, const Value& value) {
    if (!field.source.text.empty()) defaults.push_back({pointer_to(field.name), value, field.source});
  }

  std::vector<Frame> frames_;
  std::vector<List> lists_;
  std::vector<Absent> absent_;
  std::size_t kind_ = 0;
};

template <class Struct>
Read<Struct> read(const Json& json, const std::string& pointer, Struct initial = {}) {
  Read<Struct> result{std::move(initial), {}, {}};
  Reader reader(json, pointer);
  if (reader.enter_root()) {
    describe(reader, result.value);
    reader.leave_root();
  }
  result.defaults = std::move(reader.defaults);
  result.problems = std::move(reader.problems);
  return result;
}

}  // namespace

Read<Scenario> read_scenario(const Json& json, const std::string& pointer) {
  return read<Scenario>(json, pointer);
}
Read<SpikeGrid> read_grid(const Json& json, const std::string& pointer) {
  return read<SpikeGrid>(json, pointer);
}
Read<Comparison> read_comparison(const Json& json, const std::string& pointer) {
  return read<Comparison>(json, pointer);
}

Read<Adaptation> read_adaptation(const Json& json, const std::string& pointer) {
  return read<Adaptation>(json, pointer);
}

Read<sizing::SizingRules> read_sizing(const Json& json, const std::string& pointer) {
  return read<sizing::SizingRules>(json, pointer);
}

Read<Simulation> read_simulation(const Json& json, const std::string& pointer, int horizon_days) {
  Simulation initial;
  initial.paths.horizon_days = horizon_days;
  auto result = read<Simulation>(json, pointer, std::move(initial));
  std::erase_if(result.defaults, [&](const DefaultUsed& each) { return each.pointer == pointer + "/horizon_days"; });
  return result;
}

}  // namespace ballast
