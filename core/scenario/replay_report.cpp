#include "scenario/replay_report.h"

#include <algorithm>

#include "history/episodes.h"
#include "path/history.h"
#include "path/what_if.h"
#include "scenario/signal_report.h"
#include "scenario/words.h"

namespace ballast {
namespace {

constexpr std::size_t most_best_days = 10;

std::string date_at(const ReplayMarket& market, std::size_t close) {
  return iso(market.first + market.day[close]);
}

std::string month_name(const ReplayedMonth& month) {
  return iso(date(month.year, month.month, 1)).substr(0, 7);
}

double change(const std::vector<double>& profit, std::size_t close) {
  return profit[close] - profit[close - 1];
}

std::vector<double> changes(const std::vector<ReplayedMonth>& months, const std::vector<double>& profit) {
  std::vector<double> result;
  for (const ReplayedMonth& month : months) result.push_back(profit[month.to] - profit[month.from]);
  return result;
}

Json drawdown_json(const ReplayMarket& market, const std::vector<double>& profit) {
  const DeepestFall deepest = deepest_fall(profit);
  Json json = json_object({{"depth", deepest.depth}});
  if (deepest.depth == 0) return json;
  json["from"] = date_at(market, deepest.from);
  json["to"] = date_at(market, deepest.to);
  if (deepest.recovered) json["recovered"] = date_at(market, *deepest.recovered);
  return json;
}

Json counts_json(const GainsAndLosses& counted) {
  return json_object({{"cost", counted.cost}, {"lost", counted.lost}, {"paid", counted.paid}, {"gained", counted.gained}});
}

Json best_days_json(const Replay& replayed, const ReplayedBook& book) {
  Json days = Json::array();
  for (const std::size_t close : best_closes(book.hedge, most_best_days))
    days.push_back(json_object({{"date", date_at(replayed.market, close)},
                                {"day", replayed.market.day[close]},
                                {"vix_from", replayed.market.vix[close - 1]},
                                {"vix_to", replayed.market.vix[close]},
                                {"pool", change(replayed.market.pool, close)},
                                {"hedge", change(book.hedge, close)},
                                {"total", change(book.total, close)}}));
  return days;
}

Json layers_json(const BookToReplay& asked, const ReplayedBook& book, Arrays& arrays) {
  Json layers = Json::array();
  for (std::size_t j = 0; j < book.layers.size(); ++j)
    layers.push_back(
        json_object({{"name", layer_name(asked.book[j])}, {"on", asked.book[j].on}, {"profit", arrays.put(book.layers[j])}}));
  return layers;
}

Json book_json(const BookToReplay& asked, const Replay& replayed, const ReplayedBook& book,
               const std::vector<ReplayedMonth>& all_months, Arrays& arrays) {
  Json of_months = counts_json(by_month(all_months, book.hedge));
  of_months["hedge"] = arrays.put(changes(all_months, book.hedge));
  of_months["total"] = arrays.put(changes(all_months, book.total));
  Json of_days = counts_json(by_close(book.hedge));
  of_days["best"] = best_days_json(replayed, book);
  return json_object({{"name", asked.name},
                      {"against", asked.is_alternative},
                      {"layers", layers_json(asked, book, arrays)},
                      {"hedge", arrays.put(book.hedge)},
                      {"total", arrays.put(book.total)},
                      {"end", json_object({{"hedge", book.hedge.back()}, {"total", book.total.back()}})},
                      {"costs", book.costs},
                      {"turnover", book.turnover},
                      {"least_quick_ratio", book.least_quick_ratio},
                      {"drawdown", drawdown_json(replayed.market, book.total)},
                      {"months", std::move(of_months)},
                      {"days", std::move(of_days)}});
}

std::string_view origin_of_token(const History& history) {
  if (history.token.empty()) return "model";
  return history.first_future.empty() ? "given" : "futures";
}

Json history_json(const GivenHistory& given, const ReplayMarket& market) {
  const History& history = given.history;
  Json json = json_object({{"name", given.name}, {"about", given.about}});
  if (given.source) json["source"] = json_object({{"label", label(given.source->provenance)}, {"text", given.source->text}});
  json["first"] = date_at(market, 0);
  json["last"] = date_at(market, market.day.size() - 1);
  json["closes"] = market.day.size();
  json["spx"] = history.spx.empty() ? "rule" : "given";
  json["vvix"] = history.vvix.empty() ? "constant" : "given";
  json["token"] = origin_of_token(history);
  return json;
}

/// Settlements that are not known are 0.
bool any_known(const std::vector<double>& settlements) {
  return std::ranges::any_of(settlements, [](double each) { return each > 0; });
}

void put_market(const GivenHistory& given, const ReplayMarket& market, Json& json, Arrays& arrays) {
  json["day"] = market.day;
  json["vix"] = arrays.put(market.vix);
  json["vvix"] = arrays.put(market.vvix);
  json["spx"] = arrays.put(market.spx);
  json["token"] = arrays.put(market.token);
  json["future"] = arrays.put(market.future);
  if (any_known(given.history.first_future)) json["first_future"] = arrays.put(given.history.first_future);
  if (any_known(given.history.second_future)) json["second_future"] = arrays.put(given.history.second_future);
  json["pool_value"] = arrays.put(market.pool_value);
  json["impermanent_loss"] = arrays.put(market.impermanent_loss);
  json["impermanent_loss_percent"] = arrays.put(market.impermanent_loss_percent);
  json["fees"] = arrays.put(market.fees);
  json["pool"] = arrays.put(market.pool);
  json["entered"] = Json::array();
  for (const std::size_t close : market.entered) json["entered"].push_back(date_at(market, close));
}

std::string gains(double profit) {
  return (profit < 0 ? "loses " : "gains ") + words::dollars(profit);
}

std::string counted(std::size_t count, std::string_view one) {
  return std::to_string(count) + " " + std::string(one) + (count == 1 ? "" : "s");
}

/// "110.25"
std::string hundredths(double value) {
  const std::string digits = words::whole(std::abs(100 * value));
  const std::string padded = digits.size() < 3 ? std::string(3 - digits.size(), '0') + digits : digits;
  return (value < 0 ? "-" : "") + padded.substr(0, padded.size() - 2) + "." + padded.substr(padded.size() - 2);
}

std::string what_the_hedge_did(const ReplayMarket& market, const ReplayedBook& book) {
  const std::vector<ReplayedMonth> all_months = months(market);
  const GainsAndLosses by = by_month(all_months, book.hedge);
  std::string text = " The hedge cost " + words::dollars(by.lost) + " in " + counted(by.cost, "month") + " and paid " +
                     words::dollars(by.gained) + " in " + counted(by.paid, "month") + " of " +
                     std::to_string(all_months.size());
  const auto best = best_closes(book.hedge, 1);
  if (!best.empty())
    text += "; on its best day, " + date_at(market, best[0]) + ", it paid " + words::dollars(change(book.hedge, best[0]));
  return text + ".";
}

/// How far the model's future is off the settlement on the day of the highest VIX.
std::string note_on_futures(const History& history, const ReplayMarket& market) {
  const auto highest = static_cast<std::size_t>(std::ranges::max_element(market.vix) - market.vix.begin());
  const std::string text = "VIX options go by the model's curve through the close of VIX, not by settlements: on " +
                           date_at(market, highest) + ", with VIX at " + hundredths(market.vix[highest]) +
                           ", its 30-day future is " + hundredths(market.future[highest]);
  const double settled = history.first_future[highest];
  return text + (settled > 0 ? " and the first future settled at " + hundredths(settled) + "."
                             : "; what the first future settled at is not known.");
}

/// Which signals dropped out along the history, and what else is to be said of them.
void note_signals(const ReplayRequest& request, std::vector<std::string>& result) {
  const Scenario& scenario = request.scenario;
  const History& history = request.given.history;
  if (scenario.signals.indicators.empty()) return;
  // Entered anew, a token that ends may be walked for longer than it lives; whether a signal drops out does not hang on its
  // price.
  const Token token = history.day.back() <= longest_horizon(scenario.token) ? scenario.token : Token();
  HistoryPaths paths(history, scenario.market, token);
  for (const Json& note : signal_notes(scenario.signals, signal_days({scenario.signals, request.given.series}, paths)))
    result.push_back(note["text"].get<std::string>());
}

}  // namespace

Replay replay(const ReplayRequest& request) {
  Replay result;
  for (const BookToReplay& book : request.books) {
    Scenario scenario = request.scenario;
    scenario.book = book.book;
    result.books.push_back(replay(position(scenario, request.given), request.given.history, request.renewal, result.market));
  }
  return result;
}

std::string summary(const ReplayRequest& request, const Replay& replayed) {
  const ReplayMarket& market = replayed.market;
  const std::string pool =
      "From " + date_at(market, 0) + " to " + date_at(market, market.day.size() - 1) + " the pool " + gains(market.pool.back());
  const ReplayedBook& book = replayed.books[0];
  if (request.books[0].book.empty()) return pool + "; there is no hedge.";
  const double alone = deepest_fall(market.pool).depth, together = deepest_fall(book.total).depth;
  return pool + " and the hedge " + gains(book.hedge.back()) + "." + what_the_hedge_did(market, book) +
         " The deepest fall from a high is " + words::dollars(together) + ", and " + words::dollars(alone) +
         " without the hedge.";
}

std::vector<std::string> notes(const ReplayRequest& request, const Replay& replayed) {
  const History& history = request.given.history;
  std::vector<std::string> result;
  if (history.spx.empty())
    result.push_back(
        "No closes of SPX are given: in its place ln(SPX) moves by " + hundredths(spx_per_vix_jump) +
        " times the change of ln(VIX), an assumption without growth. Layers on SPX are not to be trusted here, and the "
        "condor alone stands beside the book only where it is asked for.");
  if (history.vvix.empty())
    result.push_back("No closes of VVIX are given: it stays at " + hundredths(request.scenario.market.vvix) +
                     ", which understates what VIX options gain in a spike.");
  if (history.token.empty())
    result.push_back(
        "No futures and no prices of the token are given: it goes by the model's curve through the close of VIX, "
        "not by what futures settled at.");
  if (any_known(history.first_future)) result.push_back(note_on_futures(history, replayed.market));
  if (const int days = longest_stretch(history, request.renewal); days > 400)
    result.push_back("The position is held for " + std::to_string(days) +
                     " days. A token that decays leaves less and less to " +
                     "hedge, and layers sized by the pool shrink with it: renew_days enters the position anew.");
  if (replayed.market.entered.size() > 1)
    result.push_back("The position is sold and entered anew " + std::to_string(replayed.market.entered.size() - 1) +
                     " times; what is open then is sold at its mark, without costs.");
  note_signals(request, result);
  return result;
}

Json report(const ReplayRequest& request, const Replay& replayed, Arrays& arrays) {
  const ReplayMarket& market = replayed.market;
  Json json = json_object({{"summary", summary(request, replayed)},
                           {"notes", notes(request, replayed)},
                           {"history", history_json(request.given, market)},
                           {"files", files_json(request.given)},
                           {"joined", joined_json(request.given)}});
  put_market(request.given, market, json, arrays);
  const std::vector<ReplayedMonth> all_months = months(market);
  Json names = Json::array();
  for (const ReplayedMonth& month : all_months) names.push_back(month_name(month));
  json["months"] = json_object({{"month", std::move(names)}, {"pool", arrays.put(changes(all_months, market.pool))}});
  json["drawdown"] = drawdown_json(market, market.pool);
  json["books"] = Json::array();
  for (std::size_t i = 0; i < replayed.books.size(); ++i)
    json["books"].push_back(book_json(request.books[i], replayed, replayed.books[i], all_months, arrays));
  json["defaults"] = to_json(request.defaults);
  return json;
}

Json episodes_json() {
  Json list = Json::array();
  for (const Episode& each : episodes()) {
    const auto date_of = [](const EpisodeDay& day) { return iso(date(day.date.year, day.date.month, day.date.day)); };
    const auto highest = std::ranges::max_element(each.days, {}, &EpisodeDay::vix);
    list.push_back(json_object({{"id", each.id},
                                {"name", each.name},
                                {"about", each.about},
                                {"source", json_object({{"label", label(each.source.provenance)}, {"text", each.source.text}})},
                                {"first", date_of(each.days.front())},
                                {"last", date_of(each.days.back())},
                                {"closes", each.days.size()},
                                {"highest_vix", highest->vix},
                                {"highest_date", date_of(*highest)}}));
  }
  return list;
}

}  // namespace ballast
