#pragma once
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace ballast {

/// Keys keep the order in which they are written, so that the same report is the same bytes.
using Json = nlohmann::ordered_json;

/// A key and its value, on their way into an object.
class Member {
 public:
  Member(const char* key, bool value);
  Member(const char* key, double value);
  Member(const char* key, std::nullptr_t);
  Member(const char* key, const char* value);
  Member(const char* key, std::string_view value);
  Member(const char* key, const std::string& value);
  Member(const char* key, Json value);
  template <std::signed_integral Number>
  Member(const char* key, Number value) : Member(key, Whole<std::int64_t>{value}) {}
  template <std::unsigned_integral Number>
  Member(const char* key, Number value) : Member(key, Whole<std::uint64_t>{value}) {}
  Member(const char* key, const void* value) = delete;  ///< would be true
  Member(const Member&) = delete;
  ~Member();

 private:
  friend Json json_object(std::initializer_list<Member> members);

  template <class Number>
  struct Whole {
    Number value;
  };
  Member(const char* key, Whole<std::int64_t> value);
  Member(const char* key, Whole<std::uint64_t> value);

  const char* key_;
  mutable Json value_;  ///< is moved from where it stands in a list, which is constant
};

/// json_object({{"a", 1}, {"b", x}}): an object of these members in this order, whose keys must differ. As nlohmann's own lists
/// of lists, but a tenth as long in compiled code, which a page downloads, and without a search for each key.
Json json_object(std::initializer_list<Member> members);

}  // namespace ballast
