#include "claims_text.h"

#include <format>

#include "csv.h"
#include "table.h"

namespace ballast::command {
namespace {

std::string text_of(const Json& json, const char* key) {
  return json[key].get<std::string>();
}

/// A figure or its error; "-" where there is none.
std::string amount(const Json& figure, const char* key, int decimals) {
  if (!figure.contains(key)) return "-";
  const double value = figure[key].get<double>();
  const std::string unit = text_of(figure, "unit");
  if (unit == "USD") return number(value, 0) + " USD";
  return number(100 * value, decimals) + (unit == "per year" ? " % a year" : " %");
}

std::string figures(const Json& claim) {
  Column names{"", {}, Column::Align::left}, values{"", {}}, errors{"standard error", {}};
  for (const Json& figure : claim["figures"]) {
    names.cells.push_back("  " + text_of(figure, "name"));
    values.cells.push_back(amount(figure, "value", 1));
    errors.cells.push_back(figure.contains("standard_error") ? amount(figure, "standard_error", 2) : "");
  }
  return table({names, values, errors});
}

std::string paths(const Json& claim) {
  std::string list;
  const int decimals = text_of(claim["measure"], "unit") == "ratio" ? 2 : 0;
  for (const Json& path : claim["paths"]) {
    list += (list.empty() ? "" : ", ") + std::to_string(path["path"].get<std::uint64_t>());
    if (path.contains("value")) list += " (" + number(path["value"].get<double>(), decimals) + ")";
  }
  return "Paths, by " + text_of(claim["measure"], "name") + ": " + list + ".";
}

std::string claim_text(const Json& claim, Style style) {
  const Json& source = claim["source"];
  std::string text = heading(std::format("{}: {}", text_of(claim, "statement"), text_of(claim, "verdict")), style);
  if (claim.contains("reason")) return text + wrapped("Here " + text_of(claim, "reason") + ".", 2);
  text +=
      wrapped(std::format("{} ({}: {}).", text_of(claim, "threshold"), text_of(source, "label"), text_of(source, "text")), 2);
  text += figures(claim);
  return claim["paths"].empty() ? text : text + wrapped(paths(claim), 2);
}

}  // namespace

std::string claims_text(const Json& report, Style style) {
  std::string text = wrapped(text_of(report, "summary"));
  for (const Json& claim : report["claims"]) text += claim_text(claim, style);
  return text + "\n" + wrapped("`ballast path` opens a path by its number.");
}

std::string claims_csv(const Json& report) {
  std::string text = "claim,verdict,figure,value,standard_error,unit\n";
  const auto digits = [](const Json& figure, const char* key) { return figure.contains(key) ? figure[key].dump() : ""; };
  for (const Json& claim : report["claims"]) {
    const std::string begin = text_of(claim, "id") + "," + text_of(claim, "verdict") + ",";
    if (claim["figures"].empty()) text += begin + ",,,\n";
    for (const Json& figure : claim["figures"])
      text += begin + csv_field(text_of(figure, "name")) + "," + digits(figure, "value") + "," +
              digits(figure, "standard_error") + "," + text_of(figure, "unit") + "\n";
  }
  return text;
}

}  // namespace ballast::command
