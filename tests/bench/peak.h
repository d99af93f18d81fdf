#pragma once
#include <cstddef>
#include <utility>

#include "numeric/vectorise.h"

/// What this processor can do at most: independent multiplications and additions in registers, not fused.
namespace bench {

// As many sums as fill the registers, in the widest vectors that the target may have.
#ifdef __EMSCRIPTEN__
inline constexpr std::size_t peak_width = 2, peak_sums = 14;
#else
inline constexpr std::size_t peak_width = 8, peak_sums = 16;
#endif

/// 2·peak_width·peak_sums·turns operations. The numbers stay near 1.
BALLAST_VECTORISED [[gnu::noinline]] inline double multiply_and_add(std::size_t turns) {
  using Vector [[gnu::vector_size(8 * peak_width)]] = double;
  Vector x[peak_sums];
  for (std::size_t i = 0; i < peak_sums; ++i) x[i] = Vector{} + (1 + static_cast<double>(i) * 1e-3);
  for (std::size_t turn = 0; turn < turns; ++turn) {
    [&]<std::size_t... i>(std::index_sequence<i...>) {
      ((x[i] = x[i] * 0.999 + 0.001), ...);
    }
    (std::make_index_sequence<peak_sums>());
  }
  Vector sum{};
  for (const Vector& value : x) sum += value;
  return sum[0];
}

}  // namespace bench
