#pragma once
#include <string>

#include "arguments.h"
#include "scenario/scenario.h"

namespace ballast::command {

/// What `ballast surface` prints: a row for each level of VIX, a column for each telling day.
std::string surface_text(const WhatIf& path, const Surface& surface, const Arguments& arguments);

}  // namespace ballast::command
