#include "scenario/sizing_report.h"

#include <algorithm>
#include <cmath>

#include "scenario/words.h"

namespace ballast {

using sizing::LimitKind;

namespace {

void check_paths(const Simulation& simulation, bool is_part, Problems& problems) {
  if (simulation.paths.paths < 1 || simulation.paths.paths > sizing::most_sizing_paths)
    problems.push_back({"/simulation/paths", "must be at least 1 and at most 20000 to find sizes", simulation.paths.paths});
  if (is_part) problems.push_back({"/simulation/shard", "cannot be given: sizes are found from all paths", nullptr});
}

void check_rules(const SizingRequest& request, Problems& problems) {
  const auto& rules = request.rules;
  if (!rules.layers.empty() && rules.layers.size() != request.simulated.scenario.book.size())
    problems.push_back({"/sizing/layers", "must be as many as the layers of the book, or none", rules.layers.size()});
  if (rules.fresh_seed == request.simulated.simulation.paths.seed)
    problems.push_back({"/sizing/fresh_seed", "must not be the seed of the simulation", rules.fresh_seed});
  const auto found = sizing::instruments(position(request.simulated.scenario), rules.strips).each.size();
  if (found > sizing::most_instruments)
    problems.push_back(
        {"/sizing/strips", "would make " + std::to_string(found) + " things to be sized, and 100 is the most", "by_strike"});
}

}  // namespace

SizingRequest read_sizing_request(const Json& request, Problems& problems) {
  SizingRequest result{read_simulation_request(request, "", problems), {}};
  const auto found = request.find("sizing");
  auto read = read_sizing(found == request.end() ? Json::object() : *found, "/sizing");
  result.simulated.defaults.insert(result.simulated.defaults.end(), read.defaults.begin(), read.defaults.end());
  problems.insert(problems.end(), read.problems.begin(), read.problems.end());
  result.rules = std::move(read.value);
  if (!problems.empty()) return result;
  check_paths(result.simulated.simulation, result.simulated.is_part, problems);
  check_rules(result, problems);
  return result;
}

namespace {

std::string_view key(LimitKind kind) {
  switch (kind) {
    case LimitKind::lower_bound:
      return "lower_bound";
    case LimitKind::upper_bound:
      return "upper_bound";
    case LimitKind::premium_budget:
      return "premium_budget";
    case LimitKind::margin_cap:
      return "margin_cap";
    case LimitKind::yearly_cost_cap:
      return "yearly_cost_cap";
    case LimitKind::expected_floor:
      return "expected_floor";
    case LimitKind::row:
      return "quick_ratio_floor";
  }
  return "";
}

/// `subject` is the instrument of a bound, the day of a quick ratio.
std::string in_words(LimitKind kind, const std::string& subject) {
  switch (kind) {
    case LimitKind::lower_bound:
      return "the least size of " + subject;
    case LimitKind::upper_bound:
      return "the greatest size of " + subject;
    case LimitKind::premium_budget:
      return "the premium budget";
    case LimitKind::margin_cap:
      return "the cap on margin";
    case LimitKind::yearly_cost_cap:
      return "the cap on yearly cost";
    case LimitKind::expected_floor:
      return "the floor of the mean profit";
    case LimitKind::row:
      return "the floor of the quick ratio on day " + subject;
  }
  return "";
}

bool is_bound(LimitKind kind) {
  return kind == LimitKind::lower_bound || kind == LimitKind::upper_bound;
}

std::string_view in_words(OptionType type) {
  return type == OptionType::put ? "put" : "call";
}

/// Strikes are listed half a point apart at the least.
std::string in_words(const sizing::StripOption& option) {
  const bool whole = option.strike == std::floor(option.strike);
  return std::string(in_words(option.type)) + " " + (whole ? words::whole(option.strike) : words::tenths(option.strike));
}

/// What the instruments are called.
std::vector<std::string> names(const Scenario& scenario, std::span<const sizing::Instrument> instruments) {
  std::vector<std::string> result;
  for (const sizing::Instrument& each : instruments) {
    const std::string layer = layer_name(scenario.book[each.place]);
    result.push_back(each.option ? in_words(*each.option) + ", " + layer : layer);
  }
  return result;
}

/// What limits are about: the instruments of bounds, by name, and the floor that rows are of.
struct Subjects {
  std::vector<std::string> names;
  double floor;

