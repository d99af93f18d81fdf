#include "market/vix_curve.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>

#include "market/market.h"

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using namespace ballast;

namespace {

constexpr VixCurve february = {.fast_weight = 0, .fast_speed = 27, .slow_speed = 1.5174, .long_run = 20, .calm = 15};

double future(const VixCurve& curve, const CurveState& state, double days) {
  return std::exp(log_future(std::log(curve.long_run), tenor(curve, days / days_per_year), state.fast, state.slow));
}

double mean_squared(const VixCurve& curve, const CurveState& state, double years) {
  double result = 0;
  mean_squared_futures(curve, years, {&state.fast, 1}, {&state.slow, 1}, {&result, 1});
  return result;
}

}  // namespace

TEST_CASE("the curve starts at VIX and ends at its long run") {
  const VixCurve curve;
  for (const double level : {6.0, 15.0, 20.0, 37.32, 100.0}) {
    const CurveState state = state_at(curve, level);
    CHECK_THAT(vix(curve, state), WithinRel(level, 1e-15));
    CHECK_THAT(future(curve, state, 0), WithinRel(level, 1e-15));
    CHECK_THAT(future(curve, state, 36500), WithinRel(curve.long_run, 1e-15));
  }
}

TEST_CASE("a shock moves each future by its beta times the move of VIX in log") {
  for (const VixCurve& curve : {VixCurve{}, february}) {
    Market market;
    market.curve = curve;
    MarketBlock block = start_block(market, 1);
    const CurveState before = {block.fast[0], block.slow[0]};
    const double jump[] = {std::log(37.32 / 15)};
    shock(curve, jump, block);
    CHECK_THAT(block.vix[0], WithinRel(37.32, 1e-15));
    const CurveState after = {block.fast[0], block.slow[0]};
    for (const double days : {0.0, 1.0, 12.0, 30.0, 47.0, 110.0, 220.0, 1000.0}) {
      const double beta = tenor_beta(curve, tenor(curve, days / days_per_year));
      CHECK_THAT(future(curve, after, days), WithinRel(future(curve, before, days) * std::exp(beta * jump[0]), 1e-14));
    }
  }
}

TEST_CASE("relaxing over half a day twice is relaxing over a day") {
  const VixCurve curve;
  Market market;
  market.vix = 60;
  MarketBlock twice = start_block(market, 1), once = twice;
  for (int i = 0; i < 2; ++i) relax(curve, 0.5 / days_per_year, twice);
  relax(curve, 1 / days_per_year, once);
  CHECK_THAT(twice.fast[0], WithinRel(once.fast[0], 1e-15));
  CHECK_THAT(twice.slow[0], WithinRel(once.slow[0], 1e-15));
}

TEST_CASE("without shocks VIX relaxes to calm and stays there") {
  const VixCurve curve;
  Market market;
  market.vix = 60;
  MarketBlock block = start_block(market, 1);
  double last = 60;
  for (int month = 0; month < 60; ++month) {
    relax(curve, 30 / days_per_year, block);
    const double now = vix(curve, {block.fast[0], block.slow[0]});
    CHECK(now < last);
    CHECK(now > curve.calm);
    last = now;
  }
  relax(curve, 100, block);
  CHECK_THAT(vix(curve, {block.fast[0], block.slow[0]}), WithinRel(curve.calm, 1e-15));
}

TEST_CASE("the integral of the squared beta is its closed form") {
  struct Case {
    double days, integral;
  };
  // Adaptive quadrature with 40 digits at the default curve.
  const Case cases[] = {{1, 0.0026291131058664714702},   {30, 0.036424925641694397114},  {110, 0.064238575766765082196},
                        {220, 0.080523067587738773669},  {365, 0.087984143940833535675}, {3650, 0.091059115304217750791}};
  for (const Case& c : cases) CHECK_THAT(integrated_beta_squared({}, c.days / days_per_year), WithinRel(c.integral, 4e-15));
}

