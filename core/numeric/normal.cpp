#include "numeric/normal.h"

#include <cassert>
#include <cstddef>

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

BALLAST_VECTORISED void normal_quantile(std::span<const double> p, std::span<double> result) {
  assert(p.size() == result.size());
  BALLAST_INDEPENDENT
  for (std::size_t i = 0; i < p.size(); ++i) result[i] = normal_quantile(p[i]);
}

}  // namespace ballast::numeric