  Eigen::Index day(const sizing::LimitName& row) const { return sizing::day_of_row(floor, row.index); }
};

Subjects subjects(const SizingRequest& request, std::span<const sizing::Instrument> instruments) {
  return {names(request.simulated.scenario, instruments), request.rules.quick_ratio_floor.value_or(0)};
}

std::string in_words(const sizing::LimitName& limit, const Subjects& subjects) {
  if (limit.kind == LimitKind::row) return in_words(limit.kind, std::to_string(subjects.day(limit)));
  return in_words(limit.kind, is_bound(limit.kind) ? subjects.names[static_cast<std::size_t>(limit.index)] : "");
}

/// The two rows of a day are one floor, which is worth to the holder what both are together: both are in USD of cash.
std::vector<sizing::Binding> joined_by_day(const std::vector<sizing::Binding>& bindings, const Subjects& subjects) {
  std::vector<sizing::Binding> result;
  for (const sizing::Binding& each : bindings) {
    const auto same = std::ranges::find_if(result, [&](const sizing::Binding& other) {
      return other.limit.kind == LimitKind::row && each.limit.kind == LimitKind::row &&
             subjects.day(other.limit) == subjects.day(each.limit);
    });
    if (same == result.end())
      result.push_back(each);
    else
      same->multiplier += each.multiplier;
  }
  return result;
}

Json to_json(const std::vector<sizing::Binding>& bindings, const Subjects& subjects) {
  Json json = Json::array();
  for (const auto& [limit, multiplier] : joined_by_day(bindings, subjects)) {
    Json binding = json_object({{"limit", key(limit.kind)}});
    if (is_bound(limit.kind)) binding["layer"] = subjects.names[static_cast<std::size_t>(limit.index)];
    if (limit.kind == LimitKind::row) binding["day"] = subjects.day(limit);
    binding["multiplier"] = multiplier;
    binding["text"] = in_words(limit, subjects) + " holds it back";
    json.push_back(std::move(binding));
  }
  return json;
}

Json to_json(const sizing::Outcome& outcome) {
  return json_object({{"mean", outcome.moments.mean},
                      {"deviation", std::sqrt(outcome.moments.variance)},
                      {"value_at_risk", outcome.tail.value_at_risk},
                      {"conditional_value_at_risk", outcome.tail.cvar}});
}

std::span<const double> numbers(const Eigen::VectorXd& vector) {
  return {vector.data(), static_cast<std::size_t>(vector.size())};
}

/// Sizes with what they cost and do; `bindings` where they are the answer to something.
Json to_json(const sizing::Checked& sizes, const sizing::Candidates& candidates, Json bindings, Arrays& arrays) {
  const sizing::UnitTerms& terms = candidates.terms;
  return json_object({{"quantity", arrays.put(numbers(sizes.quantity))},
                      {"yearly_cost", sizing::sum_over_units(terms.yearly_cost, sizes.quantity)},
                      {"premium", sizing::sum_over_units(terms.premium, sizes.quantity)},
                      {"margin", sizing::sum_over_units(terms.margin, sizes.quantity)},
                      {"quick_ratio", sizing::least_quick_ratio(candidates.quick_ratio, sizes.quantity)},
                      {"found", to_json(sizes.found.after)},
                      {"fresh", to_json(sizes.fresh.after)},
                      {"effectiveness", sizes.found.effectiveness},
                      {"effectiveness_fresh", sizes.fresh.effectiveness},
                      {"binding", std::move(bindings)}});
}

Json frontier_json(const std::vector<sizing::FrontierPoint>& points, std::size_t layers, Arrays& arrays) {
  std::vector<double> cost, cvar, at_risk, multiplier;
  std::vector<std::vector<double>> quantity(layers);
  for (const sizing::FrontierPoint& point : points) {
    cost.push_back(point.yearly_cost);
    cvar.push_back(point.tail.cvar);
    at_risk.push_back(point.tail.value_at_risk);
    multiplier.push_back(point.multiplier);
    for (std::size_t j = 0; j < layers; ++j) quantity[j].push_back(point.quantity[static_cast<Eigen::Index>(j)]);
  }
  Json json = json_object({{"yearly_cost", arrays.put(cost)},
                           {"conditional_value_at_risk", arrays.put(cvar)},
                           {"value_at_risk", arrays.put(at_risk)},
                           {"multiplier", arrays.put(multiplier)},
                           {"quantity", Json::array()}});
  for (const auto& column : quantity) json["quantity"].push_back(arrays.put(column));
  return json;
}

Json layers_json(const sizing::Candidates& candidates, const sizing::HedgeRatios& ratios,
                 const std::vector<std::string>& names) {
  Json json = Json::array();
  for (std::size_t j = 0; j < names.size(); ++j) {
    const auto at = static_cast<Eigen::Index>(j);
    json.push_back(json_object({{"name", names[j]},
                                {"place", candidates.instruments[j].place},
                                {"yearly_cost", candidates.terms.yearly_cost[at]},
                                {"premium", candidates.terms.premium[at]},
                                {"margin", candidates.terms.margin[at]},
                                {"variance", ratios.variance[at]},
                                {"covariance", ratios.covariance[at]}}));
    if (const auto& option = candidates.instruments[j].option)
      json.back().update(json_object({{"type", in_words(option->type)}, {"strike", option->strike}}));
  }
  return json;
}

}  // namespace

Json report(const SizingRequest& request, const sizing::Sizes& sizes, Arrays& arrays) {
  const auto& candidates = sizes.candidates;
  const Subjects about = subjects(request, candidates.instruments);
  const Simulation& simulation = request.simulated.simulation;
  Json json = json_object({{"paths", simulation.paths.paths},
                           {"seed", simulation.paths.seed},
                           {"fresh_seed", request.rules.fresh_seed},
                           {"horizon_days", simulation.paths.horizon_days},
                           {"level", simulation.level}});
  json["layers"] = layers_json(candidates, sizes.ratios, about.names);
  json["unhedged"] =
      json_object({{"found", to_json(sizes.of_book.found.before)}, {"fresh", to_json(sizes.of_book.fresh.before)}});
  json["book"] = to_json(sizes.of_book, candidates, Json::array(), arrays);
  json["minimum_variance"] = to_json(sizes.of_variance, candidates, to_json(sizes.minimum_variance.binding, about), arrays);
  json["minimum_cvar"] = to_json(sizes.of_cvar, candidates, to_json(sizes.minimum_cvar.binding, about), arrays);
  json["frontier"] = frontier_json(sizes.frontier, about.names.size(), arrays);
  json["defaults"] = ballast::to_json(request.simulated.defaults);
  return json;
}

Problem problem_of(const SizingRequest& request, const sizing::SizingError& error) {
  if (error.reason != sizing::SizingFailure::infeasible)
    return {"/sizing", "has no answer: the profits are of too different sizes to be weighed against each other", nullptr};
  const Subjects about =
      subjects(request, sizing::instruments(position(request.simulated.scenario), request.rules.strips).each);
  std::vector<std::string> named;
  for (const sizing::LimitName& each : error.limits)
    if (std::string words = in_words(each, about); !std::ranges::contains(named, words)) named.push_back(std::move(words));
  std::string limits;
  for (std::size_t i = 0; i < named.size(); ++i) limits += (i == 0 ? "" : i + 1 < named.size() ? ", " : " and ") + named[i];
  return {"/sizing", "has limits that no sizes hold together: " + limits, nullptr};
}

}  // namespace ballast
