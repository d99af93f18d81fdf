#include "sizing/sizes.h"

#include <array>

namespace ballast::sizing {

using Eigen::Index;
using Eigen::VectorXd;

namespace {

Limits limits_of(const SizingRules& rules, const Candidates& candidates) {
  const auto m = static_cast<Index>(candidates.instruments.size());
  Limits limits{.bounds = {VectorXd(m), VectorXd(m)},
                .premium_budget = rules.premium_budget,
                .margin_cap = rules.margin_cap,
                .yearly_cost_cap = rules.yearly_cost_cap,
                .expected_floor = rules.expected_floor};
  for (Index j = 0; j < m; ++j) {
    const std::size_t place = candidates.instruments[static_cast<std::size_t>(j)].place;
    const LayerLimits of = rules.layers.empty() ? LayerLimits{} : rules.layers[place];
    limits.bounds.lower[j] = of.least;
    limits.bounds.upper[j] = of.most;
  }
  if (rules.quick_ratio_floor) limits.rows = quick_ratio_floor(candidates.quick_ratio, *rules.quick_ratio_floor);
  return limits;
}

std::expected<Checked, SizingError> checked(const VectorXd& quantity, const PnlSample& found, const PnlSample& fresh,
                                            double level) {
  const auto here = evaluate_sizes(found, quantity, level), there = evaluate_sizes(fresh, quantity, level);
  if (!here) return std::unexpected(here.error());
  if (!there) return std::unexpected(there.error());
  return Checked{quantity, *here, *there};
}

}  // namespace

std::expected<Sizes, SizingError> find_sizes(const Position& position, const Simulated& paths, double level,
                                             const SizingRules& rules) {
  Sizes sizes;
  sizes.candidates = candidates(position, paths, rules.strips);
  const PnlSample& sample = sizes.candidates.sample;
  const Limits limits = limits_of(rules, sizes.candidates);
  auto variance = minimum_variance(sample, limits.bounds);
  if (!variance) return std::unexpected(variance.error());
  auto cvar = minimum_cvar(sample, sizes.candidates.terms, limits, level);
  if (!cvar) return std::unexpected(cvar.error());
  auto line = frontier(sample, sizes.candidates.terms, limits, level, rules.points);
  if (!line) return std::unexpected(line.error());
  Simulated others = paths;
  others.seed = rules.fresh_seed;
  const PnlSample fresh = candidates(position, others, rules.strips).sample;
  // Without candidates the answers have no quantities; neither has the book.
  const VectorXd book = VectorXd::Ones(sample.layers.cols());
  const std::array<VectorXd, 3> quantities = {book, variance->quantity, cvar->quantity};
  for (std::size_t k = 0; k < quantities.size(); ++k) {
    auto result = checked(quantities[k], sample, fresh, level);
    if (!result) return std::unexpected(result.error());
    (k == 0 ? sizes.of_book : k == 1 ? sizes.of_variance : sizes.of_cvar) = std::move(*result);
  }
  sizes.ratios = hedge_ratios(sample, variance->quantity);
  sizes.minimum_variance = std::move(*variance);
  sizes.minimum_cvar = std::move(*cvar);
  sizes.frontier = std::move(*line);
  return sizes;
}

}  // namespace ballast::sizing
