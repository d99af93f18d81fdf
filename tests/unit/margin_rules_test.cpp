#include "capital/margin_rules.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <limits>

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using namespace ballast;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
constexpr double largest = std::numeric_limits<double>::max();
constexpr OptionLots one = {.contracts = 1, .multiplier = 100};
constexpr OptionLots ten = {.contracts = 10, .multiplier = 100};

double payoff(OptionType type, double strike, double at) {
  return std::max(0.0, sign(type) * (at - strike));
}

}  // namespace

TEST_CASE("margin is that of published examples", "[capital]") {
  // Interactive Brokers, knowledge base, "Iron condor": ten SPY 160/170/180/190, 10 * 10 * 100 = 10,000.
  CHECK(condor_margin({.long_put = 160, .short_put = 170, .short_call = 180, .long_call = 190}, ten).value() == 10000);
  // tastyworks, "Short iron condor": two 50/53/67/70, 600.
  CHECK(condor_margin({50, 53, 67, 70}, {.contracts = 2, .multiplier = 100}).value() == 600);
  // eDeltaPro, "Margin", after the Cboe's calculator: a 200 put sold at 1.20 on a stock at 209.00, where the rates are those of
  // VIX options: 3,400, and 3,280 after the proceeds.
  const double put =
      uncovered_margin({.type = OptionType::put, .strike = 200, .underlying = 209, .price = 1.20}, vix_rates, one).value();
  CHECK_THAT(put, WithinRel(3400.0, 1e-14));
  CHECK_THAT(deposit(put, 120).value(), WithinRel(3280.0, 1e-14));
  // Investopedia, "Minimum margin requirements for a short sale": 1,000 shares at 10: 15,000, of which 5,000 beyond the
  // proceeds.
  CHECK(short_sale_margin(10000).value() == 15000);
  CHECK(deposit(15000, 10000).value() == 5000);
}

TEST_CASE("a spread needs what it can lose and a condor its wider wing", "[capital]") {
  for (const double wing : {5.0, 25.0, 60.0}) {
    const double put_margin = spread_margin({OptionType::put, 100, 100 - wing}, ten).value();
    const double call_margin = spread_margin({OptionType::call, 110, 135}, ten).value();
    CHECK(put_margin == wing * 1000);
    CHECK(condor_margin({100 - wing, 100, 110, 135}, ten).value() == std::max(put_margin, call_margin));
  }
  // The long option covers the short one.
  CHECK(spread_margin({OptionType::put, 100, 110}, ten).value() == 0);
  CHECK(spread_margin({OptionType::call, 110, 100}, ten).value() == 0);
  CHECK(spread_margin({OptionType::call, 110, 110}, ten).value() == 0);
}

TEST_CASE("no settlement costs a condor more than its margin, and some cost all of it", "[capital]") {
  const CondorStrikes strikes{80, 95, 105, 130};
  const double margin = condor_margin(strikes, one).value();
  double worst = 0;
  for (double at = 0; at <= 250; at += 0.5) {
    const double loss = payoff(OptionType::put, 95, at) - payoff(OptionType::put, 80, at) + payoff(OptionType::call, 105, at) -
                        payoff(OptionType::call, 130, at);
    worst = std::max(worst, 100 * loss);
  }
  CHECK(worst == margin);
  CHECK(deposit(margin, 300).value() == margin - 300);
  CHECK(deposit(margin, 2 * margin).value() == 0);
}

TEST_CASE("an uncovered option needs its price and a share of the index, less what it is out of the money", "[capital]") {
  // 2762.13 is SPX of 2 February 2018. At the money; 5 % out; so far out that the minimum holds.
  const double spx = 2762.13;
  const auto margin = [&](OptionType type, double strike) {
    return uncovered_margin({type, strike, spx, 10}, broad_index_rates, one).value();
  };
  CHECK_THAT(margin(OptionType::call, spx), WithinRel(100 * (10 + 0.15 * spx), 1e-14));
  CHECK_THAT(margin(OptionType::call, spx + 100), WithinRel(100 * (10 + 0.15 * spx - 100), 1e-14));
  CHECK_THAT(margin(OptionType::put, spx - 100), WithinRel(100 * (10 + 0.15 * spx - 100), 1e-14));
  CHECK_THAT(margin(OptionType::call, 3500), WithinRel(100 * (10 + 0.10 * spx), 1e-14));
  CHECK_THAT(margin(OptionType::put, 2000), WithinRel(100 * (10 + 0.10 * 2000), 1e-14));
  // In the money it is the price that grows, not the rest.
  CHECK(margin(OptionType::call, 2000) == margin(OptionType::call, 2500));
  CHECK(margin(OptionType::put, 3000) >= margin(OptionType::put, 2900));
}

