#pragma once
#include <string>

#include "evaluation_text.h"
#include "scenario/json.h"

namespace ballast::command {

/// What `ballast simulate` and `ballast merge` print: the report of either as tables.
std::string simulation_text(const Json& report, Style style);

/// What `ballast path` prints.
std::string path_text(const Json& report, Style style);

}  // namespace ballast::command
