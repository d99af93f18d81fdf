#include "numeric/elementary.h"

#include <cassert>
#include <cstddef>

namespace ballast::numeric {

BALLAST_VECTORISED void exp(std::span<const double> x, std::span<double> result) {
  assert(x.size() == result.size());
  BALLAST_INDEPENDENT
  for (std::size_t i = 0; i < x.size(); ++i) result[i] = exp(x[i]);
}

BALLAST_VECTORISED void expm1(std::span<const double> x, std::span<double> result) {
  assert(x.size() == result.size());
  BALLAST_INDEPENDENT
  for (std::size_t i = 0; i < x.size(); ++i) result[i] = expm1(x[i]);
}

BALLAST_VECTORISED void log(std::span<const double> x, std::span<double> result) {
  assert(x.size() == result.size());
  BALLAST_INDEPENDENT
  for (std::size_t i = 0; i < x.size(); ++i) result[i] = log(x[i]);
}

BALLAST_VECTORISED void log1p(std::span<const double> x, std::span<double> result) {
  assert(x.size() == result.size());
  BALLAST_INDEPENDENT
  for (std::size_t i = 0; i < x.size(); ++i) result[i] = log1p(x[i]);
}

BALLAST_VECTORISED void log_ratio(std::span<const double> a, std::span<const double> b, std::span<double> result) {
  assert(a.size() == result.size() && b.size() == result.size());
  BALLAST_INDEPENDENT
  for (std::size_t i = 0; i < a.size(); ++i) result[i] = log_ratio(a[i], b[i]);
}

BALLAST_VECTORISED void pow(std::span<const double> base, double exponent, std::span<double> result) {
  assert(base.size() == result.size());
  BALLAST_INDEPENDENT
  for (std::size_t i = 0; i < base.size(); ++i) result[i] = pow(base[i], exponent);
}

}  // namespace ballast::numeric
