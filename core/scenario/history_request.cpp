#include "scenario/history_request.h"

#include <algorithm>

#include "history/episodes.h"
#include "history/join.h"
#include "scenario/parse.h"

namespace ballast {
namespace {

constexpr std::string_view keys[] = {"episode", "files", "series", "calendar", "first_day", "today", "from", "to", "held"};
constexpr std::array<std::string_view, 2> held_names = {"rolled", "first"};

template <class Names>
std::string listed(const Names& names) {
  std::string result;
  for (const std::string_view name : names) result += (result.empty() ? "" : ", ") + std::string(name);
  return result;
}

/// Of those that come as files.
std::vector<std::string_view> series_names() {
  std::vector<std::string_view> names;
  for (std::size_t i = path_series; i < signal_series; ++i) names.push_back(name(static_cast<SignalSeries>(i)));
  return names;
}

std::string episode_ids() {
  std::string result;
  for (const Episode& each : episodes()) result += (result.empty() ? "" : ", ") + std::string(each.id);
  return result;
}

const Episode* find_episode(std::string_view id) {
  const auto found = std::ranges::find(episodes(), id, &Episode::id);
  return found == episodes().end() ? nullptr : &*found;
}

/// Takes the keys of the request that stands at a pointer.
class Reader {
 public:
  Reader(const Json& json, const std::string& pointer, Problems& problems)
      : json_(json), pointer_(pointer), problems_(problems) {}

  HistoryRequest read() {
    if (!json_.is_object()) {
      problems_.push_back({pointer_, "must be an object", shortened(json_)});
      return {};
    }
    check_keys(json_, pointer_, keys);
    if (json_.contains("episode") == json_.contains("files"))
      problems_.push_back({pointer_, "must give either files or an episode, one of " + episode_ids(), nullptr});
    take_episode();
    take_files();
    take_series();
    take_calendar();
    take_date("first_day", request_.first_day);
    take_date("today", request_.today);
    take_date("from", request_.from);
    take_date("to", request_.to);
    take_held();
    if (request_.from && request_.to && *request_.to < *request_.from) problem("to", "must not be before from", json_["to"]);
    return std::move(request_);
  }

 private:
  template <class Names>
  void check_keys(const Json& object, const std::string& pointer, const Names& known) {
    for (const auto& [key, value] : object.items())
      if (!std::ranges::contains(known, std::string_view(key)))
        problems_.push_back({pointer + (Json::json_pointer() / key).to_string(),
                             "is not a known key; known are " + listed(known), shortened(value)});
  }

  void problem(const std::string& key, std::string message, const Json& value) {
    problems_.push_back({pointer_ + "/" + key, std::move(message), shortened(value)});
  }

  void take_episode() {
    const auto found = json_.find("episode");
    if (found == json_.end()) return;
    if (found->is_string() && find_episode(found->get_ref<const std::string&>()))
      request_.episode = found->get<std::string>();
    else
      problem("episode", "must be one of " + episode_ids(), *found);
  }

  void take_files() {
    const auto found = json_.find("files");
    if (found == json_.end()) return;
    if (!found->is_object()) return problem("files", "must be an object with the text of each file", *found);
    check_keys(*found, pointer_ + "/files", history_files);
    for (std::size_t i = 0; i < history_files.size(); ++i) {
      const auto text = found->find(history_files[i]);
      if (text == found->end()) continue;
      if (text->is_string())
        request_.files[i] = text->get<std::string>();
      else
        problem("files/" + std::string(history_files[i]), "must be the text of the file", *text);
    }
  }

  void take_series() {
    const auto found = json_.find("series");
    if (found == json_.end()) return;
    if (!found->is_object()) return problem("series", "must be an object with the text of each file", *found);
    const std::vector<std::string_view> names = series_names();
    check_keys(*found, pointer_ + "/series", names);
    for (std::size_t i = 0; i < names.size(); ++i) {
      const auto text = found->find(names[i]);
      if (text == found->end()) continue;
      if (text->is_string())
        request_.series[path_series + i] = text->get<std::string>();
      else
        problem("series/" + std::string(names[i]), "must be the text of the file", *text);
    }
  }

  void take_calendar() {
    const auto found = json_.find("calendar");
    if (found == json_.end()) return;
    if (found->is_string())
      request_.calendar = found->get<std::string>();
    else
      problem("calendar", "must be a text: iCalendar, or a date and an event a line", *found);
  }

  void take_date(const char* key, std::optional<Date>& value) {
    const auto found = json_.find(key);
    if (found == json_.end()) return;
    const auto parsed = found->is_string() ? parse_date(found->get_ref<const std::string&>()) : std::nullopt;
    if (parsed)
      value = parsed->date;
    else
      problem(key, "must be a date such as 2018-02-05", *found);
  }

  void take_held() {
    const auto found = json_.find("held");
    if (found == json_.end()) return;
    const auto name = std::ranges::find_if(held_names, [&](std::string_view each) { return *found == each; });
    if (name == held_names.end()) return problem("held", "must be one of " + listed(held_names), *found);
    request_.held = static_cast<FuturesHeld>(name - held_names.begin());
  }

