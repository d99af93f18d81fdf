#include "csv.h"

#include <format>
#include <span>

#include "scenario/json.h"
#include "scenario/report.h"

namespace ballast::command {
namespace {

/// As many digits as it takes to read the number back, the same as in the JSON.
std::string digits(double value) {
  return Json(value).dump();
}

struct Named {
  std::string name;
  std::span<const double> values;
};

std::vector<Named> ledger(const Scenario& scenario, const Evaluation& evaluation) {
  const PathByDay& path = evaluation.path;
  const PoolByDay& pool = evaluation.pool;
  std::vector<Named> columns = {{"vix", path.vix}, {"vvix", path.vvix}, {"spx", path.spx}, {"token", path.token}};
  const auto add = [&](std::string name, std::span<const double> values) { columns.push_back({std::move(name), values}); };
  for (const FutureByDay& future : path.futures) add(std::format("future_{}", future.tenor_days), future.level);
  add("pool_value", pool.value);
  add("pool_hold", pool.hold);
  add("pool_rebalanced", pool.rebalanced);
  add("impermanent_loss", pool.impermanent_loss);
  add("impermanent_loss_percent", pool.impermanent_loss_percent);
  add("fees", pool.fees);
  add("pool_profit", pool.profit);
  // The number keeps layers of one name apart, and a spreadsheet from taking a name for a formula.
  for (std::size_t j = 0; j < evaluation.layers.size(); ++j) {
    const std::string name = std::format("{} {}", j + 1, layer_name(scenario.book[j]));
    add(name + " cash_flow", evaluation.layers[j].cash_flow);
    add(name + " mark", evaluation.layers[j].mark);
    add(name + " profit", evaluation.layers[j].profit);
  }
  add("hedge", evaluation.hedge);
  add("total", evaluation.total);
  return columns;
}

}  // namespace

std::string csv_field(std::string_view text) {
  if (text.find_first_of("\",\r\n") == std::string_view::npos) return std::string(text);
  std::string result = "\"";
  for (const char c : text) result += c == '"' ? "\"\"" : std::string(1, c);
  return result + '"';
}

std::string csv(const Scenario& scenario, const Evaluation& evaluation) {
  const auto columns = ledger(scenario, evaluation);
  std::string text = "day";
  for (const Named& column : columns) text += "," + csv_field(column.name);
  text += '\n';
  for (std::size_t day = 0; day < evaluation.total.size(); ++day) {
    text += std::to_string(day);
    for (const Named& column : columns) text += "," + digits(column.values[day]);
    text += '\n';
  }
  return text;
}

std::string csv(const Surface& surface) {
  std::string text = "vix_to,day,pool,hedge,total\n";
  const auto days = static_cast<std::size_t>(surface.days);
  for (std::size_t i = 0; i < surface.total.size(); ++i)
    text += digits(surface.vix_to[i / days]) + "," + std::to_string(i % days) + "," + digits(surface.pool[i]) + "," +
            digits(surface.hedge[i]) + "," + digits(surface.total[i]) + "\n";
  return text;
}

}  // namespace ballast::command
