#pragma once
#include "field/field.h"
#include "option/leg.h"

namespace ballast {

/// What trading costs.
struct TradingCosts {
  double spread;          ///< bid to ask as a fraction of the mid price; a trade pays half
  double commission = 1;  ///< USD per contract
  double index_spread = 0.0002;  ///< as `spread`, of the index itself where a layer trades it
};

/// What the spread of a forward or an option is.
double spread_of(const TradingCosts& costs, Instrument instrument);

void describe(Fields& fields, TradingCosts& costs);

/// When a layer opens and whether it opens again.
struct Schedule {
  int open_day = 0;
  bool roll = true;
  int roll_days = 0;  ///< rolls when this many days are left; 0 is at expiry
};

void describe(Fields& fields, Schedule& schedule);

/// Adds the field `open_day` alone, of a layer whose rule says when it rolls.
void describe_open_day(Fields& fields, int& open_day);

/// The month of the published monthly rules: the walk knows days, not listed expiries.
inline constexpr int month_days = 30;

/// States that a position of `days` does not roll on the day it opens.
void require_rolls_later(Fields& fields, const Schedule& schedule, int days);

/// Whether a position that lives for `days` is opened on `day`: on its first day, and again as often as it rolls. It depends on
/// the calendar alone, so that every path of a block rolls on the same days.
bool opens_on(const Schedule& schedule, int days, int day);

/// Days left on `day` of a position that lives for `days`.
int days_left(const Schedule& schedule, int days, int day);

}  // namespace ballast
