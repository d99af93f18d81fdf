#pragma once
#include <string>
#include <string_view>

#include "arguments.h"
#include "evaluation_text.h"
#include "scenario/problem.h"

namespace ballast::command {

/// Says on standard error what is wrong with how the command was called.
ExitCode refuse(const std::string& message);

/// Problems with what options say, which stands at `pointer` of a request.
ExitCode refuse_options(const Problems& problems, std::string_view pointer);

/// What is wrong with an answer that its file alone does not show.
ExitCode refuse_answer(const Problems& problems);

/// Everything is written at once, so that a full disk is noticed.
ExitCode print(std::string_view text, ExitCode code = answered);

/// A report as `run` answers a task with it.
ExitCode print_json(std::string_view task, const Json& report);

/// What `run` answers to a request, as it is.
ExitCode print_response(const std::string& request);

/// Headings are set off on a terminal, unless asked not to (no-color.org).
Style style();

}  // namespace ballast::command
