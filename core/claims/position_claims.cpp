#include "claims/position_claims.h"

namespace ballast::claims {
namespace {

/// One less what is left of a sum.
Estimate cut(Estimate left) {
  if (left.value) left.value = 1 - *left.value;
  return left;
}

/// What a share of the paths does not exceed.
Estimate quantile_of(const Evidence& evidence, const std::vector<double>& values, double share) {
  Tally tally({Resolution::every_digit});
  tally.add(values);
  return quantile(tally.levels(), share, evidence.facts.paths_per_draw);
}

}  // namespace

Claim hedge_cuts_drawdown(const Evidence& evidence) {
  Claim claim{
      .id = "hedge_cuts_drawdown",
      .statement = "The hedge cuts the drawdown by 35 to 40 %",
      .threshold =
          "The deepest fall of pool and hedge is on average at least 35 % less than that of the pool alone; in part where "
          "it is less at all",
      .source = recurring("VixShield's answers on the Adaptive Layered VIX Hedge: \"cuts drawdowns 35-40 %\"")};
  if (!evidence.roles.hedged) return not_applicable(std::move(claim), "the book has no layer that is on");
  const PathFacts& facts = evidence.facts;
  const OfPath less = [&](std::size_t i) { return facts.pool_drawdown[i] - facts.total_drawdown[i]; };
  claim.figures = {{"cut of the mean deepest fall", "share",
                    cut(ratio_of(evidence, number(facts.total_drawdown), number(facts.pool_drawdown)))},
                   {"mean deepest fall of the pool alone", "USD", mean_of(evidence, number(facts.pool_drawdown))},
                   {"mean deepest fall of pool and hedge", "USD", mean_of(evidence, number(facts.total_drawdown))},
                   {"fall of the pool alone that one path in twenty exceeds", "USD", quantile_of(evidence, facts.pool_drawdown, 0.95)},
                   {"fall of pool and hedge that one path in twenty exceeds", "USD", quantile_of(evidence, facts.total_drawdown, 0.95)},
                   {"paths on which it is less", "share", share_of(evidence, [&](std::size_t i) { return less(i) > 0; })}};
  claim.measure = "deepest fall of the pool alone less that of pool and hedge";
  claim.measure_unit = "USD";
  claim.paths = extremes(evidence, less);
  return judged(std::move(claim), AtLeast{0.35, above_zero});
}

Claim return_beats_cost(const Evidence& evidence) {
  Claim claim{.id = "return_beats_cost",
              .statement = "The position returns more than its capital costs",
              .threshold =
                  "The internal rate of return after impermanent loss is above the weighted average cost of capital in 90 % of "
                  "paths; in part from 50 %",
              .source = nine_in_ten};
  const auto& worth = evidence.facts.worth;
  const CapitalReport& own = evidence.own.capital;
  // Nothing can be discounted at it: there is no worth to show.
  if (!(own.cost_of_capital > -1)) return not_applicable(std::move(claim), "the cost of capital is not above -100 % a year");
  claim.figures = {{"paths on which it is above", "share", share_of(evidence, [&](std::size_t i) { return worth[i] > 0; })},
                   {"mean worth of the cash flows at the cost of capital", "USD", mean_of(evidence, number(worth))},
                   {"cost of capital", "per year", {own.cost_of_capital}}};
  if (own.internal_rate)
    claim.figures.push_back({"internal rate of the scenario's own path", "per year", {own.internal_rate->rate}});
  claim.measure = "worth of the cash flows at the cost of capital, above zero where the internal rate is above it";
  claim.measure_unit = "USD";
  claim.paths = extremes(evidence, number(worth));
  return judged(std::move(claim), of_paths);
}

}  // namespace ballast::claims
