#pragma once
#include <string>

#include "arguments.h"
#include "evaluation_text.h"
#include "scenario/json.h"

namespace ballast::command {

/// What `ballast replay` prints: the report of the task as tables.
std::string replay_text(const Json& report, const Arguments& arguments, Style style);

/// The ledger as CSV: a row for each close.
std::string replay_csv(const Json& report);

/// What `ballast episodes` prints.
std::string episodes_text(const Json& episodes);

}  // namespace ballast::command
