#include "scenario/notes.h"

#include <cmath>

#include "book/parity.h"
#include "scenario/words.h"

namespace ballast {
namespace {

constexpr Source computed = assumption("the model's answer to this scenario");
constexpr Source put_call_parity = published(
    "put-call parity (Stoll, \"The Relationship Between Put and Call Option Prices\", Journal of "
    "Finance 24, 1969)");

std::string gains_or_loses(double value) {
  return (value < 0 ? "loses " : "gains ") + words::dollars(value);
}

/// What is said of one layer, and what it is said from.
struct Subject {
  const Scenario& scenario;
  const Evaluation& evaluation;
  std::size_t layer;

  const LayerByDay& by_day() const { return evaluation.layers[layer]; }
  double on_spike() const { return evaluation.spike ? evaluation.spike->change.layers[layer] : 0; }
  double calm_year() const { return evaluation.calm.layers[layer] * (365.0 / 30); }
  double pool() const { return evaluation.pool.value.front(); }
};

/// A condor's credit against its loss in the spike.
std::vector<Note> of_condor(const Subject& subject) {
  const double credit = -subject.by_day().premium;
  std::vector<Note> result;
  if (subject.evaluation.spike) {
    result.push_back({"On the spike it " + gains_or_loses(subject.on_spike()) +
                          "; all the premium it took in over the path is " + words::dollars(credit) +
                          ". A short condor is no hedge of a spike: SPX leaves its strikes and volatility rises on the "
                          "same day.",
                      computed});
  }
  return result;
}

std::vector<Note> of_calls(const Subject& subject) {
  std::vector<Note> result;
  const double year = subject.calm_year();
  result.push_back({"A year of it in calm " + std::string(year < 0 ? "costs " : "earns ") + words::dollars(year) + ", " +
                        words::percent(std::abs(year) / subject.pool()) + " of the pool.",
                    computed});
  if (const auto& spike = subject.evaluation.spike) {
    const double left = subject.by_day().time_value[static_cast<std::size_t>(spike->to_day)];
    const double mark = subject.by_day().mark[static_cast<std::size_t>(spike->to_day)];
    result.push_back({"At the close of the spike it is worth " + words::dollars(mark) + ", of which " + words::dollars(left) +
                          " is time value that a holder to expiry does not get.",
                      computed});
  }
  return result;
}

std::vector<Note> of_parity(const Subject& subject, const ParityTrade& rule, std::string_view what) {
  const auto rate = rate_locked(subject.by_day(), rule.costs);
  std::vector<Note> result;
  if (rate)
    result.push_back({std::string(what) + " a rate of " + words::percent(*rate) +
                          " a year, costs included, against a risk-free rate of " +
                          words::percent(subject.scenario.market.rate) + ".",
                      put_call_parity});
  result.push_back({"What it pays does not depend on where SPX or VIX go: it leaves the pool's delta alone and hedges nothing.",
                    put_call_parity});
  return result;
}

// One overload for each kind that has something to be said of it.
std::vector<Note> of(const Subject& subject, const IronCondor&) {
  return of_condor(subject);
}
std::vector<Note> of(const Subject& subject, const Cndr&) {
  return of_condor(subject);
}
std::vector<Note> of(const Subject& subject, const VixCalls&) {
  return of_calls(subject);
}
std::vector<Note> of(const Subject& subject, const Vxth&) {
  return of_calls(subject);
}
std::vector<Note> of(const Subject& subject, const Conversion& rule) {
  return of_parity(subject, rule, "It earns");
}
std::vector<Note> of(const Subject& subject, const Reversal& rule) {
  return of_parity(subject, rule, "It borrows at");
}

std::vector<Note> of(const Subject& subject, const Alvh&) {
  std::vector<Note> result = of_calls(subject);
  result.push_back(
      {"ALVH-style: the contracts, expiries and delta are repeated in public by their author; how gains are moved is not.",
       recurring("VixShield, pages on the Adaptive Layered VIX Hedge")});
  return result;
}

std::vector<Note> of(const Subject&, const Synthetic&) {
  return {{"It is short SPX point for point: it gains when SPX falls with the spike and loses as much when SPX rises.",
           put_call_parity}};
}

std::vector<Note> of(const Subject& subject, const ShortToken&) {
  return {
      {"It takes out the pool's direction, not its curvature: against holding the pool has no direction to take out. Setting "
       "it anew "
       "turned over " +
           words::dollars(subject.by_day().turnover) + " and cost " + words::dollars(subject.by_day().costs) + ".",
       computed}};
}

std::vector<Note> of(const Subject& subject, const Reserve&) {
  const Days& reserve = subject.by_day().reserve;
  if (reserve.empty()) return {};
  return {{"Of the capital set aside " + words::dollars(reserve.back()) +
               " is left at the end. Every figure of this rule is an input: no public "
               "rule exists.",
           assumption("no public rule of a reserve exists")}};
}

template <class Other>
std::vector<Note> of(const Subject&, const Other&) {
  return {};
}

}  // namespace

std::vector<Note> notes(const Scenario& scenario, const Evaluation& evaluation, std::size_t layer) {
  const Layer& described = scenario.book[layer];
  if (!described.on) return {};
  if (evaluation.layers[layer].legs.empty() && !std::holds_alternative<ShortToken>(described.rule) &&
      !std::holds_alternative<Reserve>(described.rule))
    return {{"Nothing was opened on this path.", computed}};
  const Subject subject{scenario, evaluation, layer};
  return std::visit([&](const auto& rule) { return of(subject, rule); }, described.rule);
}

std::optional<double> rate_locked(const LayerByDay& layer, const TradingCosts& costs) {
  double outlay = 0, payoff = 0, years = 0;
  for (const LegReport& leg : layer.legs) {
    if (leg.opened_day != layer.legs.front().opened_day) continue;
    years = (leg.expiry_day - leg.opened_day) / days_per_year;
    const double value = option_multiplier * leg.opened.price;
    outlay += leg.contracts * value + std::abs(leg.contracts) * (0.5 * spread_of(costs, leg.instrument) * value + costs.commission);
    // At the strike the options end worthless and the index pays the strike: what the whole pays wherever SPX goes.
    if (leg.instrument == Instrument::forward) payoff += leg.contracts * option_multiplier;
  }
  for (const LegReport& leg : layer.legs) {
    if (leg.instrument != Instrument::option) continue;
    payoff *= leg.strike;
    break;
  }
  if (!(outlay * payoff > 0)) return {};
  return locked_rate(outlay, payoff, years);
}

std::string_view reason(ReturnFailure failure) {
  switch (failure) {
    case ReturnFailure::no_flows:
      return "nothing is paid or received";
    case ReturnFailure::not_finite:
      return "an amount is no number";
    case ReturnFailure::nothing_received:
      return "nothing comes back: all is lost";
    case ReturnFailure::nothing_paid:
      return "nothing is put in";
    case ReturnFailure::rate_too_low:
      return "a rate of -100 % or less was given";
    case ReturnFailure::no_rate:
      return "no rate makes these cash flows worth nothing";
    case ReturnFailure::too_large:
      return "the rate is beyond all bounds";
  }
  return "";
}

std::string capital_verdict(const CapitalReport& capital) {
  if (!capital.internal_rate)
    return "There is no internal rate of return: " + std::string(reason(capital.internal_rate.error())) + ".";
  const double excess = *capital.excess();
  const std::size_t days = capital.cash_flow.size() - 1;
  const std::string period = days < 365 ? " (drawn out from " + std::to_string(days) + " days)" : "";
  return "Bought on day 0 and sold at the end, pool and hedge return " + words::percent(capital.internal_rate->rate) + " a year" + period +
         " after impermanent loss, " + words::percent(std::abs(excess)) + (excess < 0 ? " less" : " more") +
         " than the capital costs (" + words::percent(capital.cost_of_capital) + ").";
}

}  // namespace ballast
