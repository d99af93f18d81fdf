#pragma once
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace ballast::command {

/// What the command line asks for.
struct Arguments {
  enum class Task { evaluate, surface, compare, recalibration, lead, scenario, preset, presets, run, schema };
  enum class Form { text, json, csv };
  enum class Measure { total, hedge, pool };

  Task task = Task::evaluate;
  Form form = Form::text;
  std::string file;           ///< "-" is standard input
  std::vector<std::string> files;  ///< of books to be compared, the scenario's own first
  bool equal_cost = false;
  std::string name;           ///< of the preset or the schema
  Measure measure = Measure::total;
  bool all_days = false;
  bool all_legs = false;
  bool sources = false;
  std::optional<double> vix_from, vix_to;  ///< levels of the spike; the core's defaults where not given
  std::optional<int> points;
};

/// Exit codes of the command.
enum ExitCode { answered = 0, problems_found = 1, wrong_usage = 2 };

/// The arguments; or, where there is nothing left to do (help, version, wrong usage), what has been printed ends with this code.
std::variant<Arguments, ExitCode> read_arguments(int argc, char** argv);

}  // namespace ballast::command
