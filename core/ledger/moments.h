#pragma once
#include <span>

namespace ballast {

/// Count and mean of some values, and the sums of the squares, cubes and fourth powers of their deviations from it.
struct Moments {
  double count = 0;
  double mean = 0;
  double squares = 0;
  double cubes = 0;
  double fourths = 0;

  bool operator==(const Moments&) const = default;
};

/// By two passes over the values in their order.
Moments moments_of(std::span<const double> values);

/// Of both together, without cancellation: Pébay, "Formulas for robust, one-pass parallel computation of covariances and
/// arbitrary-order statistical moments", Sandia report SAND2008-6212, equations 2.1 and 3.1.
Moments join(const Moments& left, const Moments& right);

}  // namespace ballast
