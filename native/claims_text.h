#pragma once
#include <string>

#include "evaluation_text.h"
#include "scenario/json.h"

namespace ballast::command {

/// What `ballast claims` prints: each statement with its verdict, its figures and the paths that decided it.
std::string claims_text(const Json& report, Style style);

/// The figures as CSV, a row for each, with full precision.
std::string claims_csv(const Json& report);

}  // namespace ballast::command
