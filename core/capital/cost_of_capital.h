#pragma once
#include <expected>

/// What capital must earn. Rates are per year, as decimals, all by the same compounding.
namespace ballast {

/// Why there is no value to give.
enum class CostFailure : signed char {
  not_finite,             ///< an input is NaN or infinite, or the answer is beyond the largest double
  negative_capital,       ///< equity or debt below 0
  no_capital,             ///< equity and debt both 0
  tax_out_of_range,       ///< a tax rate outside [0, 1]
  growth_not_below_cost,  ///< k <= g: dividends that grow as fast as they are discounted have no finite value
};

/// What the capital asset pricing model knows of an asset (Sharpe, "Capital Asset Prices", Journal of Finance 19, 1964).
struct AssetPricing {
  double risk_free;      ///< rate
  double beta;           ///< of the asset to the market; any sign
  double market_return;  ///< expected, risk-free rate included
};

/// Re = rf + β·(rm - rf).
std::expected<double, CostFailure> cost_of_equity(const AssetPricing& asset);

/// Who put up the capital, USD at market value, >= 0 and not both 0.
struct Capital {
  double equity, debt;
};

/// What each asks for it.
struct CapitalRates {
  double equity;  ///< Re
  double debt;    ///< Rd, before tax
  double tax;     ///< t in [0, 1]: interest is paid before tax, so debt costs Rd·(1 - t)
};

/// Weighted average cost of capital: E/(D + E)·Re + D/(D + E)·Rd·(1 - t) (Modigliani and Miller, "Corporate Income Taxes and
/// the Cost of Capital", American Economic Review 53, 1963, as textbooks have it).
std::expected<double, CostFailure> weighted_average_cost(const Capital& capital, const CapitalRates& rates);

/// A dividend that grows for ever.
struct GrowingDividend {
  double next;    ///< D1, USD, paid a year from now; below 0 it is a cost, and so is the value
  double cost;    ///< k, the rate at which it is discounted; above `growth`
  double growth;  ///< g, per year
};

/// D1/(k - g), USD (Gordon and Shapiro, "Capital Equipment Analysis: The Required Rate of Profit", Management Science 3, 1956).
std::expected<double, CostFailure> gordon_value(const GrowingDividend& dividend);

}  // namespace ballast
