#include "scenario/run.h"

#include <array>
#include <exception>

#include "scenario/parse.h"
#include "scenario/presets.h"
#include "scenario/report.h"
#include "scenario/schema.h"
#include "scenario/write.h"

namespace ballast {

std::string_view version() { return BALLAST_VERSION; }

namespace {

const Json empty_object = Json::object();

const Json& member(const Json& request, std::string_view key) {
  const auto found = request.find(key);
  return found == request.end() ? empty_object : *found;
}

void append(Problems& problems, Problems more) {
  problems.insert(problems.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

Json evaluate_task(const Json& request, Arrays& arrays, Problems& problems) {
  auto scenario = read_scenario(member(request, "scenario"), "/scenario");
  auto grid = read_grid(member(request, "grid"), "/grid");
  append(problems, std::move(scenario.problems));
  append(problems, std::move(grid.problems));
  if (!problems.empty()) return {};
  const auto& path = std::get<WhatIf>(scenario.value.path.kind);
  return report(scenario.value, evaluate(position(scenario.value), path, grid.value), scenario.defaults, arrays);
}

Json surface_task(const Json& request, Arrays& arrays, Problems& problems) {
  auto scenario = read_scenario(member(request, "scenario"), "/scenario");
  auto grid = read_grid(member(request, "grid"), "/grid");
  append(problems, std::move(scenario.problems));
  append(problems, std::move(grid.problems));
  if (!problems.empty()) return {};
  const auto& path = std::get<WhatIf>(scenario.value.path.kind);
  return report(surface(position(scenario.value), path, grid.value), arrays);
}

Json scenario_task(const Json& request, Arrays&, Problems& problems) {
  auto scenario = read_scenario(member(request, "scenario"), "/scenario");
  append(problems, std::move(scenario.problems));
  return problems.empty() ? to_json(std::move(scenario.value)) : Json();
}

Json presets_task(const Json&, Arrays&, Problems&) {
  Json list = Json::array();
  for (const Preset& preset : presets()) list.push_back({{"id", preset.id}, {"scenario", Json::parse(preset.scenario)}});
  return list;
}

Json request_schema();

Json schema_task(const Json&, Arrays&, Problems&) {
  return {{"request", request_schema()}, {"response", Json::parse(response_schema())}};
}

/// A task, and the keys that its request may carry besides `task`.
struct Task {
  std::string_view name;
  Json (*answer)(const Json& request, Arrays& arrays, Problems& problems);
  bool takes_scenario;
  bool takes_grid;
};

constexpr std::array tasks = {
    Task{"evaluate", evaluate_task, true, true}, Task{"surface", surface_task, true, true},
    Task{"scenario", scenario_task, true, false}, Task{"presets", presets_task, false, false},
    Task{"schema", schema_task, false, false},
};

Json request_schema() {
  Json properties = {{"task", {{"enum", Json::array()}}}, {"scenario", scenario_schema()}, {"grid", grid_schema()}};
  for (const Task& task : tasks) properties["task"]["enum"].push_back(task.name);
  properties["scenario"].erase("$schema");
  return {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
          {"title", "Ballast request"},
          {"type", "object"},
          {"properties", properties},
          {"required", {"task"}},
          {"additionalProperties", false}};
}

const Task* find_task(const Json& request, Problems& problems) {
  std::string known;
  const auto name = request.find("task");
  for (const Task& task : tasks) {
    if (name != request.end() && *name == task.name) return &task;
    known += (known.empty() ? "" : ", ") + std::string(task.name);
  }
  problems.push_back({"/task", "must be one of " + known, name == request.end() ? Json() : *name});
  return nullptr;
}

void check_keys(const Task& task, const Json& request, Problems& problems) {
  for (const auto& [key, value] : request.items()) {
    const bool known = key == "task" || (key == "scenario" && task.takes_scenario) || (key == "grid" && task.takes_grid);
    if (known) continue;
    const auto pointer = Json::json_pointer() / key;
    problems.push_back({pointer.to_string(), "is not a key of the task " + std::string(task.name), shortened(value)});
  }
}

Json answer(const Json& request, Arrays& arrays, Problems& problems, std::string_view& task_name) {
  if (!request.is_object()) {
    problems.push_back({"", "must be an object", nullptr});
    return {};
  }
  const Task* task = find_task(request, problems);
  if (!task) return {};
  task_name = task->name;
  check_keys(*task, request, problems);
  return task->answer(request, arrays, problems);
}

Json respond(std::string_view text, Arrays& arrays) {
  Problems problems;
  Json report;
  std::string_view task = "";
  auto parsed = parse_json(text);
  if (auto* json = std::get_if<Json>(&parsed))
    report = answer(*json, arrays, problems, task);
  else
    problems = std::get<Problems>(std::move(parsed));
  Json response = {{"ballast", version()}, {"task", task}, {"problems", Json::array()}};
  for (Problem& problem : problems)
    response["problems"].push_back(
        {{"pointer", problem.pointer}, {"message", problem.message}, {"value", std::move(problem.value)}});
  if (problems.empty()) response["report"] = std::move(report);
  return response;
}

/// What is wrong with the bytes of a request may quote them: where they are no UTF-8 a replacement character is written.
std::string dumped(const Json& response) { return response.dump(-1, ' ', false, Json::error_handler_t::replace); }

std::string answer_text(std::string_view request, Arrays& arrays) {
  try {
    return dumped(respond(request, arrays));
  } catch (const std::exception& error) {
    const std::string message = std::string("could not be answered: ") + error.what();
    Json problem = {{"pointer", ""}, {"message", message}, {"value", nullptr}};
    return dumped({{"ballast", version()}, {"task", ""}, {"problems", Json::array({std::move(problem)})}});
  }
}

}  // namespace

std::string run(std::string_view request) {
  Arrays arrays(Arrays::Place::in_json);
  return answer_text(request, arrays);
}

Response run_with_arrays(std::string_view request) {
  Arrays arrays(Arrays::Place::beside);
  std::string json = answer_text(request, arrays);
  return {std::move(json), std::move(arrays.beside)};
}

}  // namespace ballast
