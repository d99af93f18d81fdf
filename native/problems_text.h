#pragma once
#include <string>

#include "scenario/problem.h"

namespace ballast::command {

/// The problems of a file, a line each: pointer, what is wrong, and the value that stands in `json` there.
std::string problems_text(const std::string& file, const Json& json, const Problems& problems);

}  // namespace ballast::command
