#include "signals_text.h"

#include <algorithm>
#include <format>

#include "csv.h"
#include "files_text.h"
#include "table.h"

namespace ballast::command {
namespace {

constexpr std::size_t longest_name = 24;
constexpr std::size_t most_rows = 25;

std::string text_of(const Json& json, const char* key) {
  return json[key].get<std::string>();
}

std::string cell_of(const Json& value, int decimals) {
  return value.is_null() ? "-" : number(value.get<double>(), decimals);
}

/// Places of the days that a table shows: all of few; else even steps, and the day of the highest score.
std::vector<std::size_t> telling_places(const Json& report) {
  const Json& scores = report["score"];
  std::vector<std::size_t> places;
  const std::size_t step = (scores.size() + most_rows - 2) / (most_rows - 1);
  for (std::size_t i = 0; i < scores.size(); i += std::max<std::size_t>(step, 1)) places.push_back(i);
  std::size_t highest = 0;
  for (std::size_t i = 0; i < scores.size(); ++i)
    if (!scores[i].is_null() && (scores[highest].is_null() || scores[i].get<double>() > scores[highest].get<double>())) highest = i;
  for (const std::size_t also : {highest, scores.size() - 1}) places.push_back(also);
  std::ranges::sort(places);
  const auto again = std::ranges::unique(places);
  places.erase(again.begin(), again.end());
  return places;
}

Column column(const std::string& heading, const Json& values, const std::vector<std::size_t>& places, int decimals) {
  Column result{heading, {}};
  for (const std::size_t place : places) result.cells.push_back(cell_of(values[place], decimals));
  return result;
}

std::string by_day(const Json& report) {
  const std::vector<std::size_t> places = telling_places(report);
  Column days{report.contains("date") ? "date" : "day", {}};
  for (const std::size_t place : places)
    days.cells.push_back(report.contains("date") ? report["date"][place].get<std::string>() : std::to_string(report["day"][place].get<int>()));
  std::vector<Column> columns = {days, column("score", report["score"], places, 3), column("log odds", report["log_odds"], places, 2)};
  for (const Json& each : report["indicators"]) columns.push_back(column(cell(text_of(each, "name"), longest_name), each["adds"], places, 2));
  return table(columns);
}

std::string definitions(const Json& report) {
  std::string text;
  for (const Json& each : report["indicators"]) {
    const Json& definition = each["definition"];
    text += wrapped(std::format("{}: {} ({}). z: {}; first after {} values; weight {}.{}", text_of(each, "name"),
                                text_of(definition, "source"), text_of(definition, "label"), text_of(each, "z_definition"),
                                each["warm_up"].get<int>(), number(each["weight"].get<double>(), 2),
                                each["missing"].get<bool>() ? " Dropped out." : ""));
  }
  return text;
}

std::string events(const Json& report) {
  std::string list;
  for (const Json& each : report["events"])
    list += std::format("{}{} {}", list.empty() ? "" : ", ", text_of(each, "event"),
                        each.contains("date") ? text_of(each, "date") : "day " + std::to_string(each["day"].get<int>()));
  return wrapped(list);
}

std::string files_section(const Json& report, const Arguments& arguments, Style style) {
  const std::string files = files_text(report, arguments);
  return files.empty() ? "" : heading("Files", style) + files;
}

}  // namespace

std::string signals_text(const Json& report, const Arguments& arguments, Style style) {
  if (report["indicators"].empty() && report["events"].empty())
    return wrapped("The scenario watches no signals: give it signals/indicators or signals/events.");
  std::string text;
  if (!report["indicators"].empty()) {
    text += heading("Regime score in [0, 1], and what each signal adds to its log odds; " + text_of(report, "path"), style) + by_day(report);
    text += heading("The signals", style) + definitions(report);
    text.erase(0, 1);
  }
  if (!report["events"].empty()) text += heading("Events", style) + events(report);
  if (!report["notes"].empty()) text += heading("To be said", style);
  for (const Json& note : report["notes"]) text += wrapped(text_of(note, "text"));
  return report.contains("files") ? text + files_section(report, arguments, style) : text;
}

std::string signals_csv(const Json& report) {
  const auto value = [](const Json& json) { return json.is_null() ? std::string() : json.dump(); };
  const auto quoted = [](std::string text) {
    std::ranges::replace(text, '"', '\'');
    return '"' + text + '"';
  };
  std::string text = "day,date,score,log_odds";
  for (const Json& each : report["indicators"])
    for (const char* what : {"", ", z", ", adds"}) text += "," + quoted(text_of(each, "name") + what);
  text += "\n";
  for (std::size_t i = 0; i < report["day"].size(); ++i) {
    text += report["day"][i].dump() + "," + (report.contains("date") ? report["date"][i].get<std::string>() : "") + "," +
            value(report["score"][i]) + "," + value(report["log_odds"][i]);
    for (const Json& each : report["indicators"])
      for (const char* what : {"value", "z", "adds"}) text += "," + value(each[what][i]);
    text += "\n";
  }
  return text;
}

namespace {

std::string outcomes(const Json& books, const char* stretch) {
  std::vector<Column> columns = {{"", {}, Column::Align::left}, {"total", {}}, {"hedge", {}}, {"drawdown", {}}, {"turnover", {}}, {"costs", {}}};
  for (const Json& book : books) {
    columns[0].cells.push_back(text_of(book, "name"));
    for (std::size_t i = 1; i < columns.size(); ++i)
      columns[i].cells.push_back(number(book[stretch][columns[i].heading].get<double>(), 0));
  }
  return table(columns);
}

/// Of totals in ascending order.
std::string quantile(const Json& totals, double share) {
  const auto place = static_cast<std::size_t>(share * static_cast<double>(totals.size() - 1) + 0.5);
  return number(totals[place].get<double>(), 0);
}

std::string spread(const Json& random) {
  std::vector<Column> columns = {{"", {"in sample", "out of sample"}, Column::Align::left}};
  const std::pair<const char*, double> shares[] = {{"least", 0}, {"5 %", 0.05}, {"25 %", 0.25}, {"median", 0.5}, {"75 %", 0.75}, {"95 %", 0.95}, {"most", 1}};
  for (const auto& [name, share] : shares)
    columns.push_back({name, {quantile(random["in_sample"], share), quantile(random["out_of_sample"], share)}});
  columns.push_back({"below the given", {number(100 * random["below_in_sample"].get<double>(), 0) + " %", number(100 * random["below_out_of_sample"].get<double>(), 0) + " %"}});
  return table(columns);
}

}  // namespace

std::string adaptation_text(const Json& report, const Arguments& arguments, Style style) {
  const Json& history = report["history"];
  std::string text = wrapped(text_of(report, "summary"));
  text += heading(std::format("In sample, {} to {}, USD", text_of(history, "from"), text_of(history, "split")), style) +
          outcomes(report["books"], "in_sample");
  text += heading(std::format("Out of sample, {} to {}, USD", text_of(history, "split"), text_of(history, "to")), style) +
          outcomes(report["books"], "out_of_sample");
  text += heading(std::format("Total under {} sets of random weights, USD", report["random"]["draws"].get<int>()), style) +
          spread(report["random"]);
  text += wrapped("Each stretch is entered anew; random weights are normal, as large as the given ones in the root mean square.");
  return text + files_section(report, arguments, style);
}

}  // namespace ballast::command
