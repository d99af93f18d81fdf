#include "numeric/normal.h"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>

namespace ballast::numeric {

BALLAST_VECTORISED void normal_density(std::span<const double> x, std::span<double> result) {
  assert(x.size() == result.size());
  BALLAST_INDEPENDENT
  for (std::size_t i = 0; i < x.size(); ++i) result[i] = normal_density(x[i]);
}

BALLAST_VECTORISED void normal_cdf(std::span<const double> x, std::span<double> result) {
  assert(x.size() == result.size());
  BALLAST_INDEPENDENT
  for (std::size_t i = 0; i < x.size(); ++i) result[i] = normal_cdf(x[i]);
}

BALLAST_VECTORISED void normal_scaled_tail(std::span<const double> z, std::span<double> result) {
  assert(z.size() == result.size());
  BALLAST_INDEPENDENT
  for (std::size_t i = 0; i < z.size(); ++i) result[i] = normal_scaled_tail(z[i]);
}

namespace {

constexpr std::size_t block_size = 256;

/// Below this a number may need the far tail; above it, it does not.
constexpr double far = 2e-11;

/// Takes every p to be central, and says which are not.
BALLAST_VECTORISED void central_quantiles(std::size_t count, const double* p, double* result, std::uint8_t* outside) {
  BALLAST_INDEPENDENT
  for (std::size_t i = 0; i < count; ++i) {
    const double q = p[i] - 0.5;
    outside[i] = detail::is_central(q) ? 0 : 1;
    result[i] = detail::central_quantile(q);
  }
}

BALLAST_VECTORISED void outer_quantiles(std::size_t count, double* p) {
  BALLAST_INDEPENDENT
  for (std::size_t i = 0; i < count; ++i) p[i] = detail::outer_quantile(p[i]);
}

/// Up to block_size quantiles. Of evenly spread p six in seven are central and need a fifth of the work, so all are first taken
/// to be, and the others are gathered, without a branch that nobody could foresee, and done again.
void quantiles_of_block(std::size_t count, const double* p, double* result) {
  double kept[block_size], outer[block_size];
  std::uint8_t outside[block_size];
  std::uint16_t place[block_size];
  std::copy_n(p, count, kept);
  central_quantiles(count, kept, result, outside);
  std::size_t outer_count = 0;
  for (std::size_t i = 0; i < count; ++i) place[outer_count] = static_cast<std::uint16_t>(i), outer_count += outside[i];
  for (std::size_t j = 0; j < outer_count; ++j) outer[j] = kept[place[j]];
  outer_quantiles(outer_count, outer);
  for (std::size_t j = 0; j < outer_count; ++j) {
    const double x = kept[place[j]], least = x < 0.5 ? x : 1 - x;
    result[place[j]] = least >= far ? outer[j] : normal_quantile(x);
  }
}

}  // namespace

void normal_quantile(std::span<const double> p, std::span<double> result) {
  assert(p.size() == result.size());
  for (std::size_t i = 0; i < p.size(); i += block_size)
    quantiles_of_block(std::min(block_size, p.size() - i), &p[i], &result[i]);
}

}  // namespace ballast::numeric
