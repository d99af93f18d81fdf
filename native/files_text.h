#pragma once
#include <string>

#include "arguments.h"
#include "scenario/json.h"

namespace ballast::command {

/// What became of the files of a history, and which rows and days are left out or doubted; empty where there are no files.
std::string files_text(const Json& report, const Arguments& arguments);

}  // namespace ballast::command
