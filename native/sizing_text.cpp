#include "sizing_text.h"

#include <format>

#include "table.h"

namespace ballast::command {
namespace {

constexpr std::size_t longest_name = 22;

std::string amount(const Json& json) {
  return number(json.get<double>(), 0);
}

/// Of each item one member; a member of a member is "found/mean".
Column column(const std::string& heading, const std::vector<const Json*>& items, const std::string& member) {
  const Json::json_pointer pointer("/" + member);
  Column result{heading, {}};
  for (const Json* item : items) result.cells.push_back(item->contains(pointer) ? amount(item->at(pointer)) : "-");
  return result;
}

Column layer_names(const Json& layers) {
  Column result{"", {}, Column::Align::left};
  for (const Json& layer : layers) result.cells.push_back(cell(layer["name"].get<std::string>(), longest_name));
  return result;
}

Column sizes(const std::string& heading, const Json& quantities) {
  Column result{heading, {}};
  for (const Json& quantity : quantities) result.cells.push_back(number(quantity.get<double>(), 3));
  return result;
}

std::string quantities(const Json& report) {
  std::vector<const Json*> layers;
  for (const Json& layer : report["layers"]) layers.push_back(&layer);
  return table({layer_names(report["layers"]), column("cost a year", layers, "yearly_cost"),
                column("premium", layers, "premium"), column("margin", layers, "margin"),
                sizes("least variance", report["minimum_variance"]["quantity"]),
                sizes("least CVaR", report["minimum_cvar"]["quantity"])});
}

std::string outcomes(const Json& report) {
  const std::vector<const Json*> rows = {&report["unhedged"], &report["book"], &report["minimum_variance"],
                                         &report["minimum_cvar"]};
  const Column names{"", {"no hedge", "the book", "least variance", "least CVaR"}, Column::Align::left};
  std::vector<Column> columns = {names, column("cost a year", rows, "yearly_cost")};
  for (const std::string where : {"found", "fresh"}) {
    const std::string prefix = where == "fresh" ? "fresh: " : "";
    columns.push_back(column(prefix + "mean", rows, where + "/mean"));
    columns.push_back(column(prefix + "deviation", rows, where + "/deviation"));
    columns.push_back(column(prefix + "CVaR", rows, where + "/conditional_value_at_risk"));
  }
  return table(columns);
}

/// From this on nothing is owed.
constexpr double nothing_owed = 1e6;

std::string quick_ratios(const Json& report) {
  const auto ratio = [&](const char* sizes) {
    const double value = report[sizes]["quick_ratio"].get<double>();
    return value < nothing_owed ? number(value, 2) : "nothing owed";
  };
  return wrapped(std::format("Quick ratio of the mean position on its worst day: the book {}, least variance {}, least CVaR {}.",
                             ratio("book"), ratio("minimum_variance"), ratio("minimum_cvar")));
}

std::string bindings(const Json& sizes, std::string_view name, std::string_view unit) {
  std::string text;
  for (const Json& binding : sizes["binding"])
    text += wrapped(std::format("{}: {}; loosened by 1 it would take {} {} off", name, binding["text"].get<std::string>(),
                                number(binding["multiplier"].get<double>(), 2), unit));
  return text;
}

std::string frontier(const Json& report) {
  const Json& frontier = report["frontier"];
  std::vector<Column> columns = {{"cost a year", {}}, {"CVaR", {}}};
  for (const Json& cost : frontier["yearly_cost"]) columns[0].cells.push_back(amount(cost));
  for (const Json& tail : frontier["conditional_value_at_risk"]) columns[1].cells.push_back(amount(tail));
  const Column names = layer_names(report["layers"]);
  for (std::size_t j = 0; j < names.cells.size(); ++j) columns.push_back(sizes(names.cells[j], frontier["quantity"][j]));
  return table(columns);
}

}  // namespace

std::string sizing_text(const Json& report, Style style) {
  std::string text;
  const auto section = [&](const std::string& title, const std::string& body) { text += heading(title, style) + body; };
  section("Sizes, as multiples of the layer in the book; USD for the layer as it stands there", quantities(report));
  text.erase(0, 1);
  section(std::format("Pool and hedge on day {}, USD; fresh: on paths that the sizes were not found from",
                      report["horizon_days"].get<int>()),
          outcomes(report) + quick_ratios(report));
  const std::string binding = bindings(report["minimum_variance"], "Least variance", "USD² of variance") +
                              bindings(report["minimum_cvar"], "Least CVaR", "USD of CVaR");
  section("What holds the sizes back", binding.empty() ? "nothing\n" : binding);
  section("The least CVaR for what the hedge may cost, USD", frontier(report));
  return text + wrapped(std::format(
                    "CVaR: the mean loss in the worst {:.4g} %; above zero it is lost. Costs are mean losses on {} paths.",
                    100 * (1 - report["level"].get<double>()), report["paths"].get<int>()));
}

}  // namespace ballast::command
