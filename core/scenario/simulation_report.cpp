#include "scenario/simulation_report.h"

#include <algorithm>
#include <cmath>

#include "scenario/words.h"

namespace ballast {
namespace {

constexpr std::size_t bins = 60;
constexpr double share_beyond_bins = 0.005;

/// Absurd parameters make profits whose squares no double holds: such a figure is left out.
Json to_json(const Estimate& estimate) {
  Json json = Json::object();
  if (estimate.value && std::isfinite(*estimate.value)) json["value"] = *estimate.value;
  if (estimate.error && std::isfinite(*estimate.error)) json["error"] = *estimate.error;
  return json;
}

Json distribution_json(const Statistics& statistics) {
  Json quantiles = Json::array();
  for (std::size_t k = 0; k < reported_shares.size(); ++k) {
    quantiles.push_back(json_object({{"share", reported_shares[k]}}));
    quantiles.back().update(to_json(statistics.quantiles[k]));
  }
  return json_object(
      {{"mean", to_json(statistics.mean)}, {"deviation", to_json(statistics.deviation)}, {"quantiles", quantiles}});
}

Json drawdown_json(const Distribution& distribution, double level) {
  return distribution_json(statistics(distribution, reported_shares, level));
}

Json profit_json(const Distribution& distribution, double level) {
  const Statistics all = statistics(distribution, reported_shares, level);
  Json json = distribution_json(all);
  json["value_at_risk"] = to_json(all.tail.value_at_risk);
  json["conditional_value_at_risk"] = to_json(all.tail.conditional_value_at_risk);
  return json;
}

Json day_json(const Scenario& scenario, const ProfitsOnDay& profits, double level) {
  Json layers = Json::array();
  for (std::size_t j = 0; j < profits.layers.size(); ++j) {
    layers.push_back(json_object({{"name", layer_name(scenario.book[j])}, {"on", scenario.book[j].on}}));
    layers.back().update(profit_json(profits.layers[j], level));
  }
  return json_object({{"day", profits.day},
                      {"pool", profit_json(profits.pool, level)},
                      {"layers", layers},
                      {"hedge", profit_json(profits.hedge, level)},
                      {"total", profit_json(profits.total, level)}});
}

/// The quantiles by share and day.
Json bands_json(const Bands& bands, Arrays& arrays) {
  std::array<std::vector<double>, Bands::shares.size()> columns;
  for (std::size_t day = 0; day < bands.days(); ++day)
    if (const auto at = bands.at(day))
      for (std::size_t k = 0; k < at->size(); ++k) columns[k].push_back((*at)[k]);
  Json json = Json::array();
  for (const auto& column : columns) json.push_back(arrays.put(column));
  return json;
}

std::vector<double> counts(std::span<const Level> levels, double from, double to) {
  std::vector<double> result(bins);
  const double width = to - from;
  for (const Level& level : levels) {
    if (level.value < from || level.value > to) continue;
    const double place = width > 0 ? (level.value - from) / width * bins : 0;
    result[static_cast<std::size_t>(std::clamp(place, 0.0, bins - 1.0))] += static_cast<double>(level.count);
  }
  return result;
}

Beyond beyond(std::span<const Level> levels, double from, double to) {
  Beyond result{.least = levels.front().value, .greatest = levels.back().value};
  for (const Level& level : levels) {
    if (level.value < from) result.below += static_cast<double>(level.count);
    if (level.value > to) result.above += static_cast<double>(level.count);
  }
  return result;
}

Json to_json(const Beyond& beyond) {
  return json_object(
      {{"below", beyond.below}, {"above", beyond.above}, {"least", beyond.least}, {"greatest", beyond.greatest}});
}

Json histogram_json(const Histogram& histogram, Arrays& arrays) {
  return json_object(
      {{"from", histogram.from},
       {"to", histogram.to},
       {"pool", arrays.put(histogram.pool)},
       {"total", arrays.put(histogram.total)},
       {"beyond", json_object({{"pool", to_json(histogram.pool_beyond)}, {"total", to_json(histogram.total_beyond)}})}});
}

Json worst_json(const Distribution& total) {
  Json json = Json::array();
  for (const PathValue& each : total.worst()) json.push_back(json_object({{"path", each.path}, {"total", each.value}}));
  return json;
}

/// "gain 12 USD" or "lose 12 USD", with `ending` on the verb.
std::string gain(double profit, std::string_view ending = "") {
  return (profit < 0 ? "lose" : "gain") + std::string(ending) + " " + words::dollars(profit);
}

std::string both(double pool, double total) {
  return "the pool " + gain(pool, "s") + " and pool and hedge together " + gain(total);
}

}  // namespace

Histogram histogram(const ProfitsOnDay& profits) {
  const auto pool = profits.pool.levels(), total = profits.total.levels();
  if (pool.empty()) return {};
  const double from = std::min(*quantile(pool, share_beyond_bins).value, *quantile(total, share_beyond_bins).value);
  const double to = std::max(*quantile(pool, 1 - share_beyond_bins).value, *quantile(total, 1 - share_beyond_bins).value);
  return {from, to, counts(pool, from, to), counts(total, from, to), beyond(pool, from, to), beyond(total, from, to)};
}

std::string summary(const Simulation& simulation, const SimulationResult& result) {
  if (simulation.paths.paths == 0) return "No paths were asked for.";
  const ProfitsOnDay& end = result.profits.back();
  const Statistics pool = statistics(end.pool, {}, simulation.level), total = statistics(end.total, {}, simulation.level);
  const auto tail = [](const Statistics& of) { return -*of.tail.conditional_value_at_risk.value; };
  const double called = result.margin_call.moments()->paths.mean;
  return "Over " + std::to_string(simulation.paths.horizon_days) + " days " + both(*pool.mean.value, *total.mean.value) +
         ", on average of " + words::count(simulation.paths.paths) + (simulation.paths.paths == 1 ? " path" : " paths") +
         ". In the mean of the worst " + words::percent(1 - simulation.level) + " " + both(tail(pool), tail(total)) +
         ". A margin call comes in " + words::percent(called) + " of paths.";
}

Json report(const SimulationRequest& request, const SimulationResult& result, Arrays& arrays) {
  const Simulation& simulation = request.simulation;
  Json json = json_object({{"summary", summary(simulation, result)},
                           {"paths", simulation.paths.paths},
                           {"seed", simulation.paths.seed},
                           {"horizon_days", simulation.paths.horizon_days},
                           {"paths_per_draw", paths_per_draw(simulation.paths.draws)},
                           {"level", simulation.level}});
  json["days"] = Json::array();
  for (const ProfitsOnDay& profits : result.profits)
    json["days"].push_back(day_json(request.scenario, profits, simulation.level));
  json["drawdown"] = json_object({{"pool", drawdown_json(result.pool_drawdown, simulation.level)},
                                  {"total", drawdown_json(result.total_drawdown, simulation.level)}});
  json["margin_call"] = to_json(statistics(result.margin_call, {}, simulation.level).mean);
  json["bands"] = json_object({{"day", result.band_days},
                               {"share", Bands::shares},
                               {"pool", bands_json(result.pool_bands, arrays)},
                               {"total", bands_json(result.total_bands, arrays)}});
  json["histogram"] = histogram_json(histogram(result.profits.back()), arrays);
  json["worst"] = worst_json(result.profits.back().total);
  json["defaults"] = ballast::to_json(request.defaults);
  return json;
}

Json report(const Scenario& scenario, std::uint64_t number, const OnePath& path, Arrays& arrays) {
  Json days = Json::array();
  for (std::size_t day = 0; day < path.vix.size(); ++day) days.push_back(day);
  Json layers = Json::array();
  for (std::size_t j = 0; j < path.layers.size(); ++j)
    layers.push_back(json_object(
        {{"name", layer_name(scenario.book[j])}, {"on", scenario.book[j].on}, {"profit", arrays.put(path.layers[j])}}));
  return json_object({{"path", number},
                      {"day", days},
                      {"vix", arrays.put(path.vix)},
                      {"vvix", arrays.put(path.vvix)},
                      {"spx", arrays.put(path.spx)},
                      {"token", arrays.put(path.token)},
                      {"pool", arrays.put(path.pool)},
                      {"layers", layers},
                      {"hedge", arrays.put(path.hedge)},
                      {"total", arrays.put(path.total)},
                      {"quick_ratio", arrays.put(path.quick_ratio)}});
}

}  // namespace ballast
