#include "scenario/run.h"

#include <algorithm>
#include <array>
#include <exception>
#include <numeric>
#include <span>

#include "history/calendar.h"
#include "ledger/timing.h"
#include "scenario/adaptation_report.h"
#include "scenario/claims_report.h"
#include "scenario/comparison.h"
#include "scenario/history_request.h"
#include "scenario/parse.h"
#include "scenario/parse_json.h"
#include "scenario/presets.h"
#include "scenario/replay_report.h"
#include "scenario/report.h"
#include "scenario/schema.h"
#include "scenario/signal_report.h"
#include "scenario/simulation_parts.h"
#include "scenario/sizing_report.h"
#include "scenario/write.h"

namespace ballast {

std::string_view version() {
  return BALLAST_VERSION;
}

namespace {

const Json empty_object = Json::object();

const Json& member(const Json& request, std::string_view key) {
  const auto found = request.find(key);
  return found == request.end() ? empty_object : *found;
}

void append(Problems& problems, Problems more) {
  problems.insert(problems.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

/// The scenario of a request, with its problems added to the others.
Read<Scenario> scenario_of(const Json& request, Problems& problems) {
  auto read = read_scenario(member(request, "scenario"), "/scenario");
  append(problems, std::move(read.problems));
  return read;
}

SpikeGrid grid_of(const Json& request, Problems& problems) {
  auto read = read_grid(member(request, "grid"), "/grid");
  append(problems, std::move(read.problems));
  return read.value;
}

const WhatIf& what_if(const Scenario& scenario) {
  return std::get<WhatIf>(scenario.path.kind);
}

Json evaluate_task(const Json& request, Arrays& arrays, Problems& problems) {
  const auto scenario = scenario_of(request, problems);
  const SpikeGrid grid = grid_of(request, problems);
  if (!problems.empty()) return {};
  return report(scenario.value, evaluate(position(scenario.value), what_if(scenario.value), grid), scenario.defaults, arrays);
}

Json surface_task(const Json& request, Arrays& arrays, Problems& problems) {
  const auto scenario = scenario_of(request, problems);
  const SpikeGrid grid = grid_of(request, problems);
  if (!problems.empty()) return {};
  return report(surface(position(scenario.value), what_if(scenario.value), grid), arrays);
}

Json compare_task(const Json& request, Arrays& arrays, Problems& problems) {
  const auto scenario = scenario_of(request, problems);
  const SpikeGrid grid = grid_of(request, problems);
  Json comparison = Json::object();
  for (const char* key : {"books", "equal_cost"})
    if (request.contains(key)) comparison[key] = request[key];
  auto read = read_comparison(comparison, "");
  append(problems, std::move(read.problems));
  if (!problems.empty()) return {};
  const auto books = compare(scenario.value, grid, read.value, problems);
  return problems.empty() ? report(books, arrays) : Json();
}

Json recalibration_task(const Json& request, Arrays&, Problems& problems) {
  const auto scenario = scenario_of(request, problems);
  if (!problems.empty()) return {};
  return report(compare_policies(scenario.value));
}

Json lead_task(const Json& request, Arrays& arrays, Problems& problems) {
  const auto scenario = scenario_of(request, problems);
  if (!problems.empty()) return {};
  if (auto problem = no_room_for_leads(scenario.value)) {
    problem->pointer = "/scenario" + problem->pointer;
    problem->value = shortened(member(member(request, "scenario"), "token"));
    problems.push_back(std::move(*problem));
    return {};
  }
  return report(time_shift(position(scenario.value), what_if(scenario.value)), arrays);
}

Json simulate_task(const Json& request, Arrays& arrays, Problems& problems) {
  const SimulationRequest asked = read_simulation_request(request, "", problems);
  if (!problems.empty()) return {};
  const SimulationResult result = simulate(position(asked.scenario), asked.simulation);
  if (!asked.is_part) return report(asked, result, arrays);
  return part_json(member(request, "scenario"), member(request, "simulation"), asked.simulation, result);
}

Json merge_task(const Json& request, Arrays& arrays, Problems& problems) {
  const Json parts = request.value("parts", Json());
  if (parts.is_array()) return merged_report(parts.get_ref<const Json::array_t&>(), arrays, problems);
  problems.push_back({"/parts", "must be the list of the parts of a simulation", shortened(parts)});
  return {};
}

Json path_task(const Json& request, Arrays& arrays, Problems& problems) {
  const SimulationRequest asked = read_simulation_request(request, "", problems);
  const Json number = request.value("path", Json());
  const auto paths = static_cast<std::uint64_t>(asked.simulation.paths.paths);
  if (!number.is_number_unsigned() || number.get<std::uint64_t>() >= paths)
    problems.push_back({"/path", "must be the number of a path, from 0 to one below paths", shortened(number)});
  if (!problems.empty()) return {};
  const auto path = number.get<std::uint64_t>();
  return report(asked.scenario, path, walk_path(position(asked.scenario), asked.simulation.paths, path), arrays);
}

Json size_task(const Json& request, Arrays& arrays, Problems& problems) {
  const SizingRequest asked = read_sizing_request(request, problems);
  if (!problems.empty()) return {};
  const auto sizes = sizing::find_sizes(position(asked.simulated.scenario), asked.simulated.simulation.paths,
                                        asked.simulated.simulation.level, asked.rules);
  if (sizes) return report(asked, *sizes, arrays);
  problems.push_back(problem_of(asked, sizes.error()));
  return {};
}

Json signals_on_history(const Scenario& scenario, const Json& history, Problems& problems) {
  const GivenHistory given = read_history(history, "/history", problems);
  return problems.empty() ? report(scenario, given, problems) : Json();
}

Json signals_task(const Json& request, Arrays&, Problems& problems) {
  const auto scenario = scenario_of(request, problems);
  if (request.contains("history")) return signals_on_history(scenario.value, request["history"], problems);
  if (!problems.empty()) return {};
  const SignalDays days = signal_days(scenario.value);
  WatchedPath path{.name = "the scenario's own path", .day_0 = {}, .days = std::vector<int>(days.score.size())};
  std::iota(path.days.begin(), path.days.end(), 0);
  return report(scenario.value.signals, days, position(scenario.value).events, path);
}

Json adaptive_task(const Json& request, Arrays&, Problems& problems) {
  const AdaptationRequest asked = read_adaptation_request(request, problems);
  if (!problems.empty()) return {};
  return report(asked, test_adaptation(position(asked.scenario, asked.given), asked.given.history, asked.adaptation));
}

Json calendar_task(const Json& request, Arrays&, Problems& problems) {
  const Json text = request.value("calendar", Json()), day = request.value("day_0", Json());
  const auto day_0 = day.is_string() ? parse_date(day.get_ref<const std::string&>()) : std::nullopt;
  if (!day_0) problems.push_back({"/day_0", "must be the date of day 0, such as 2024-01-31", shortened(day)});
  if (!text.is_string())
    problems.push_back({"/calendar", "must be a text: iCalendar, or a date and an event a line", shortened(text)});
  if (!problems.empty()) return {};
  const CalendarRead read = read_calendar(text.get_ref<const std::string&>());
  if (!read.problem) return report(read, day_0->date);
  const std::string row = read.problem->row > 0 ? "row " + std::to_string(read.problem->row) + ": " : "";
  problems.push_back({"/calendar", row + read.problem->message, read.problem->value});
  return {};
}

Json claims_task(const Json& request, Arrays&, Problems& problems) {
  const SimulationRequest asked = read_claims_request(request, problems);
  if (!problems.empty()) return {};
  const Position held = position(asked.scenario);
  const Evaluation own = claims::own_path(held, what_if(asked.scenario));
  return report(asked, own, claims::path_facts(held, asked.simulation, own.capital.cost_of_capital));
}

Json replay_task(const Json& request, Arrays& arrays, Problems& problems) {
  const ReplayRequest asked = read_replay_request(request, problems);
  return problems.empty() ? report(asked, replay(asked), arrays) : Json();
}

Json episodes_task(const Json&, Arrays&, Problems&) {
  return episodes_json();
}

Json scenario_task(const Json& request, Arrays&, Problems& problems) {
  auto scenario = scenario_of(request, problems);
  return problems.empty() ? to_json(std::move(scenario.value)) : Json();
}

/// What came in the box is JSON. By the reader of requests, since another instance of the parser is ten kilobytes of a page.
Json own_json(std::string_view text) {
  return std::get<Json>(parse_json(text));
}

Json presets_task(const Json&, Arrays&, Problems&) {
  Json list = Json::array();
  for (const Preset& preset : presets())
    list.push_back(json_object({{"id", preset.id}, {"scenario", own_json(preset.scenario)}}));
  return list;
}

Json request_schema();

Json request_schema_task(const Json&, Arrays&, Problems&) {
  return request_schema();
}

Json schema_task(const Json&, Arrays&, Problems&) {
  return json_object({{"request", request_schema()}, {"response", own_json(response_schema())}});
}

/// A task, and the keys that its request may carry besides `task`.
struct Task {
  std::string_view name;
  Json (*answer)(const Json& request, Arrays& arrays, Problems& problems);
  std::span<const std::string_view> keys;
  std::size_t longest = longest_scenario;  ///< bytes of a request
};

constexpr std::string_view with_grid[] = {"scenario", "grid"};
constexpr std::string_view with_books[] = {"scenario", "grid", "books", "equal_cost"};
constexpr std::string_view scenario_alone[] = {"scenario"};
constexpr std::string_view with_simulation[] = {"scenario", "simulation"};
constexpr std::string_view with_path[] = {"scenario", "simulation", "path"};
constexpr std::string_view with_sizing[] = {"scenario", "simulation", "sizing"};
constexpr std::string_view with_parts[] = {"parts"};
constexpr std::string_view with_replay[] = {"scenario", "history", "books", "against", "renew_days"};
constexpr std::string_view with_history[] = {"scenario", "history"};
constexpr std::string_view with_adaptation[] = {"scenario", "history", "adaptation"};
constexpr std::string_view with_calendar[] = {"calendar", "day_0"};

constexpr std::array tasks = {
    Task{"evaluate", evaluate_task, with_grid},
    Task{"surface", surface_task, with_grid},
    Task{"compare", compare_task, with_books},
    Task{"recalibration", recalibration_task, scenario_alone},
    Task{"lead", lead_task, scenario_alone},
    Task{"simulate", simulate_task, with_simulation},
    Task{"merge", merge_task, with_parts, longest_request},
    Task{"path", path_task, with_path},
    Task{"size", size_task, with_sizing},
    Task{"claims", claims_task, with_simulation},
    Task{"replay", replay_task, with_replay, longest_request},
    Task{"episodes", episodes_task, {}},
    Task{"signals", signals_task, with_history, longest_request},
    Task{"adaptive", adaptive_task, with_adaptation, longest_request},
    Task{"calendar", calendar_task, with_calendar},
    Task{"scenario", scenario_task, scenario_alone},
    Task{"presets", presets_task, {}},
    Task{"schema", schema_task, {}},
    Task{"request_schema", request_schema_task, {}},
};

/// What the first screen of a page asks: a module with these alone is half as long.
constexpr std::array what_if_tasks = {
    Task{"evaluate", evaluate_task, with_grid},
    Task{"scenario", scenario_task, scenario_alone},
    Task{"presets", presets_task, {}},
    Task{"request_schema", request_schema_task, {}},
};

/// The names alone, so that the schema does not bring along what answers the tasks.
constexpr auto task_names = [] {
  std::array<std::string_view, tasks.size()> names;
  std::ranges::transform(tasks, names.begin(), &Task::name);
  return names;
}();

Json request_schema() {
  Json properties =
      json_object({{"task", json_object({{"enum", Json::array()}})}, {"scenario", scenario_schema()}, {"grid", grid_schema()}});
  properties.update(comparison_properties());
  properties.update(replay_properties());
  properties["simulation"] = simulation_schema();
  properties["sizing"] = sizing_schema();
  properties["path"] =
      json_object({{"description", "Number of a path of the simulation"}, {"type", "integer"}, {"minimum", 0}});
  properties["parts"] = json_object({{"description", "Reports of the task simulate, one for each shard"}, {"type", "array"}});
  properties["adaptation"] = adaptation_schema();
  properties["history"] = history_schema();
  properties["calendar"] =
      json_object({{"description", "Days of events: iCalendar, or a date and what it is, a line each"}, {"type", "string"}});
  properties["day_0"] =
      json_object({{"description", "The date of day 0, from which the days of a calendar count"}, {"type", "string"}});
  for (const std::string_view name : task_names) properties["task"]["enum"].push_back(name);
  properties["scenario"].erase("$schema");
  return json_object({{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                      {"title", "Ballast request"},
                      {"type", "object"},
                      {"properties", properties},
                      {"required", Json::array({"task"})},
                      {"additionalProperties", false}});
}

const Task* find_task(std::span<const Task> among, const Json& request, Problems& problems) {
  std::string known;
  const auto name = request.find("task");
  for (const Task& task : among) {
    if (name != request.end() && *name == task.name) return &task;
    known += (known.empty() ? "" : ", ") + std::string(task.name);
  }
  problems.push_back({"/task", "must be one of " + known, name == request.end() ? Json() : *name});
  return nullptr;
}

void check_keys(const Task& task, const Json& request, Problems& problems) {
  for (const auto& [key, value] : request.items()) {
    if (key == "task" || std::ranges::contains(task.keys, std::string_view(key))) continue;
    const auto pointer = Json::json_pointer() / key;
    problems.push_back({pointer.to_string(), "is not a key of the task " + std::string(task.name), shortened(value)});
  }
}

Json answer(std::span<const Task> among, const Json& request, Arrays& arrays, Problems& problems, std::string_view& task_name) {
  if (!request.is_object()) {
    problems.push_back({"", "must be an object", nullptr});
    return {};
  }
  const Task* task = find_task(among, request, problems);
  if (!task) return {};
  task_name = task->name;
  check_keys(*task, request, problems);
  return task->answer(request, arrays, problems);
}

/// The longest request that the task named in it may have: parts of a simulation and files are long; everything else carries a
/// scenario, which is not.
std::size_t longest(std::span<const Task> among, const Json& request) {
  if (!request.is_object()) return longest_scenario;
  const auto task = std::ranges::find_if(among, [&](const Task& each) { return member(request, "task") == each.name; });
  return task == among.end() ? longest_scenario : task->longest;
}

Json respond(std::span<const Task> among, std::string_view text, Arrays& arrays) {
  Problems problems;
  Json report;
  std::string_view task = "";
  auto parsed = parse_json(text, longest_request);
  auto* const json = std::get_if<Json>(&parsed);
  if (json && text.size() > longest(among, *json))
    problems.push_back({"", "is longer than " + std::to_string(longest(among, *json)) + " bytes", text.size()});
  else if (json)
    report = answer(among, *json, arrays, problems, task);
  else
    problems = std::get<Problems>(std::move(parsed));
  Json response = json_object({{"ballast", version()}, {"task", task}, {"problems", Json::array()}});
  for (Problem& problem : problems)
    response["problems"].push_back(
        json_object({{"pointer", problem.pointer}, {"message", problem.message}, {"value", std::move(problem.value)}}));
  if (problems.empty()) response["report"] = std::move(report);
  return response;
}

/// What is wrong with the bytes of a request may quote them: where they are no UTF-8 a replacement character is written.
std::string dumped(const Json& response) {
  return response.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string answer_text(std::span<const Task> among, std::string_view request, Arrays& arrays) {
  try {
    return dumped(respond(among, request, arrays));
  } catch (const std::exception& error) {
    const std::string message = std::string("could not be answered: ") + error.what();
    Json problem = json_object({{"pointer", ""}, {"message", message}, {"value", nullptr}});
    return dumped(json_object({{"ballast", version()}, {"task", ""}, {"problems", Json::array({std::move(problem)})}}));
  }
}

std::string answer_within(std::span<const Task> among, std::string_view request) {
  Arrays arrays(Arrays::Place::in_json);
  return answer_text(among, request, arrays);
}

Response answer_beside(std::span<const Task> among, std::string_view request) {
  Arrays arrays(Arrays::Place::beside);
  std::string json = answer_text(among, request, arrays);
  return {std::move(json), std::move(arrays.beside)};
}

}  // namespace

std::string run(std::string_view request) {
  return answer_within(tasks, request);
}

Response run_with_arrays(std::string_view request) {
  return answer_beside(tasks, request);
}

std::string run_what_if(std::string_view request) {
  return answer_within(what_if_tasks, request);
}

Response run_what_if_with_arrays(std::string_view request) {
  return answer_beside(what_if_tasks, request);
}

}  // namespace ballast
