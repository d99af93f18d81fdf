#include "sizing/rules.h"

namespace ballast::sizing {

void describe(Fields& fields, LayerLimits& limits) {
  const Bounds multiples = between(0, 1000);
  fields.number(limits.least, {.name = "least",
                               .text = "Least size, as a multiple of the layer in the book",
                               .bounds = multiples,
                               .source = assumption("a layer may be left out")});
  fields.number(limits.most, {.name = "most",
                              .text = "Greatest size, as a multiple of the layer in the book",
                              .bounds = multiples,
                              .source = assumption("five times the book: sizes far from it are no longer the same hedge")});
}

void describe(Fields& fields, SizingRules& rules) {
  const Bounds dollars = between(-1e12, 1e12);
  fields.list(rules.layers,
              {.name = "layers", .text = "Limits of each layer, in the order of the book; none: the same for all"});
  fields.number(rules.premium_budget, {.name = "premium_budget",
                                       .text = "Premium that all layers may pay up to the horizon, less what they take in",
                                       .unit = "USD",
                                       .bounds = dollars});
  fields.number(rules.margin_cap,
                {.name = "margin_cap", .text = "Margin that all layers may tie up", .unit = "USD", .bounds = dollars});
  fields.number(rules.yearly_cost_cap, {.name = "yearly_cost_cap",
                                        .text = "What all layers may cost on average; below zero they must earn",
                                        .unit = "USD a year",
                                        .bounds = dollars});
  fields.number(rules.expected_floor, {.name = "expected_floor",
                                       .text = "Mean profit of pool and layers at the horizon, at least",
                                       .unit = "USD",
                                       .bounds = dollars});
  fields.number(rules.quick_ratio_floor,
                {.name = "quick_ratio_floor",
                 .text = "Quick ratio of the mean position at the close of every day, at least: cash, USDC in the pool and long "
                         "options over margin, short options and debt",
                 .bounds = between(0, 1000)});
  choice(fields, rules.strips, std::to_array<std::string_view>({"whole", "by_strike"}),
         {.name = "strips",
          .text = "Whether a strip is sized as one, or each of its options by itself",
          .source = assumption("as one: taken apart it no longer pays the loss itself")});
  fields.whole(rules.points, {.name = "points",
                              .text = "Points of the frontier of CVaR against cost",
                              .bounds = between(2, 50),
                              .source = assumption("enough for a smooth line")});
  fields.whole(rules.fresh_seed, {.name = "fresh_seed",
                                  .text = "Seed of the paths on which sizes are checked that were not found from them",
                                  .bounds = between(0, 2147483647),
                                  .source = assumption("any number does that is not the simulation's")});
}

}  // namespace ballast::sizing
