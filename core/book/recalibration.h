#pragma once
#include "book/trading.h"

namespace ballast {

/// When a position is set anew to its target between its rolls: never, on a calendar, or when the market has moved.
struct Recalibration {
  enum Policy { none, daily, weekly, on_trigger };
  Policy policy = none;
  double trigger = 0.25;  ///< of on_trigger
};

/// Adds the field `recalibrate` of a layer; `moved` says what the trigger measures.
void describe_recalibration(Fields& fields, Recalibration& recalibration, std::string_view moved);

/// Whether the calendar asks for it `days` > 0 after the layer was opened. A trigger is asked every day.
bool is_due(const Recalibration& recalibration, int days);

/// Notes the VIX that a trigger measures from, whenever the whole layer opens: at first and at its rolls.
void watch(Desk& desk);

/// 1 on the paths where a position opened on `open_day` is to be set anew today, else 0; empty where it is on none. A trigger
/// goes by the move of VIX, as seen, and measures anew from where it fired.
std::vector<double> asked_anew(const Recalibration& recalibration, int open_day, Desk& desk);

/// 1 - asked: the shares to be kept.
std::vector<double> rest_of(std::span<const double> asked);

}  // namespace ballast
