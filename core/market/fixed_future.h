#pragma once
#include "market/token_state.h"

namespace ballast {

/// One VIX future: P_t = F_t(T - t) over F_0(T).
struct FixedFuture {
  static constexpr std::string_view kind = "fixed_future";
  static constexpr std::string_view about = "One VIX future held towards its expiry, no roll";
  int expiry_days = 30;
};

void describe(Fields& fields, FixedFuture& token);
void advance(const FixedFuture& token, const TokenDay& day, MarketBlock& block);
TokenAtLevel at_level(const FixedFuture& token, const TokenPath& path);
double log_drift(const FixedFuture& token, const VixCurve& curve);
double deviation(const FixedFuture& token, const Market& market, double years);

}  // namespace ballast
