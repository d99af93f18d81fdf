#pragma once
#include <expected>

#include "field/provenance.h"
#include "option/black76.h"

/// What exchange and Federal Reserve rules make a customer of a margin account put up: strategy-based margin, not portfolio
/// margin. Brokers may ask for more. Requirements are USD for the whole position; strikes, index levels and prices of options
/// are in index points.
///
/// Options that are bought are paid for in full and need no margin of their own (Cboe Margin Manual, "Long put or long call").
namespace ballast {

/// Why there is no requirement to give.
enum class MarginFailure : signed char {
  not_finite,            ///< an input is NaN or infinite, or the requirement is beyond the largest double
  negative,              ///< an input is below 0
  strikes_out_of_order,  ///< strikes of a condor do not rise from the long put to the long call
};

/// How many options, the same number of each leg.
struct OptionLots {
  double contracts;   ///< >= 0
  double multiplier;  ///< USD per index point and contract, >= 0; 100 for SPX and VIX options
};

/// A short and a long option of one type, underlying and expiry.
struct VerticalSpread {
  OptionType type;
  double short_strike, long_strike;  ///< index points, >= 0
};

/// The most that the spread can be worth to its buyer: the long strike's distance above the short one for calls, below it for
/// puts; 0 where the long option covers the short one at any price (Cboe Margin Manual, "Put spread or call spread").
std::expected<double, MarginFailure> spread_margin(const VerticalSpread& spread, const OptionLots& lots);

/// Strikes of an iron condor of one expiry, index points, 0 <= long_put <= short_put <= short_call <= long_call.
struct CondorStrikes {
  double long_put, short_put, short_call, long_call;
};

/// The wider wing: only one of the two spreads can end in the money (Cboe Margin Manual, "Iron condor": the requirement of the
/// put or the call spread, whichever is greater). Before the credit, which may be applied to it: deposit(). Some brokers want
/// both wings where they are not of one width (Interactive Brokers does), the sum of two spread_margin().
std::expected<double, MarginFailure> condor_margin(const CondorStrikes& strikes, const OptionLots& lots);

/// Shares of a level that an option sold without cover needs beyond its price, each >= 0.
struct UncoveredRates {
  double basic;    ///< of the index, less what the option is out of the money
  double minimum;  ///< of the index for a call, of the strike for a put
  Source source = {};
};

/// Options on broad-based indices, SPX among them.
inline constexpr UncoveredRates broad_index_rates = {
    .basic = 0.15, .minimum = 0.10, .source = published("Cboe Margin Manual, \"Short put or short call\"")};
/// Options on VIX, whose underlying is the spot index for this, not the future.
inline constexpr UncoveredRates vix_rates = {
    .basic = 0.20,
    .minimum = 0.10,
    .source = published("Cboe, specifications of VIX options, \"Customer strategy-based margin\"")};

/// An option sold without cover.
struct ShortOption {
  OptionType type;
  double strike;      ///< index points, >= 0
  double underlying;  ///< the spot index, index points, >= 0
  double price;       ///< of the option, index points, >= 0: what it was sold for at the start, its mark thereafter
};

/// price + max(basic·underlying - out of the money, minimum·(underlying for a call, strike for a put)). What the sale brought
/// in counts towards it: deposit().
std::expected<double, MarginFailure> uncovered_margin(const ShortOption& option, const UncoveredRates& rates,
                                                      const OptionLots& lots);

/// What a short sale needs, as a share of the market value of the security.
inline constexpr double short_sale_rate = 1.5;
inline constexpr Source short_sale_source = published("Regulation T, 12 CFR 220.12(c)(1)");

/// short_sale_rate·market_value, USD; market_value >= 0. The proceeds of the sale count towards it, which leaves 50 % to
/// deposit at the start.
std::expected<double, MarginFailure> short_sale_margin(double market_value);

/// What a requirement leaves to be put up once what the trade brought in is applied to it: max(requirement - proceeds, 0), USD.
/// Both >= 0. For a condor it is the most that it can lose.
std::expected<double, MarginFailure> deposit(double requirement, double proceeds);

/// What can be sold at once, USD, each >= 0.
struct LiquidAssets {
  double cash;
  double pool_usdc;     ///< the USDC side of the pool
  double long_options;  ///< at their marks
};

/// What may be called for at once, USD, each >= 0.
struct Obligations {
  double margin;         ///< requirements beyond the marks of short options
  double short_options;  ///< what it costs to buy them back at their marks
  double borrowed;       ///< overdrawn cash included
};

/// Liquid assets over obligations; below 1 is a margin call. +infinity where there are no obligations.
std::expected<double, MarginFailure> quick_ratio(const LiquidAssets& assets, const Obligations& obligations);

}  // namespace ballast
