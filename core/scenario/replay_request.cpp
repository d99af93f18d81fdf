#include "scenario/replay_request.h"

#include <algorithm>

namespace ballast {
namespace {

const Json empty_object = Json::object();

const Json& member(const Json& request, std::string_view key) {
  const auto found = request.find(key);
  return found == request.end() ? empty_object : *found;
}

std::string listed_alternatives() {
  std::string result;
  for (const std::string_view name : alternative_names) result += (result.empty() ? "" : ", ") + std::string(name);
  return result;
}

void take_books(const Json& request, ReplayRequest& result, Problems& problems) {
  const std::string& name = result.scenario.name;
  if (!request.contains("books")) {
    result.books.push_back({name.empty() ? "The scenario's book" : name, result.scenario.book});
    return;
  }
  auto read = read_comparison(json_object({{"books", request["books"]}}), "");
  problems.insert(problems.end(), read.problems.begin(), read.problems.end());
  for (Book& book : read.value.books) result.books.push_back({std::move(book.name), std::move(book.book)});
}

bool is_condor(const Layer& layer) {
  return std::holds_alternative<IronCondor>(layer.rule) || std::holds_alternative<Cndr>(layer.rule);
}

BookToReplay alternative(Alternative which, const Scenario& scenario) {
  BookToReplay result{.name = "No hedge", .book = {}, .is_alternative = true};
  if (which == Alternative::vxth) {
    result.name = "VXTH rule";
    result.book.push_back({.rule = Vxth{}, .name = result.name});
  }
  if (which == Alternative::condor) {
    result.name = "Condor only";
    std::ranges::copy_if(scenario.book, std::back_inserter(result.book), is_condor);
    if (result.book.empty()) {
      result.name = "Condor only (CNDR rule)";
      result.book.push_back({.rule = Cndr{}, .name = "CNDR rule"});
    }
  }
  return result;
}

/// All of them, but no condor on an index that is not given.
Json default_alternatives(const History& history) {
  Json names = Json::array();
  for (std::size_t i = 0; i < alternative_names.size(); ++i)
    if (static_cast<Alternative>(i) != Alternative::condor || !history.spx.empty()) names.push_back(alternative_names[i]);
  return names;
}

void take_alternatives(const Json& request, ReplayRequest& result, Problems& problems) {
  const Json against = request.value("against", default_alternatives(result.given.history));
  if (!against.is_array() || against.size() > alternative_names.size()) {
    problems.push_back({"/against", "must be a list of some of " + listed_alternatives(), shortened(against)});
    return;
  }
  for (std::size_t i = 0; i < against.size(); ++i) {
    const auto name = std::ranges::find_if(alternative_names, [&](std::string_view each) { return against[i] == each; });
    if (name == alternative_names.end())
      problems.push_back({"/against/" + std::to_string(i), "must be one of " + listed_alternatives(), shortened(against[i])});
    else
      result.books.push_back(alternative(static_cast<Alternative>(name - alternative_names.begin()), result.scenario));
  }
}

void take_renewal(const Json& request, ReplayRequest& result, Problems& problems) {
  const auto days = request.find("renew_days");
  if (days == request.end()) return;
  const bool is_whole = days->is_number_integer();
  if (is_whole && *days >= 1 && *days <= longest_renewal)
    result.renewal.days = days->get<int>();
  else
    problems.push_back({"/renew_days",
                        "must be a whole number of days, at least 1 and at most " + std::to_string(longest_renewal),
                        shortened(*days)});
}

void require_living_token(const Json& request, const ReplayRequest& result, Problems& problems) {
  const int days = longest_stretch(result.given.history, result.renewal);
  if (days <= longest_horizon(result.scenario.token)) return;
  problems.push_back({"/scenario/token",
                      "expires before the history ends: the position is held for " + std::to_string(days) +
                          " days; another token or renew_days would do",
                      shortened(member(member(request, "scenario"), "token"))});
}

}  // namespace

ReplayRequest read_replay_request(const Json& request, Problems& problems) {
  Problems in_history;
  GivenHistory given = read_history(member(request, "history"), "/history", in_history);
  ReplayRequest result = read_replay_request(request, std::move(given), problems);
  problems.insert(problems.end(), in_history.begin(), in_history.end());
  return result;
}

ReplayRequest read_replay_request(const Json& request, GivenHistory given, Problems& problems) {
  ReplayRequest result;
  auto scenario = read_scenario(member(request, "scenario"), "/scenario");
  problems.insert(problems.end(), scenario.problems.begin(), scenario.problems.end());
  result.scenario = std::move(scenario.value);
  result.defaults = std::move(scenario.defaults);
  // The history takes the place of the path: its defaults were not used.
  std::erase_if(result.defaults, [](const DefaultUsed& each) { return each.pointer.starts_with("/scenario/path/"); });
  result.given = std::move(given);
  take_books(request, result, problems);
  take_alternatives(request, result, problems);
  take_renewal(request, result, problems);
  if (problems.empty() && !result.given.history.day.empty()) require_living_token(request, result, problems);
  return result;
}

Json replay_properties() {
  return json_object(
      {{"history", history_schema()},
       {"against", json_object({{"description",
                                 "What a person would otherwise do: no hedge, Cboe's VIX tail hedge rule, the condors alone"},
                                {"type", "array"},
                                {"items", json_object({{"enum", alternative_names}})},
                                {"maxItems", alternative_names.size()}})},
       {"renew_days",
        json_object({{"description", "Sell the position after so many days and enter it anew; never where it is left out"},
                     {"type", "integer"},
                     {"minimum", 1},
                     {"maximum", longest_renewal}})}});
}

}  // namespace ballast
