#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "numeric/quadrature.h"

using namespace ballast::numeric;

namespace {

template <int n>
void check_powers() {
  for (int power = 0; power < 2 * n; ++power) {
    const double found = integrate<n>([&](double x) { return std::pow(x, power); }, 0, 2);
    const double exact = std::pow(2.0, power + 1) / (power + 1);
    INFO(n << " nodes, power " << power);
    CHECK(std::fabs(found / exact - 1) < 2e-15);
  }
}

}  // namespace

TEST_CASE("Gauss-Legendre rules integrate powers up to 2n - 1 exactly") {
  check_powers<5>();
  check_powers<8>();
  check_powers<16>();
}

TEST_CASE("an integral changes sign with its ends") {
  const auto f = [](double x) { return std::exp(x); };
  CHECK(std::fabs(integrate<16>(f, 0, 1) - 1.718281828459045) < 1e-15);
  CHECK(integrate<8>(f, 1, 0) + integrate<8>(f, 0, 1) < 1e-15);
}
