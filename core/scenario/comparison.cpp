#include "scenario/comparison.h"

#include <algorithm>

namespace ballast {

namespace {

Evaluation evaluated(const Scenario& scenario, const SpikeGrid& grid) {
  return evaluate(position(scenario), std::get<WhatIf>(scenario.path.kind), grid);
}

Compared compared(const Scenario& scenario, const SpikeGrid& grid, const Book& book) {
  Compared result{.name = book.name, .scale = 1, .scenario = scenario, .evaluation = {}};
  result.scenario.book = book.book;
  result.evaluation = evaluated(result.scenario, grid);
  return result;
}

/// Scales a book so that it pays `premium` in a calm year.
void rescale(double premium, const SpikeGrid& grid, Compared& book) {
  book.scale = premium / book.evaluation.calm_premium;
  for (Layer& layer : book.scenario.book) scale(layer, book.scale);
  book.evaluation = evaluated(book.scenario, grid);
}

void equalise(const SpikeGrid& grid, std::vector<Compared>& books, Problems& problems) {
  for (std::size_t i = 0; i < books.size(); ++i) {
    if (books[i].evaluation.calm_premium > 0) continue;
    problems.push_back(
        {"/books/" + std::to_string(i), "pays no premium in a calm year, so that it cannot be scaled to equal cost", nullptr});
  }
  if (!problems.empty()) return;
  const double premium = books[0].evaluation.calm_premium;
  for (std::size_t i = 1; i < books.size(); ++i) rescale(premium, grid, books[i]);
}

Json profit_json(const Profit& profit) {
  return json_object({{"pool", profit.pool}, {"layers", profit.layers}, {"hedge", profit.hedge}, {"total", profit.total}});
}

Profit at_end(const Evaluation& evaluation) {
  Profit profit{
      .pool = evaluation.pool.profit.back(), .layers = {}, .hedge = evaluation.hedge.back(), .total = evaluation.total.back()};
  for (const LayerByDay& layer : evaluation.layers) profit.layers.push_back(layer.profit.back());
  return profit;
}

double sum(const std::vector<LayerByDay>& layers, double LayerByDay::* member) {
  double total = 0;
  for (const LayerByDay& layer : layers) total += layer.*member;
  return total;
}

std::vector<double> column(const std::vector<Profit>& rows, double Profit::* member) {
  std::vector<double> values;
  for (const Profit& row : rows) values.push_back(row.*member);
  return values;
}

Json book_json(const Compared& book, Arrays& arrays) {
  const Evaluation& evaluation = book.evaluation;
  Json json = json_object({{"name", book.name}, {"scale", book.scale}, {"summary", summary(book.scenario, evaluation)}});
  if (evaluation.spike) json["spike"] = profit_json(evaluation.spike->change);
  json["calm_month"] = profit_json(evaluation.calm);
  json["worst_day"] = json_object({{"day", evaluation.worst.day}, {"change", profit_json(evaluation.worst.change)}});
  json["end"] = profit_json(at_end(evaluation));
  json["premium_per_year"] = evaluation.calm_premium;
  json["costs"] = sum(evaluation.layers, &LayerByDay::costs);
  json["turnover"] = sum(evaluation.layers, &LayerByDay::turnover);
  json["hedge"] = arrays.put(evaluation.hedge);
  json["total"] = arrays.put(evaluation.total);
  json["curve_hedge"] = arrays.put(column(evaluation.curve.profit, &Profit::hedge));
  json["curve_total"] = arrays.put(column(evaluation.curve.profit, &Profit::total));
  if (evaluation.capital.internal_rate) json["irr"] = evaluation.capital.internal_rate->rate;
  json["least_quick_ratio"] = std::ranges::min(evaluation.capital.quick_ratio);
  json["most_margin"] = std::ranges::max(evaluation.capital.margin);
  return json;
}

}  // namespace

std::vector<Compared> compare(const Scenario& scenario, const SpikeGrid& grid, const Comparison& comparison,
                              Problems& problems) {
  std::vector<Compared> books;
  for (const Book& book : comparison.books) books.push_back(compared(scenario, grid, book));
  if (comparison.equal_cost) equalise(grid, books, problems);
  return books;
}

Json report(std::span<const Compared> books, Arrays& arrays) {
  const Evaluation& first = books.front().evaluation;
  Json json = json_object({{"spike_day", first.curve.day},
                           {"pool", arrays.put(first.pool.profit)},
                           {"vix_to", arrays.put(first.curve.vix_to)},
                           {"curve_pool", arrays.put(column(first.curve.profit, &Profit::pool))},
                           {"books", Json::array()}});
  for (const Compared& book : books) json["books"].push_back(book_json(book, arrays));
  return json;
}

std::optional<Problem> no_room_for_leads(const Scenario& scenario) {
  const int last_day = last_day_of_shift(std::get<WhatIf>(scenario.path.kind));
  if (last_day <= longest_horizon(scenario.token)) return {};
  return Problem{"/token", "expires before the spike could be moved: every lead needs " + std::to_string(last_day) + " days",
                 nullptr};
}

std::vector<PolicyOutcome> compare_policies(const Scenario& scenario) {
  static constexpr std::pair<std::string_view, Recalibration::Policy> policies[] = {{"static", Recalibration::none},
                                                                                    {"daily", Recalibration::daily},
                                                                                    {"weekly", Recalibration::weekly},
                                                                                    {"on_trigger", Recalibration::on_trigger}};
  std::vector<PolicyOutcome> result;
  for (const auto& [name, policy] : policies) {
    Scenario under = scenario;
    for (Layer& layer : under.book) set_recalibration(layer, policy);
    const Evaluation evaluation = evaluated(under, {.vix_from = 10, .vix_to = 90, .points = 2});
    std::optional<double> spike;
    if (evaluation.spike) spike = evaluation.spike->change.hedge;
    result.push_back({.policy = name,
                      .spike = spike,
                      .end = evaluation.hedge.back(),
                      .calm_month = evaluation.calm.hedge,
                      .turnover = sum(evaluation.layers, &LayerByDay::turnover),
                      .costs = sum(evaluation.layers, &LayerByDay::costs)});
  }
  return result;
}

Json report(std::span<const PolicyOutcome> outcomes) {
  Json json = json_object({{"policies", Json::array()}});
  for (const PolicyOutcome& each : outcomes) {
    Json row = json_object({{"policy", each.policy}});
    if (each.spike) row["spike"] = *each.spike;
    row["end"] = each.end;
    row["calm_month"] = each.calm_month;
    row["turnover"] = each.turnover;
    row["costs"] = each.costs;
    json["policies"].push_back(std::move(row));
  }
  return json;
}

}  // namespace ballast
