#include "capital/margin_rules.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <limits>
#include <optional>

namespace ballast {
namespace {

std::optional<MarginFailure> failure_of(std::initializer_list<double> inputs) {
  for (const double input : inputs)
    if (!std::isfinite(input)) return MarginFailure::not_finite;
  for (const double input : inputs)
    if (input < 0) return MarginFailure::negative;
  return {};
}

std::expected<double, MarginFailure> finite(double value) {
  if (!std::isfinite(value)) return std::unexpected(MarginFailure::not_finite);
  return value;
}

double size(const OptionLots& lots) {
  return lots.contracts * lots.multiplier;
}

}  // namespace

std::expected<double, MarginFailure> spread_margin(const VerticalSpread& spread, const OptionLots& lots) {
  if (const auto failure = failure_of({spread.short_strike, spread.long_strike, lots.contracts, lots.multiplier}))
    return std::unexpected(*failure);
  return finite(std::max(0.0, sign(spread.type) * (spread.long_strike - spread.short_strike)) * size(lots));
}

std::expected<double, MarginFailure> condor_margin(const CondorStrikes& strikes, const OptionLots& lots) {
  if (const auto failure = failure_of(
          {strikes.long_put, strikes.short_put, strikes.short_call, strikes.long_call, lots.contracts, lots.multiplier}))
    return std::unexpected(*failure);
  const bool rising = strikes.long_put <= strikes.short_put && strikes.short_put <= strikes.short_call &&
                      strikes.short_call <= strikes.long_call;
  if (!rising) return std::unexpected(MarginFailure::strikes_out_of_order);
  return finite(std::max(strikes.short_put - strikes.long_put, strikes.long_call - strikes.short_call) * size(lots));
}

std::expected<double, MarginFailure> uncovered_margin(const ShortOption& option, const UncoveredRates& rates,
                                                      const OptionLots& lots) {
  if (const auto failure = failure_of(
          {option.strike, option.underlying, option.price, rates.basic, rates.minimum, lots.contracts, lots.multiplier}))
    return std::unexpected(*failure);
  const double out_of_the_money = std::max(0.0, sign(option.type) * (option.strike - option.underlying));
  const double basic = rates.basic * option.underlying - out_of_the_money;
  const double least = rates.minimum * (option.type == OptionType::call ? option.underlying : option.strike);
  return finite((option.price + std::max(basic, least)) * size(lots));
}

std::expected<double, MarginFailure> short_sale_margin(double market_value) {
  if (const auto failure = failure_of({market_value})) return std::unexpected(*failure);
  return finite(short_sale_rate * market_value);
}

std::expected<double, MarginFailure> deposit(double requirement, double proceeds) {
  if (const auto failure = failure_of({requirement, proceeds})) return std::unexpected(*failure);
  return std::max(0.0, requirement - proceeds);
}

std::expected<double, MarginFailure> quick_ratio(const LiquidAssets& assets, const Obligations& obligations) {
  if (const auto failure = failure_of({assets.cash, assets.pool_usdc, assets.long_options, obligations.margin,
                                       obligations.short_options, obligations.borrowed}))
    return std::unexpected(*failure);
  const double owed = obligations.margin + obligations.short_options + obligations.borrowed;
  if (owed == 0) return std::numeric_limits<double>::infinity();
  if (!std::isfinite(owed)) return std::unexpected(MarginFailure::not_finite);
  return finite((assets.cash + assets.pool_usdc + assets.long_options) / owed);
}

}  // namespace ballast
