#include "scenario/parse_json.h"

#include <set>

namespace ballast {
namespace {

/// Builds a value of what a JSON parser meets, and notes what it would pass over: keys that stand twice in one object, and
/// nesting so deep that walking it would exhaust the stack. Nothing is thrown, so that the module of a page can do without
/// exceptions.
class Builder {
 public:
  Json built;
  Problems problems;

  bool null() { return put(nullptr); }
  bool boolean(bool value) { return put(value); }
  bool number_integer(Json::number_integer_t value) { return put(value); }
  bool number_unsigned(Json::number_unsigned_t value) { return put(value); }
  bool number_float(Json::number_float_t value, const std::string&) { return put(value); }
  bool string(std::string& value) { return put(std::move(value)); }
  bool binary(Json::binary_t&) { return false; }  // JSON has none

  bool start_object(std::size_t) { return open(Json::object()); }
  bool start_array(std::size_t) { return open(Json::array()); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }

  bool key(std::string& key) {
    open_.back().key = std::move(key);
    if (!open_.back().keys.insert(open_.back().key).second)
      problems.push_back({pointer().to_string(), "the key is given twice in one object", open_.back().key});
    return true;
  }

  bool parse_error(std::size_t, const std::string&, const Json::out_of_range& error) {
    problems.push_back({pointer().to_string(), "is out of range: " + plain_message(error.what()), nullptr});
    return false;
  }
  bool parse_error(std::size_t, const std::string&, const Json::exception& error) {
    problems.push_back({"", "is not JSON: " + plain_message(error.what()), nullptr});
    return false;
  }

 private:
  static constexpr std::size_t deepest = 32;

  /// An object or a list that has not ended.
  struct Open {
    Json* value;  ///< stays where it is, since what is around it does not grow until it has ended
    std::set<std::string> keys{};
    std::string key{};
    std::size_t ended = 0;  ///< values in it
  };

  bool put(Json value) {
    place(std::move(value));
    return end_value();
  }

  bool open(Json value) {
    if (open_.size() == deepest) {
      problems.push_back({pointer().to_string(), "is nested more than 32 deep", nullptr});
      return false;
    }
    open_.push_back({place(std::move(value))});
    return true;
  }

  bool close() {
    open_.pop_back();
    return end_value();
  }

  bool end_value() {
    if (!open_.empty()) ++open_.back().ended;
    return true;
  }

  Json* place(Json value) {
    if (open_.empty()) return &(built = std::move(value));
    Json& within = *open_.back().value;
    if (within.is_array()) return &within.emplace_back(std::move(value));
    // Without the search for the key, which is known to be new or a problem.
    return &within.get_ref<Json::object_t&>().emplace_back(open_.back().key, std::move(value)).second;
  }

  /// Of the value that is being read.
  Json::json_pointer pointer() const {
    Json::json_pointer result;
    for (const Open& each : open_) {
      if (each.value->is_array())
        result /= each.ended;
      else if (!each.keys.empty())
        result /= each.key;
    }
    return result;
  }

  /// "[json.exception.parse_error.101] parse error at line 1, ..." without the bracket.
  static std::string plain_message(std::string_view what) {
    const auto end = what.find("] ");
    return std::string(end == std::string_view::npos ? what : what.substr(end + 2));
  }

  std::vector<Open> open_;
};

}  // namespace

std::variant<Json, Problems> parse_json(std::string_view text, std::size_t longest) {
  if (text.size() > longest) return Problems{{"", "is longer than " + std::to_string(longest) + " bytes", text.size()}};
  Builder builder;
  Json::sax_parse(text, &builder);
  if (!builder.problems.empty()) return std::move(builder.problems);
  return std::move(builder.built);
}

}  // namespace ballast
