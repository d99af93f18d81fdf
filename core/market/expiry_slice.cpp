#include "market/expiry_slice.h"

#include <cassert>

namespace ballast {

std::string_view name(Underlying underlying) { return underlying == Underlying::vix ? "VIX" : "SPX"; }

std::span<const double> settlement(Underlying underlying, const MarketBlock& block) {
  return underlying == Underlying::vix ? block.vix : block.spx;
}

namespace {

BALLAST_VECTORISED void exp_all(std::span<const double> x, std::span<double> result) {
  for (std::size_t i = 0; i < result.size(); ++i) result[i] = numeric::exp(x[i]);
}

BALLAST_VECTORISED void spx_forwards(double log_carry, std::span<const double> spx, ExpirySlice& slice) {
  const std::span<double> forward = slice.forward, log_forward = slice.log_forward;
  const double carry = numeric::exp(log_carry);
  for (std::size_t i = 0; i < spx.size(); ++i) {
    forward[i] = spx[i] * carry;
    log_forward[i] = numeric::log(forward[i]);
  }
}

BALLAST_VECTORISED void scale(double factor, std::span<double> values) {
  for (double& value : values) value *= factor;
}

BALLAST_VECTORISED void scaled_squares(double factor, std::span<const double> x, std::span<double> result) {
  for (std::size_t i = 0; i < result.size(); ++i) result[i] = factor * (x[i] * x[i]);
}

void fill_vix(const Market& market, const MarketBlock& block, ExpirySlice& slice) {
  log_futures(market.curve, tenor(market.curve, slice.years), block.fast, block.slow, slice.log_forward);
  exp_all(slice.log_forward, slice.forward);
  scaled_squares(nu_squared_per_vvix_squared(market) * integrated_beta_squared(market.curve, slice.years), block.vvix,
                 slice.theta);
}

void fill_spx(const Market& market, const MarketBlock& block, ExpirySlice& slice) {
  spx_forwards((market.rate - market.dividend_yield) * slice.years, block.spx, slice);
  const double per_point = market.spx_options.atm_scale / 100;
  mean_squared_futures(market.curve, slice.years, block.fast, block.slow, slice.theta);
  scale(per_point * per_point * slice.years, slice.theta);
}

}  // namespace

void fill_slice(const Market& market, const MarketBlock& block, Underlying underlying, double years, ExpirySlice& slice) {
  assert(years > 0);
  slice.underlying = underlying;
  slice.years = years;
  slice.rate = market.rate;
  slice.discount = numeric::exp(-market.rate * years);
  for (auto* array : {&slice.forward, &slice.log_forward, &slice.theta, &slice.phi}) array->resize(block.size());
  if (underlying == Underlying::vix) {
    slice.smile = market.vix_options.smile;
    fill_vix(market, block, slice);
  } else {
    slice.smile = market.spx_options.smile;
    fill_spx(market, block, slice);
  }
  smile_phi(slice.smile, slice.theta, slice.phi);
}

}  // namespace ballast
