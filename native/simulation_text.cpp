#include "simulation_text.h"

#include <algorithm>
#include <cmath>
#include <format>

#include "table.h"

namespace ballast::command {
namespace {

constexpr std::size_t longest_name = 22;

/// A row of a table: its name and what the report says of it.
struct Row {
  std::string name;
  const Json& json;
};

std::string amount(const Json& json, const char* key, int decimals = 0) {
  return json.contains(key) ? number(json[key].get<double>(), decimals) : "-";
}

/// A column of estimates; and one of their errors where asked for.
void add_estimates(const std::vector<Row>& rows, const char* key, const std::string& name, bool with_error,
                   std::vector<Column>& columns) {
  Column values{name, {}}, errors{"error", {}};
  for (const Row& row : rows) {
    values.cells.push_back(amount(row.json[key], "value"));
    errors.cells.push_back(amount(row.json[key], "error"));
  }
  columns.push_back(std::move(values));
  if (with_error) columns.push_back(std::move(errors));
}

std::string percent(double share) {
  return std::format("{:.4g} %", 100 * share);
}

void add_quantile(const std::vector<Row>& rows, double share, std::vector<Column>& columns) {
  Column values{share == 0.5 ? "median" : percent(share), {}};
  for (const Row& row : rows)
    for (const Json& quantile : row.json["quantiles"])
      if (quantile["share"] == share) values.cells.push_back(amount(quantile, "value"));
  columns.push_back(std::move(values));
}

Column names(const std::vector<Row>& rows) {
  Column column{"", {}, Column::Align::left};
  for (const Row& row : rows) column.cells.push_back(row.name);
  return column;
}

std::string profits(const Json& day, double level) {
  std::vector<Row> rows = {{"pool", day["pool"]}};
  for (const Json& layer : day["layers"]) rows.push_back({cell(layer["name"].get<std::string>(), longest_name), layer});
  rows.push_back({"hedge", day["hedge"]});
  rows.push_back({"total", day["total"]});
  std::vector<Column> columns = {names(rows)};
  add_estimates(rows, "mean", "mean", true, columns);
  add_estimates(rows, "deviation", "deviation", false, columns);
  for (const double share : {0.05, 0.5, 0.95}) add_quantile(rows, share, columns);
  add_estimates(rows, "value_at_risk", "VaR " + percent(level), false, columns);
  add_estimates(rows, "conditional_value_at_risk", "CVaR", true, columns);
  return table(columns);
}

std::string drawdowns(const Json& drawdown) {
  const std::vector<Row> rows = {{"pool", drawdown["pool"]}, {"total", drawdown["total"]}};
  std::vector<Column> columns = {names(rows)};
  add_estimates(rows, "mean", "mean", true, columns);
  for (const double share : {0.5, 0.95, 0.99}) add_quantile(rows, share, columns);
  return table(columns);
}

/// Places of at most `rows` days, evenly spaced, the first and the last among them.
std::vector<std::size_t> telling(std::size_t days, std::size_t rows) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < std::min(days, rows); ++i) places.push_back(days <= rows ? i : i * (days - 1) / (rows - 1));
  return places;
}

Column cells_at(const std::string& name, const Json& values, const std::vector<std::size_t>& places, int decimals = 0) {
  Column column{name, {}};
  for (const std::size_t place : places)
    column.cells.push_back(place < values.size() ? number(values[place].get<double>(), decimals) : "-");
  return column;
}

std::string bands(const Json& bands) {
  const auto places = telling(bands["day"].size(), 11);
  std::vector<Column> columns = {cells_at("day", bands["day"], places)};
  for (const char* what : {"pool", "total"})
    for (const std::size_t k : {std::size_t{0}, std::size_t{2}, std::size_t{4}})
      columns.push_back(cells_at(std::format("{} {}", what, percent(bands["share"][k].get<double>())), bands[what][k], places));
  return table(columns);
}

