#include "days.h"

#include <numeric>
#include <set>

namespace ballast::command {
namespace {

int step_between(int horizon) {
  for (const int step : {7, 14, 30, 91})
    if (horizon / step <= 13) return step;
  return 365;
}

}  // namespace

std::vector<int> all_days(const WhatIf& path) {
  std::vector<int> days(static_cast<std::size_t>(path.horizon_days) + 1);
  std::iota(days.begin(), days.end(), 0);
  return days;
}

std::vector<int> telling_days(const WhatIf& path, const std::vector<int>& others) {
  if (path.horizon_days <= 10) return all_days(path);
  std::set<int> days(others.begin(), others.end());
  for (int day = 0; day < path.horizon_days; day += step_between(path.horizon_days)) days.insert(day);
  days.insert(path.horizon_days);
  return {days.begin(), days.end()};
}

std::vector<int> days_around_spike(const WhatIf& path) {
  std::vector<int> days = {path.spike.day - 1, path.spike.day, last_day(path.spike)};
  if (last_day(path.spike) < path.horizon_days) days.push_back(last_day(path.spike) + 1);
  return days;
}

}  // namespace ballast::command
