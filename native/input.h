#pragma once
#include <string>
#include <variant>

namespace ballast::command {

/// Why a file could not be read, in words.
struct Unreadable {
  std::string reason;
};

/// The bytes of a file, or of standard input where the name is "-"; unpacked where they are compressed with gzip. Stops reading above
/// the longest request, so that an endless input, or a small one that unpacks to one, ends as one that is too long.
std::variant<std::string, Unreadable> read_text(const std::string& file);

}  // namespace ballast::command
