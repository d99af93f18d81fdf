#include "input.h"

#include <zlib.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

#include <unistd.h>

#include "scenario/parse_json.h"

namespace ballast::command {
namespace {

using Stream = std::unique_ptr<gzFile_s, int (*)(gzFile)>;

std::string last_error(gzFile stream) {
  int code = Z_OK;
  const char* const words = gzerror(stream, &code);
  if (code == Z_ERRNO) return std::strerror(errno);
  return std::string("it is compressed with gzip, and damaged: ") + words;
}

/// zlib hands on what is not compressed as it is.
std::variant<std::string, Unreadable> read_all(gzFile stream) {
  constexpr std::size_t enough = longest_request + 1;
  std::string text;
  char buffer[1 << 16];
  while (text.size() < enough) {
    const int count = gzread(stream, buffer, sizeof buffer);
    if (count > 0) text.append(buffer, static_cast<std::size_t>(count));
    int code = Z_OK;
    gzerror(stream, &code);
    if (count < 0 || code != Z_OK) return Unreadable{last_error(stream)};
    if (count < static_cast<int>(sizeof buffer)) break;
  }
  return text;
}

}  // namespace

std::variant<std::string, Unreadable> read_text(const std::string& file) {
  // A copy of standard input, which stays open when the stream is closed.
  const Stream stream(file == "-" ? gzdopen(dup(STDIN_FILENO), "rb") : gzopen(file.c_str(), "rb"), gzclose);
  if (!stream) return Unreadable{std::strerror(errno)};
  return read_all(stream.get());
}

}  // namespace ballast::command
