#include "scenario/simulation_request.h"

namespace ballast {
namespace {

const Json empty_object = Json::object();

const Json& member(const Json& request, std::string_view key) {
  const auto found = request.find(key);
  return found == request.end() ? empty_object : *found;
}

template <class Struct>
Struct take(Read<Struct> read, const std::string& pointer, std::vector<DefaultUsed>& defaults, Problems& problems) {
  for (DefaultUsed& each : read.defaults) {
    each.pointer = each.pointer.substr(pointer.size());
    defaults.push_back(std::move(each));
  }
  problems.insert(problems.end(), read.problems.begin(), read.problems.end());
  return std::move(read.value);
}

}  // namespace

SimulationRequest read_simulation_request(const Json& request, const std::string& pointer, Problems& problems) {
  SimulationRequest result;
  result.scenario = take(read_scenario(member(request, "scenario"), pointer + "/scenario"), pointer, result.defaults, problems);
  const Json& simulation = member(request, "simulation");
  const int horizon = std::get<WhatIf>(result.scenario.path.kind).horizon_days;
  result.simulation = take(read_simulation(simulation, pointer + "/simulation", horizon), pointer, result.defaults, problems);
  result.is_part = simulation.is_object() && simulation.contains("shard");
  if (problems.empty() && result.simulation.paths.horizon_days > longest_horizon(result.scenario.token))
    problems.push_back({pointer + "/simulation/horizon_days", "must not go beyond the expiry of the token's future",
                        result.simulation.paths.horizon_days});
  return result;
}

}  // namespace ballast
