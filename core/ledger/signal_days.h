#pragma once
#include <vector>

#include "ledger/walk.h"

namespace ballast {

/// What one signal said, by day; NaN where it said nothing.
struct SignalByDay {
  std::vector<double> value;
  std::vector<double> z;
  std::vector<double> adds;  ///< weight·z, to the log odds
  bool is_missing = true;    ///< no series gave it a z-score on any day
};

/// The signals along one path, by calendar day from 0 to its end.
struct SignalDays {
  std::vector<SignalByDay> signals;  ///< in the order of the indicators
  std::vector<double> log_odds;      ///< offset and what the signals add; NaN where none is there
  std::vector<double> score;
};

/// Watches `paths` from day 0 to its horizon; path 0 of it counts.
SignalDays signal_days(const Watched& watched, Paths& paths);

}  // namespace ballast
