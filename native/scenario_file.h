#pragma once
#include <string>
#include <variant>

#include "arguments.h"
#include "scenario/parse.h"

namespace ballast::command {

/// A scenario file as JSON and as read.
struct ScenarioFile {
  Json json;
  Read<Scenario> read;
};

/// Where it cannot be read or has problems, they have been said, and the command ends with this code.
std::variant<ScenarioFile, ExitCode> read_scenario_file(const std::string& name);

}  // namespace ballast::command
