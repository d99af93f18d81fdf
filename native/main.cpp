#include <iostream>
#include <string_view>

#include "arguments.h"
#include "claims_text.h"
#include "comparison_text.h"
#include "csv.h"
#include "evaluation_text.h"
#include "history_commands.h"
#include "input.h"
#include "output.h"
#include "problems_text.h"
#include "scenario/claims_report.h"
#include "scenario/parse_json.h"
#include "scenario/presets.h"
#include "scenario/run.h"
#include "scenario/schema.h"
#include "scenario/simulation_parts.h"
#include "scenario/write.h"
#include "scenario_file.h"
#include "simulation_text.h"
#include "sizing_text.h"
#include "surface_text.h"
#include "table.h"
#include "threads.h"

namespace ballast::command {
namespace {

/// The levels asked for on the command line, as the `grid` of a request.
Json grid_json(const Arguments& arguments) {
  Json grid = Json::object();
  if (arguments.vix_from) grid["vix_from"] = *arguments.vix_from;
  if (arguments.vix_to) grid["vix_to"] = *arguments.vix_to;
  if (arguments.points) grid["points"] = *arguments.points;
  return grid;
}

ExitCode evaluate(const Arguments& arguments) {
  const auto grid = read_grid(grid_json(arguments), "");
  if (!grid.problems.empty()) return refuse_options(grid.problems, "/");
  const auto file = read_scenario_file(arguments.file);
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
  if (!grid.problems.empty()) return refuse_options(grid.problems, "/");
  const auto file = read_scenario_file(arguments.file);
  if (const auto* code = std::get_if<ExitCode>(&file)) return *code;
  const auto& [json, read] = std::get<ScenarioFile>(file);
  if (arguments.form == Arguments::Form::json)
    return print_response(Json({{"task", "surface"}, {"scenario", json}, {"grid", grid_json(arguments)}}).dump());
  const auto& path = std::get<WhatIf>(read.value.path.kind);
  const auto result = surface(position(read.value), path, grid.value);
  return print(arguments.form == Arguments::Form::csv ? csv(result) : surface_text(path, result, arguments));
}

ExitCode compare(const Arguments& arguments) {
  Comparison comparison{.books = {}, .equal_cost = arguments.equal_cost};
  std::vector<ScenarioFile> files;
  for (const std::string& name : arguments.files) {
    auto file = read_scenario_file(name);
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
        Json({{"task", "compare"}, {"scenario", files[0].json}, {"books", books}, {"equal_cost", arguments.equal_cost}})
            .dump());
  }
  Problems problems;
  const auto books = compare(files[0].read.value, SpikeGrid{}, comparison, problems);
  return problems.empty() ? print(comparison_text(books)) : refuse_answer(problems);
}

/// A task that takes a scenario alone: as JSON what `run` answers, else the table that `text` makes of the scenario.
template <class Text>
ExitCode of_scenario(const Arguments& arguments, std::string_view task, const Text& text) {
  const auto file = read_scenario_file(arguments.file);
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

/// The simulation asked for on the command line, as a request has it.
Json simulation_json(const Arguments& arguments) {
  Json simulation = Json::object();
  if (arguments.paths) simulation["paths"] = *arguments.paths;
  if (arguments.seed) simulation["seed"] = *arguments.seed;
  if (arguments.horizon_days) simulation["horizon_days"] = *arguments.horizon_days;
  if (arguments.level) simulation["level"] = *arguments.level;
  if (arguments.antithetic) simulation["draws"] = "antithetic";
  for (const int day : arguments.days) simulation["days"].push_back({{"day", day}});
  if (arguments.shard) simulation["shard"] = {{"index", arguments.shard->index}, {"count", arguments.shard->count}};
  return simulation;
}

/// A request with the scenario of the file and the simulation of the command line.
std::variant<Json, ExitCode> simulation_request(const Arguments& arguments, std::string_view task) {
  const auto file = read_scenario_file(arguments.file);
  if (const auto* code = std::get_if<ExitCode>(&file)) return *code;
  Json request = {{"task", task}, {"scenario", std::get<ScenarioFile>(file).json}, {"simulation", simulation_json(arguments)}};
  Problems problems;
  read_simulation_request(request, "", problems);
  if (problems.empty()) return request;
  return refuse_options(problems, "/simulation/");
}

ExitCode print_report(std::string_view task, const Json& report, const Arguments& arguments) {
  return arguments.form == Arguments::Form::text ? print(simulation_text(report, style())) : print_json(task, report);
}

ExitCode simulate(Arguments arguments) {
  const auto asked = simulation_request(arguments, "simulate");
  if (const auto* code = std::get_if<ExitCode>(&asked)) return *code;
  const Json& request = std::get<Json>(asked);
  Problems problems;
  const auto read = read_simulation_request(request, "", problems);
  const auto result = simulate_on_threads(position(read.scenario), read.simulation, arguments.threads.value_or(all_cores()));
  if (read.is_part) {
    arguments.form = Arguments::Form::json;
    return print_report("simulate", part_json(request["scenario"], request["simulation"], read.simulation, result), arguments);
  }
  Arrays arrays(Arrays::Place::in_json);
  return print_report("simulate", report(read, result, arrays), arguments);
}

/// What `simulate --shard` wrote into a file.
std::variant<Json, ExitCode> read_part(const std::string& file) {
  const auto text = read_text(file);
  if (const auto* failure = std::get_if<Unreadable>(&text)) return refuse("cannot read " + file + ": " + failure->reason);
  auto json = parse_json(std::get<std::string>(text), longest_request);
  if (const auto* problems = std::get_if<Problems>(&json)) {
    std::cerr << problems_text(file, {}, *problems);
    return problems_found;
  }
  Json& response = std::get<Json>(json);
  if (response.is_object() && response.contains("report")) return std::move(response["report"]);
  std::cerr << "ballast: " << file << " is not what simulate --shard writes\n";
  return problems_found;
}

ExitCode merge(const Arguments& arguments) {
  std::vector<Json> parts;
  for (const std::string& file : arguments.files) {
    auto part = read_part(file);
    if (const auto* code = std::get_if<ExitCode>(&part)) return *code;
    parts.push_back(std::get<Json>(std::move(part)));
  }
  Problems problems;
  Arrays arrays(Arrays::Place::in_json);
  const Json report = merged_report(parts, arrays, problems);
  if (problems.empty()) return print_report("merge", report, arguments);
  std::cerr << problems_text("the list of files", {}, problems);
  return problems_found;
}

ExitCode path(const Arguments& arguments) {
  const auto asked = simulation_request(arguments, "path");
  if (const auto* code = std::get_if<ExitCode>(&asked)) return *code;
  Json request = std::get<Json>(asked);
  request["path"] = arguments.path;
  const Json response = Json::parse(run(request.dump()));
  if (!response["problems"].empty()) return refuse("PATH " + response["problems"][0]["message"].get<std::string>());
  if (arguments.form == Arguments::Form::json) return print(response.dump() + '\n');
  return print(path_text(response["report"], style()));
}

/// The limits of the command line, as a request has them.
Json sizing_json(const Arguments& arguments, const Json& scenario) {
  Json sizing = Json::object();
  const auto put = [&](const char* key, const auto& value) {
    if (value) sizing[key] = *value;
  };
  put("premium_budget", arguments.premium_budget);
  put("margin_cap", arguments.margin_cap);
  put("yearly_cost_cap", arguments.yearly_cost_cap);
  put("expected_floor", arguments.expected_floor);
  put("quick_ratio_floor", arguments.quick_ratio_floor);
  if (arguments.by_strike) sizing["strips"] = "by_strike";
  put("points", arguments.points);
  put("fresh_seed", arguments.fresh_seed);
  if (arguments.most && scenario.contains("book"))
    for (std::size_t j = 0; j < scenario["book"].size(); ++j) sizing["layers"].push_back({{"most", *arguments.most}});
  return sizing;
}

ExitCode size(const Arguments& arguments) {
  auto asked = simulation_request(arguments, "size");
  if (const auto* code = std::get_if<ExitCode>(&asked)) return *code;
  Json& request = std::get<Json>(asked);
  request["sizing"] = sizing_json(arguments, request["scenario"]);
  const std::string text = run(request.dump());
  const Json response = Json::parse(text);
  if (!response["problems"].empty()) {
    std::cerr << "ballast: there are no such sizes:\n";
    for (const Json& problem : response["problems"])
      std::cerr << "  " << problem["pointer"].get<std::string>() << ": " << problem["message"].get<std::string>() << '\n';
    return problems_found;
  }
  if (arguments.form == Arguments::Form::json) return print(text + '\n');
  return print(sizing_text(response["report"], style()));
}

ExitCode claims(const Arguments& arguments) {
  const auto asked = simulation_request(arguments, "claims");
  if (const auto* code = std::get_if<ExitCode>(&asked)) return *code;
  Problems problems;
  const auto request = read_claims_request(std::get<Json>(asked), problems);
  if (!problems.empty()) return refuse_options(problems, "/simulation/");
  const Position held = position(request.scenario);
  const Evaluation own = claims::own_path(held, std::get<WhatIf>(request.scenario.path.kind));
  const auto facts =
      path_facts_on_threads(held, request.simulation, own.capital.cost_of_capital, arguments.threads.value_or(all_cores()));
  const Json report = ballast::report(request, own, facts);
  if (arguments.form == Arguments::Form::csv) return print(claims_csv(report));
  if (arguments.form == Arguments::Form::text) return print(claims_text(report, style()));
  return print_report("claims", report, arguments);
}

ExitCode scenario(const Arguments& arguments) {
  const auto file = read_scenario_file(arguments.file);
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
    case Arguments::Task::evaluate:
      return evaluate(arguments);
    case Arguments::Task::surface:
      return surface(arguments);
    case Arguments::Task::compare:
      return compare(arguments);
    case Arguments::Task::recalibration:
      return recalibration(arguments);
    case Arguments::Task::lead:
      return lead(arguments);
    case Arguments::Task::simulate:
      return simulate(arguments);
    case Arguments::Task::merge:
      return merge(arguments);
    case Arguments::Task::path:
      return path(arguments);
    case Arguments::Task::size:
      return size(arguments);
    case Arguments::Task::claims:
      return claims(arguments);
    case Arguments::Task::signals:
      return signals(arguments);
    case Arguments::Task::adaptive:
      return adaptive(arguments);
    case Arguments::Task::replay:
      return replay(arguments);
    case Arguments::Task::episodes:
      return list_episodes();
    case Arguments::Task::scenario:
      return scenario(arguments);
    case Arguments::Task::preset:
      return preset(arguments);
    case Arguments::Task::presets:
      return list_presets();
    case Arguments::Task::run:
      return answer(arguments);
    case Arguments::Task::schema:
      return schema(arguments);
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