  const Json& json_;
  const std::string& pointer_;
  Problems& problems_;
  HistoryRequest request_;
};

/// Reads the files that are given, each on its own, so that all that is wrong with them comes at once.
std::vector<HistoryFile> read_files(const HistoryRequest& request, const std::string& pointer, Problems& problems) {
  std::vector<HistoryFile> files;
  const SeriesReading how{.latest = request.today.value_or(date(last_year, 12, 31)), .first = request.first_day};
  for (std::size_t i = 0; i < history_files.size(); ++i) {
    if (!request.files[i]) continue;
    files.push_back({history_files[i], read_series(*request.files[i], how)});
    if (const auto& problem = files.back().read.problem)
      problems.push_back({pointer + "/files/" + std::string(history_files[i]), in_words(*problem), problem->value});
  }
  if (!request.files[0]) problems.push_back({pointer + "/files/vix", "must be given: daily closes of VIX", nullptr});
  return files;
}

const Series* find_series(const std::vector<HistoryFile>& files, std::string_view name) {
  const auto found = std::ranges::find(files, name, &HistoryFile::name);
  return found == files.end() ? nullptr : &found->read.series;
}

/// Values of any sign and at any distance: a rate differential is below zero at times, and most such figures are monthly.
std::vector<DatedSeries> read_signal_series(const HistoryRequest& request, const std::string& pointer, GivenHistory& given,
                                            Problems& problems) {
  std::vector<DatedSeries> all;
  const SeriesReading how{.latest = request.today.value_or(date(last_year, 12, 31)),
                          .first = request.first_day,
                          .allowed = SeriesReading::Values::any,
                          .largest_gap_days = 100};
  for (std::size_t i = 0; i < signal_series; ++i) {
    if (!request.series[i]) continue;
    const auto series = static_cast<SignalSeries>(i);
    SeriesRead read = read_series(*request.series[i], how);
    if (read.problem)
      problems.push_back({pointer + "/series/" + std::string(name(series)), in_words(*read.problem), read.problem->value});
    else
      all.push_back({series, read.series});
    given.files.push_back({name(series), std::move(read)});
  }
  return all;
}

void take_calendar(const HistoryRequest& request, const std::string& pointer, GivenHistory& given, Problems& problems) {
  if (!request.calendar) return;
  given.calendar = read_calendar(*request.calendar);
  if (const auto& problem = given.calendar->problem)
    problems.push_back({pointer + "/calendar", in_words(*problem), problem->value});
}

void join_files(const HistoryRequest& request, const std::string& pointer, GivenHistory& given, Problems& problems) {
  const Series* second = find_series(given.files, "second_future");
  const auto held = second ? FuturesHeld::rolled : FuturesHeld::first;
  JoinedHistory joined = join({.vix = find_series(given.files, "vix"),
                               .spx = find_series(given.files, "spx"),
                               .vvix = find_series(given.files, "vvix"),
                               .first_future = find_series(given.files, "first_future"),
                               .second_future = second,
                               .token = find_series(given.files, "token"),
                               .held = request.held.value_or(held)});
  if (joined.problem) problems.push_back({pointer + "/files", *joined.problem, nullptr});
  given.history = std::move(joined.history);
  given.left_out = std::move(joined.left_out);
  given.doubted = std::move(joined.doubted);
}

/// What a file had that might have been closes, if anything.
std::string left_out_first(const std::vector<HistoryFile>& files) {
  std::string result;
  for (const auto& [name, read] : files)
    if (!read.left_out.listed.empty()) result += "; left out of " + std::string(name) + ": " + in_words(read.left_out.listed.front());
  return result;
}

void cut(const HistoryRequest& request, const std::string& pointer, GivenHistory& given, Problems& problems) {
  History& history = given.history;
  const std::size_t closes = history.day.size();
  const Date last = history.first + history.day.back();
  const std::string all =
      std::to_string(closes) + (closes == 1 ? " close, " : " closes, ") + iso(history.first) + " to " + iso(last);
  const bool is_cut = request.from || request.to;
  if (is_cut) history = between(history, request.from.value_or(history.first), request.to.value_or(last));
  if (history.day.size() >= 2) return;
  problems.push_back({is_cut ? pointer + (request.from ? "/from" : "/to") : pointer,
                      "leaves fewer than two closes to go from one to the next; there are " + all + left_out_first(given.files), nullptr});
}

}  // namespace

HistoryRequest read_history_request(const Json& json, const std::string& pointer, Problems& problems) {
  return Reader(json, pointer, problems).read();
}

GivenHistory history_of(const HistoryRequest& request, const std::string& pointer, Problems& problems) {
  GivenHistory given;
  const std::size_t before = problems.size();
  if (const Episode* episode = find_episode(request.episode)) {
    given.history = history(*episode, request.held);
    given.name = episode->name;
    given.about = episode->about;
    given.source = episode->source;
  } else {
    given.files = read_files(request, pointer, problems);
    if (problems.size() == before) join_files(request, pointer, given, problems);
    given.name = "files";
  }
  take_calendar(request, pointer, given, problems);
  const std::vector<DatedSeries> signals = read_signal_series(request, pointer, given, problems);
  const History whole = given.history;
  if (problems.size() == before) cut(request, pointer, given, problems);
  if (problems.size() == before) given.series = series_from(given.history.first, signals, whole);
  if (problems.size() > before) given.history = {};
  return given;
}

GivenHistory read_history(const Json& json, const std::string& pointer, Problems& problems) {
  const std::size_t before = problems.size();
  const HistoryRequest request = read_history_request(json, pointer, problems);
  if (problems.size() > before) return {};
  return history_of(request, pointer, problems);
}

Json history_schema() {
  const auto text = [](std::string_view description) {
    return json_object({{"description", description}, {"type", "string"}});
  };
  Json ids = Json::array();
  for (const Episode& each : episodes()) ids.push_back(each.id);
  Json files = Json::object();
  constexpr std::array<std::string_view, history_files.size()> what = {"Daily closes of VIX",
                                                                       "Daily closes of SPX",
                                                                       "Daily closes of VVIX",
                                                                       "Settlements of the VIX future that settles next",
                                                                       "Settlements of the VIX future one month later",
                                                                       "Daily prices of the volatility token"};
  for (std::size_t i = 0; i < history_files.size(); ++i)
    files[std::string(history_files[i])] = text(std::string(what[i]) + ": the text of a CSV file");
  Json series = Json::object();
  for (const std::string_view name : series_names()) series[std::string(name)] = text("The text of a CSV file");
  return json_object(
      {{"description", "What happened: an episode in the box, or files"},
       {"type", "object"},
       {"properties",
        json_object(
            {{"episode", json_object({{"description", "An episode in the box"}, {"enum", ids}})},
             {"files", json_object({{"type", "object"},
                                    {"properties", files},
                                    {"required", Json::array({"vix"})},
                                    {"additionalProperties", false}})},
             {"series",
              json_object(
                  {{"description",
                    "Files that signals read beside the path, dated by when each value was known: the texts of CSV files"},
                   {"type", "object"},
                   {"properties", series},
                   {"additionalProperties", false}})},
             {"calendar", text("Days of events: iCalendar, or a date and what it is, a line each")},
             {"first_day", text("The trading day of the first value, for files without dates")},
             {"today", text("The last day that can have a value")},
             {"from", text("The first day that is replayed")},
             {"to", text("The last day that is replayed")},
             {"held",
              json_object({{"description",
                            "What a token that follows futures holds: the first two, rolled every day, or the first alone"},
                           {"enum", held_names}})}})},
       {"oneOf", Json::array({json_object({{"required", Json::array({"episode"})}}),
                              json_object({{"required", Json::array({"files"})}})})},
       {"additionalProperties", false}});
}

std::string in_words(const Remark& remark) {
  std::string place;
  if (remark.row > 0) place += "row " + std::to_string(remark.row);
  if (remark.column > 0) place += (place.empty() ? "column " : ", column ") + std::to_string(remark.column);
  return place + (place.empty() ? "" : ": ") + remark.message;
}

Json to_json(const Remarks& remarks) {
  Json list = Json::array();
  for (const Remark& each : remarks.listed)
    list.push_back(json_object({{"row", each.row}, {"column", each.column}, {"message", each.message}, {"value", each.value}}));
  return json_object({{"count", remarks.count}, {"listed", std::move(list)}});
}

namespace {

Json file_json(const CalendarRead& read) {
  return json_object({{"file", "calendar"},
                      {"rows", read.events.size() + read.left_out.count},
                      {"used", read.events.size()},
                      {"first", iso(read.events.front().date)},
                      {"last", iso(read.events.back().date)},
                      {"value_column", ""},
                      {"all_equal", 0},
                      {"left_out", to_json(read.left_out)},
                      {"doubted", to_json(read.doubted)}});
}

}  // namespace

Json joined_json(const GivenHistory& given) {
  return json_object({{"left_out", to_json(given.left_out)}, {"doubted", to_json(given.doubted)}});
}

Json files_json(const GivenHistory& given) {
  Json list = Json::array();
  for (const auto& [name, read] : given.files)
    list.push_back(json_object({{"file", name},
                                {"rows", read.rows},
                                {"used", read.series.dates.size()},
                                {"first", iso(read.series.dates.front())},
                                {"last", iso(read.series.dates.back())},
                                {"value_column", excerpt(read.value_column)},
                                {"all_equal", read.all_equal},
                                {"left_out", to_json(read.left_out)},
                                {"doubted", to_json(read.doubted)}}));
  if (given.calendar) list.push_back(file_json(*given.calendar));
  return list;
}

}  // namespace ballast
