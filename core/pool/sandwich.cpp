#include "pool/sandwich.h"

#include <cmath>

#include "numeric/root.h"

namespace ballast {

double sandwich_loss(const PublicSwap& swap) {
  const double y = swap.depth, d = swap.trade;
  if (!(d > 0) || !(swap.tolerance > 0)) return 0;
  const auto moved = [&](double front) { return front * (front + (2 * y + d)); };
  // The attacker's gain is d·q/(q + y²) with q = moved(front), less the fee on what is put in and on what comes back. Its slope
  // falls all the way, and has the sign of this.
  const auto slope = [&](double front) {
    const double after = (moved(front) + y * y) / (y * y);
    return (1 - swap.fee) * (d / y) * ((2 * front + 2 * y + d) / y) - 2 * swap.fee * (after * after);
  };
  if (!(slope(0) > 0)) return 0;
  // The swap gets y·(y + d)/((y + a)·(y + a + d)) of its quote after a front run of a; the largest a leaves 1 - tolerance:
  // a² + a·(2y + d) - y·(y + d)·tolerance/(1 - tolerance) = 0, solved without cancelling.
  const double half = y + 0.5 * d;
  const double product = y * (y + d) * (swap.tolerance / (1 - swap.tolerance));
  const double front = product / (half + std::sqrt(half * half + product));
  if (slope(front) >= 0) return swap.tolerance * d;
  const double best = *numeric::find_root(slope, {0, front}, 1e-12 * front);
  return d * (moved(best) / (moved(best) + y * (y + d)));
}

}  // namespace ballast
