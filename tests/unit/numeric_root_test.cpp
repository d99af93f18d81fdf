#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <limits>

#include "numeric/root.h"

using namespace ballast::numeric;

namespace {

struct Counted {
  double (*f)(double);
  int* calls;
  double operator()(double x) const { return ++*calls, f(x); }
};

}  // namespace

TEST_CASE("find_root finds the sign change, fast where the function is smooth") {
  int calls = 0;
  const auto root = find_root(Counted{[](double x) { return x * x * x - 2 * x - 5; }, &calls}, {2, 3}, 0);
  // Wallis' cubic.
  CHECK(std::fabs(root.value() - 2.0945514815423265) < 1e-15);
  CHECK(calls < 20);
}

TEST_CASE("find_root is bounded by bisection on functions made against it") {
  for (const auto f : {+[](double x) { return x < 0.1234 ? -1e300 : 1e-300; }, +[](double x) { return std::pow(x - 0.3, 21); },
                       +[](double x) { return std::exp(50 * x) - 2; }}) {
    int calls = 0;
    const auto root = find_root(Counted{f, &calls}, {-1, 1}, 1e-12);
    REQUIRE(root.has_value());
    CHECK(calls <= 4 + 41);
    CHECK(f(root.value() - 1e-12) * f(root.value() + 1e-12) <= 0);
  }
}

TEST_CASE("find_root takes an end that is a root and refuses what has none") {
  CHECK(find_root([](double x) { return x; }, {0, 1}, 0).value() == 0);
  CHECK(find_root([](double x) { return x - 1; }, {0, 1}, 0).value() == 1);
  CHECK(find_root([](double x) { return x + 1; }, {0, 1}, 0).error() == RootFailure::no_sign_change);
  CHECK(find_root([](double) { return std::nan(""); }, {0, 1}, 0).error() == RootFailure::not_a_number);
}
