#pragma once
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "ledger/simulation.h"

namespace ballast::command {

/// What the command line asks for.
struct Arguments {
  enum class Task {
    evaluate,
    surface,
    compare,
    recalibration,
    lead,
    simulate,
    merge,
    path,
    size,
    claims,
    signals,
    adaptive,
    replay,
    episodes,
    scenario,
    preset,
    presets,
    run,
    schema
  };
  enum class Form { text, json, csv };
  enum class Measure { total, hedge, pool };

  Task task = Task::evaluate;
  Form form = Form::text;
  std::string file;                ///< "-" is standard input
  std::vector<std::string> files;  ///< of books to be compared, the scenario's own first; of parts to be merged
  bool equal_cost = false;
  std::string name;  ///< of the preset or the schema
  Measure measure = Measure::total;
  bool all_days = false;
  bool all_legs = false;
  bool sources = false;
  std::optional<double> vix_from, vix_to;  ///< levels of the spike; the core's defaults where not given
  std::optional<int> points;
  std::optional<int> paths, seed, horizon_days, threads;
  std::optional<double> level;
  bool antithetic = false;
  std::vector<int> days;  ///< chosen beside the horizon
  std::optional<Shard> shard;
  std::uint64_t path = 0;  ///< number of a path
  std::optional<double> premium_budget, margin_cap, yearly_cost_cap, expected_floor, quick_ratio_floor;
  bool by_strike = false;
  std::optional<double> most;  ///< size of any layer, as a multiple of the book's
  std::optional<int> fresh_seed;
  std::vector<std::pair<std::string, std::string>> history_files;    ///< name in a request, file
  std::vector<std::pair<std::string, std::string>> history_options;  ///< other keys of a history, and what is asked for
  std::vector<std::string> books;                                    ///< files of further books
  std::optional<std::vector<std::string>> against;
  std::optional<int> renew_days;
  bool all_rows = false;
  std::vector<std::pair<std::string, std::string>> series_files;  ///< for signals: name of the series, file
  std::optional<std::string> calendar;                            ///< file
  std::optional<double> in_sample;
  std::optional<int> draws;
};

/// Exit codes of the command.
enum ExitCode { answered = 0, problems_found = 1, wrong_usage = 2 };

/// The arguments; or, where there is nothing left to do (help, version, wrong usage), what has been printed ends with this
/// code.
std::variant<Arguments, ExitCode> read_arguments(int argc, char** argv);

}  // namespace ballast::command
