#pragma once
#include <optional>
#include <vector>

#include "field/field.h"

namespace ballast::sizing {

/// How much of a layer may be held, as a multiple of what the book has.
struct LayerLimits {
  double least = 0;
  double most = 5;
};

void describe(Fields& fields, LayerLimits& limits);

/// Whether a strip is one thing to be sized, or each of its options is.
enum class Strips { whole, by_strike };

/// What sizes must respect and are checked against.
struct SizingRules {
  std::vector<LayerLimits> layers;  ///< in the order of the book; empty: the same for all
  std::optional<double> premium_budget, margin_cap, yearly_cost_cap, expected_floor, quick_ratio_floor;
  Strips strips = Strips::whole;
  int points = 11;  ///< of the frontier
  int fresh_seed = 1000003;
};

void describe(Fields& fields, SizingRules& rules);

}  // namespace ballast::sizing
