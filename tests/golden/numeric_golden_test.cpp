#include <catch2/catch_test_macros.hpp>

#include "numeric/elementary.h"
#include "numeric/normal.h"
#include "references.h"

using namespace ballast;

namespace {

/// The worst error in ulp over all references of a function with one operand, or with two.
double worst(const char* name, double (*f)(double)) {
  double most = 0;
  const auto lines = golden::lines("elementary.txt", name, 1);
  REQUIRE(lines.size() >= 300);
  for (const auto& line : lines) most = std::fmax(most, line.results[0].ulps(f(line.operands[0])));
  UNSCOPED_INFO(name << ": worst error " << most << " ulp");
  return most;
}

double worst(const char* name, double (*f)(double, double)) {
  double most = 0;
  const auto lines = golden::lines("elementary.txt", name, 2);
  REQUIRE(lines.size() >= 300);
  for (const auto& line : lines) most = std::fmax(most, line.results[0].ulps(f(line.operands[0], line.operands[1])));
  UNSCOPED_INFO(name << ": worst error " << most << " ulp");
  return most;
}

}  // namespace

TEST_CASE("exp and log are within one ulp of 80-digit values") {
  CHECK(worst("exp", [](double x) { return numeric::exp(x); }) <= 1);
  CHECK(worst("log", [](double x) { return numeric::log(x); }) <= 1);
}

TEST_CASE("expm1, log1p and log_ratio are as close as their header says") {
  CHECK(worst("expm1", [](double x) { return numeric::expm1(x); }) <= 2);
  CHECK(worst("log1p", [](double x) { return numeric::log1p(x); }) <= 1);
  CHECK(worst("log_ratio", [](double a, double b) { return numeric::log_ratio(a, b); }) <= 2.5);
}

TEST_CASE("pow is within 1.5 ulp for moderate results and loses slowly beyond") {
  for (const auto& line : golden::lines("elementary.txt", "pow", 2)) {
    const double x = line.operands[0], y = line.operands[1];
    INFO(x << " to the power " << y);
    CHECK(line.results[0].ulps(numeric::pow(x, y)) <= std::fmax(1.5, std::fabs(y * std::log(x)) / 16 + 0.5));
  }
}

TEST_CASE("the normal distribution is within 4 ulp from -37 to 8, its tail and density within 3 and 2") {
  CHECK(worst("normal_cdf", [](double x) { return numeric::normal_cdf(x); }) <= 4);
  CHECK(worst("normal_scaled_tail", [](double x) { return numeric::normal_scaled_tail(x); }) <= 3);
  CHECK(worst("normal_density", [](double x) { return numeric::normal_density(x); }) <= 2);
}

TEST_CASE("the normal quantile is within 5 ulp from 1e-320 to 1") {
  CHECK(worst("normal_quantile", [](double p) { return numeric::normal_quantile(p); }) <= 5);
}
