#include "scenario/claims_report.h"

#include <algorithm>
#include <cmath>

#include "scenario/comparison.h"
#include "scenario/words.h"

namespace ballast {

using claims::Claim;
using claims::Verdict;

SimulationRequest read_claims_request(const Json& request, Problems& problems) {
  SimulationRequest result = read_simulation_request(request, "", problems);
  if (!problems.empty()) return result;
  const int paths = result.simulation.paths.paths;
  if (paths < 1 || paths > claims::most_claim_paths)
    problems.push_back({"/simulation/paths", "must be at least 1 and at most 100000 to test claims", paths});
  if (result.is_part) problems.push_back({"/simulation/shard", "cannot be given: claims are tested on all paths", nullptr});
  return result;
}

namespace {

/// Absurd parameters make figures that no double holds: such a one is left out.
void put(Json& json, const char* key, const std::optional<double>& value) {
  if (value && std::isfinite(*value)) json[key] = *value;
}

Json to_json(const claims::Figure& figure) {
  Json json = json_object({{"name", figure.name}, {"unit", figure.unit}});
  put(json, "value", figure.estimate.value);
  put(json, "standard_error", figure.estimate.error);
  return json;
}

Json to_json(const claims::DecidingPath& path) {
  Json json = json_object({{"path", path.path}, {"day", path.day}});
  put(json, "value", path.value);
  return json;
}

Json to_json(const Claim& claim) {
  Json json = json_object({{"id", claim.id},
                           {"statement", claim.statement},
                           {"verdict", in_words(claim.verdict)},
                           {"threshold", claim.threshold},
                           {"figures", Json::array()},
                           {"paths", Json::array()},
                           {"source", json_object({{"label", label(claim.source.provenance)}, {"text", claim.source.text}})}});
  if (!claim.reason.empty()) json["reason"] = claim.reason;
  if (const auto& by = claim.judged_by)
    json["judged_by"] =
        json_object({{"comparison", by->at_least ? "at_least" : "at_most"}, {"holds", by->holds}, {"in_part", by->in_part}});
  if (!claim.measure.empty()) json["measure"] = json_object({{"name", claim.measure}, {"unit", claim.measure_unit}});
  for (const auto& figure : claim.figures) json["figures"].push_back(to_json(figure));
  for (const auto& path : claim.paths) json["paths"].push_back(to_json(path));
  return json;
}

std::size_t count(const std::vector<Claim>& all, Verdict verdict) {
  return static_cast<std::size_t>(std::ranges::count(all, verdict, &Claim::verdict));
}

/// "2 hold", "1 holds".
std::string verb(std::size_t number, std::string_view one, std::string_view many) {
  return std::to_string(number) + " " + std::string(number == 1 ? one : many);
}

std::string summary(const std::vector<Claim>& all, int paths) {
  return "Of " + std::to_string(all.size()) + " statements about such hedges " +
         verb(count(all, Verdict::holds), "holds", "hold") + " in this scenario, " +
         verb(count(all, Verdict::holds_in_part), "holds", "hold") + " in part, " +
         verb(count(all, Verdict::fails), "fails", "fail") + " and " + verb(count(all, Verdict::does_not_apply), "does", "do") +
         " not apply. Tested on its own path and on " + words::count(paths) + (paths == 1 ? " random path." : " random paths.");
}

}  // namespace

Json report(const SimulationRequest& request, const Evaluation& own, const claims::PathFacts& facts) {
  const Scenario& scenario = request.scenario;
  const Position held = position(scenario);
  const WhatIf& path = std::get<WhatIf>(scenario.path.kind);
  std::optional<TimeShift> shift;
  if (!no_room_for_leads(scenario)) shift = time_shift(held, path);
  const auto all = claims::judge(held, path, own, std::move(shift), facts);
  const Simulated& paths = request.simulation.paths;
  Json json = json_object({{"summary", summary(all, paths.paths)},
                           {"paths", paths.paths},
                           {"seed", paths.seed},
                           {"horizon_days", paths.horizon_days},
                           {"paths_per_draw", paths_per_draw(paths.draws)},
                           {"claims", Json::array()}});
  for (const Claim& claim : all) json["claims"].push_back(to_json(claim));
  json["defaults"] = to_json(request.defaults);
  return json;
}

}  // namespace ballast
