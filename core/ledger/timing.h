#pragma once
#include "ledger/evaluation.h"

namespace ballast {

/// What the same hedge paid and returned, by how many days before the spike it was opened: the time shift. The spike is moved
/// to a day that leaves room for every lead, the market relaxing until then; the path ends as long after it as the scenario's
/// own does.
struct TimeShift {
  int spike_day;
  std::vector<int> lead;         ///< days before the first day of the rise; below zero after it
  std::vector<double> paid;      ///< premium at mid prices and costs up to the end, USD; below zero received
  std::vector<double> returned;  ///< paid + profit at the end, USD
  std::vector<double> at_spike;  ///< profit of the hedge from its opening to the close of the spike, USD
  std::vector<double> at_end;    ///< the same to the end
};

inline constexpr int latest_lead = -10;
inline constexpr int earliest_lead = 60;

/// The last day of the path that the spike is moved on.
int last_day_of_shift(const WhatIf& path);

TimeShift time_shift(const Position& position, const WhatIf& path);

}  // namespace ballast
