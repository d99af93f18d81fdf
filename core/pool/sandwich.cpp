#include "pool/sandwich.h"

#include <cmath>

namespace ballast {

double sandwich_loss(const PublicSwap& swap) {
  const double y = swap.depth, d = swap.trade;
  if (!(d > 0) || !(swap.tolerance > 0)) return 0;
  // The swap gets y·(y + d)/((y + a)·(y + a + d)) of its quote after a front run of a; the largest a leaves 1 - tolerance:
  // a² + a·(2y + d) - y·(y + d)·tolerance/(1 - tolerance) = 0, solved without cancelling.
  const double half = y + 0.5 * d;
  const double product = y * (y + d) * (swap.tolerance / (1 - swap.tolerance));
  const double front = product / (half + std::sqrt(half * half + product));
  // Back out of the pool: the tokens bought, 1/y - 1/(y + a) in units of the constant, against the reserves after the swap.
  const double after = y + front + d;
  const double bought = front / (y * (y + front));
  const double back = after * (after * bought) / (1 + after * bought);
  const bool pays = back - front > swap.fee * (front + back);
  return pays ? swap.tolerance * d : 0;
}

}  // namespace ballast
