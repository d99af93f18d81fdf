#include "signal/given_series.h"

#include <algorithm>

namespace ballast {
namespace {

/// Adds the values of a market's series at the closes before `first`, a day of `history`; each divided by `unit`.
void add_before(SignalSeries series, const History& history, const std::vector<double>& values, int first, double unit,
                std::vector<GivenSeries>& all) {
  if (values.empty() || history.day.empty() || history.day.front() >= first) return;
  auto found = std::ranges::find(all, series, &GivenSeries::series);
  if (found == all.end()) found = all.insert(all.end(), GivenSeries{series, {}, {}});
  for (std::size_t i = 0; i < history.day.size() && history.day[i] < first; ++i) {
    const int day = history.day[i] - first;
    if (!found->day.empty() && found->day.back() >= day) continue;
    found->day.push_back(day);
    found->value.push_back(values[i] / unit);
  }
}

/// The token's price at the first close from a day on.
double token_from(const History& history, int day) {
  const auto at = std::ranges::lower_bound(history.day, day);
  if (history.token.empty() || at == history.day.end()) return 1;
  return history.token[static_cast<std::size_t>(at - history.day.begin())];
}

void add_market_before(const History& history, int first, std::vector<GivenSeries>& all) {
  add_before(SignalSeries::vix, history, history.vix, first, 1, all);
  add_before(SignalSeries::spx, history, history.spx, first, 1, all);
  add_before(SignalSeries::vvix, history, history.vvix, first, 1, all);
  add_before(SignalSeries::token, history, history.token, first, token_from(history, first), all);
}

}  // namespace

std::vector<GivenSeries> series_from(Date first, std::span<const DatedSeries> files, const History& before) {
  std::vector<GivenSeries> all;
  for (const auto& [series, values] : files) {
    GivenSeries given{series, {}, values.values};
    for (const Date date : values.dates) given.day.push_back(date - first);
    all.push_back(std::move(given));
  }
  add_market_before(before, first - before.first, all);
  return all;
}

std::vector<CalendarEvent> events_later(std::span<const CalendarEvent> events, int days) {
  std::vector<CalendarEvent> result;
  for (const CalendarEvent& each : events)
    if (each.day >= days) result.push_back({each.kind, each.day - days});
  return result;
}

}  // namespace ballast
