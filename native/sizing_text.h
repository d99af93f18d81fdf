#pragma once
#include <string>

#include "evaluation_text.h"
#include "scenario/json.h"

namespace ballast::command {

/// What `ballast size` prints: the report of the task as tables.
std::string sizing_text(const Json& report, Style style);

}  // namespace ballast::command
