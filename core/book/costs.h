#pragma once
#include "field/field.h"

namespace ballast {

/// What trading an option costs.
struct TradingCosts {
  double spread;          ///< bid to ask as a fraction of the mid price; a trade pays half
  double commission = 1;  ///< USD per contract
};

void describe(Fields& fields, TradingCosts& costs);

/// When a layer opens and whether it opens again.
struct Schedule {
  int open_day = 0;
  bool roll = true;
  int roll_days = 0;  ///< rolls when this many days are left; 0 is at expiry
};

void describe(Fields& fields, Schedule& schedule);

}  // namespace ballast