TEST_CASE("the mean squared level of the curve is that of adaptive quadrature to 1e-12, or 1e-10 where all of VIX is fast") {
  struct Case {
    double fast_weight, slow_speed, vix, days, mean;
  };
  // Adaptive quadrature with 40 digits, fast_speed 27 and long_run 20.
  const Case cases[] = {
      {0.54, 1.55, 6, 1, 37.833364464537117993}, {0.54, 1.55, 6, 7, 49.3006226519342055},
      {0.54, 1.55, 6, 30, 88.960571118931154678}, {0.54, 1.55, 6, 90, 139.40821576356440817},
      {0.54, 1.55, 6, 220, 189.80219418092911848}, {0.54, 1.55, 6, 365, 229.41097612145527131},
      {0.54, 1.55, 15, 1, 227.67005917905061684}, {0.54, 1.55, 15, 7, 241.99418713159044265},
      {0.54, 1.55, 15, 30, 276.38227517705614627}, {0.54, 1.55, 15, 90, 307.64691747361811951},
      {0.54, 1.55, 15, 220, 331.6319045787964895}, {0.54, 1.55, 15, 365, 346.93500510861477633},
      {0.54, 1.55, 40, 1, 1555.4500749440314474}, {0.54, 1.55, 40, 7, 1350.7203658815873864},
      {0.54, 1.55, 40, 30, 1005.4384959919997323}, {0.54, 1.55, 40, 90, 781.57082067590784195},
      {0.54, 1.55, 40, 220, 650.45827267062978522}, {0.54, 1.55, 40, 365, 583.75521566535483602},
      {0.54, 1.55, 100, 1, 9369.119752108793525}, {0.54, 1.55, 100, 7, 6838.7173778089919435},
      {0.54, 1.55, 100, 30, 3660.1371760690796021}, {0.54, 1.55, 100, 90, 2106.557669672435122},
      {0.54, 1.55, 100, 220, 1379.6527806509881558}, {0.54, 1.55, 100, 365, 1077.6478700476331204},
      {0.0, 1.5174, 6, 1, 36.180539666651881143}, {0.0, 1.5174, 6, 7, 37.278503472841770728},
      {0.0, 1.5174, 6, 30, 41.718214538103462688}, {0.0, 1.5174, 6, 90, 54.91852418267041488},
      {0.0, 1.5174, 6, 220, 89.506945206993886682}, {0.0, 1.5174, 6, 365, 131.54555404315466838},
      {0.0, 1.5174, 15, 1, 225.26893458355202449}, {0.0, 1.5174, 15, 7, 226.87584108557864065},
      {0.0, 1.5174, 15, 30, 232.9264629529619498}, {0.0, 1.5174, 15, 90, 247.84857750924466961},
      {0.0, 1.5174, 15, 220, 275.68770703078466834}, {0.0, 1.5174, 15, 365, 299.86964626267517745},
      {0.0, 1.5174, 40, 1, 1595.4046501748126867}, {0.0, 1.5174, 40, 7, 1568.4574179532528202},
      {0.0, 1.5174, 40, 30, 1474.2383891517960115}, {0.0, 1.5174, 40, 90, 1281.4669734897804062},
      {0.0, 1.5174, 40, 220, 1021.2729424106895162}, {0.0, 1.5174, 40, 365, 857.35875613497998764},
      {0.0, 1.5174, 100, 1, 9933.4806299164865544}, {0.0, 1.5174, 100, 7, 9550.1351326839417855},
      {0.0, 1.5174, 100, 30, 8296.9381175949890604}, {0.0, 1.5174, 100, 90, 6117.2514428258344529},
      {0.0, 1.5174, 100, 220, 3857.6558406452218881}, {0.0, 1.5174, 100, 365, 2749.7751176357543977},
      {1.0, 1.55, 6, 1, 39.31677517098668517}, {1.0, 1.55, 6, 7, 63.452759386866750978},
      {1.0, 1.55, 6, 30, 176.75175705996796018}, {1.0, 1.55, 6, 90, 311.01564037821537508},
      {1.0, 1.55, 6, 220, 363.52135912502220701}, {1.0, 1.55, 6, 365, 378.01287094079645014},
      {1.0, 1.55, 15, 1, 229.73717589006634728}, {1.0, 1.55, 15, 7, 255.85161903807934298},
      {1.0, 1.55, 15, 30, 320.58973233399237578}, {1.0, 1.55, 15, 90, 369.87462692807079076},
      {1.0, 1.55, 15, 220, 387.65782567465480003}, {1.0, 1.55, 15, 365, 392.56088049921411386},
      {1.0, 1.55, 40, 1, 1522.5371452967699743}, {1.0, 1.55, 40, 7, 1195.8954939133021523},
      {1.0, 1.55, 40, 30, 743.76238211444043544}, {1.0, 1.55, 40, 90, 523.88694494444855329},
      {1.0, 1.55, 40, 220, 450.72480093008194289}, {1.0, 1.55, 40, 365, 430.57385437269083637},
      {1.0, 1.55, 100, 1, 8922.7824575126482668}, {1.0, 1.55, 100, 7, 5296.1945834193767931},
      {1.0, 1.55, 100, 30, 2091.3778832924628786}, {1.0, 1.55, 100, 90, 986.55772215006374598},
      {1.0, 1.55, 100, 220, 640.05714101929510302}, {1.0, 1.55, 100, 365, 544.6919794892122327}};
  for (const Case& c : cases) {
    VixCurve curve;
    curve.fast_weight = c.fast_weight;
    curve.slow_speed = c.slow_speed;
    INFO(c.fast_weight << " " << c.vix << " " << c.days);
    CHECK_THAT(mean_squared(curve, state_at(curve, c.vix), c.days / days_per_year),
               WithinRel(c.mean, c.fast_weight < 1 ? 1e-12 : 1e-10));
  }
  CHECK_THAT(mean_squared({}, {0.5, -0.3}, 30 / days_per_year), WithinRel(349.73530394829582171, 1e-12));
}

TEST_CASE("the mean squared level over no time at all is the square of VIX") {
  CHECK_THAT(mean_squared({}, state_at({}, 30), 1e-9), WithinRel(900, 1e-7));
}
