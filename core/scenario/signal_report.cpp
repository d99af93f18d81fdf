#include "scenario/signal_report.h"

#include <algorithm>
#include <cmath>

#include "path/history.h"

namespace ballast {
namespace {

Json note(std::string text, const Source& source) {
  return json_object({{"text", std::move(text)}, {"label", label(source.provenance)}, {"source", source.text}});
}

Json to_json(const Source& source) {
  return json_object({{"label", label(source.provenance)}, {"source", source.text}});
}

/// The days that are told, of a column by calendar day; null where there is no value.
Json told(const std::vector<double>& column, const std::vector<int>& days) {
  Json list = Json::array();
  for (const int day : days) {
    const double value = column[static_cast<std::size_t>(day)];
    list.push_back(std::isfinite(value) ? Json(value) : Json());
  }
  return list;
}

std::string_view kind(const Indicator& indicator) {
  return std::visit([](const auto& rule) { return rule.kind; }, indicator.rule);
}

std::string_view about(const Indicator& indicator) {
  return std::visit([](const auto& rule) { return rule.about; }, indicator.rule);
}

std::string z_definition(const Indicator& indicator) {
  if (indicator.mean) return "(value - mean)/deviation, both given";
  return "(value - mean)/sample standard deviation of the last " + std::to_string(indicator.window) +
         " values, the day itself included";
}

Json to_json(const Indicator& indicator, const SignalByDay& by_day, const std::vector<int>& days) {
  Json series = Json::array();
  for (const SignalSeries each : read_by(indicator)) {
    Json json = to_json(ballast::about(each));
    json["series"] = name(each);
    series.push_back(std::move(json));
  }
  const Source defined = definition(indicator);
  return json_object({{"name", title(indicator)},
                      {"kind", kind(indicator)},
                      {"about", about(indicator)},
                      {"definition", to_json(defined)},
                      {"z_definition", z_definition(indicator)},
                      {"warm_up", warm_up(indicator)},
                      {"series", series},
                      {"weight", indicator.weight},
                      {"missing", by_day.is_missing},
                      {"value", told(by_day.value, days)},
                      {"z", told(by_day.z, days)},
                      {"adds", told(by_day.adds, days)}});
}

}  // namespace

Position position(const Scenario& scenario, const GivenHistory& given) {
  Position result = position(scenario);
  result.series = given.series;
  if (given.calendar) result.events = joined_events(scenario.signals, given.calendar->events, given.history.first);
  return result;
}

Json signal_notes(const Signals& signals, const SignalDays& days) {
  Json notes = Json::array();
  for (std::size_t i = 0; i < signals.indicators.size(); ++i) {
    const Indicator& indicator = signals.indicators[i];
    if (days.signals[i].is_missing)
      notes.push_back(note(title(indicator) +
                               " drops out: its series is not given, does not move, or ends before its warm-up of " +
                               std::to_string(warm_up(indicator)) + " values does. It counts as a signal at its mean.",
                           assumption("the model's answer to this scenario")));
    for (const SignalSeries each : read_by(indicator))
      if (static_cast<std::size_t>(each) >= path_series)
        notes.push_back(note(title(indicator) + ": no published rule exists that turns it into a hedge.", about(each)));
  }
  if (!signals.indicators.empty())
    notes.push_back(
        note("The weights are the reader's own: no public rule gives them.", assumption("no public rule gives weights")));
  return notes;
}

Json report(const Signals& signals, const SignalDays& days, std::span<const CalendarEvent> events, const WatchedPath& path) {
  Json indicators = Json::array();
  for (std::size_t i = 0; i < signals.indicators.size(); ++i)
    indicators.push_back(to_json(signals.indicators[i], days.signals[i], path.days));
  Json list = Json::array();
  for (const CalendarEvent& each : events) {
    if (each.day >= static_cast<int>(days.score.size())) continue;
    Json event = json_object({{"event", name(each.kind)}, {"day", each.day}});
    if (path.day_0) event["date"] = iso(*path.day_0 + each.day);
    list.push_back(std::move(event));
  }
  Json json = json_object({{"path", path.name},
                           {"day", path.days},
                           {"offset", signals.offset.value_or(0)},
                           {"indicators", indicators},
                           {"log_odds", told(days.log_odds, path.days)},
                           {"score", told(days.score, path.days)},
                           {"events", list},
                           {"notes", signal_notes(signals, days)}});
  if (path.day_0) {
    json["date"] = Json::array();
    for (const int day : path.days) json["date"].push_back(iso(*path.day_0 + day));
  }
  return json;
}

Json report(const Scenario& scenario, const GivenHistory& given, Problems& problems) {
  const History& history = given.history;
  if (history.day.back() > longest_horizon(scenario.token)) {
    problems.push_back({"/scenario/token", "expires before the history ends", history.day.back()});
    return {};
  }
  const Market at_start = market_at_start(scenario.market, history);
  HistoryPaths paths(history, at_start, scenario.token);
  const SignalDays days = signal_days({scenario.signals, given.series}, paths);
  Json json = report(scenario.signals, days, position(scenario, given).events, {given.name, history.first, history.day});
  json["files"] = files_json(given);
  json["joined"] = joined_json(given);
  return json;
}

Json report(const CalendarRead& read, Date day_0) {
  Json events = Json::array();
  std::size_t before = 0;
  for (const DatedEvent& each : read.events) {
    if (each.date < day_0)
      ++before;
    else
      events.push_back(
          json_object({{"event", name(each.kind)}, {"day", each.date - day_0}, {"date", iso(each.date)}, {"row", each.row}}));
  }
  return json_object({{"day_0", iso(day_0)},
                      {"events", events},
                      {"before_day_0", before},
                      {"left_out", to_json(read.left_out)},
                      {"doubted", to_json(read.doubted)}});
}

}  // namespace ballast
