#pragma once
#include "book/trading.h"

namespace ballast {

/// How a layer answers to the regime score and to the quick ratio. Nothing given: it does not.
struct Adaptive {
  std::optional<double> per_score;          ///< c: the target is 1 + c·score times as large
  std::optional<double> resize_at;          ///< where the factor has changed by this share what is held follows it
  std::optional<double> least_quick_ratio;  ///< nothing is added where the ratio is below it
};

/// Adds the fields `adaptive`, `resize_at` and `least_quick_ratio` of a layer.
void describe(Fields& fields, Adaptive& adaptive);

/// What the layer's targets are multiplied by today, as seen; 1 where there is no score. Nothing in it where the layer does not
/// adapt.
TargetScale target_scale(const Adaptive& adaptive, const Desk::Day& today);

/// Trades what was opened on earlier days to today's factor, where it is time to. A layer that does not adapt is left alone.
void resize(const Adaptive& adaptive, Desk& desk);

}  // namespace ballast
