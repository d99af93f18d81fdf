#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace ballast {

/// The version of the project, "0.1.0".
std::string_view version();

/// The whole border: a request in, a response out, both JSON (UTF-8).
///
///     {"task": "evaluate", "scenario": {...}, "grid": {...}}     one path by day, with the curve over spike sizes
///     {"task": "surface", "scenario": {...}, "grid": {...}}      profit by spike size and day
///     {"task": "compare", "scenario": {...}, "grid": {...},      up to four books side by side, at equal cost where asked
///      "books": [{"name", "book"}], "equal_cost": false}
///     {"task": "recalibration", "scenario": {...}}               the hedge left alone, set anew daily, weekly or on a trigger
///     {"task": "lead", "scenario": {...}}                        the hedge opened from 10 days after the spike to 60 before it
///     {"task": "simulate", "scenario": {...}, "simulation": {...}}
///                                                                profits over many random paths; with a `shard` in the
///                                                                simulation a part of that
///     {"task": "merge", "parts": [...]}                          the same from the reports of all shards, to the byte
///     {"task": "path", "scenario": {...}, "simulation": {...},   one of those paths by day
///      "path": 0}
///     {"task": "size", "scenario": {...}, "simulation": {...},   how much of each layer: least variance, least CVaR, frontier
///      "sizing": {...}}
///     {"task": "claims", "scenario": {...}, "simulation": {...}} what is said about such hedges, each statement judged by
///     figures
///     {"task": "replay", "scenario": {...}, "history": {...},    up to four books, and what a person would otherwise do, along
///      "books": [...], "against": [...], "renew_days": 365}      what happened: an episode in the box, or the texts of files
///     {"task": "episodes"}                                       the episodes in the box
///     {"task": "scenario", "scenario": {...}}                    the scenario with every default written out
///     {"task": "presets"}                                        the scenarios in the box
///     {"task": "schema"}                                         JSON Schemas of request and response
///     {"task": "request_schema"}                                 that of the request alone, which a form is made of
///
/// The response is {"ballast": version, "task": ..., "problems": [...]} with `report` where there are no problems. A problem is
/// {"pointer", "message", "value"}; all that are found come at once. Never throws, whatever the bytes.
std::string run(std::string_view request);

/// The same response with its arrays of numbers beside the JSON, which says {"at": offset, "count": length} in their place: for
/// a page that asks while a slider moves, where writing and reading the digits would take longer than the answer.
struct Response {
  std::string json;
  std::vector<double> numbers;
};
Response run_with_arrays(std::string_view request);

/// Both for the tasks evaluate, scenario, presets and request_schema alone; any other is a problem. A program that links nothing else of
/// this header is half as long: what the first screen of a page loads.
std::string run_what_if(std::string_view request);
Response run_what_if_with_arrays(std::string_view request);

}  // namespace ballast