TEST_CASE("margin is proportional to contracts and never below the price of the option", "[capital]") {
  for (const OptionType type : {OptionType::put, OptionType::call})
    for (const double strike : {0.0, 10.0, 20.0, 40.0, 1000.0})
      for (const UncoveredRates& rates : {broad_index_rates, vix_rates}) {
        const ShortOption option{type, strike, 17.31, 1.5};
        const double margin = uncovered_margin(option, rates, one).value();
        CHECK(margin >= 150);
        CHECK_THAT(uncovered_margin(option, rates, ten).value(), WithinRel(10 * margin, 1e-14));
        CHECK(uncovered_margin(option, rates, {0, 100}).value() == 0);
      }
}

TEST_CASE("the quick ratio is what can be sold at once over what can be called for", "[capital]") {
  CHECK(quick_ratio({10000, 50000, 4000}, {20000, 2000, 10000}).value() == 2);
  CHECK(quick_ratio({1000, 0, 0}, {2000, 0, 0}).value() == 0.5);
  CHECK(quick_ratio({0, 0, 0}, {2000, 0, 0}).value() == 0);
  CHECK(quick_ratio({1, 0, 0}, {0, 0, 0}).value() == infinity);
  CHECK(quick_ratio({0, 0, 0}, {0, 0, 0}).value() == infinity);
}

TEST_CASE("the rates of margin rules say who publishes them", "[capital]") {
  for (const Source& source : {broad_index_rates.source, vix_rates.source, short_sale_source}) {
    CHECK(source.provenance == Provenance::published);
    CHECK(!source.text.empty());
  }
}

TEST_CASE("margin without an answer says why", "[capital]") {
  for (const double bad : {not_a_number, infinity, -infinity}) {
    CHECK(condor_margin({bad, 170, 180, 190}, ten).error() == MarginFailure::not_finite);
    CHECK(condor_margin({160, 170, 180, 190}, {bad, 100}).error() == MarginFailure::not_finite);
    CHECK(spread_margin({OptionType::put, bad, 90}, one).error() == MarginFailure::not_finite);
    CHECK(uncovered_margin({OptionType::put, 10, bad, 1}, vix_rates, one).error() == MarginFailure::not_finite);
    CHECK(short_sale_margin(bad).error() == MarginFailure::not_finite);
    CHECK(deposit(bad, 1).error() == MarginFailure::not_finite);
    CHECK(quick_ratio({bad, 0, 0}, {1, 0, 0}).error() == MarginFailure::not_finite);
    CHECK(quick_ratio({1, 0, 0}, {1, 0, bad}).error() == MarginFailure::not_finite);
  }
  CHECK(condor_margin({160, 170, 180, 190}, {-1, 100}).error() == MarginFailure::negative);
  CHECK(uncovered_margin({OptionType::call, 10, 10, -1}, vix_rates, one).error() == MarginFailure::negative);
  CHECK(short_sale_margin(-1).error() == MarginFailure::negative);
  CHECK(deposit(1, -1).error() == MarginFailure::negative);
  CHECK(quick_ratio({1, -1, 0}, {1, 0, 0}).error() == MarginFailure::negative);
  CHECK(condor_margin({170, 160, 180, 190}, ten).error() == MarginFailure::strikes_out_of_order);
  CHECK(condor_margin({160, 185, 180, 190}, ten).error() == MarginFailure::strikes_out_of_order);
  CHECK(condor_margin({160, 170, 195, 190}, ten).error() == MarginFailure::strikes_out_of_order);
  CHECK(condor_margin({0, largest, largest, largest}, ten).error() == MarginFailure::not_finite);
  CHECK(short_sale_margin(largest).error() == MarginFailure::not_finite);
  CHECK(quick_ratio({1, 0, 0}, {largest, largest, 0}).error() == MarginFailure::not_finite);
}
