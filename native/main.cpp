#include <unistd.h>

#include <cstdlib>
#include <iostream>
#include <string_view>

#include "arguments.h"
#include "comparison_text.h"
#include "csv.h"
#include "evaluation_text.h"
#include "input.h"
#include "problems_text.h"
#include "scenario/presets.h"
#include "scenario/run.h"
#include "scenario/schema.h"
#include "scenario/write.h"
#include "surface_text.h"
#include "table.h"

namespace ballast::command {
namespace {

ExitCode refuse(const std::string& message) {
  std::cerr << "ballast: " << message << "\nballast --help says more.\n";
  return wrong_usage;
}

/// Everything is written at once, so that a full disk is noticed.
ExitCode print(std::string_view text, ExitCode code = answered) {
  std::cout << text << std::flush;
  return std::cout ? code : refuse("the output cannot be written");
}

/// Headings are set off on a terminal, unless asked not to (no-color.org).
Style style() {
  const char* no_color = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  const bool dumb = terminal && std::string_view(terminal) == "dumb";
  return isatty(STDOUT_FILENO) && !(no_color && *no_color) && !dumb ? Style::terminal : Style::plain;
}

/// A scenario file as JSON and as read.
struct ScenarioFile {
  Json json;
  Read<Scenario> read;
};

std::variant<ScenarioFile, ExitCode> read_file(const std::string& name) {
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

std::variant<ScenarioFile, ExitCode> read_file(const Arguments& arguments) { return read_file(arguments.file); }

/// The levels asked for on the command line, as the `grid` of a request.
Json grid_json(const Arguments& arguments) {
  Json grid = Json::object();
  if (arguments.vix_from) grid["vix_from"] = *arguments.vix_from;
  if (arguments.vix_to) grid["vix_to"] = *arguments.vix_to;
  if (arguments.points) grid["points"] = *arguments.points;
  return grid;
}

ExitCode refuse_grid(const Problems& problems) {
  std::string message;
  for (const Problem& problem : problems) {
    std::string option = "--" + problem.pointer.substr(1);
    for (char& c : option) c = c == '_' ? '-' : c;
    message += (message.empty() ? "" : "\n  ") + option + " " + problem.message;
  }
  return refuse(message);
}

/// What `run` answers to a request, as it is.
ExitCode print_response(const std::string& request) {
  const std::string response = run(request);
  return print(response + '\n', Json::parse(response)["problems"].empty() ? answered : problems_found);
}

ExitCode evaluate(const Arguments& arguments) {
  const auto grid = read_grid(grid_json(arguments), "");
  if (!grid.problems.empty()) return refuse_grid(grid.problems);
  const auto file = read_file(arguments);
  if (const auto* code = std::get_if<ExitCode>(&file)) return *code;
  const auto& [json, read] = std::get<ScenarioFile>(file);
  if (arguments.form == Arguments::Form::json)
    return print_response(Json({{"task", "evaluate"}, {"scenario", json}, {"grid", grid_json(arguments)}}).dump());
  const auto evaluation = evaluate(position(read.value), std::get<WhatIf>(read.value.path.kind), grid.value);
  if (arguments.form == Arguments::Form::csv) return print(csv(read.value, evaluation));
  return print(evaluation_text(read, evaluation, arguments, style()));
}

ExitCode surface(Arguments arguments) {
  // A table of as many levels as a screen has lines; a file has the core's own number.
  if (arguments.form == Arguments::Form::text && !arguments.points) arguments.points = 17;
  const auto grid = read_grid(grid_json(arguments), "");
  if (!grid.problems.empty()) return refuse_grid(grid.problems);
  const auto file = read_file(arguments);
  if (const auto* code = std::get_if<ExitCode>(&file)) return *code;
  const auto& [json, read] = std::get<ScenarioFile>(file);
  if (arguments.form == Arguments::Form::json)
    return print_response(Json({{"task", "surface"}, {"scenario", json}, {"grid", grid_json(arguments)}}).dump());
  const auto& path = std::get<WhatIf>(read.value.path.kind);
  const auto result = surface(position(read.value), path, grid.value);
  return print(arguments.form == Arguments::Form::csv ? csv(result) : surface_text(path, result, arguments));
}

/// What is wrong with an answer that its file alone does not show.
ExitCode refuse_answer(const Problems& problems) {
  std::cerr << problems_text("the request", {}, problems);
  return problems_found;
}

ExitCode compare(const Arguments& arguments) {
  Comparison comparison{.books = {}, .equal_cost = arguments.equal_cost};
  std::vector<ScenarioFile> files;
  for (const std::string& name : arguments.files) {
    auto file = read_file(name);
    if (const auto* code = std::get_if<ExitCode>(&file)) return *code;
    files.push_back(std::move(std::get<ScenarioFile>(file)));
    const Scenario& scenario = files.back().read.value;
    comparison.books.push_back({scenario.name.empty() ? name : scenario.name, scenario.book});
  }
  if (arguments.form == Arguments::Form::json) {
    Json books = Json::array();
    for (std::size_t i = 0; i < files.size(); ++i)
      books.push_back({{"name", comparison.books[i].name}, {"book", files[i].json.value("book", Json::array())}});
    return print_response(
        Json({{"task", "compare"}, {"scenario", files[0].json}, {"books", books}, {"equal_cost", arguments.equal_cost}}).dump());
  }
  Problems problems;
  const auto books = compare(files[0].read.value, SpikeGrid{}, comparison, problems);
  return problems.empty() ? print(comparison_text(books)) : refuse_answer(problems);
}

/// A task that takes a scenario alone: as JSON what `run` answers, else the table that `text` makes of the scenario.
template <class Text>
ExitCode of_scenario(const Arguments& arguments, std::string_view task, const Text& text) {
  const auto file = read_file(arguments);
  if (const auto* code = std::get_if<ExitCode>(&file)) return *code;
  const auto& [json, read] = std::get<ScenarioFile>(file);
  const std::string request = Json({{"task", task}, {"scenario", json}}).dump();
  if (arguments.form == Arguments::Form::json) return print_response(request);
  return text(read.value);
}

ExitCode recalibration(const Arguments& arguments) {
  return of_scenario(arguments, "recalibration",
                     [](const Scenario& scenario) { return print(policies_text(compare_policies(scenario))); });
}

ExitCode lead(const Arguments& arguments) {
  return of_scenario(arguments, "lead", [](const Scenario& scenario) {
    const WhatIf& path = std::get<WhatIf>(scenario.path.kind);
    if (const auto problem = no_room_for_leads(scenario)) return refuse_answer({*problem});
    return print(lead_text(time_shift(position(scenario), path)));
  });
}

ExitCode scenario(const Arguments& arguments) {
  const auto file = read_file(arguments);
  if (const auto* code = std::get_if<ExitCode>(&file)) return *code;
  return print(to_json(std::get<ScenarioFile>(file).read.value).dump(2) + '\n');
}

ExitCode preset(const Arguments& arguments) {
  for (const Preset& preset : presets())
    if (preset.id == arguments.name) return print(preset.scenario);
  std::string known;
  for (const Preset& preset : presets()) known += " " + std::string(preset.id);
  return refuse("there is no preset " + arguments.name + "; there are:" + known);
}

ExitCode list_presets() {
  std::string text;
  for (const Preset& preset : presets())
    text += std::string(preset.id) + '\n' + wrapped(Json::parse(preset.scenario)["about"].get<std::string>(), 4);
  return print(text);
}

ExitCode answer(const Arguments& arguments) {
  const auto request = read_text(arguments.file);
  if (const auto* failure = std::get_if<Unreadable>(&request))
    return refuse("cannot read " + arguments.file + ": " + failure->reason);
  return print_response(std::get<std::string>(request));
}

ExitCode schema(const Arguments& arguments) {
  if (arguments.name == "response") return print(response_schema());
  if (arguments.name == "request") {
    const Json response = Json::parse(run(R"({"task": "schema"})"));
    return print(response["report"]["request"].dump(2) + '\n');
  }
  return print(scenario_schema().dump(2) + '\n');
}

ExitCode carry_out(const Arguments& arguments) {
  switch (arguments.task) {
    case Arguments::Task::evaluate: return evaluate(arguments);
    case Arguments::Task::surface: return surface(arguments);
    case Arguments::Task::compare: return compare(arguments);
    case Arguments::Task::recalibration: return recalibration(arguments);
    case Arguments::Task::lead: return lead(arguments);
    case Arguments::Task::scenario: return scenario(arguments);
    case Arguments::Task::preset: return preset(arguments);
    case Arguments::Task::presets: return list_presets();
    case Arguments::Task::run: return answer(arguments);
    case Arguments::Task::schema: return schema(arguments);
  }
  return wrong_usage;
}

}  // namespace
}  // namespace ballast::command

int main(int argc, char** argv) {
  using namespace ballast::command;
  const auto arguments = read_arguments(argc, argv);
  if (const auto* code = std::get_if<ExitCode>(&arguments)) return *code;
  return carry_out(std::get<Arguments>(arguments));
}
