#include "capital/returns.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>
#include <limits>
#include <vector>

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using namespace ballast;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
constexpr double largest = std::numeric_limits<double>::max();

using Amounts = std::vector<double>;
using Flows = std::vector<CashFlow>;

}  // namespace

TEST_CASE("flows without an internal rate say why", "[capital]") {
  CHECK(irr({}).error() == ReturnFailure::no_flows);
  CHECK(xirr({}).error() == ReturnFailure::no_flows);
  CHECK(irr(Amounts{0}).error() == ReturnFailure::no_flows);
  CHECK(irr(Amounts{0, 0, 0}).error() == ReturnFailure::no_flows);
  CHECK(xirr(Flows{{5, -100}, {5, 100}}).error() == ReturnFailure::no_flows);
  CHECK(irr(Amounts{-100}).error() == ReturnFailure::nothing_received);
  CHECK(irr(Amounts{-100, -50, 0}).error() == ReturnFailure::nothing_received);
  CHECK(xirr(Flows{{5, -100}, {5, 90}}).error() == ReturnFailure::nothing_received);
  CHECK(irr(Amounts{100}).error() == ReturnFailure::nothing_paid);
  CHECK(xirr(Flows{{0, 100}, {365, 1}}).error() == ReturnFailure::nothing_paid);
  for (const double bad : {not_a_number, infinity, -infinity}) {
    CHECK(irr(Amounts{-100, bad}).error() == ReturnFailure::not_finite);
    CHECK(xirr(Flows{{0, -100}, {365, bad}}).error() == ReturnFailure::not_finite);
    CHECK(xirr(Flows{{bad, -100}, {365, 110}}).error() == ReturnFailure::not_finite);
  }
  // The sum of a day, and the distance of two, must be numbers, too.
  CHECK(xirr(Flows{{0, -1}, {1, largest}, {1, largest}}).error() == ReturnFailure::not_finite);
  CHECK(xirr(Flows{{-largest, -1}, {largest, 2}}).error() == ReturnFailure::not_finite);
}

TEST_CASE("flows that change sign twice may have no internal rate", "[capital]") {
  // 1 - 2q + 2q^2 has no real root.
  CHECK(irr(Amounts{1, -2, 2}).error() == ReturnFailure::no_rate);
}

TEST_CASE("internal rates far from 0 are found", "[capital]") {
  CHECK(irr(Amounts{-100, 100}).value().rate == 0);
  CHECK_THAT(irr(Amounts{-1, 1e12}).value().rate, WithinRel(1e12 - 1, 1e-13));
  CHECK_THAT(irr(Amounts{-1, 0, 1e300}).value().rate, WithinRel(1e150, 1e-12));
  CHECK_THAT(irr(Amounts{-1e8, 1}).value().rate, WithinAbs(-1 + 1e-8, 1e-16));
  // A tenth gained in a day: 1.1^365 - 1.
  CHECK_THAT(xirr(Flows{{0, -100}, {1, 110}}).value().rate, WithinRel(std::expm1(365 * std::log(1.1)), 1e-12));
  // The difference to a total loss is lost in rounding.
  CHECK(irr(Amounts{-1e20, 1}).value().rate == -1);
  CHECK(xirr(Flows{{0, -100}, {1, 1}}).value().rate == -1);
  // A thousandfold in a day is 10^1095 in a year.
  CHECK(xirr(Flows{{0, -1}, {1, 1000}}).error() == ReturnFailure::too_large);
  CHECK(irr(Amounts{-1e-200, 1e200}).error() == ReturnFailure::too_large);
  CHECK_THAT(irr(Amounts{-largest, largest, largest}).value().rate, WithinRel((std::sqrt(5) - 1) / 2, 1e-14));
}

TEST_CASE("amounts of 0 before, between and after do not move an internal rate", "[capital]") {
  CHECK_THAT(irr(Amounts{0, 0, -100, 0, 121, 0}).value().rate, WithinAbs(0.1, 1e-15));
  CHECK_THAT(xirr(Flows{{0, 0}, {10, -100}, {375, 110}, {9999, 0}}).value().rate, WithinAbs(0.1, 1e-15));
}

TEST_CASE("net present value discounts all but the first day", "[capital]") {
  CHECK_THAT(net_present_value(Amounts{-100, 60, 60}, 0.1).value(), WithinRel(-100 + 60 / 1.1 + 60 / 1.21, 1e-14));
  CHECK_THAT(net_present_value(Flows{{730, 60}, {0, -100}, {365, 60}}, 0.1).value(),
             WithinRel(-100 + 60 / 1.1 + 60 / 1.21, 1e-14));
  CHECK(net_present_value(Amounts{7}, 0.5).value() == 7);
  CHECK(net_present_value(Amounts{1, 2, 3}, 0).value() == 6);
  CHECK(net_present_value(Amounts{}, 0.1).error() == ReturnFailure::no_flows);
  CHECK(net_present_value(Amounts{1}, -1).error() == ReturnFailure::rate_too_low);
  CHECK(net_present_value(Amounts{1}, -2).error() == ReturnFailure::rate_too_low);
  CHECK(net_present_value(Amounts{1}, not_a_number).error() == ReturnFailure::not_finite);
  CHECK(net_present_value(Amounts{not_a_number}, 0.1).error() == ReturnFailure::not_finite);
  CHECK(net_present_value(Amounts{largest, largest}, 0).error() == ReturnFailure::too_large);
  CHECK(net_present_value(Flows{{0, 1}, {1e6, 1}}, -0.9).error() == ReturnFailure::too_large);
}

TEST_CASE("the modified internal rate of return counts periods of 0 and refuses one-sided flows", "[capital]") {
  const OutsideRates rates{.finance = 0.1, .reinvest = 0.12};
  // 110 earn 12 % for another year: 123.2 over two.
  CHECK_THAT(mirr(Amounts{-100, 110, 0}, rates).value(), WithinRel(std::sqrt(1.232) - 1, 1e-14));
  CHECK_THAT(mirr(Flows{{0, -100}, {365, 110}, {730, 0}}, rates).value(), WithinRel(std::sqrt(1.232) - 1, 1e-14));
  CHECK(mirr(Amounts{}, rates).error() == ReturnFailure::no_flows);
  CHECK(mirr(Amounts{-1, -1}, rates).error() == ReturnFailure::nothing_received);
  CHECK(mirr(Amounts{1, 1}, rates).error() == ReturnFailure::nothing_paid);
  CHECK(mirr(Flows{{3, -100}, {3, 110}}, rates).error() == ReturnFailure::nothing_paid);
  CHECK(mirr(Amounts{-1, infinity}, rates).error() == ReturnFailure::not_finite);
  CHECK(mirr(Amounts{-1, 1}, {.finance = -1, .reinvest = 0}).error() == ReturnFailure::rate_too_low);
  CHECK(mirr(Amounts{-1, 1}, {.finance = 0, .reinvest = not_a_number}).error() == ReturnFailure::not_finite);
  CHECK(mirr(Flows{{0, -1e-300}, {1, 1e300}}, rates).error() == ReturnFailure::too_large);
  // 1.12^10,000 is beyond the largest double; its root is not.
  Amounts late(10001);
  late.front() = -100, late[1] = 100;
  CHECK_THAT(mirr(late, rates).value(), WithinRel(std::exp(0.9999 * std::log(1.12)) - 1, 1e-12));
}
