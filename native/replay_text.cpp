#include "replay_text.h"

#include <format>
#include <map>

#include "csv.h"
#include "files_text.h"
#include "history/date.h"
#include "table.h"

namespace ballast::command {
namespace {

constexpr std::size_t longest_name = 26;
constexpr std::size_t most_closes = 24;
constexpr std::size_t most_months = 24;

std::string name_of(const Json& named) {
  return cell(named["name"].get<std::string>(), longest_name);
}

/// The date of each close.
std::vector<std::string> dates(const Json& report) {
  const Date first = parse_date(report["history"]["first"].get<std::string>())->date;
  std::vector<std::string> result;
  for (const Json& day : report["day"]) result.push_back(iso(first + day.get<int>()));
  return result;
}

std::string text_or_dash(const Json& json, const char* key) {
  return json.contains(key) ? json[key].get<std::string>() : "-";
}

std::string dollars(const Json& value) {
  return number(value.get<double>(), 0);
}

std::string books(const Json& report) {
  Column name{"book", {}, Column::Align::left}, hedge{"hedge", {}}, total{"total", {}}, fall{"deepest fall", {}};
  Column cost{"months: cost", {}}, lost{"lost", {}}, paid{"paid", {}}, gained{"gained", {}}, costs{"trading", {}};
  for (const Json& book : report["books"]) {
    name.cells.push_back(name_of(book));
    hedge.cells.push_back(dollars(book["end"]["hedge"]));
    total.cells.push_back(dollars(book["end"]["total"]));
    fall.cells.push_back(dollars(book["drawdown"]["depth"]));
    cost.cells.push_back(std::to_string(book["months"]["cost"].get<int>()));
    lost.cells.push_back(dollars(book["months"]["lost"]));
    paid.cells.push_back(std::to_string(book["months"]["paid"].get<int>()));
    gained.cells.push_back(dollars(book["months"]["gained"]));
    costs.cells.push_back(dollars(book["costs"]));
  }
  return table({name, hedge, total, fall, cost, lost, paid, gained, costs});
}

std::string falls(const Json& report) {
  Column name{"book", {}, Column::Align::left}, depth{"fall", {}}, from{"from", {}}, to{"to", {}}, back{"made good", {}};
  for (const Json& book : report["books"]) {
    const Json& drawdown = book["drawdown"];
    name.cells.push_back(name_of(book));
    depth.cells.push_back(dollars(drawdown["depth"]));
    from.cells.push_back(text_or_dash(drawdown, "from"));
    to.cells.push_back(text_or_dash(drawdown, "to"));
    back.cells.push_back(text_or_dash(drawdown, "recovered"));
  }
  return table({name, depth, from, to, back});
}

std::string best_days(const Json& book) {
  Column date{"date", {}}, vix{"VIX", {}}, to{"to", {}}, pool{"pool", {}}, hedge{"hedge", {}}, total{"total", {}};
  for (const Json& day : book["days"]["best"]) {
    date.cells.push_back(day["date"].get<std::string>());
    vix.cells.push_back(number(day["vix_from"].get<double>(), 2));
    to.cells.push_back(number(day["vix_to"].get<double>(), 2));
    pool.cells.push_back(dollars(day["pool"]));
    hedge.cells.push_back(dollars(day["hedge"]));
    total.cells.push_back(dollars(day["total"]));
  }
  return table({date, vix, to, pool, hedge, total});
}

/// Changes by month, or by year where there are many months.
std::string periods(const Json& report) {
  const Json& names = report["months"]["month"];
  const std::size_t letters = names.size() <= most_months ? 7 : 4;
  std::map<std::string, std::size_t> place;
  for (const Json& name : names) place.emplace(name.get<std::string>().substr(0, letters), 0);
  std::vector<Column> columns = {{letters == 7 ? "month" : "year", {}}};
  for (auto& [name, at] : place) {
    at = columns[0].cells.size();
    columns[0].cells.push_back(name);
  }
  const auto add = [&](std::string heading, const Json& changes) {
    std::vector<double> sums(place.size());
    for (std::size_t i = 0; i < names.size(); ++i)
      sums[place.at(names[i].get<std::string>().substr(0, letters))] += changes[i].get<double>();
    columns.push_back({std::move(heading), numbers(sums, 0)});
  };
  add("pool", report["months"]["pool"]);
  for (const Json& book : report["books"])
    if (!book["layers"].empty()) add(name_of(book), book["months"]["hedge"]);
  return table(columns);
}

std::vector<std::size_t> closes_shown(std::size_t closes, const Arguments& arguments) {
  std::vector<std::size_t> places;
  const std::size_t rows = arguments.all_days ? closes : std::min(closes, most_closes);
  for (std::size_t i = 0; i < rows; ++i) places.push_back(rows == closes ? i : i * (closes - 1) / (rows - 1));
  return places;
}

Column column(std::string heading, const Json& values, const std::vector<std::size_t>& places, int decimals) {
  Column result{std::move(heading), {}};
  for (const std::size_t place : places) result.cells.push_back(number(values[place].get<double>(), decimals));
  return result;
}

/// Settlements; 0 where one is not known.
Column settlements(std::string heading, const Json& values, const std::vector<std::size_t>& places) {
  Column result = column(std::move(heading), values, places, 2);
  for (std::size_t i = 0; i < places.size(); ++i)
    if (values[places[i]] == 0) result.cells[i] = "-";
  return result;
}

std::string ledger(const Json& report, const Arguments& arguments) {
  const auto places = closes_shown(report["day"].size(), arguments);
  const auto all_dates = dates(report);
  std::vector<Column> columns = {{"date", {}}};
  for (const std::size_t place : places) columns[0].cells.push_back(all_dates[place]);
  columns.push_back(column("VIX", report["vix"], places, 2));
  if (report.contains("first_future")) columns.push_back(settlements("future", report["first_future"], places));
  columns.push_back(column("SPX", report["spx"], places, 2));
  columns.push_back(column("token", report["token"], places, 4));
  columns.push_back(column("IL %", report["impermanent_loss_percent"], places, 2));
  columns.push_back(column("pool", report["pool"], places, 0));
  const Json& book = report["books"][0];
  for (const Json& layer : book["layers"]) columns.push_back(column(name_of(layer), layer["profit"], places, 0));
  columns.push_back(column("hedge", book["hedge"], places, 0));
  columns.push_back(column("total", book["total"], places, 0));
  return table(columns);
}

}  // namespace

std::string replay_text(const Json& report, const Arguments& arguments, Style style) {
  const Json& history = report["history"];
  std::string text = wrapped(report["summary"].get<std::string>());
  if (const std::string about = history["about"].get<std::string>(); !about.empty())
    text += wrapped(history["name"].get<std::string>() + ": " + about + ".");
  for (const Json& note : report["notes"]) text += wrapped(note.get<std::string>());
  const auto section = [&](const std::string& title, const std::string& body) {
    if (!body.empty()) text += heading(title, style) + body;
  };
  section("Books and what a person would otherwise do, USD", books(report));
  section("Deepest fall from a high, USD", falls(report));
  const Json& first = report["books"][0];
  if (!first["days"]["best"].empty())
    section("Days on which the hedge paid most (" + name_of(first) + "), USD", best_days(first));
  section("Pool and hedges by " + std::string(report["months"]["month"].size() <= most_months ? "month" : "year") + ", USD",
          periods(report));
  section("Ledger by close (" + name_of(first) + "), USD since " + history["first"].get<std::string>(),
          ledger(report, arguments));
  section("Files", files_text(report, arguments));
  return text;
}

std::string replay_csv(const Json& report) {
  std::vector<std::pair<std::string, const Json*>> columns;
  for (const char* key : {"vix", "vvix", "spx", "token", "future", "first_future", "second_future", "pool_value",
                          "impermanent_loss", "impermanent_loss_percent", "fees", "pool"})
    if (report.contains(key)) columns.emplace_back(key, &report[key]);
  // The numbers keep books and layers of one name apart, and a spreadsheet from taking a name for a formula.
  for (std::size_t i = 0; i < report["books"].size(); ++i) {
    const Json& book = report["books"][i];
    const std::string name = std::format("{} {}", i + 1, book["name"].get<std::string>());
    for (std::size_t j = 0; j < book["layers"].size(); ++j)
      columns.emplace_back(std::format("{} {} {}", name, j + 1, book["layers"][j]["name"].get<std::string>()),
                           &book["layers"][j]["profit"]);
    columns.emplace_back(name + " hedge", &book["hedge"]);
    columns.emplace_back(name + " total", &book["total"]);
  }
  std::string text = "date";
  for (const auto& [name, values] : columns) text += "," + csv_field(name);
  text += '\n';
  const auto all_dates = dates(report);
  for (std::size_t close = 0; close < all_dates.size(); ++close) {
    text += all_dates[close];
    for (const auto& [name, values] : columns) {
      const bool is_unknown = (name == "first_future" || name == "second_future") && (*values)[close] == 0;
      text += "," + (is_unknown ? "" : (*values)[close].dump());
    }
    text += '\n';
  }
  return text;
}

std::string episodes_text(const Json& episodes) {
  std::string text;
  for (const Json& each : episodes)
    text += std::format("{}  {}, {} to {}, {} closes\n", each["id"].get<std::string>(), each["name"].get<std::string>(),
                        each["first"].get<std::string>(), each["last"].get<std::string>(), each["closes"].get<int>()) +
            wrapped(each["about"].get<std::string>() + ".", 4);
  return text;
}

}  // namespace ballast::command
