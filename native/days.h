#pragma once
#include <vector>

#include "scenario/scenario.h"

namespace ballast::command {

/// The days that a table shows of a path: all of a short one; of a longer one even steps of a week or more from the start to
/// the end, and `others` (such as the worst day). Ascending.
std::vector<int> telling_days(const WhatIf& path, const std::vector<int>& others);

/// The days before, in and after the rise of VIX.
std::vector<int> days_around_spike(const WhatIf& path);

/// Every day of the path.
std::vector<int> all_days(const WhatIf& path);

}  // namespace ballast::command
