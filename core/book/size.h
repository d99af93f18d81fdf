#pragma once
#include "field/field.h"

namespace ballast {

/// How much of a layer is held. Its contracts are those of one unit; the other ways scale them each time that it opens.
struct Size {
  enum By {
    by_units,            ///< so many times the contracts given
    by_budget,           ///< premium of all its legs at mid prices, USD, paid or received
    by_percent_of_pool,  ///< the same as a percentage of the pool's value on that day
    by_margin,           ///< margin that the position ties up when it is opened, USD
  };
  int by = by_units;
  double value = 1;
};

/// One key of {"units", "budget", "percent_of_pool", "margin"} with its value.
void describe(Fields& fields, Size& size);

/// Adds the field `size` of a layer.
void describe_size(Fields& fields, Size& size);

/// Most units that a budget may buy: an option that costs next to nothing would take any number.
inline constexpr double most_units = 1e6;

}  // namespace ballast
