#include "ledger/moments.h"

namespace ballast {

Moments moments_of(std::span<const double> values) {
  Moments result{.count = static_cast<double>(values.size())};
  if (values.empty()) return result;
  for (const double value : values) result.mean += value;
  result.mean /= result.count;
  for (const double value : values) {
    const double deviation = value - result.mean, square = deviation * deviation;
    result.squares += square;
    result.cubes += square * deviation;
    result.fourths += square * square;
  }
  return result;
}

Moments join(const Moments& left, const Moments& right) {
  if (left.count == 0) return right;
  if (right.count == 0) return left;
  const double n = left.count + right.count, a = left.count / n, b = right.count / n;
  const double apart = right.mean - left.mean, square = apart * apart;
  const double between = left.count * b * square;
  return {.count = n,
          .mean = left.mean + b * apart,
          .squares = left.squares + right.squares + between,
          .cubes = left.cubes + right.cubes + between * apart * (a - b) + 3 * apart * (a * right.squares - b * left.squares),
          .fourths = left.fourths + right.fourths + between * square * (a * a - a * b + b * b) +
                     6 * square * (a * a * right.squares + b * b * left.squares) +
                     4 * apart * (a * right.cubes - b * left.cubes)};
}

}  // namespace ballast
