#pragma once
#include <optional>

#include "pool/liquidity.h"

/// What arbitrage takes out of a pool, and what fees must bring in for it. Prices here are ratios over the price at entry, as
/// everywhere in pool/; volatility is that of the token, per √year, as a decimal; years are of 365 days.
namespace ballast {

/// Loss versus rebalancing, USD per year: the pool sells into every rise and buys into every fall at prices that are one step
/// late, which costs σ²·r²·|V''(r)|/2 (Milionis, Moallemi, Roughgarden, Zhang, "Automated Market Making and Loss-Versus-
/// Rebalancing", 2022). For constant product σ²/8 of the value, for weighted σ²·w(1-w)/2; 0 out of range.
double loss_versus_rebalancing(const Liquidity& liquidity, double price, double volatility);

/// The same for one jump, USD >= 0: V(from) + V'(from)·(to - from) - V(to). It is the impermanent loss of a position entered at
/// `from`, and is computed as that, without cancellation. Both prices > 0.
double jump_loss(const Liquidity& liquidity, double from, double to);

/// Fees per year of the value at which income just pays for the loss versus rebalancing: loss over value. 0 out of range, where
/// there is neither.
double break_even_fee(const Liquidity& liquidity, double price, double volatility);

/// The volatility at which fees of `fee_apr` on the value just pay for the loss versus rebalancing: what a pool's fees say
/// about volatility, to be set beside what options say. For constant product √(8·fee_apr). Nothing out of range.
std::optional<double> implied_volatility(const Liquidity& liquidity, double price, double fee_apr);

/// A pool that charges fees and can be traded against only when a block arrives.
struct BlockTrading {
  double volatility;       ///< σ of the token, per √year, >= 0
  double log_fee;          ///< γ: a price must be this far from the pool's, in log, before trading pays; >= 0; 0.003 for 30 bp
  double blocks_per_year;  ///< λ, > 0; blocks arrive at random (Poisson), 1/λ apart on average
};

/// Whether the mean profit of an arbitrage trade exists: σ² < 8λ. Beyond it the price moves so far between two blocks that the
/// mean of √price diverges. Any real pool is far inside: at σ = 2 it takes a block every two years to leave it.
bool has_finite_arbitrage(const BlockTrading& trading);

/// Who gets what of the loss versus rebalancing. To leading order profit + fees is the loss without fees and blocks.
struct Arbitrage {
  double trading_share;  ///< of the blocks that hold an arbitrage trade, in [0, 1]
  double profit;  ///< of the arbitrageurs after fees, USD per year: the pool's loss that fees from arbitrage do not pay back
  double fees;    ///< that arbitrageurs pay to the pool, USD per year
};

/// Arbitrage of a pool with fees and blocks (Milionis, Moallemi, Roughgarden, "Automated Market Making and Arbitrage Profits in
/// the Presence of Fees", 2023; the fees by the same argument). Requires has_finite_arbitrage. With V the value of a constant
/// product,
///
///     P_trade = 1 / (1 + γ·√(2λ)/σ)
///     profit  = V · P_trade · σ²/8       · cosh(γ/2) / (1 - σ²/(8λ))
///     fees    = V · P_trade · σ·√(λ/8)   · sinh(γ/2) / (1 - σ²/(8λ))
///
/// Why: let z be the log of the market's price over the pool's, whose moves between blocks are taken to be symmetric. A block
/// finds z beyond ±γ with P_trade, and then the overshoot u = |z| - γ is exponential with rate α = √(2λ)/σ, equally often above
/// and below: the distance a Brownian motion covers in an exponential time, which has no memory. The trade brings z back to ±γ.
/// With V the value at the market's price, a trade upwards (z > γ) leaves the arbitrageur V·e^{γ/2}·(cosh(u/2) - 1) and the
/// pool a fee of V·sinh(γ/2)·(1 - e^{-u/2}); downwards it is V·e^{-γ/2}·(cosh(u/2) - 1) and V·sinh(γ/2)·(e^{u/2} - 1). So per
/// trade, on average,
///
///     profit  V·cosh(γ/2)·E[cosh(u/2) - 1] = V·cosh(γ/2) / (4α² - 1)
///     fees    V·sinh(γ/2)·E[sinh(u/2)]     = V·sinh(γ/2) · 2α/(4α² - 1)
///
/// times λ·P_trade trades per year, with 4α² = 8λ/σ². Fees are kept outside the pool, as concentrated pools do.
///
/// These are exact for constant product. Any other curve is scaled by its loss versus rebalancing over that of constant
/// product, which is right to leading order in γ and σ/√λ, inside a range and not within a trade of its ends; 0 out of range.
Arbitrage arbitrage(const Liquidity& liquidity, double price, const BlockTrading& trading);

}  // namespace ballast
