#include "claims/ratio.h"

#include <algorithm>
#include <cmath>

namespace ballast::claims {
namespace {

double sum(std::span<const double> values) {
  double result = 0;
  for (const double value : values) result += value;
  return result;
}

}  // namespace

Estimate ratio(std::span<const double> numerator, std::span<const double> denominator, int paths_per_draw) {
  const double below = sum(denominator);
  if (below == 0) return {};
  Estimate result{.value = sum(numerator) / below};
  const std::size_t paths = numerator.size(), together = static_cast<std::size_t>(paths_per_draw);
  const std::size_t draws = (paths + together - 1) / together;
  if (draws < 2) return result;
  double squares = 0;
  for (std::size_t first = 0; first < paths; first += together) {
    double residual = 0;
    for (std::size_t i = first; i < std::min(first + together, paths); ++i)
      residual += numerator[i] - *result.value * denominator[i];
    squares += residual * residual;
  }
  const double m = static_cast<double>(draws);
  result.error = std::sqrt(m / (m - 1) * squares) / std::abs(below);
  return result;
}

}  // namespace ballast::claims
