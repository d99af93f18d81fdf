#include "field/field.h"

#include <cmath>

namespace ballast {
bool Bounds::hold(double value) const {
  if (!std::isfinite(value)) return false;
  if (low_excluded ? value <= low : value < low) return false;
  return !(high_excluded ? value >= high : value > high);
}

}  // namespace ballast
