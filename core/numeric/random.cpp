#include "numeric/random.h"

#include <cstddef>

namespace ballast::numeric {

BALLAST_VECTORISED void uniform_draws(Stream of, std::uint64_t first_path, std::uint64_t day, std::span<double> result) {
  BALLAST_INDEPENDENT
  for (std::size_t i = 0; i < result.size(); ++i) result[i] = uniform_draw(of, first_path + i, day);
}

BALLAST_VECTORISED void normal_draws(Stream of, std::uint64_t first_path, std::uint64_t day, std::span<double> result) {
  BALLAST_INDEPENDENT
  for (std::size_t i = 0; i < result.size(); ++i) result[i] = normal_draw(of, first_path + i, day);
}

}  // namespace ballast::numeric
