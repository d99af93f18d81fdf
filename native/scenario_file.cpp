#include "scenario_file.h"

#include <iostream>

#include "input.h"
#include "output.h"
#include "problems_text.h"
#include "scenario/parse_json.h"

namespace ballast::command {

std::variant<ScenarioFile, ExitCode> read_scenario_file(const std::string& name) {
  auto text = read_text(name);
  if (const auto* failure = std::get_if<Unreadable>(&text)) return refuse("cannot read " + name + ": " + failure->reason);
  auto json = parse_json(std::get<std::string>(text));
  if (const auto* problems = std::get_if<Problems>(&json)) {
    std::cerr << problems_text(name, {}, *problems);
    return problems_found;
  }
  ScenarioFile file{std::move(std::get<Json>(json)), {}};
  file.read = read_scenario(file.json, "");
  if (file.read.problems.empty()) return file;
  std::cerr << problems_text(name, file.json, file.read.problems);
  return problems_found;
}

}  // namespace ballast::command
