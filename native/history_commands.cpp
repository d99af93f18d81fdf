#include "history_commands.h"

#include <algorithm>
#include <chrono>
#include <iostream>

#include "input.h"
#include "output.h"
#include "replay_text.h"
#include "scenario/adaptation_report.h"
#include "scenario/replay_report.h"
#include "scenario/run.h"
#include "scenario/signal_report.h"
#include "scenario_file.h"
#include "signals_text.h"

namespace ballast::command {
namespace {

/// Where it is now.
Date today() {
  const auto days = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  return {static_cast<int>(days.time_since_epoch().count())};
}

bool asks_for_history(const Arguments& arguments) {
  return !arguments.history_files.empty() || !arguments.history_options.empty() || !arguments.series_files.empty() || arguments.calendar;
}

/// What the command line says of the history, without the files.
std::variant<HistoryRequest, ExitCode> history_options(const Arguments& arguments, const std::string& command) {
  Json options = {{"today", iso(today())}};
  if (!arguments.history_files.empty()) options["files"] = Json::object();
  for (const auto& [key, value] : arguments.history_options) options[key] = value;
  if (options.contains("files") == options.contains("episode"))
    return refuse(command + " needs either --episode ID (`ballast episodes` lists them) or --vix FILE");
  Problems problems;
  auto request = read_history_request(options, "", problems);
  if (problems.empty()) return request;
  return refuse_options(problems, "/");
}

/// A file of the command line, where a request has its text, and where its text is to stand.
struct NamedFile {
  std::string file, pointer;
  std::optional<std::string>* text;
};

/// Where the text of a series belongs; null where there is no such series.
std::optional<std::string>* place_of_series(const std::string& key, HistoryRequest& request) {
  for (std::size_t i = path_series; i < signal_series; ++i)
    if (name(static_cast<SignalSeries>(i)) == key) return &request.series[i];
  return nullptr;
}

std::string known_series() {
  std::string list;
  for (std::size_t i = path_series; i < signal_series; ++i)
    list += (list.empty() ? "" : ", ") + std::string(name(static_cast<SignalSeries>(i)));
  return list;
}

std::variant<std::vector<NamedFile>, ExitCode> named_files(const Arguments& arguments, HistoryRequest& request) {
  std::vector<NamedFile> files;
  for (const auto& [key, file] : arguments.history_files) {
    const auto place = std::ranges::find(history_files, key) - history_files.begin();
    files.push_back({file, "/files/" + key, &request.files[static_cast<std::size_t>(place)]});
  }
  for (const auto& [key, file] : arguments.series_files) {
    std::optional<std::string>* const place = place_of_series(key, request);
    if (!place) return refuse("--series " + key + " is not known; known are " + known_series());
    files.push_back({file, "/series/" + key, place});
  }
  if (arguments.calendar) files.push_back({*arguments.calendar, "/calendar", &request.calendar});
  return files;
}

/// Where the command line has what a problem points to: a file by its own name, else an option.
std::string place_in_words(const std::string& pointer, const std::vector<NamedFile>& files) {
  const auto found = std::ranges::find(files, pointer, &NamedFile::pointer);
  if (found != files.end()) return found->file + ": ";
  if (pointer.empty() || pointer == "/files") return "";
  return (pointer == "/files/vix" ? "--vix" : "--" + pointer.substr(1)) + " ";
}

ExitCode refuse_history(const Problems& problems, const std::vector<NamedFile>& files) {
  std::cerr << "ballast: the history cannot be used:\n";
  for (const Problem& problem : problems) {
    const std::string value = problem.value.is_string() ? problem.value.get<std::string>() : "";
    std::cerr << "  " << place_in_words(problem.pointer, files) << problem.message << (value.empty() ? "" : " (" + value + ")") << '\n';
  }
  return problems_found;
}

/// The history of the command line. What is wrong with a file is said under the file's own name.
std::variant<GivenHistory, ExitCode> given_history(const Arguments& arguments, const std::string& command) {
  auto options = history_options(arguments, command);
  if (const auto* code = std::get_if<ExitCode>(&options)) return *code;
  HistoryRequest& request = std::get<HistoryRequest>(options);
  const auto named = named_files(arguments, request);
  if (const auto* code = std::get_if<ExitCode>(&named)) return *code;
  const auto& files = std::get<std::vector<NamedFile>>(named);
  for (const NamedFile& each : files) {
    auto text = read_text(each.file);
    if (const auto* failure = std::get_if<Unreadable>(&text)) return refuse("cannot read " + each.file + ": " + failure->reason);
    *each.text = std::get<std::string>(std::move(text));
  }
  Problems problems;
  GivenHistory given = history_of(request, "", problems);
  if (problems.empty()) return given;
  return refuse_history(problems, files);
}

/// The request of the command line, as JSON, without its history.
std::variant<Json, ExitCode> replay_request(const Arguments& arguments) {
  Json request = {{"task", "replay"}};
  Json books = Json::array();
  std::vector<std::string> names = {arguments.file};
  names.insert(names.end(), arguments.books.begin(), arguments.books.end());
  for (const std::string& name : names) {
    auto file = read_scenario_file(name);
    if (const auto* code = std::get_if<ExitCode>(&file)) return *code;
    const auto& [json, read] = std::get<ScenarioFile>(file);
    if (books.empty()) request["scenario"] = json;
    books.push_back({{"name", read.value.name.empty() ? name : read.value.name}, {"book", json.value("book", Json::array())}});
  }
  request["books"] = std::move(books);
  if (arguments.against) request["against"] = *arguments.against;
  if (arguments.renew_days) request["renew_days"] = *arguments.renew_days;
  return request;
}

Json adaptation_json(const Arguments& arguments) {
  Json adaptation = Json::object();
  if (arguments.in_sample) adaptation["in_sample"] = *arguments.in_sample;
  if (arguments.draws) adaptation["draws"] = *arguments.draws;
  if (arguments.seed) adaptation["seed"] = *arguments.seed;
  return adaptation;
}

ExitCode print_signals(const Json& report, const Arguments& arguments) {
  if (arguments.form == Arguments::Form::csv) return print(signals_csv(report));
  if (arguments.form == Arguments::Form::text) return print(signals_text(report, arguments, style()));
  return print_json("signals", report);
}

}  // namespace

ExitCode replay(const Arguments& arguments) {
  auto given = given_history(arguments, "replay");
  if (const auto* code = std::get_if<ExitCode>(&given)) return *code;
  const auto request = replay_request(arguments);
  if (const auto* code = std::get_if<ExitCode>(&request)) return *code;
  Problems problems;
  const auto asked = read_replay_request(std::get<Json>(request), std::get<GivenHistory>(std::move(given)), problems);
  if (!problems.empty()) return refuse_answer(problems);
  Arrays arrays(Arrays::Place::in_json);
  const Json result = report(asked, ballast::replay(asked), arrays);
  if (arguments.form == Arguments::Form::csv) return print(replay_csv(result));
  return arguments.form == Arguments::Form::text ? print(replay_text(result, arguments, style())) : print_json("replay", result);
}

ExitCode signals(const Arguments& arguments) {
  const auto file = read_scenario_file(arguments.file);
  if (const auto* code = std::get_if<ExitCode>(&file)) return *code;
  const auto& [json, read] = std::get<ScenarioFile>(file);
  if (!asks_for_history(arguments))
    return print_signals(Json::parse(run(Json({{"task", "signals"}, {"scenario", json}}).dump()))["report"], arguments);
  const auto given = given_history(arguments, "signals");
  if (const auto* code = std::get_if<ExitCode>(&given)) return *code;
  Problems problems;
  const Json result = report(read.value, std::get<GivenHistory>(given), problems);
  return problems.empty() ? print_signals(result, arguments) : refuse_answer(problems);
}

ExitCode adaptive(const Arguments& arguments) {
  auto given = given_history(arguments, "adaptive");
  if (const auto* code = std::get_if<ExitCode>(&given)) return *code;
  const auto file = read_scenario_file(arguments.file);
  if (const auto* code = std::get_if<ExitCode>(&file)) return *code;
  const Json request = {{"scenario", std::get<ScenarioFile>(file).json}, {"adaptation", adaptation_json(arguments)}};
  Problems problems;
  const auto asked = read_adaptation_request(request, std::get<GivenHistory>(std::move(given)), problems);
  if (!problems.empty()) return refuse_answer(problems);
  const Json result = report(asked, test_adaptation(position(asked.scenario, asked.given), asked.given.history, asked.adaptation));
  return arguments.form == Arguments::Form::text ? print(adaptation_text(result, arguments, style())) : print_json("adaptive", result);
}

ExitCode list_episodes() {
  return print(episodes_text(episodes_json()));
}

}  // namespace ballast::command
