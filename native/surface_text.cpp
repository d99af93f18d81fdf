#include "surface_text.h"

#include <algorithm>
#include <format>

#include "days.h"
#include "table.h"

namespace ballast::command {
namespace {

const std::vector<double>& measured(const Surface& surface, Arguments::Measure measure) {
  switch (measure) {
    case Arguments::Measure::hedge:
      return surface.hedge;
    case Arguments::Measure::pool:
      return surface.pool;
    case Arguments::Measure::total:
      break;
  }
  return surface.total;
}

std::string_view name(Arguments::Measure measure) {
  switch (measure) {
    case Arguments::Measure::hedge:
      return "the hedge";
    case Arguments::Measure::pool:
      return "the pool";
    case Arguments::Measure::total:
      break;
  }
  return "pool and hedge";
}

}  // namespace

std::string surface_text(const WhatIf& path, const Surface& surface, const Arguments& arguments) {
  const auto& profit = measured(surface, arguments.measure);
  const auto [least, most] = std::ranges::minmax(profit);
  const int decimals = std::max(-least, most) < 1000 ? 2 : 0;
  std::vector<Column> columns = {{"VIX to", numbers(surface.vix_to, 2)}};
  for (const int day : arguments.all_days ? all_days(path) : telling_days(path, days_around_spike(path))) {
    std::vector<double> values;
    for (std::size_t i = 0; i < surface.vix_to.size(); ++i)
      values.push_back(profit[i * static_cast<std::size_t>(surface.days) + static_cast<std::size_t>(day)]);
    columns.push_back({std::format("day {}", day), numbers(values, decimals)});
  }
  return std::format("Profit of {}, USD since day 0, by how far VIX rises on day {} and by day\n", name(arguments.measure),
                     last_day(path.spike)) +
         table(columns);
}

}  // namespace ballast::command
