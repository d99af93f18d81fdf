#pragma once
#include <string>
#include <vector>

#include "arguments.h"
#include "scenario/parse.h"

namespace ballast::command {

/// Whether headings may be set off by control sequences.
enum class Style { plain, terminal };

std::string heading(const std::string& text, Style style);

/// What `ballast evaluate` prints: the summary, profits, the path and the pool by day, the options, the greeks, the curve over
/// spike sizes and, where asked for, the sources of the defaults.
std::string evaluation_text(const Read<Scenario>& scenario, const Evaluation& evaluation, const Arguments& arguments,
                            Style style);

}  // namespace ballast::command
