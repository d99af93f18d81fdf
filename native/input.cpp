#include "input.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

#include "scenario/parse.h"

namespace ballast::command {
namespace {

std::variant<std::string, Unreadable> read_all(std::FILE* stream) {
  constexpr std::size_t enough = longest_request + 1;
  std::string text;
  char buffer[1 << 16];
  while (text.size() < enough) {
    const std::size_t count = std::fread(buffer, 1, sizeof buffer, stream);
    text.append(buffer, count);
    if (count < sizeof buffer) break;
  }
  if (std::ferror(stream)) return Unreadable{std::strerror(errno)};
  return text;
}

}  // namespace

std::variant<std::string, Unreadable> read_text(const std::string& file) {
  if (file == "-") return read_all(stdin);
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> stream(std::fopen(file.c_str(), "rb"), std::fclose);
  if (!stream) return Unreadable{std::strerror(errno)};
  return read_all(stream.get());
}

}  // namespace ballast::command
