#include "scenario/simulation_parts.h"

#include <algorithm>
#include <cmath>

#include "scenario/packed_numbers.h"

namespace ballast {
namespace {

Json to_json(std::span<const Level> levels) {
  std::vector<double> values;
  std::vector<std::uint32_t> counts;
  for (const Level& level : levels) {
    values.push_back(level.value);
    counts.push_back(static_cast<std::uint32_t>(level.count));
  }
  return json_object({{"value", packed<double>(values)}, {"count", packed<std::uint32_t>(counts)}});
}

Json to_json(const Moments& moments) {
  return {moments.count, moments.mean, moments.squares, moments.cubes, moments.fourths};
}

Json to_json(const Distribution::Parts& parts) {
  Json json = json_object({{"levels", to_json(parts.levels)}, {"moments", Json::array()}, {"worst", Json::array()}});
  for (const auto& node : parts.moments)
    json["moments"].push_back(json_object({{"first", node.first},
                                           {"level", node.level},
                                           {"paths", to_json(node.value.paths)},
                                           {"draws", to_json(node.value.draws)}}));
  for (const PathValue& each : parts.worst) json["worst"].push_back({each.value, each.path});
  return json;
}

Json to_json(const Bands& bands) {
  Json json = Json::array();
  for (std::size_t day = 0; day < bands.days(); ++day) json.push_back(to_json(bands.levels(day)));
  return json;
}

}  // namespace

Json part_json(const Json& scenario, const Json& simulation, const Simulation& read, const SimulationResult& result) {
  Json asked = simulation;
  asked.erase("shard");
  Json distributions = Json::array();
  for (const Distribution* each : result.distributions()) distributions.push_back(to_json(each->parts()));
  return json_object({{"shard", json_object({{"index", read.shard.index}, {"count", read.shard.count}})},
                      {"scenario", scenario},
                      {"simulation", asked},
                      {"distributions", distributions},
                      {"bands", json_object({{"pool", to_json(result.pool_bands)}, {"total", to_json(result.total_bands)}})}});
}

namespace {

const Json nothing;

/// A place in what is said to be a part, which notes the first thing that is not as part_json writes it. What is read after
/// that is not to be used.
class Place {
 public:
  Place(const Json& json, std::string pointer, Problems& problems)
      : json_(json), pointer_(std::move(pointer)), problems_(problems) {}

  Place at(std::string_view key) const {
    const bool found = json_.is_object() && json_.contains(key);
    return {require(found) ? json_[std::string(key)] : nothing, pointer_ + "/" + std::string(key), problems_};
  }
  Place at(std::size_t index) const {
    const bool found = json_.is_array() && index < json_.size();
    return {require(found) ? json_[index] : nothing, pointer_ + "/" + std::to_string(index), problems_};
  }

  std::size_t size() const { return require(json_.is_array()) ? json_.size() : 0; }

  double number() const {
    const double value = json_.is_number() ? json_.get<double>() : NAN;
    return require(std::isfinite(value)) ? value + 0.0 : 0;  // zero has one sign
  }
  std::uint64_t whole(std::uint64_t least, std::uint64_t most) const {
    const auto value = json_.is_number_unsigned() ? json_.get<std::uint64_t>() : 0;
    return require(json_.is_number_unsigned() && value >= least && value <= most) ? value : least;
  }

  template <class Number>
  std::vector<Number> packed_numbers() const {
    const auto* text = json_.get_ptr<const std::string*>();
    auto numbers = text ? unpacked<Number>(*text) : std::nullopt;
    return require(numbers.has_value()) ? std::move(*numbers) : std::vector<Number>();
  }

  bool require(bool holds) const {
    if (!holds && problems_.empty()) problems_.push_back({pointer_, "is not what a part of this simulation has here", nullptr});
    return holds;
  }
  bool is_sound() const { return problems_.empty(); }

