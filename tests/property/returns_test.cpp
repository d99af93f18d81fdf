// Internal rates of return of any flows: they make the flows worth nothing, and do not depend on how the flows are told.
#include "capital/returns.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>
#include <random>
#include <vector>

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using namespace ballast;

namespace {

struct AnyFlows {
  std::mt19937_64 draws{1955};
  double uniform(double from, double to) { return from + (to - from) * (static_cast<double>(draws() >> 11) * 0x1p-53); }

  /// Payments first, then receipts; one internal rate.
  std::vector<CashFlow> investment() {
    std::vector<CashFlow> flows;
    double day = std::floor(uniform(-1000, 1000));
    for (const double sign : {-1.0, 1.0})
      for (int n = static_cast<int>(uniform(1, 9)); n > 0; --n) {
        flows.push_back({day, sign * std::exp(uniform(0, 10))});
        day += std::floor(uniform(1, 400));
      }
    return flows;
  }
};

double gross(const std::vector<CashFlow>& flows, double rate) {
  std::vector<CashFlow> all = flows;
  for (CashFlow& flow : all) flow.amount = std::fabs(flow.amount);
  return net_present_value(all, rate).value();
}

}  // namespace

TEST_CASE("flows are worth nothing at their internal rate", "[capital]") {
  AnyFlows any;
  for (int i = 0; i < 2000; ++i) {
    const auto flows = any.investment();
    const auto found = xirr(flows);
    REQUIRE(found.has_value());
    CHECK(found->sign_changes == 1);
    // Near -1 the rate has no digits left to say where the value is 0.
    if (found->rate < -0.999 || found->rate > 1e6) continue;
    const double value = net_present_value(flows, found->rate).value();
    CHECK(std::fabs(value) <= 1e-11 * gross(flows, found->rate));
  }
}

TEST_CASE("an internal rate does not depend on order, sign, unit or first day", "[capital]") {
  AnyFlows any;
  for (int i = 0; i < 500; ++i) {
    auto flows = any.investment();
    const double rate = xirr(flows).value().rate;
    std::ranges::shuffle(flows, any.draws);
    CHECK(xirr(flows).value().rate == rate);
    for (CashFlow& flow : flows) flow.amount *= -0x1p40;
    CHECK(xirr(flows).value().rate == rate);
    for (CashFlow& flow : flows) flow.day += 12345;
    CHECK(xirr(flows).value().rate == rate);
    flows.push_back({flows[0].day, 0.25 * flows[0].amount});
    flows[0].amount *= 0.75;
    CHECK_THAT(xirr(flows).value().rate, WithinAbs(rate, 1e-12 * (1 + rate)));
  }
}

TEST_CASE("an internal rate over years of 365 days is the one over periods", "[capital]") {
  AnyFlows any;
  for (int i = 0; i < 500; ++i) {
    std::vector<double> amounts;
    std::vector<CashFlow> flows;
    for (int year = 0; year < 8; ++year) {
      amounts.push_back(year < 3 ? -any.uniform(1, 100) : any.uniform(1, 100));
      flows.push_back({365.0 * year, amounts.back()});
    }
    const double rate = irr(amounts).value().rate;
    CHECK(xirr(flows).value().rate == rate);
    // Money that costs and earns the internal rate grows at it.
    CHECK_THAT(mirr(amounts, {rate, rate}).value(), WithinAbs(rate, 1e-13));
    CHECK(mirr(flows, {rate, rate}).value() == mirr(amounts, {rate, rate}).value());
    // Reinvested at less than it earns, it grows by less.
    CHECK(mirr(amounts, {rate, rate - 0.1}).value() < rate);
  }
}

TEST_CASE("flows made to have two internal rates give the one nearer 0", "[capital]") {
  AnyFlows any;
  for (int i = 0; i < 500; ++i) {
    const double a = any.uniform(-0.5, 0.5), b = any.uniform(-0.5, 0.5);
    if (std::fabs(std::log1p(a) - std::log1p(b)) < 0.1 || std::fabs(std::fabs(std::log1p(a)) - std::fabs(std::log1p(b))) < 1e-6)
      continue;
    const double flows[] = {-1, (1 + a) + (1 + b), -(1 + a) * (1 + b)};
    const InternalRate found = irr(flows).value();
    const double nearer = std::fabs(std::log1p(a)) < std::fabs(std::log1p(b)) ? a : b;
    CHECK_THAT(found.rate, WithinAbs(nearer, 1e-13));
    CHECK(found.sign_changes == 2);
  }
}
