#include "arguments.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <iostream>
#include <map>
#include <string_view>

#include "scenario/books.h"
#include "scenario/presets.h"
#include "scenario/run.h"

namespace ballast::command {
namespace {

constexpr std::string_view about =
    "What-if calculator for hedging impermanent loss in pools of volatility products.\n"
    "A scenario is a JSON file; `ballast preset february-2018` prints one to start from.";

constexpr std::string_view examples = R"(Examples:
  ballast preset february-2018 > scenario.json    a scenario to start from
  ballast evaluate scenario.json                  what the hedge does, as tables
  ballast surface scenario.json                   profit by spike size and day
  ballast compare scenario.json other.json        hedges side by side
  ballast recalibration scenario.json             left alone, or set anew daily, weekly, on a trigger
  ballast lead scenario.json                      opened before the spike, or after it
  ballast simulate scenario.json                  the same on many random paths
  ballast claims scenario.json                    what is said about such hedges, tested on it
  ballast replay scenario.json --episode 2018-02  what happened, walked by the same hedge
  ballast evaluate --csv scenario.json > days.csv

Exit codes: 0 answered, 1 the scenario has problems (all are listed), 2 wrong usage.)";

/// Adds a task with its help: one sentence and an example.
CLI::App* add_task(CLI::App& app, Arguments& arguments, Arguments::Task task, const std::string& name, const std::string& text,
                   const std::string& example) {
  CLI::App* sub = app.add_subcommand(name, text);
  sub->group("Commands");
  sub->footer("Example:\n  " + example);
  sub->callback([&arguments, task] { arguments.task = task; });
  return sub;
}

void add_file(CLI::App* sub, Arguments& arguments, const std::string& text) {
  sub->add_option("file", arguments.file, text + " (- reads standard input)")->required()->option_text("FILE");
}

void add_forms(CLI::App* sub, Arguments& arguments, const std::string& csv) {
  auto* json =
      sub->add_flag_callback("--json", [&arguments] { arguments.form = Arguments::Form::json; }, "The whole response as JSON");
  sub->add_flag_callback("--csv", [&arguments] { arguments.form = Arguments::Form::csv; }, csv)->excludes(json);
}

void add_grid(CLI::App* sub, Arguments& arguments) {
  sub->add_option("--vix-from", arguments.vix_from, "Lowest level that the spike takes VIX to")->option_text("LEVEL");
  sub->add_option("--vix-to", arguments.vix_to, "Highest level that the spike takes VIX to")->option_text("LEVEL");
  sub->add_option("--points", arguments.points, "Number of levels")->option_text("COUNT");
}

void add_evaluate(CLI::App& app, Arguments& arguments) {
  auto* sub =
      add_task(app, arguments, Arguments::Task::evaluate, "evaluate",
               "What the pool and its hedge do in the scenario, day by day", "ballast evaluate scenario.json --sources");
  add_file(sub, arguments, "Scenario");
  add_forms(sub, arguments, "The ledger by day as CSV");
  add_grid(sub, arguments);
  sub->add_flag("--all-days", arguments.all_days, "Every day in the tables, not only the telling ones");
  sub->add_flag("--all-legs", arguments.all_legs, "Every option ever opened, not only the telling ones");
  sub->add_flag("--sources", arguments.sources, "Where every default that was used comes from");
}

void add_surface(CLI::App& app, Arguments& arguments) {
  auto* sub = add_task(app, arguments, Arguments::Task::surface, "surface", "Profit by how far VIX rises and by day",
                       "ballast surface scenario.json --vix-from 15 --vix-to 60 --points 10");
  add_file(sub, arguments, "Scenario");
  add_forms(sub, arguments, "The surface as CSV, one row for each level and day");
  add_grid(sub, arguments);
  static const std::map<std::string, Arguments::Measure> measures = {
      {"total", Arguments::Measure::total}, {"hedge", Arguments::Measure::hedge}, {"pool", Arguments::Measure::pool}};
  const auto choose = [&arguments](const std::string& name) { arguments.measure = measures.at(name); };
  sub->add_option_function<std::string>("--of", choose, "What the table shows: total, hedge or pool")
      ->check(CLI::IsMember(measures).description(""))
      ->option_text("NAME");
  sub->add_flag("--all-days", arguments.all_days, "Every day in the table, not only the telling ones");
}

void add_json(CLI::App* sub, Arguments& arguments) {
  sub->add_flag_callback("--json", [&arguments] { arguments.form = Arguments::Form::json; }, "The whole response as JSON");
}

void add_comparisons(CLI::App& app, Arguments& arguments) {
  auto* compare = add_task(app, arguments, Arguments::Task::compare, "compare",
                           "Books side by side: the scenario of the first file under the hedge of each",
                           "ballast compare calls.json strip.json --equal-cost");
  compare->add_option("files", arguments.files, "One to four scenarios")
      ->required()
      ->expected(1, most_books)
      ->option_text("FILE...");
  compare->add_flag("--equal-cost", arguments.equal_cost, "Scale every book to the premium that the first pays in a calm year");
  add_json(compare, arguments);
  auto* recalibration = add_task(app, arguments, Arguments::Task::recalibration, "recalibration",
                                 "The hedge left alone, or set anew to its targets daily, weekly or on a trigger",
                                 "ballast recalibration scenario.json");
  add_file(recalibration, arguments, "Scenario");
  add_json(recalibration, arguments);
  auto* lead =
      add_task(app, arguments, Arguments::Task::lead, "lead",
               "What the hedge paid and returned, by how long before the spike it was opened", "ballast lead scenario.json");
  add_file(lead, arguments, "Scenario");
  add_json(lead, arguments);
}

void add_sample(CLI::App* sub, Arguments& arguments) {
  sub->add_option("--paths", arguments.paths, "Number of paths (10000)")->option_text("COUNT");
  sub->add_option("--seed", arguments.seed, "Start of the random draws (1): the same seed gives the same paths")
      ->option_text("NUMBER");
  sub->add_option("--horizon-days", arguments.horizon_days, "Last day of the paths; the scenario's where not given")
      ->option_text("DAYS");
  sub->add_flag("--antithetic", arguments.antithetic, "Paths in pairs with opposite draws");
}

void add_level(CLI::App* sub, Arguments& arguments) {
  sub->add_option("--level", arguments.level, "Level of value at risk and the mean beyond it (0.95)")->option_text("SHARE");
}

void add_threads(CLI::App* sub, Arguments& arguments) {
  sub->add_option("--threads", arguments.threads,
                  "How many threads walk paths; all cores where not given. The answer is the same")
      ->check(CLI::Range(1, 1024).description(""))
      ->option_text("COUNT");
}

/// Takes "3/8" in, or says what is wrong with it.
std::string read_shard(const std::string& text, Arguments& arguments) {
  Shard shard;
  int read = 0;
  if (std::sscanf(text.c_str(), "%d/%d%n", &shard.index, &shard.count, &read) != 2 || read != static_cast<int>(text.size()))
    return "must be like 3/8";
  arguments.shard = shard;
  return "";
}

void add_simulate(CLI::App& app, Arguments& arguments) {
  auto* sub = add_task(app, arguments, Arguments::Task::simulate, "simulate",
                       "The pool and its hedge on many random paths: means, tails, drawdowns, margin calls",
                       "ballast simulate scenario.json --paths 100000 --seed 7");
  add_file(sub, arguments, "Scenario");
  add_json(sub, arguments);
  add_sample(sub, arguments);
  add_level(sub, arguments);
  sub->add_option("--days", arguments.days, "Up to four days to report beside the horizon, such as 5,10")
      ->delimiter(',')
      ->expected(1)
      ->option_text("DAY,...");
  add_threads(sub, arguments);
  sub->add_option("--shard", "One part of the paths alone, such as 3/8: JSON for `ballast merge`")
      ->option_text("I/N")
      ->check([&arguments](const std::string& text) { return read_shard(text, arguments); }, "");
}

void add_merge(CLI::App& app, Arguments& arguments) {
  auto* sub = add_task(app, arguments, Arguments::Task::merge, "merge",
                       "Join the parts that `simulate --shard` wrote: the answer of one run, to the byte",
                       "ballast simulate --shard 1/2 scenario.json > a.json\n"
                       "  ballast simulate --shard 2/2 scenario.json > b.json\n"
                       "  ballast merge a.json b.json");
  sub->add_option("files", arguments.files, "All parts, in any order")->required()->option_text("FILE...");
  add_json(sub, arguments);
}

void add_path(CLI::App& app, Arguments& arguments) {
  auto* sub = add_task(app, arguments, Arguments::Task::path, "path", "One path of a simulation, day by day",
                       "ballast path scenario.json 4711");
  add_file(sub, arguments, "Scenario");
  sub->add_option("number", arguments.path, "Number of the path, as `simulate` lists the worst; give the same --seed")
      ->required()
      ->option_text("PATH");
  add_json(sub, arguments);
  add_sample(sub, arguments);
}

void add_size(CLI::App& app, Arguments& arguments) {
  auto* sub = add_task(app, arguments, Arguments::Task::size, "size",
                       "How much of each layer of the book: least variance, least tail loss, and its frontier against cost",
                       "ballast size scenario.json --premium-budget 2000 --most 3");
  add_file(sub, arguments, "Scenario");
  add_json(sub, arguments);
  add_sample(sub, arguments);
  add_level(sub, arguments);
  const auto limit = [sub](const char* name, std::optional<double>& value, const char* text) {
    sub->add_option(name, value, text)->option_text("USD");
  };
  limit("--premium-budget", arguments.premium_budget, "Premium that all layers may pay up to the horizon");
  limit("--margin-cap", arguments.margin_cap, "Margin that all layers may tie up");
  limit("--yearly-cost-cap", arguments.yearly_cost_cap, "What all layers may cost on average in a year");
  limit("--expected-floor", arguments.expected_floor, "Mean profit of pool and layers at the horizon, at least");
  sub->add_option("--quick-ratio-floor", arguments.quick_ratio_floor, "Quick ratio of the mean position on any day, at least")
      ->option_text("RATIO");
  sub->add_flag("--by-strike", arguments.by_strike, "Each option of a strip by itself, in place of the strip as one");
  sub->add_option("--most", arguments.most, "Greatest size of a layer, as a multiple of the book's (5)")->option_text("FACTOR");
  sub->add_option("--points", arguments.points, "Points of the frontier (11)")->option_text("COUNT");
  sub->add_option("--fresh-seed", arguments.fresh_seed, "Seed of the paths on which the sizes are checked")
      ->option_text("NUMBER");
}

void add_claims(CLI::App& app, Arguments& arguments) {
  auto* sub = add_task(app, arguments, Arguments::Task::claims, "claims",
                       "What is said about such hedges, each statement tested on the scenario and on random paths",
                       "ballast claims scenario.json --paths 20000");
  add_file(sub, arguments, "Scenario");
  add_forms(sub, arguments, "The figures as CSV, one row for each");
  add_sample(sub, arguments);
  add_threads(sub, arguments);
}

/// "etf_flows=flows.csv".
std::string read_series_file(const std::string& text, Arguments& arguments) {
  const auto equals = text.find('=');
  if (equals == std::string::npos) return "must be like etf_flows=FILE";
  arguments.series_files.emplace_back(text.substr(0, equals), text.substr(equals + 1));
  return "";
}

/// Files and dates of a history, each under the key that a request has for it.
void add_history(CLI::App* sub, Arguments& arguments) {
  const auto file = [&](const char* option, const char* key, const char* text) {
    sub->add_option_function<std::string>(
           option, [&arguments, key](const std::string& name) { arguments.history_files.emplace_back(key, name); }, text)
        ->option_text("FILE");
  };
  const auto word = [&](const char* option, const char* key, const char* text, const char* what) {
    sub->add_option_function<std::string>(
           option, [&arguments, key](const std::string& value) { arguments.history_options.emplace_back(key, value); }, text)
        ->option_text(what);
  };
  word("--episode", "episode", "An episode in the box in place of files; `ballast episodes` lists them", "ID");
  file("--vix", "vix", "Daily closes of VIX as CSV");
  file("--spx", "spx", "Daily closes of SPX");
  file("--vvix", "vvix", "Daily closes of VVIX");
  file("--first-future", "first_future", "Settlements of the VIX future that settles next: the token follows it");
  file("--second-future", "second_future", "Settlements of the VIX future one month later");
  file("--token", "token", "Daily prices of the token, in place of futures");
  word("--from", "from", "First day that is replayed", "DATE");
  word("--to", "to", "Last day that is replayed", "DATE");
  word("--first-day", "first_day", "Trading day of the first value, for files without dates", "DATE");
  word("--held", "held", "What a token that follows futures holds: rolled (both) or first", "NAME");
  sub->add_option("--series", "A further file that signals read, such as etf_flows=FILE; may be given again")
      ->expected(1)
      ->option_text("NAME=FILE")
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
      ->check([&arguments](const std::string& text) { return read_series_file(text, arguments); }, "");
  sub->add_option("--calendar", arguments.calendar, "Days of FOMC, CPI, PPI and GDP: iCalendar, or a date and an event a line")
      ->option_text("FILE");
}

void add_replay(CLI::App& app, Arguments& arguments) {
  auto* sub = add_task(app, arguments, Arguments::Task::replay, "replay",
                       "The pool and its hedge along what happened: an episode in the box, or files of daily closes",
                       "ballast replay scenario.json --vix VIX_History.csv --from 2018-01-02 --to 2018-12-31");
  add_file(sub, arguments, "Scenario");
  add_forms(sub, arguments, "The ledger by close as CSV");
  add_history(sub, arguments);
  sub->add_option("--book", arguments.books, "Another scenario whose hedge is replayed beside; up to three times")
      ->expected(1)
      ->option_text("FILE")
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  sub->add_option("--against", arguments.against, "Some of none, vxth, condor; all where it is not given")
      ->delimiter(',')
      ->expected(1)
      ->option_text("NAME,...");
  sub->add_option("--renew-days", arguments.renew_days, "Sell the position after so many days and enter it anew")
      ->option_text("DAYS");
  sub->add_flag("--all-days", arguments.all_days, "Every close in the table, not only some");
  sub->add_flag("--all-rows", arguments.all_rows, "Every row that is doubted, not only the first");
  add_task(app, arguments, Arguments::Task::episodes, "episodes", "List the episodes in the box", "ballast episodes");
}

void add_signals(CLI::App& app, Arguments& arguments) {
  auto* sub = add_task(app, arguments, Arguments::Task::signals, "signals",
                       "The regime score by day, what each signal adds to it, and how each is defined",
                       "ballast signals scenario.json --vix VIX_History.csv --calendar fomc.ics");
  add_file(sub, arguments, "Scenario");
  add_history(sub, arguments);
  add_forms(sub, arguments, "Every day as CSV: values, z-scores and what they add");
  sub->add_flag("--all-rows", arguments.all_rows, "Every row that is doubted, not only the first");
  auto* adaptive = add_task(app, arguments, Arguments::Task::adaptive, "adaptive",
                            "Whether it paid to adapt: the same book fixed and adaptive, in sample and out of it, and luck",
                            "ballast adaptive scenario.json --vix VIX_History.csv --from 2015-01-02 --draws 20");
  add_file(adaptive, arguments, "Scenario");
  add_history(adaptive, arguments);
  add_json(adaptive, arguments);
  adaptive->add_option("--in-sample", arguments.in_sample, "Share of the closes that come first (0.5)")->option_text("SHARE");
  adaptive->add_option("--draws", arguments.draws, "Sets of random weights (40)")->option_text("COUNT");
  adaptive->add_option("--seed", arguments.seed, "Start of the random draws (1)")->option_text("NUMBER");
  adaptive->add_flag("--all-rows", arguments.all_rows, "Every row that is doubted, not only the first");
}

std::string preset_ids() {
  std::string ids;
  for (const Preset& preset : presets()) ids += (ids.empty() ? "" : ", ") + std::string(preset.id);
  return ids;
}

void add_texts(CLI::App& app, Arguments& arguments) {
  add_file(add_task(app, arguments, Arguments::Task::scenario, "scenario", "The scenario with every default written out",
                    "ballast scenario scenario.json > complete.json"),
           arguments, "Scenario");
  add_task(app, arguments, Arguments::Task::preset, "preset", "Print a scenario in the box",
           "ballast preset february-2018 | ballast evaluate -")
      ->add_option("id", arguments.name, "One of " + preset_ids())
      ->required()
      ->option_text("ID");
  add_task(app, arguments, Arguments::Task::presets, "presets", "List the scenarios in the box", "ballast presets");
  add_file(add_task(app, arguments, Arguments::Task::run, "run",
                    "Answer a raw request, the way the library and the page do: JSON in, JSON out",
                    "echo '{\"task\": \"evaluate\", \"scenario\": {}}' | ballast run -"),
           arguments, "Request");
  add_task(app, arguments, Arguments::Task::schema, "schema", "Print a JSON Schema", "ballast schema > scenario.schema.json")
      ->add_option("name", arguments.name, "scenario (a scenario file, the default), request or response (of run)")
      ->check(CLI::IsMember({"scenario", "request", "response"}).description(""))
      ->option_text("NAME");
}

/// Says what is wrong in the command's own words where the library's would mislead.
ExitCode refuse(const CLI::App& app, const CLI::ParseError& error, int argc, char** argv) {
  std::string message = error.what();
  if (app.get_subcommands().empty())
    message = argc < 2 || *argv[1] == '-' ? "a command is needed" : std::string("there is no command ") + argv[1];
  std::cerr << "ballast: " << message << "\nballast --help says more.\n";
  return wrong_usage;
}

}  // namespace

std::variant<Arguments, ExitCode> read_arguments(int argc, char** argv) {
  Arguments arguments;
  CLI::App app{std::string(about), "ballast"};
  app.footer(std::string(examples));
  app.set_version_flag("--version", "ballast " + std::string(version()), "Print the version");
  app.set_help_flag("--help,-h", "Print this help; after a command, its own");
  app.get_formatter()->label("SUBCOMMAND", "COMMAND");
  app.require_subcommand(1);
  add_evaluate(app, arguments);
  add_surface(app, arguments);
  add_comparisons(app, arguments);
  add_simulate(app, arguments);
  add_merge(app, arguments);
  add_path(app, arguments);
  add_size(app, arguments);
  add_claims(app, arguments);
  add_replay(app, arguments);
  add_signals(app, arguments);
  add_texts(app, arguments);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() != 0) return refuse(app, error, argc, argv);
    app.exit(error);
    return answered;
  }
  return arguments;
}

}  // namespace ballast::command
