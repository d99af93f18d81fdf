#include "scenario/adaptation_report.h"

#include <algorithm>

#include "scenario/report.h"
#include "scenario/words.h"

namespace ballast {
namespace {

const Json empty_object = Json::object();

const Json& member(const Json& request, std::string_view key) {
  const auto found = request.find(key);
  return found == request.end() ? empty_object : *found;
}

void append(Problems& problems, Problems more) {
  problems.insert(problems.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

void require_a_test(const AdaptationRequest& asked, Problems& problems) {
  if (asked.scenario.signals.indicators.empty())
    problems.push_back(
        {"/scenario/signals/indicators", "must name at least one: without any there is no score to adapt to", nullptr});
  if (!acts_on_score(asked.scenario.book))
    problems.push_back(
        {"/scenario/book", "has no layer that acts on the score: give one adaptive, or a reserve trigger_score", nullptr});
  const std::vector<int>& days = asked.given.history.day;
  if (!days.empty() && days.size() < 3)
    problems.push_back({"/history", "has fewer than three closes: none are left out of sample", days.size()});
  if (!days.empty() && days.back() > longest_horizon(asked.scenario.token))
    problems.push_back({"/scenario/token", "expires before the history ends", days.back()});
}

Json to_json(const Outcome& outcome) {
  return json_object({{"total", outcome.total},
                      {"hedge", outcome.hedge},
                      {"drawdown", outcome.drawdown},
                      {"turnover", outcome.turnover},
                      {"costs", outcome.costs}});
}

Json book(std::string_view name, const Outcomes& outcomes) {
  return json_object(
      {{"name", name}, {"in_sample", to_json(outcomes.in_sample)}, {"out_of_sample", to_json(outcomes.out_of_sample)}});
}

std::vector<double> totals(const AdaptationTest& test, Outcome Outcomes::* stretch) {
  std::vector<double> result;
  for (const DrawnWeights& each : test.drawn) result.push_back((each.outcomes.*stretch).total);
  std::ranges::sort(result);
  return result;
}

std::string better_or_worse(double difference) {
  return words::dollars(difference) + (difference < 0 ? " less" : " more");
}

std::string summary(const AdaptationTest& test) {
  const double in = test.given.in_sample.total - test.fixed.in_sample.total;
  const double out = test.given.out_of_sample.total - test.fixed.out_of_sample.total;
  const double cost = test.given.out_of_sample.costs - test.fixed.out_of_sample.costs;
  return "The adaptive book made " + better_or_worse(in) + " than the fixed one in sample and " + better_or_worse(out) +
         " out of it, where its trading cost " + better_or_worse(cost) + ". Out of sample " +
         words::whole(100 * test.below_out_of_sample()) + " % of " + words::count(static_cast<double>(test.drawn.size())) +
         " sets of random weights did worse than the ones given.";
}

AdaptationRequest read_without_history(const Json& request, Problems& problems) {
  AdaptationRequest result;
  auto scenario = read_scenario(member(request, "scenario"), "/scenario");
  auto adaptation = read_adaptation(member(request, "adaptation"), "/adaptation");
  append(problems, std::move(scenario.problems));
  append(problems, std::move(adaptation.problems));
  result.scenario = std::move(scenario.value);
  result.adaptation = adaptation.value;
  result.defaults = std::move(adaptation.defaults);
  return result;
}

}  // namespace

AdaptationRequest read_adaptation_request(const Json& request, GivenHistory given, Problems& problems) {
  AdaptationRequest result = read_without_history(request, problems);
  result.given = std::move(given);
  if (problems.empty()) require_a_test(result, problems);
  return result;
}

AdaptationRequest read_adaptation_request(const Json& request, Problems& problems) {
  AdaptationRequest result = read_without_history(request, problems);
  if (!request.contains("history"))
    problems.push_back({"/history", "must be given: an episode or files", nullptr});
  else
    result.given = read_history(request["history"], "/history", problems);
  if (problems.empty()) require_a_test(result, problems);
  return result;
}

Json report(const AdaptationRequest& request, const AdaptationTest& test) {
  const History& history = request.given.history;
  Json indicators = Json::array();
  for (const Indicator& each : request.scenario.signals.indicators) indicators.push_back(title(each));
  return json_object({{"summary", summary(test)},
                      {"history", json_object({{"name", request.given.name},
                                               {"from", iso(history.first)},
                                               {"split", iso(history.first + test.split_day)},
                                               {"to", iso(history.first + history.day.back())},
                                               {"closes", history.day.size()}})},
                      {"files", files_json(request.given)},
                      {"joined", joined_json(request.given)},
                      {"books", Json::array({book("No hedge", test.unhedged), book("Fixed", test.fixed),
                                             book("Adaptive, weights as given", test.given),
                                             book("Adaptive, best random weights in sample", test.drawn[test.best].outcomes)})},
                      {"random", json_object({{"draws", test.drawn.size()},
                                              {"in_sample", totals(test, &Outcomes::in_sample)},
                                              {"out_of_sample", totals(test, &Outcomes::out_of_sample)},
                                              {"below_in_sample", test.below_in_sample()},
                                              {"below_out_of_sample", test.below_out_of_sample()},
                                              {"indicators", indicators},
                                              {"best_weights", test.drawn[test.best].weights}})},
                      {"defaults", to_json(request.defaults)}});
}

}  // namespace ballast
