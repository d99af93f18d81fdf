#include "ledger/break_even.h"

#include <algorithm>
#include <cmath>

namespace ballast {

std::vector<double> zero_crossings(std::span<const double> x, std::span<const double> y) {
  std::vector<double> result;
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (y[i] == 0) {
      const bool alone = (i == 0 || y[i - 1] != 0) && (i + 1 == x.size() || y[i + 1] != 0);
      if (alone) result.push_back(x[i]);
    } else if (i + 1 < x.size() && y[i + 1] != 0 && (y[i] < 0) != (y[i + 1] < 0)) {
      result.push_back(x[i] + (x[i + 1] - x[i]) * (y[i] / (y[i] - y[i + 1])));
    }
  }
  return result;
}

double ExpiryPosition::profit(double level) const {
  double sum = -cost;
  for (const Part& part : parts) {
    const double difference = level - part.strike;
    const double inside = part.instrument == Instrument::forward ? difference : std::fmax(sign(part.type) * difference, 0);
    sum += part.contracts * inside;
  }
  return sum;
}

double ExpiryPosition::slope_above() const {
  double sum = 0;
  for (const Part& part : parts)
    if (part.instrument == Instrument::forward || part.type == OptionType::call) sum += part.contracts;
  // A billionth of a contract is the rounding of legs that cover each other.
  return std::abs(sum) < 1e-9 ? 0 : sum;
}

std::vector<double> break_evens(const ExpiryPosition& position) {
  std::vector<double> levels = {0};
  double farthest = 1;
  for (const ExpiryPosition::Part& part : position.parts) {
    levels.push_back(part.strike);
    farthest = std::fmax(farthest, part.strike);
  }
  // Beyond the strikes the profit is a line: far enough out it has crossed zero, if it ever does.
  const double slope = position.slope_above();
  const double there = position.profit(farthest);
  if (slope != 0 && (there < 0) != (slope < 0)) levels.push_back(farthest * (1 + 2 * std::abs(there / slope)));
  std::ranges::sort(levels);
  levels.erase(std::ranges::unique(levels).begin(), levels.end());
  std::vector<double> profits;
  for (const double level : levels) profits.push_back(position.profit(level));
  return zero_crossings(levels, profits);
}

}  // namespace ballast
