#include "scenario/json.h"

namespace ballast {

// Out of line, each of them: inlined they would be what they are there to avoid.
#define BALLAST_ONCE [[gnu::noinline]]

BALLAST_ONCE Member::Member(const char* key, bool value) : key_(key), value_(value) {}
BALLAST_ONCE Member::Member(const char* key, double value) : key_(key), value_(value) {}
BALLAST_ONCE Member::Member(const char* key, std::nullptr_t) : key_(key) {}
BALLAST_ONCE Member::Member(const char* key, const char* value) : key_(key), value_(value) {}
BALLAST_ONCE Member::Member(const char* key, std::string_view value) : key_(key), value_(value) {}
BALLAST_ONCE Member::Member(const char* key, const std::string& value) : key_(key), value_(value) {}
BALLAST_ONCE Member::Member(const char* key, Json value) : key_(key), value_(std::move(value)) {}
BALLAST_ONCE Member::Member(const char* key, Whole<std::int64_t> whole) : key_(key), value_(whole.value) {}
BALLAST_ONCE Member::Member(const char* key, Whole<std::uint64_t> whole) : key_(key), value_(whole.value) {}
BALLAST_ONCE Member::~Member() = default;

#undef BALLAST_ONCE

Json json_object(std::initializer_list<Member> members) {
  Json result = Json::object();
  auto& entries = result.get_ref<Json::object_t&>();
  entries.reserve(members.size());
  for (const Member& each : members) entries.emplace_back(each.key_, std::move(each.value_));
  return result;
}

}  // namespace ballast
