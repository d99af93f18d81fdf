#include "capital/cost_of_capital.h"

#include <cmath>
#include <initializer_list>

namespace ballast {
namespace {

bool all_finite(std::initializer_list<double> values) {
  for (const double value : values)
    if (!std::isfinite(value)) return false;
  return true;
}

std::expected<double, CostFailure> finite(double value) {
  if (!std::isfinite(value)) return std::unexpected(CostFailure::not_finite);
  return value;
}

}  // namespace

std::expected<double, CostFailure> cost_of_equity(const AssetPricing& asset) {
  return finite(asset.risk_free + asset.beta * (asset.market_return - asset.risk_free));
}

std::expected<double, CostFailure> weighted_average_cost(const Capital& capital, const CapitalRates& rates) {
  if (!all_finite({capital.equity, capital.debt, rates.equity, rates.debt, rates.tax}))
    return std::unexpected(CostFailure::not_finite);
  if (capital.equity < 0 || capital.debt < 0) return std::unexpected(CostFailure::negative_capital);
  if (rates.tax < 0 || rates.tax > 1) return std::unexpected(CostFailure::tax_out_of_range);
  // As shares of the greater, whose sum does not overflow.
  const double greater = std::fmax(capital.equity, capital.debt);
  if (greater == 0) return std::unexpected(CostFailure::no_capital);
  const double equity = capital.equity / greater, debt = capital.debt / greater;
  return finite(equity / (equity + debt) * rates.equity + debt / (equity + debt) * rates.debt * (1 - rates.tax));
}

std::expected<double, CostFailure> gordon_value(const GrowingDividend& dividend) {
  if (!all_finite({dividend.next, dividend.cost, dividend.growth})) return std::unexpected(CostFailure::not_finite);
  if (dividend.cost <= dividend.growth) return std::unexpected(CostFailure::growth_not_below_cost);
  return finite(dividend.next / (dividend.cost - dividend.growth));
}

}  // namespace ballast
