#include "problems_text.h"

#include <format>

namespace ballast::command {
namespace {

/// Null stands for a missing value too: it is shown only where it was written.
bool is_written(const Json& json, const Problem& problem) {
  return !problem.value.is_null() || json.contains(Json::json_pointer(problem.pointer));
}

std::string line(const Json& json, const Problem& problem) {
  std::string text = "  " + (problem.pointer.empty() ? "" : problem.pointer + ": ") + problem.message;
  if (is_written(json, problem) && !(problem.pointer.empty() && problem.value.is_null()))
    text += "; it is " + problem.value.dump(-1, ' ', false, Json::error_handler_t::replace);
  return text + '\n';
}

}  // namespace

std::string problems_text(const std::string& file, const Json& json, const Problems& problems) {
  const std::string name = file == "-" ? "standard input" : file;
  std::string text = std::format("ballast: {} has {}:\n", name,
                                 problems.size() == 1 ? "a problem" : std::format("{} problems", problems.size()));
  for (const Problem& problem : problems) text += line(json, problem);
  return text;
}

}  // namespace ballast::command
