#include "option/strike.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>

#include "numeric/normal.h"

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using namespace ballast;

namespace {

ExpirySlice slice_of(const Smile& smile, double theta) {
  ExpirySlice slice{.smile = smile, .forward = {20}, .log_forward = {std::log(20.0)}, .theta = {theta}, .phi = {0}};
  smile_phi(smile, slice.theta, slice.phi);
  return slice;
}

double log_strike(const ExpirySlice& slice, OptionType type, const StrikeRule& rule) {
  double result = 0;
  solve_strikes(slice, type, rule, {&result, 1});
  return result;
}

/// The undiscounted forward delta of a strike on its smile, without a sign.
double delta_at(const ExpirySlice& slice, OptionType type, double log_strike) {
  const double k = log_strike - slice.log_forward[0];
  const double deviation = std::sqrt(total_variance(slice.smile, slice.theta[0], slice.phi[0], k));
  return numeric::normal_cdf(sign(type) * (0.5 * deviation - k / deviation));
}

}  // namespace

TEST_CASE("a strike by delta has that delta on the smile") {
  for (const double rho : {-0.95, -0.75, 0.0, 0.6, 0.95})
    for (const double gamma : {0.1, 0.5})
      for (const double theta : {1e-5, 1e-3, 0.0096, 0.1, 1.0, 5.0}) {
        const ExpirySlice slice = slice_of({.rho = rho, .eta = 1, .gamma = gamma}, theta);
        for (const double delta : {0.001, 0.05, 0.2, 0.5, 0.8, 0.999})
          for (const auto type : {OptionType::call, OptionType::put}) {
            INFO("rho " << rho << " gamma " << gamma << " theta " << theta << " delta " << delta << " " << static_cast<int>(type));
            CHECK_THAT(delta_at(slice, type, log_strike(slice, type, {StrikeRule::by_delta, delta})), WithinAbs(delta, 1e-12));
          }
      }
}

TEST_CASE("the smaller the delta the further out the strike") {
  const ExpirySlice slice = slice_of({.rho = -0.75, .eta = 1, .gamma = 0.5}, 0.01);
  double call = -100, put = 100;
  for (double delta = 0.95; delta > 0.01; delta -= 0.05) {
    const double next_call = log_strike(slice, OptionType::call, {StrikeRule::by_delta, delta});
    const double next_put = log_strike(slice, OptionType::put, {StrikeRule::by_delta, delta});
    CHECK(next_call > call);
    CHECK(next_put < put);
    call = next_call, put = next_put;
  }
}

TEST_CASE("a call and a put whose deltas add up to one have the same strike") {
  const ExpirySlice slice = slice_of({.rho = -0.75, .eta = 1, .gamma = 0.5}, 0.01);
  for (const double delta : {0.1, 0.25, 0.5})
    CHECK_THAT(log_strike(slice, OptionType::call, {StrikeRule::by_delta, delta}),
               WithinAbs(log_strike(slice, OptionType::put, {StrikeRule::by_delta, 1 - delta}), 1e-13));
}

TEST_CASE("standard deviations go up for a call and down for a put") {
  const ExpirySlice slice = slice_of({.rho = 0.6, .eta = 0.9, .gamma = 0.5}, 0.09);
  CHECK_THAT(std::exp(log_strike(slice, OptionType::call, {StrikeRule::by_standard_deviations, 1.5})),
             WithinRel(20 * std::exp(0.45), 1e-15));
  CHECK_THAT(std::exp(log_strike(slice, OptionType::put, {StrikeRule::by_standard_deviations, 1.5})),
             WithinRel(20 * std::exp(-0.45), 1e-15));
  CHECK_THAT(std::exp(log_strike(slice, OptionType::call, {StrikeRule::by_standard_deviations, -1})),
             WithinRel(20 * std::exp(-0.3), 1e-15));
}

TEST_CASE("moneyness is strike over forward and a level is the strike") {
  const ExpirySlice slice = slice_of({.rho = 0.6, .eta = 0.9, .gamma = 0.5}, 0.09);
  for (const auto type : {OptionType::call, OptionType::put}) {
    CHECK_THAT(std::exp(log_strike(slice, type, {StrikeRule::by_moneyness, 1.25})), WithinRel(25.0, 1e-15));
    CHECK_THAT(std::exp(log_strike(slice, type, {StrikeRule::by_level, 22.5})), WithinRel(22.5, 1e-15));
  }
}

TEST_CASE("a strike stays a number where years of enormous volatility would put it out of range") {
  for (const double rho : {-0.999998, 0.6, 0.999998}) {
    const ExpirySlice slice = slice_of({.rho = rho, .eta = 1, .gamma = 0.5}, 4000);
    for (const auto type : {OptionType::call, OptionType::put})
      for (const StrikeRule rule : {StrikeRule{StrikeRule::by_delta, 0.001}, StrikeRule{StrikeRule::by_delta, 0.5},
                                    StrikeRule{StrikeRule::by_delta, 0.999}, StrikeRule{StrikeRule::by_standard_deviations, 10}}) {
        const double strike = std::exp(log_strike(slice, type, rule));
        CHECK(strike > 0);
        CHECK(std::isfinite(strike));
      }
  }
}