 private:
  const Json& json_;
  std::string pointer_;
  Problems& problems_;
};

std::vector<Level> levels_of(const Place& place, std::uint64_t paths) {
  const Place value = place.at("value"), count = place.at("count");
  const auto values = value.packed_numbers<double>();
  const auto counts = count.packed_numbers<std::uint32_t>();
  if (!count.require(counts.size() == values.size())) return {};
  std::vector<Level> result;
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    value.require(std::isfinite(values[i]) && (i == 0 || result[i - 1].value < values[i]));
    count.require(counts[i] >= 1 && counts[i] <= paths);
    result.push_back({values[i] + 0.0, counts[i]});  // zero has one sign
    sum += counts[i];
  }
  count.require(sum == paths);
  return result;
}

Moments moments_at(const Place& place) {
  place.require(place.size() == 5);
  return {.count = place.at(0).number(),
          .mean = place.at(1).number(),
          .squares = place.at(2).number(),
          .cubes = place.at(3).number(),
          .fourths = place.at(4).number()};
}

struct Nothing {};
Nothing join(Nothing, Nothing) {
  return {};
}

/// Stretches of blocks that the moments of a shard come in.
Pairwise<Nothing> stretches(BlockRange blocks) {
  Pairwise<Nothing> result;
  for (std::uint64_t block = blocks.first; block < blocks.last; ++block) result.add({block, 0, {}});
  return result;
}

/// What the parts of a shard must be like.
struct Expected {
  PathRange paths;
  Pairwise<Nothing> stretches;
};

std::vector<Pairwise<BlockMoments>::Node> moments_of(const Place& place, const Expected& expected) {
  const auto& nodes = expected.stretches.nodes();
  if (!place.require(place.size() == nodes.size())) return {};
  std::vector<Pairwise<BlockMoments>::Node> result;
  for (const auto& [first, node] : nodes) {
    const Place given = place.at(result.size());
    given.at("first").whole(first, first);
    const auto level = static_cast<std::uint64_t>(node.level);
    given.at("level").whole(level, level);
    result.push_back({first, node.level, {moments_at(given.at("paths")), moments_at(given.at("draws"))}});
  }
  return result;
}

std::vector<PathValue> worst_of(const Place& place, PathRange paths) {
  if (!place.require(place.size() == std::min<std::size_t>(worst_paths, paths.count))) return {};
  std::vector<PathValue> result;
  for (std::size_t i = 0; i < place.size(); ++i) {
    const Place each = place.at(i);
    each.require(each.size() == 2);
    result.push_back({each.at(0).number(), each.at(1).whole(paths.first, paths.first + paths.count - 1)});
    each.require(i == 0 || result[i - 1] < result[i]);
  }
  return result;
}

Distribution::Parts parts_of(const Place& place, const Expected& expected) {
  return {.levels = levels_of(place.at("levels"), expected.paths.count),
          .moments = moments_of(place.at("moments"), expected),
          .worst = worst_of(place.at("worst"), expected.paths)};
}

void merge_bands(const Place& place, std::uint64_t paths, Bands& bands) {
  if (!place.require(place.size() == bands.days())) return;
  for (std::size_t day = 0; day < bands.days(); ++day) {
    const auto levels = levels_of(place.at(day), paths);
    if (place.is_sound()) bands.merge(day, levels);
  }
}

void merge_part(const Place& part, const Simulation& simulation, SimulationResult& result) {
  const BlockRange blocks = blocks_of(simulation);
  const Expected expected{paths_of(simulation, blocks), stretches(blocks)};
  const Place given = part.at("distributions");
  const auto distributions = result.distributions();
  if (!given.require(given.size() == distributions.size())) return;
  for (std::size_t i = 0; i < distributions.size(); ++i) {
    const auto parts = parts_of(given.at(i), expected);
    if (given.is_sound()) distributions[i]->merge(parts);
  }
  merge_bands(part.at("bands").at("pool"), expected.paths.count, result.pool_bands);
  merge_bands(part.at("bands").at("total"), expected.paths.count, result.total_bands);
}

constexpr std::uint64_t most_shards = 1000;

/// Which part each of them is, or a problem: every shard must be there once, and all must answer the same request.
std::vector<int> shards_of(std::span<const Json> parts, Problems& problems) {
  std::vector<int> index;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Place part(parts[i], "/parts/" + std::to_string(i), problems);
    part.at("shard").at("count").whole(1, most_shards);
    index.push_back(static_cast<int>(part.at("shard").at("index").whole(1, most_shards)));
    part.at("scenario"), part.at("simulation");
    if (!problems.empty()) break;
    for (const char* key : {"scenario", "simulation"}) {
      if (parts[i][key] != parts[0][key])
        problems.push_back({"/parts/" + std::to_string(i) + "/" + key, "must be that of the other parts", nullptr});
    }
    if (parts[i]["shard"]["count"] != parts[0]["shard"]["count"])
      problems.push_back(
          {"/parts/" + std::to_string(i) + "/shard/count", "must be that of the other parts", parts[i]["shard"]["count"]});
  }
  return index;
}

void check_complete(std::span<const int> index, int count, Problems& problems) {
  for (int each = 1; each <= count; ++each) {
    const auto times = std::ranges::count(index, each);
    const std::string name = std::to_string(each) + "/" + std::to_string(count);
    if (times == 0) problems.push_back({"/parts", "must have shard " + name + ", too", nullptr});
    if (times > 1) problems.push_back({"/parts", "must have shard " + name + " once only", nullptr});
  }
  for (std::size_t i = 0; i < index.size(); ++i)
    if (index[i] > count)
      problems.push_back({"/parts/" + std::to_string(i) + "/shard/index", "must be at most count", index[i]});
}

Json merged(std::span<const Json> parts, Arrays& arrays, Problems& problems) {
  const auto index = shards_of(parts, problems);
  if (!problems.empty()) return {};
  const int count = parts[0]["shard"]["count"].get<int>();
  check_complete(index, count, problems);
  SimulationRequest request = read_simulation_request(parts[0], "/parts/0", problems);
  if (!problems.empty()) return {};
  SimulationResult result(request.simulation, request.scenario.book.size());
  for (std::size_t i = 0; i < parts.size(); ++i) {
    request.simulation.shard = {index[i], count};
    merge_part(Place(parts[i], "/parts/" + std::to_string(i), problems), request.simulation, result);
  }
  return problems.empty() ? report(request, result, arrays) : Json();
}

}  // namespace

Json merged_report(std::span<const Json> parts, Arrays& arrays, Problems& problems) {
  if (parts.empty()) {
    problems.push_back({"/parts", "must have the parts of a simulation", nullptr});
    return {};
  }
  return merged(parts, arrays, problems);
}

}  // namespace ballast
