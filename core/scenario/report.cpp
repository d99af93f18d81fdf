#include "scenario/report.h"

#include <cmath>

#include "scenario/notes.h"
#include "scenario/signal_report.h"

namespace ballast {
namespace {

std::string_view name(OptionType type) {
  return type == OptionType::call ? "call" : "put";
}

std::string_view name(Instrument instrument) {
  return instrument == Instrument::option ? "option" : "forward";
}

std::string_view name(LegReport::End end) {
  switch (end) {
    case LegReport::open:
      return "open";
    case LegReport::sold:
      return "sold";
    case LegReport::expired:
      return "expired";
  }
  return "";
}

/// One column: a member of each row.
template <class Row>
std::vector<double> column(const std::vector<Row>& rows, double Row::* member) {
  std::vector<double> values;
  values.reserve(rows.size());
  for (const Row& row : rows) values.push_back(row.*member);
  return values;
}

Json to_json(const Quote& quote) {
  return json_object({{"forward", quote.forward},
                      {"volatility", quote.volatility},
                      {"delta", quote.delta},
                      {"price", quote.price},
                      {"time_value", quote.time_value}});
}

Json to_json(const Profit& profit) {
  return json_object({{"pool", profit.pool}, {"layers", profit.layers}, {"hedge", profit.hedge}, {"total", profit.total}});
}

Json to_json(const PathByDay& path, Arrays& arrays) {
  Json days = Json::array();
  for (std::size_t day = 0; day < path.vix.size(); ++day) days.push_back(day);
  Json futures = Json::array();
  for (const FutureByDay& future : path.futures)
    futures.push_back(json_object({{"tenor_days", future.tenor_days}, {"level", arrays.put(future.level)}}));
  return json_object({{"day", days},
                      {"vix", arrays.put(path.vix)},
                      {"vvix", arrays.put(path.vvix)},
                      {"spx", arrays.put(path.spx)},
                      {"token", arrays.put(path.token)},
                      {"futures", futures}});
}

Json to_json(const PoolByDay& pool, Arrays& arrays) {
  return json_object(
      {{"value", arrays.put(pool.value)},
       {"hold", arrays.put(pool.hold)},
       {"rebalanced", arrays.put(pool.rebalanced)},
       {"impermanent_loss", arrays.put(pool.impermanent_loss)},
       {"impermanent_loss_percent", arrays.put(pool.impermanent_loss_percent)},
       {"fees", arrays.put(pool.fees)},
       {"tokens", arrays.put(pool.tokens)},
       {"usdc", arrays.put(pool.usdc)},
       {"in_range", arrays.put(pool.in_range)},
       {"profit", arrays.put(pool.profit)},
       {"greeks", json_object({{"delta", arrays.put(column(pool.sensitivity, &PoolSensitivity::delta))},
                               {"gamma", arrays.put(column(pool.sensitivity, &PoolSensitivity::gamma))},
                               {"vix_point", arrays.put(column(pool.sensitivity, &PoolSensitivity::vix_point))}})}});
}

Json to_json(const Liquidity& liquidity) {
  Json json = json_object({{"value", liquidity.value},
                           {"price", liquidity.price},
                           {"tokens", liquidity.tokens},
                           {"usdc", liquidity.usdc},
                           {"lower", liquidity.lower}});
  if (std::isfinite(liquidity.upper)) json["upper"] = liquidity.upper;
  json["capital_efficiency"] = liquidity.efficiency;
  return json;
}

Json to_json(const PoolAnalysis& analysis, const LossPrice& price) {
  Json json = json_object(
      {{"token_volatility", analysis.token_volatility},
       {"loss_versus_rebalancing", analysis.loss_versus_rebalancing},
       {"break_even_fee", analysis.break_even_fee},
       {"loss_price", json_object({{"days", price.days}, {"lognormal", price.lognormal}, {"model", price.model}})}});
  if (analysis.implied_volatility) json["implied_volatility"] = *analysis.implied_volatility;
  if (analysis.arbitrage)
    json["arbitrage"] = json_object({{"trading_share", analysis.arbitrage->trading_share},
                                     {"profit", analysis.arbitrage->profit},
                                     {"fees", analysis.arbitrage->fees}});
  return json;
}

Json to_json(const StripReport& strip, Arrays& arrays) {
  std::vector<double> strikes, puts, calls;
  for (const StripRow& row : strip.held.rows) {
    strikes.push_back(row.strike);
    puts.push_back(row.puts);
    calls.push_back(row.calls);
  }
  Json json = json_object({{"strike", arrays.put(strikes)},
                           {"puts", arrays.put(puts)},
                           {"calls", arrays.put(calls)},
                           {"put_price", arrays.put(strip.plan.puts)},
                           {"call_price", arrays.put(strip.plan.calls)},
                           {"cost", strip.cost},
                           {"coverage", json_object({{"vix", arrays.put(strip.coverage.vix)},
                                                     {"loss", arrays.put(strip.coverage.loss)},
                                                     {"payoff", arrays.put(strip.coverage.payoff)},
                                                     {"percent", arrays.put(strip.coverage.percent)}})}});
  if (const auto& expiry = strip.expiry)
    json["expiry"] = json_object({{"day", expiry->day},
                                  {"vix", expiry->vix},
                                  {"payoff", expiry->payoff},
                                  {"loss", expiry->loss},
                                  {"basis", expiry->payoff - expiry->loss},
                                  {"mapping_basis", expiry->mapping_basis},
                                  {"grid_basis", expiry->grid_basis}});
  return json;
}

Json to_json(const LegReport& leg) {
  Json json = json_object({{"underlying", name(leg.underlying)},
                           {"instrument", name(leg.instrument)},
                           {"type", name(leg.type)},
                           {"strike", leg.strike},
                           {"expiry_day", leg.expiry_day},
                           {"contracts", leg.contracts},
                           {"rounding", leg.rounding},
                           {"opened_day", leg.opened_day},
                           {"opened", to_json(leg.opened)}});
  json["costs"] = leg.costs;
  json["reductions"] = Json::array();
  for (const LegReduction& each : leg.reductions)
    json["reductions"].push_back(
        json_object({{"day", each.day}, {"contracts", each.contracts}, {"quote", to_json(each.quote)}}));
  if (leg.spike) json["spike"] = to_json(*leg.spike);
  json["end"] = name(leg.end);
  json["end_day"] = leg.end_day;
  json["ended"] = to_json(leg.ended);
  return json;
}

Json to_json(const std::vector<BreakEven>& break_evens) {
  Json json = Json::array();
  for (const BreakEven& each : break_evens)
    json.push_back(
        json_object({{"underlying", name(each.underlying)}, {"expiry_day", each.expiry_day}, {"level", each.level}}));
  return json;
}

Json to_json(const std::vector<Note>& notes) {
  Json json = Json::array();
  for (const Note& note : notes)
    json.push_back(json_object({{"text", note.text}, {"label", label(note.source.provenance)}, {"source", note.source.text}}));
  return json;
}

Json to_json(const Layer& layer, const LayerByDay& by_day, Arrays& arrays) {
  Json legs = Json::array();
  for (const LegReport& leg : by_day.legs) legs.push_back(to_json(leg));
  Json json = json_object({{"name", layer_name(layer)},
                           {"kind", std::visit([](const auto& rule) { return rule.kind; }, layer.rule)},
                           {"on", layer.on},
                           {"cash_flow", arrays.put(by_day.cash_flow)},
                           {"mark", arrays.put(by_day.mark)},
                           {"profit", arrays.put(by_day.profit)},
                           {"greeks", json_object({{"delta", arrays.put(column(by_day.greeks, &LayerGreeks::delta))},
                                                   {"gamma", arrays.put(column(by_day.greeks, &LayerGreeks::gamma))},
                                                   {"theta", arrays.put(column(by_day.greeks, &LayerGreeks::theta))},
                                                   {"vega", arrays.put(column(by_day.greeks, &LayerGreeks::vega))},
                                                   {"rho", arrays.put(column(by_day.greeks, &LayerGreeks::rho))},
                                                   {"vix_point", arrays.put(column(by_day.greeks, &LayerGreeks::vix_point))}})},
                           {"tokens", arrays.put(by_day.tokens)},
                           {"margin", arrays.put(by_day.margin)},
                           {"time_value", arrays.put(by_day.time_value)},
                           {"costs", by_day.costs},
                           {"turnover", by_day.turnover},
                           {"premium", by_day.premium},
                           {"break_even", to_json(by_day.break_evens)},
                           {"legs", legs}});
  if (!by_day.reserve.empty()) json["reserve"] = arrays.put(by_day.reserve);
  if (by_day.strip) json["strip"] = to_json(*by_day.strip, arrays);
  return json;
}

Json to_json(const SpikeEffect& spike) {
  return json_object({{"from_day", spike.from_day},
                      {"to_day", spike.to_day},
                      {"vix_from", spike.vix_from},
                      {"vix_to", spike.vix_to},
                      {"token_from", spike.token_from},
                      {"token_to", spike.token_to},
                      {"change", to_json(spike.change)}});
}

Json to_json(const SpikeCurve& curve, std::size_t layers, Arrays& arrays) {
  Json by_layer = Json::array();
  for (std::size_t j = 0; j < layers; ++j) {
    std::vector<double> profit;
    for (const Profit& at : curve.profit) profit.push_back(at.layers[j]);
    by_layer.push_back(arrays.put(profit));
  }
  return json_object({{"day", curve.day},
                      {"vix_to", arrays.put(curve.vix_to)},
                      {"token", arrays.put(curve.token)},
                      {"pool", arrays.put(column(curve.profit, &Profit::pool))},
                      {"impermanent_loss", arrays.put(curve.impermanent_loss)},
                      {"pool_tokens", arrays.put(curve.pool_tokens)},
                      {"pool_usdc", arrays.put(curve.pool_usdc)},
                      {"layers", by_layer},
                      {"hedge", arrays.put(column(curve.profit, &Profit::hedge))},
                      {"total", arrays.put(column(curve.profit, &Profit::total))}});
}

Json to_json(const MarginCall& call) {
  return json_object({{"day", call.day},
                      {"quick_ratio", call.quick_ratio},
                      {"shortfall", call.shortfall},
                      {"sold", call.sold},
                      {"slippage", call.slippage}});
}

Json to_json(const CapitalReport& capital, Arrays& arrays) {
  Json json = json_object({{"verdict", capital_verdict(capital)}, {"cash_flow", arrays.put(capital.cash_flow)}});
  if (capital.internal_rate) {
    json["irr"] = capital.internal_rate->rate;
    json["excess"] = *capital.excess();
  } else {
    json["irr_problem"] = reason(capital.internal_rate.error());
  }
  if (capital.modified_rate) json["mirr"] = *capital.modified_rate;
  json["cost_of_equity"] = capital.cost_of_equity;
  json["wacc"] = capital.cost_of_capital;
  json["cash"] = arrays.put(capital.cash);
  json["pool_usdc"] = arrays.put(capital.pool_usdc);
  json["long_options"] = arrays.put(capital.long_options);
  json["margin"] = arrays.put(capital.margin);
  json["short_options"] = arrays.put(capital.short_options);
  json["borrowed"] = arrays.put(capital.borrowed);
  json["quick_ratio"] = arrays.put(capital.quick_ratio);
  json["margin_calls"] = Json::array();
  for (const MarginCall& call : capital.margin_calls) json["margin_calls"].push_back(to_json(call));
  json["roll_yield"] = capital.roll_yield;
  if (capital.gordon_value) json["gordon_value"] = *capital.gordon_value;
  return json;
}

}  // namespace

Json to_json(const std::vector<DefaultUsed>& defaults) {
  Json json = Json::array();
  for (const DefaultUsed& each : defaults)
    json.push_back(json_object({{"pointer", each.pointer},
                                {"value", each.value},
                                {"label", label(each.source.provenance)},
                                {"source", each.source.text}}));
  return json;
}

Json Arrays::put(std::span<const double> values) {
  if (place_ == Place::in_json) return Json(values);
  Json json = json_object({{"at", beside.size()}, {"count", values.size()}});
  beside.insert(beside.end(), values.begin(), values.end());
  return json;
}

SignalDays signal_days(const Scenario& scenario) {
  const WhatIf& path = std::get<WhatIf>(scenario.path.kind);
  WhatIfPaths paths(path, scenario.market, scenario.token, {spike_target(path, scenario.market)});
  return signal_days({scenario.signals}, paths);
}

std::string layer_name(const Layer& layer) {
  if (!layer.name.empty()) return layer.name;
  return std::visit([](const auto& rule) { return std::string(rule.kind); }, layer.rule);
}

Json report(const Scenario& scenario, const Evaluation& evaluation, const std::vector<DefaultUsed>& defaults, Arrays& arrays) {
  Json layers = Json::array();
  for (std::size_t j = 0; j < scenario.book.size(); ++j) {
    layers.push_back(to_json(scenario.book[j], evaluation.layers[j], arrays));
    layers.back()["notes"] = to_json(notes(scenario, evaluation, j));
  }
  Json json = json_object({{"summary", summary(scenario, evaluation)},
                           {"path", to_json(evaluation.path, arrays)},
                           {"pool", to_json(evaluation.pool, arrays)},
                           {"layers", layers},
                           {"hedge", arrays.put(evaluation.hedge)},
                           {"total", arrays.put(evaluation.total)}});
  json["pool"]["position"] = to_json(open_liquidity(scenario.pool.kind, scenario.pool.deposit).value());
  json["pool"]["analysis"] = to_json(evaluation.analysis, evaluation.loss_price);
  json["pool"]["direction"] = hedge_direction(scenario.pool.benchmark);
  if (evaluation.spike) json["spike"] = to_json(*evaluation.spike);
  json["worst_day"] = json_object({{"day", evaluation.worst.day}, {"change", to_json(evaluation.worst.change)}});
  json["calm_month"] = to_json(evaluation.calm);
  json["curve"] = to_json(evaluation.curve, scenario.book.size(), arrays);
  json["break_even"] = json_object(
      {{"day", evaluation.curve.day}, {"hedge", evaluation.break_evens.hedge}, {"total", evaluation.break_evens.total}});
  json["capital"] = to_json(evaluation.capital, arrays);
  if (!scenario.signals.indicators.empty()) json["signals"] = signal_notes(scenario.signals, signal_days(scenario));
  json["defaults"] = to_json(defaults);
  return json;
}

Json report(const Surface& surface, Arrays& arrays) {
  return json_object({{"vix_to", arrays.put(surface.vix_to)},
                      {"days", surface.days},
                      {"pool", arrays.put(surface.pool)},
                      {"hedge", arrays.put(surface.hedge)},
                      {"total", arrays.put(surface.total)},
                      {"break_even", json_object({{"total", surface.break_even}, {"layers", surface.layer_break_even}})}});
}

Json report(const TimeShift& shift, Arrays& arrays) {
  return json_object({{"spike_day", shift.spike_day},
                      {"lead", shift.lead},
                      {"paid", arrays.put(shift.paid)},
                      {"returned", arrays.put(shift.returned)},
                      {"at_spike", arrays.put(shift.at_spike)},
                      {"at_end", arrays.put(shift.at_end)}});
}

}  // namespace ballast
