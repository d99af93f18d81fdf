// Sizes against published examples.
#include <Eigen/Geometry>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>

#include "numeric/random.h"
#include "sizing/cvar.h"
#include "sizing/minimum_cvar.h"
#include "sizing/minimum_variance.h"

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using namespace ballast;
using namespace ballast::sizing;
using Eigen::Index;
using Eigen::Matrix3d;
using Eigen::MatrixXd;
using Eigen::Vector3d;
using Eigen::VectorXd;

namespace {

// Rockafellar and Uryasev, "Optimization of conditional value-at-risk", Journal of Risk 2 (2000), 21, tables 1 and 2: monthly
// returns of the S&P 500, long government bonds and small caps. The portfolio has a mean of 0.011 at least and no short
// position.
const Vector3d mean_return{0.0101110, 0.0043532, 0.0137058};
constexpr double required_return = 0.011;

/// L of covariance = L·Lᵀ.
Matrix3d covariance_root() {
  Matrix3d covariance, root = Matrix3d::Zero();
  covariance << 0.00324625, 0.00022983, 0.00420395, 0.00022983, 0.00049937, 0.00019247, 0.00420395, 0.00019247, 0.00764097;
  for (Index i = 0; i < 3; ++i)
    for (Index j = 0; j <= i; ++j) {
      const double rest = covariance(i, j) - root.row(i).head(j).dot(root.row(j).head(j));
      root(i, j) = i == j ? std::sqrt(rest) : rest / root(j, j);
    }
  return root;
}

// Tables 3 and 4 have 6 digits; these are the same, worked out with 30.
const Vector3d published_weights{0.452011311324983245, 0.115573181580410820, 0.432415507094605935};
constexpr double published_variance = 0.00378528884639655633;

}  // namespace

TEST_CASE("the least variance for a mean is that of Rockafellar and Uryasev's example", "[sizing]") {
  // Portfolios of weight 1 and mean 0.011 lie on a line: one of them stands for the pool, the direction of the line for the
  // layer.
  const double small_caps = (required_return - mean_return[0]) / (mean_return[2] - mean_return[0]);
  const Vector3d on_line{1 - small_caps, 0, small_caps};
  const Vector3d along = mean_return.cross(Vector3d::Ones()) * 100;
  // Six returns with exactly this mean and covariance.
  MatrixXd returns(6, 3);
  const Matrix3d root = covariance_root();
  for (Index k = 0; k < 3; ++k) {
    returns.row(2 * k) = mean_return + std::sqrt(3.0) * root.col(k);
    returns.row(2 * k + 1) = mean_return - std::sqrt(3.0) * root.col(k);
  }
  const auto least = minimum_variance({.pool = returns * on_line, .layers = returns * along, .probability = {}});
  REQUIRE(least);
  const Vector3d weights = on_line + least->quantity[0] * along;
  for (Index j = 0; j < 3; ++j) CHECK_THAT(weights[j], WithinRel(published_weights[j], 1e-12));
  CHECK_THAT(least->variance_after, WithinRel(published_variance, 1e-12));
}

TEST_CASE("tail losses of a normal portfolio are those of Rockafellar and Uryasev's example", "[sizing]") {
  const Moments portfolio{.mean = required_return, .variance = published_variance};
  struct Case {
    double level, value_at_risk, cvar;
  };
  const Case cases[] = {
      {0.90, 0.0678470770242858614, 0.0969748241705292618},
      {0.95, 0.0901991277641689270, 0.115907788952998480},
      {0.99, 0.132127857622985590, 0.152976508294869882},
  };
  for (const Case& c : cases) {
    INFO("level " << c.level);
    CHECK_THAT(normal_tail_loss(portfolio, c.level).value_at_risk, WithinRel(c.value_at_risk, 1e-14));
    CHECK_THAT(normal_tail_loss(portfolio, c.level).cvar, WithinRel(c.cvar, 1e-14));
  }
}

