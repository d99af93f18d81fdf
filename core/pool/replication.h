#pragma once
#include <span>
#include <vector>

/// The hedge of impermanent loss that needs no model: options on listed strikes whose payoff is the loss itself (Carr, Madan,
/// "Towards a Theory of Volatility Trading", 1998; of pools: Clark, "The Replicating Portfolio of a Constant Product Market",
/// 2020; Deng, Zong, Wang, "Static Replication of Impermanent Loss for Concentrated Liquidity Provision in Decentralised
/// Markets", 2022). On a grid of strikes it is the piecewise-linear interpolant of the loss: the quantity at a strike is the
/// change of slope there.
namespace ballast {

/// What is to be paid at a horizon: the shortfall g(v) = H - V, USD, of a pool against holding, as a function of the level v
/// that options settle on (the token's price, or VIX on which the token's price depends). Tails that cover any pool whose level
/// is the token's price: below, the chord to level 0, -(g(0) - g(K1))/K1; above, the tokens held at entry.
struct Shortfall {
  std::span<const double> strikes;  ///< listed; a strike grid in the sense below; may be empty
  std::span<const double> values;   ///< g at each strike, USD, >= 0
  double entry;                     ///< the level v* where g is 0, its minimum; need not be a strike nor among them
  double slope_below;               ///< dg/dv to be paid for below the first strike, usually < 0
  double slope_above;               ///< dg/dv to be paid for above the last strike
};

/// Whether strikes are positive, finite and ascending, none twice: what `replicate` requires.
bool is_strike_grid(std::span<const double> strikes);

/// Contracts at a strike; below zero they are sold.
struct StripRow {
  double strike;
  double puts;
  double calls;
};

/// Options of one expiry on a grid of strikes.
struct Strip {
  double multiplier;  ///< units of the underlying per contract: 100 for VIX options
  double entry;       ///< level where the payoff is least
  std::vector<StripRow> rows;
};

/// The strip whose payoff is g at every strike, the chord of g between two strikes, and a tail of the given slope beyond the
/// first and the last; no cash. Where v* lies between two strikes the chord between them is paid by a call from the lower and a
/// put from the upper one (of slopes g(upper)/ΔK and g(lower)/ΔK), so that these two strikes carry both; where v* is a strike,
/// that one carries both. Further out there are puts below and calls above, and the end strikes carry the tails. Where all
/// strikes lie on one side of v* the two nearest to it serve as that pair, and what g is at the nearest is paid by a box of
/// bought and sold options. A single strike has a put and a call for the tails and pays nothing at the strike itself, whatever
/// g is there; no strikes give no rows.
///
/// Where g is convex (every pool, in the price of its token) the chord lies above it: the strip never pays less than g between
/// its strikes, nor beyond them if the tails' slopes do not; with strikes on both sides of v* every quantity is >= 0, but for a
/// tail flatter than the chord before it. Where g is concave, as that of a rolled token is in VIX far out, quantities are
/// negative and the strip pays less than g between strikes.
Strip replicate(const Shortfall& shortfall, double multiplier);

/// What the strip pays at a level, USD.
double payoff(const Strip& strip, double level);

/// Payoff over shortfall in percent; 100 where nothing is to be covered.
double coverage(double payoff, double shortfall);

/// A strip that can be bought, and what it leaves of the one wanted: kept + rest = wanted, strike by strike.
struct SplitStrip {
  Strip kept;
  Strip rest;
};

/// Rounded to whole contracts, halves away from zero.
SplitStrip round_to_contracts(const Strip& strip);

/// Prices at each strike of a strip, USD per unit of the underlying, >= 0.
struct StripPrices {
  std::span<const double> puts;
  std::span<const double> calls;
};

/// What the strip costs, USD; sold options bring their price in.
double cost(const Strip& strip, const StripPrices& prices);

/// Which options to keep where the budget does not pay for all.
enum class BudgetRule {
  scale_all,            ///< the same share of each: every loss covered in part
  nearest_first,        ///< from entry outwards: small moves covered in full, spikes not
  highest_calls_first,  ///< from the highest call inwards, then puts from the highest: spikes first, on credit of small moves
};

/// The most of a strip that costs no more than `budget` (USD, >= 0), by a rule; the option at which the money ends is kept in
/// part. A strip within the budget is kept whole. No sold option is kept without the bought ones that cover it: from entry
/// outwards it comes after them, and highest_calls_first drops all that are sold.
SplitStrip limit_cost(const Strip& strip, const StripPrices& prices, double budget, BudgetRule rule);

}  // namespace ballast
