#pragma once
#include <cstddef>
#include <string_view>
#include <variant>

#include "scenario/problem.h"

namespace ballast {

/// A scenario longer than this is refused unread, bytes.
inline constexpr std::size_t longest_scenario = 4 << 20;

/// A request longer than this is refused unread, bytes: a part of a long simulation has up to
/// some twenty million, and there are as many as cores.
inline constexpr std::size_t longest_request = 512 << 20;

/// The JSON of a text (UTF-8), or what is wrong with it: too long, not JSON (with line and column), a key given twice.
std::variant<Json, Problems> parse_json(std::string_view text, std::size_t longest = longest_scenario);

}  // namespace ballast
