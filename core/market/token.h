#pragma once
#include <variant>

#include "market/fixed_future.h"
#include "market/index_token.h"
#include "market/rolled_future.h"

namespace ballast {

/// What the pool holds against USDC. A kind is one file with a struct and overloads of `describe`, `advance`, `at_level` and `deviation`, and its
/// place here.
struct Token {
  std::variant<RolledFuture, FixedFuture, IndexToken> kind;
};

void describe(Fields& fields, Token& token);

/// ∂lnP/∂t per year that a token keeps up for as long as nothing happens; 0 where it ends.
double log_drift(const Token& token, const VixCurve& curve);

/// Moves the token of every path to the end of the day.
void advance(const Token& token, const TokenDay& day, MarketBlock& block);

TokenAtLevel at_level(const Token& token, const TokenPath& path);

/// Deviation of ln(price) over `years` from day 0 at the realised volatility of VIX, whose shocks fade as the curve says: a constant tenor
/// carries a constant share of them, a future ever more as it nears its expiry, spot all of them less what has faded. Caps are passed over.
double deviation(const Token& token, const Market& market, double years);

/// The longest horizon in days that the token lives: the expiry of a fixed future, else no bound.
int longest_horizon(const Token& token);

}  // namespace ballast