/// Neighbouring bins together.
std::vector<double> rebinned(const Json& counts, std::size_t together) {
  std::vector<double> result(counts.size() / together);
  for (std::size_t i = 0; i < result.size() * together; ++i) result[i / together] += counts[i].get<double>();
  return result;
}

std::string bar(double share, double most) {
  return std::string(static_cast<std::size_t>(std::lround(30 * share / most)), '#');
}

std::string histogram(const Json& histogram) {
  const auto pool = rebinned(histogram["pool"], 3), total = rebinned(histogram["total"], 3);
  const double from = histogram["from"].get<double>(), to = histogram["to"].get<double>();
  const double most = std::max(std::ranges::max(pool), std::ranges::max(total));
  Column edges{"from", {}}, pool_bars{"pool", {}, Column::Align::left}, total_bars{"total", {}, Column::Align::left};
  for (std::size_t i = 0; i < pool.size(); ++i) {
    edges.cells.push_back(number(from + (to - from) * static_cast<double>(i) / static_cast<double>(pool.size()), 0));
    pool_bars.cells.push_back(bar(pool[i], most));
    total_bars.cells.push_back(bar(total[i], most));
  }
  std::string text = table({edges, pool_bars, total_bars});
  for (const char* what : {"pool", "total"}) {
    const Json& beyond = histogram["beyond"][what];
    text += std::format("Paths beyond, {}: {} below, down to {}; {} above, up to {}.\n", what,
                        number(beyond["below"].get<double>(), 0), number(beyond["least"].get<double>(), 0),
                        number(beyond["above"].get<double>(), 0), number(beyond["greatest"].get<double>(), 0));
  }
  return text;
}

std::string worst(const Json& worst) {
  Column paths{"path", {}}, totals{"total", {}};
  for (const Json& each : worst) {
    paths.cells.push_back(std::to_string(each["path"].get<std::uint64_t>()));
    totals.cells.push_back(number(each["total"].get<double>(), 0));
  }
  return table({paths, totals});
}

}  // namespace

std::string simulation_text(const Json& report, Style style) {
  std::string text = wrapped(report["summary"].get<std::string>());
  const auto section = [&](const std::string& title, const std::string& body) { text += heading(title, style) + body; };
  for (const Json& day : report["days"])
    section(std::format("Profit on day {}, USD since day 0", day["day"].get<int>()),
            profits(day, report["level"].get<double>()));
  section("Drawdown, USD: deepest fall of a path from its highest profit", drawdowns(report["drawdown"]));
  if (report["paths"] == 0) return text;
  const Json& called = report["margin_call"];
  text += std::format("\nMargin call on some day: {} of paths", percent(called["value"].get<double>()));
  if (called.contains("error")) text += std::format(", standard error {}", percent(called["error"].get<double>()));
  text += ".\n";
  section("Profit over time, USD: levels that so many of the paths do not exceed", bands(report["bands"]));
  section(std::format("Paths by profit on day {}, USD", report["horizon_days"].get<int>()), histogram(report["histogram"]));
  section("Worst paths, USD", worst(report["worst"]));
  return text + wrapped("`ballast path` shows one of them by day. error: standard error; -: too few paths to tell.");
}

std::string path_text(const Json& report, Style style) {
  const auto places = telling(report["day"].size(), 46);
  std::vector<Column> columns = {cells_at("day", report["day"], places), cells_at("VIX", report["vix"], places, 2),
                                 cells_at("SPX", report["spx"], places, 2), cells_at("token", report["token"], places, 4),
                                 cells_at("pool", report["pool"], places)};
  for (const Json& layer : report["layers"])
    columns.push_back(cells_at(cell(layer["name"].get<std::string>(), longest_name), layer["profit"], places));
  columns.push_back(cells_at("hedge", report["hedge"], places));
  columns.push_back(cells_at("total", report["total"], places));
  const std::string title = std::format("Path {} by day; profits in USD since day 0", report["path"].get<std::uint64_t>());
  return heading(title, style).substr(1) + table(columns);
}

}  // namespace ballast::command
