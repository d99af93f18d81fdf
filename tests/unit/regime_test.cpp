#include "signal/regime.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>
#include <limits>
#include <vector>

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using namespace ballast;

namespace {

using Signals = std::vector<RegimeSignal>;
constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
constexpr double largest = std::numeric_limits<double>::max();

}  // namespace

TEST_CASE("the score is the logistic function of the weighted sum", "[signal]") {
  // 1/(1 + 1/e) and 1/(1 + 1/e²) with 18 digits.
  CHECK_THAT(regime_score(Signals{{1, 1}}).value(), WithinRel(0.731058578630004879, 1e-15));
  CHECK_THAT(regime_score(Signals{{2, 0.75}, {-1, -0.5}}).value(), WithinRel(0.880797077977882444, 1e-15));
  CHECK(regime_score(Signals{{0, 1}, {0, -3}}).value() == 0.5);
  CHECK_THAT(regime_score(Signals{{0, 1}}, std::log(3)).value(), WithinRel(0.75, 1e-15));
}

TEST_CASE("the score rises with what speaks for the regime, within 0 and 1", "[signal]") {
  double before = 0;
  for (double z = -6; z <= 6; z += 0.25) {
    const double score = regime_score(Signals{{z, 0.8}, {1, 0.4}}).value();
    const double mirrored = regime_score(Signals{{-z, 0.8}, {-1, 0.4}}).value();
    CHECK(score > before);
    CHECK(score < 1);
    CHECK_THAT(score + mirrored, WithinAbs(1, 1e-15));
    CHECK(regime_score(Signals{{1, 0.4}, {-z, -0.8}}).value() == score);
    before = score;
  }
  CHECK(regime_score(Signals{{largest, 10}}).value() == 1);
  CHECK(regime_score(Signals{{-largest, 10}}).value() == 0);
  CHECK(regime_score(Signals{{largest, largest}, {-largest, largest}}).value() == 0.5);
  CHECK(regime_score(Signals{{1, 1}}, -largest).value() == 0);
}

TEST_CASE("a missing series drops out and leaves the others as they were", "[signal]") {
  const double all = regime_score(Signals{{1, 0.5}, {-2, 0.25}}).value();
  for (const double missing : {not_a_number, infinity, -infinity})
    CHECK(regime_score(Signals{{missing, 3}, {1, 0.5}, {missing, -1}, {-2, 0.25}}).value() == all);
}

TEST_CASE("a day without a series, or with a weight that is no number, has no score", "[signal]") {
  CHECK(regime_score({}).error() == RegimeFailure::no_signal);
  CHECK(regime_score(Signals{{not_a_number, 1}, {not_a_number, 2}}, 1).error() == RegimeFailure::no_signal);
  for (const double bad : {not_a_number, infinity, -infinity}) {
    CHECK(regime_score(Signals{{1, bad}}).error() == RegimeFailure::weight_not_finite);
    CHECK(regime_score(Signals{{not_a_number, bad}, {1, 1}}).error() == RegimeFailure::weight_not_finite);
    CHECK(regime_score(Signals{{1, 1}}, bad).error() == RegimeFailure::weight_not_finite);
  }
}
