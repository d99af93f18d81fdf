#include "claims/cost_claims.h"

#include "market/market.h"
#include "numeric/elementary.h"

namespace ballast::claims {
namespace {

constexpr Source two_percent = recurring(
    "VixShield's answers on the Adaptive Layered VIX Hedge: \"1-2 % annual cost\"; twice that for in part is an assumption");

Which calm_paths(const Evidence& evidence) {
  return [&evidence](std::size_t i) { return !evidence.facts.has_spike(i); };
}

constexpr std::string_view no_calm = "on every path VIX rises by 0.2 in log in a day";

/// Losses of some layers as a share of the capital per year.
OfPath yearly_cost(const Evidence& evidence, const std::vector<double>& profit) {
  const double scale = -1 / (evidence.facts.years * capital(evidence));
  return [&profit, scale](std::size_t i) { return scale * profit[i]; };
}

/// The same on the scenario's own path without its spike.
double own_calm_cost(const Evidence& evidence, std::span<const std::size_t> layers) {
  double month = 0;
  for (const std::size_t layer : layers) month += evidence.own.calm.layers[layer];
  return -month * (days_per_year / 30) / capital(evidence);
}

}  // namespace

Claim condor_covers_loss(const Evidence& evidence) {
  Claim claim{
      .id = "condor_covers_loss",
      .statement = "The premium of the condor covers the impermanent loss",
      .threshold =
          "What the condors keep up to the horizon is at least the impermanent loss in 90 % of paths; in part from 50 %",
      .source = nine_in_ten};
  if (evidence.roles.condors.empty()) return not_applicable(std::move(claim), "the book has no condor that is on");
  const PathFacts& facts = evidence.facts;
  const OfPath kept = [&](std::size_t i) { return facts.condors[i] + facts.impermanent_loss[i]; };
  const OfPath taken_in = [&](std::size_t i) { return facts.condor_premium[i] + facts.impermanent_loss[i]; };
  claim.figures = {{"paths on which what the condors keep covers it", "share",
                    share_of(evidence, [&](std::size_t i) { return kept(i) >= 0; })},
                   {"paths on which the premium taken in would", "share",
                    share_of(evidence, [&](std::size_t i) { return taken_in(i) >= 0; })},
                   {"mean premium taken in, less costs", "USD", mean_of(evidence, number(facts.condor_premium))},
                   {"mean that the condors keep of it", "USD", mean_of(evidence, number(facts.condors))},
                   {"mean impermanent loss", "USD", mean_of(evidence, number(facts.impermanent_loss))}};
  claim.measure = "what the condors keep less the impermanent loss";
  claim.measure_unit = "USD";
  claim.paths = extremes(evidence, kept);
  return judged(std::move(claim), of_paths);
}

Claim calls_cost_little(const Evidence& evidence) {
  Claim claim{
      .id = "calls_cost_little",
      .statement = "Call layers cost no more than 2 % of the capital a year",
      .threshold = "Their mean loss is at most 2 % a year of the capital, the pool and the cash beside it; in part up to 4 %",
      .source = two_percent};
  if (evidence.roles.calls.empty()) return not_applicable(std::move(claim), "the book has no layer of VIX calls that is on");
  const auto& profit = evidence.facts.calls;
  claim.figures = {
      {"mean cost a year", "share", mean_of(evidence, yearly_cost(evidence, profit))},
      {"the same on the scenario's own path without its spike", "share", {own_calm_cost(evidence, evidence.roles.calls)}},
      {"mean profit up to the horizon", "USD", mean_of(evidence, number(profit))},
      {"paths on which they lose", "share", share_of(evidence, [&](std::size_t i) { return profit[i] < 0; })}};
  claim.measure = "profit of the call layers up to the horizon";
  claim.measure_unit = "USD";
  claim.paths = extremes(evidence, number(profit));
  return judged(std::move(claim), AtMost{0.02, 0.04});
}

Claim alvh_costs_little_in_calm(const Evidence& evidence) {
  Claim claim{.id = "alvh_costs_little_in_calm",
              .statement = "The ALVH-style ladder costs no more than 2 % of the capital a year in calm",
              .threshold = "On paths without a spike its mean loss is at most 2 % of the capital a year; in part up to 4 %",
              .source = two_percent};
  if (evidence.roles.alvh.empty()) return not_applicable(std::move(claim), "the book has no ALVH-style layer that is on");
  const Which calm = calm_paths(evidence);
  if (count_of(evidence, calm) == 0) return not_applicable(std::move(claim), no_calm);
  const auto& profit = evidence.facts.alvh;
  claim.figures = {
      {"mean cost a year on paths without a spike", "share", mean_of(evidence, yearly_cost(evidence, profit), calm)},
      {"the same on the scenario's own path without its spike", "share", {own_calm_cost(evidence, evidence.roles.alvh)}},
      {"mean cost a year on all paths", "share", mean_of(evidence, yearly_cost(evidence, profit))},
      {"paths without a spike", "share", share_of(evidence, calm)}};
  claim.measure = "profit of the ladder up to the horizon on a path without a spike";
  claim.measure_unit = "USD";
  claim.paths = extremes(evidence, number(profit), calm);
  return judged(std::move(claim), AtMost{0.02, 0.04});
}

Claim contango_eats_token(const Evidence& evidence) {
  Claim claim{
      .id = "contango_eats_token",
      .statement = "Contango eats the token in calm",
      .threshold =
          "On paths without a spike the token falls by at least 20 % a year on average, in log; in part where it falls at all",
      .source =
          assumption("what a holder notices; rolled 30-day futures lost 62 to 77 % in each of 2009, 2010, 2012 and 2013")};
  const Token& token = evidence.position.exposure.token;
  if (std::holds_alternative<IndexToken>(token.kind))
    return not_applicable(std::move(claim), "the token does not hold futures");
  const Which calm = calm_paths(evidence);
  if (count_of(evidence, calm) == 0) return not_applicable(std::move(claim), no_calm);
  const PathFacts& facts = evidence.facts;
  const OfPath fall = [&](std::size_t i) { return -numeric::log(facts.token[i]) / facts.years; };
  claim.figures = {{"mean fall a year on paths without a spike, in log", "per year", mean_of(evidence, fall, calm)},
                   {"paths without a spike on which it falls", "share",
                    share_of(
                        evidence, [&](std::size_t i) { return facts.token[i] < 1; }, calm)},
                   {"mean fall a year on all paths, in log", "per year", mean_of(evidence, fall)}};
  if (std::holds_alternative<RolledFuture>(token.kind))
    claim.figures.push_back({"fall a year that the curve alone makes, in log",
                             "per year",
                             {-log_drift(token, evidence.position.exposure.market.curve)}});
  claim.measure = "price of the token at the horizon over that of day 0, on a path without a spike";
  claim.measure_unit = "ratio";
  claim.paths = extremes(evidence, number(facts.token), calm);
  return judged(std::move(claim), AtLeast{0.2, above_zero});
}

}  // namespace ballast::claims
