#pragma once
#include "market/token_state.h"

namespace ballast {

/// A product of constant maturity: it holds VIX futures and rolls them so that their tenor stays the same (model.md, section 3).
/// Over dt without a shock  dlnP = (e^{-k1·t}·k1·xbar + e^{-k2·t}·k2·ybar - fee)·dt  exactly; a shock J adds b(t)·J.
struct RolledFuture {
  static constexpr std::string_view kind = "rolled_future";
  static constexpr std::string_view about = "Constant-maturity VIX futures, rolled every day, as most tokenised VIX products hold";
  double tenor_days = 30;
  double fee = 0;
};

void describe(Fields& fields, RolledFuture& token);
void advance(const RolledFuture& token, const TokenDay& day, MarketBlock& block);
TokenAtLevel at_level(const RolledFuture& token, const TokenPath& path);
double deviation(const RolledFuture& token, const Market& market, double years);

/// ∂lnP/∂t of a rolled future without shocks, per year: the contango decay less the fee.
double log_drift(const RolledFuture& token, const VixCurve& curve);

}  // namespace ballast
