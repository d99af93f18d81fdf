#include "numeric/random.h"

#include <cassert>
#include <cstddef>

namespace ballast::numeric {

BALLAST_VECTORISED void uniform_draws(Stream of, std::uint64_t first_path, std::uint64_t day, std::span<double> result) {
  BALLAST_INDEPENDENT
  for (std::size_t i = 0; i < result.size(); ++i) result[i] = uniform_draw(of, first_path + i, day);
}

void normal_draws(Stream of, std::uint64_t first_path, std::uint64_t day, std::span<double> result) {
  uniform_draws(of, first_path, day, result);
  normal_quantile(result, result);
}

BALLAST_VECTORISED void path_keys(Stream of, std::uint64_t first_path, std::span<std::uint64_t> key) {
  BALLAST_INDEPENDENT
  for (std::size_t i = 0; i < key.size(); ++i) key[i] = path_key(of, first_path + i);
}

BALLAST_VECTORISED void uniform_draws(std::span<const std::uint64_t> key, std::uint64_t day, std::span<double> result) {
  assert(key.size() == result.size());
  BALLAST_INDEPENDENT
  for (std::size_t i = 0; i < result.size(); ++i) result[i] = detail::uniform_of_bits(splitmix64(key[i], day));
}

void normal_draws(std::span<const std::uint64_t> key, std::uint64_t day, std::span<double> result) {
  uniform_draws(key, day, result);
  normal_quantile(result, result);
}

}  // namespace ballast::numeric
