// Returns of cash flows against figures that others publish.
#include "capital/returns.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

using Catch::Matchers::WithinAbs;
using namespace ballast;

namespace {

// Microsoft's documentation of XIRR and XNPV: 2008-01-01, 03-01, 10-30, 2009-02-15, 04-01.
const CashFlow excel_flows[] = {{0, -10000}, {60, 2750}, {303, 4250}, {411, 3250}, {456, 2750}};

}  // namespace

TEST_CASE("xirr is Excel's", "[capital]") {
  // 0.373362535 in the documentation, which stops its search at 1e-8; the root itself with 18 digits.
  const InternalRate found = xirr(excel_flows).value();
  CHECK_THAT(found.rate, WithinAbs(0.373362533518831510, 1e-14));
  CHECK_THAT(found.rate, WithinAbs(0.373362535, 2e-9));
  CHECK(found.sign_changes == 1);

  // OpenOffice's documentation of XIRR: 2008-02-05, 07-05, 2009-01-05.
  const CashFlow calc[] = {{0, -2750}, {151, 1000}, {335, 2000}};
  CHECK_THAT(xirr(calc).value().rate, WithinAbs(0.124, 5e-4));
}

TEST_CASE("irr is Excel's", "[capital]") {
  // Microsoft's documentation of IRR: 8.7 % after five years, -2.1 % after four, -44.4 % after two.
  const double flows[] = {-70000, 12000, 15000, 18000, 21000, 26000};
  const std::span<const double> all(flows);
  CHECK_THAT(irr(all).value().rate, WithinAbs(0.0866309480365316143, 1e-15));
  CHECK_THAT(irr(all.first(5)).value().rate, WithinAbs(-0.021, 5e-4));
  CHECK_THAT(irr(all.first(3)).value().rate, WithinAbs(-0.444, 5e-4));
}

TEST_CASE("mirr is Excel's", "[capital]") {
  // Microsoft's documentation of MIRR: 12.61 % after five years, -4.80 % after three, 13.48 % with 14 % for the reinvestment.
  const double flows[] = {-120000, 39000, 30000, 21000, 37000, 46000};
  const std::span<const double> all(flows);
  CHECK_THAT(mirr(all, {.finance = 0.10, .reinvest = 0.12}).value(), WithinAbs(0.126094130365905146, 1e-15));
  CHECK_THAT(mirr(all.first(4), {.finance = 0.10, .reinvest = 0.12}).value(), WithinAbs(-0.0480, 5e-5));
  CHECK_THAT(mirr(all, {.finance = 0.10, .reinvest = 0.14}).value(), WithinAbs(0.1348, 5e-5));
}

TEST_CASE("the net present value of dated flows is Excel's XNPV", "[capital]") {
  CHECK_THAT(net_present_value(excel_flows, 0.09).value(), WithinAbs(2086.65, 5e-3));
}

TEST_CASE("of several internal rates of return the one nearest 0 is given, and that there may be others", "[capital]") {
  // The oil pump of Lorie and Savage (1955), as finance courses have it: 1,600 for a better pump that brings 10,000 forward by
  // a year. 25 % and 400 %.
  const double pump[] = {-1600, 10000, -10000};
  const InternalRate found = irr(pump).value();
  CHECK_THAT(found.rate, WithinAbs(0.25, 1e-14));
  CHECK(found.sign_changes == 2);
  CHECK_THAT(net_present_value(pump, 4).value(), WithinAbs(0, 1e-10));
}