TEST_CASE("the least CVaR over simulated returns approaches Rockafellar and Uryasev's example", "[sizing]") {
  // As they do it in section 4: for normal returns the least variance has the least CVaR as well.
  const Index n = 20000;
  const Matrix3d root = covariance_root();
  PnlSample sample{.pool = VectorXd::Zero(n), .layers = MatrixXd(n, 3), .probability = {}};
  const numeric::Stream stream = numeric::stream(1, 0);
  for (Index i = 0; i < n; ++i) {
    Vector3d z;
    for (Index k = 0; k < 3; ++k)
      z[k] = numeric::normal_draw(stream, static_cast<std::uint64_t>(i), static_cast<std::uint64_t>(k));
    sample.layers.row(i) = mean_return + root * z;
  }
  Limits limits{.bounds = {VectorXd::Zero(3), VectorXd::Ones(3)}};
  limits.rows = {{.coefficient = VectorXd::Ones(3), .at_most = 1},
                 {.coefficient = -VectorXd::Ones(3), .at_most = -1},
                 {.coefficient = -mean_return, .at_most = -required_return}};
  const auto least = minimum_cvar(sample, {}, limits, 0.95);
  REQUIRE(least);
  CHECK_THAT(least->after.cvar, WithinRel(0.115907788952998480, 0.02));
  CHECK_THAT(least->after.value_at_risk, WithinRel(0.0901991277641689270, 0.02));
  for (Index j = 0; j < 3; ++j) CHECK_THAT(least->quantity[j], WithinAbs(published_weights[j], 0.1));
  CHECK_THAT(least->quantity.sum(), WithinRel(1, 1e-9));
}

TEST_CASE("heating oil futures hedge jet fuel in Hull's ratio", "[sizing]") {
  // Hull, "Options, Futures, and Other Derivatives", section 3.4, table 3.2 (3.1 in older editions): changes of 15 months, USD
  // per gallon. h* = 0.928·0.0263/0.0313 = 0.78; from the data 0.7777.
  VectorXd futures(15), fuel(15);
  futures << 0.021, 0.035, -0.046, 0.001, 0.044, -0.029, -0.026, -0.029, 0.048, -0.006, -0.036, -0.011, 0.019, -0.027, 0.029;
  fuel << 0.029, 0.020, -0.044, 0.008, 0.026, -0.019, -0.010, -0.007, 0.043, 0.011, -0.036, -0.018, 0.009, -0.032, 0.023;
  // Who will buy fuel loses when it rises.
  const auto hedge = minimum_variance({.pool = -fuel, .layers = futures, .probability = {}});
  REQUIRE(hedge);
  CHECK_THAT(hedge->quantity[0], WithinAbs(0.77765, 5e-6));
  CHECK_THAT(hedge->quantity[0], WithinAbs(0.928 * 0.0263 / 0.0313, 3e-3));
  CHECK_THAT(hedge->effectiveness, WithinAbs(0.928 * 0.928, 1e-3));
}

TEST_CASE("an outcome on the edge of the tail counts with its part", "[sizing]") {
  const VectorXd pnl = -VectorXd::LinSpaced(10, 1, 10);
  const auto tail = tail_loss(pnl, {}, 0.85);
  REQUIRE(tail);
  CHECK(tail->value_at_risk == 9);
  CHECK_THAT(tail->cvar, WithinRel(29.0 / 3, 1e-15));
}

TEST_CASE("five scenarios by hand: least CVaR and least variance differ", "[sizing]") {
  PnlSample sample{.pool = VectorXd(5), .layers = MatrixXd(5, 1), .probability = {}};
  sample.pool << 2, 1, 0, -10, -40;
  sample.layers << -1, -1, -1, 4, 20;
  const auto least = minimum_cvar(sample, {}, {.bounds = {VectorXd::Zero(1), VectorXd::Constant(1, 10)}}, 0.6);
  REQUIRE(least);
  // The worst 2 of 5 lose q and 10 - 4q up to 2.2, q and q - 1 beyond.
  CHECK_THAT(least->quantity[0], WithinRel(2.2, 1e-14));
  CHECK_THAT(least->after.cvar, WithinRel(1.7, 1e-14));
  CHECK_THAT(least->before.cvar, WithinRel(25, 1e-14));
  CHECK(least->binding.empty());
  CHECK_THAT(minimum_variance(sample)->quantity[0], WithinRel(129.12 / 66.16, 1e-14));  // 1.951632
}
