#include "files_text.h"

#include <algorithm>
#include <format>

#include "table.h"

namespace ballast::command {
namespace {

constexpr std::size_t most_rows = 8;

std::string remarks(const Json& remarks, const std::string& what, const Arguments& arguments) {
  const std::size_t count = remarks["count"].get<std::size_t>();
  if (count == 0) return "";
  std::string text = std::format("  {} {}:\n", number(static_cast<double>(count), 0), what);
  const std::size_t shown = arguments.all_rows ? remarks["listed"].size() : std::min(remarks["listed"].size(), most_rows);
  for (std::size_t i = 0; i < shown; ++i) {
    const Json& each = remarks["listed"][i];
    std::string place;
    if (each["row"] != 0) place += std::format("row {}", each["row"].get<int>());
    if (each["column"] != 0) place += std::format(", column {}", each["column"].get<int>());
    const std::string value = each["value"].get<std::string>();
    text += wrapped(
        place + (place.empty() ? "" : ": ") + each["message"].get<std::string>() + (value.empty() ? "" : " (" + value + ")"),
        4);
  }
  if (shown < count) text += std::format("    and {} more\n", number(static_cast<double>(count - shown), 0));
  return text;
}

}  // namespace

std::string files_text(const Json& report, const Arguments& arguments) {
  std::string text;
  for (const Json& file : report["files"]) {
    text +=
        std::format("{}: {} of {} rows used, {} to {}", file["file"].get<std::string>(), number(file["used"].get<double>(), 0),
                    number(file["rows"].get<double>(), 0), file["first"].get<std::string>(), file["last"].get<std::string>());
    if (file["all_equal"] != 0)
      text += std::format("; in {} the open, high, low and close are one number", number(file["all_equal"].get<double>(), 0));
    text += '\n' + remarks(file["left_out"], "left out", arguments) + remarks(file["doubted"], "used, but doubted", arguments);
  }
  const std::string joined = remarks(report["joined"]["left_out"], "days left out", arguments) +
                             remarks(report["joined"]["doubted"], "days doubted", arguments);
  return text + (joined.empty() ? "" : "joined on their dates:\n" + joined);
}

}  // namespace ballast::command
