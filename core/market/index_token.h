#pragma once
#include "market/token_state.h"

namespace ballast {

/// A token that is held at the index itself, capped and charged a funding rate: P_t = min(v, cap)·e^{-funding·t} over P_0.
struct IndexToken {
  static constexpr std::string_view kind = "index";
  static constexpr std::string_view about = "Follows spot VIX up to a cap and pays funding, as capped or rebased index tokens do";
  double cap = 200;
  double funding = 0;
};

void describe(Fields& fields, IndexToken& token);
void advance(const IndexToken& token, const TokenDay& day, MarketBlock& block);
TokenAtLevel at_level(const IndexToken& token, const TokenPath& path);
double log_drift(const IndexToken& token, const VixCurve& curve);
double deviation(const IndexToken& token, const Market& market, double years);

}  // namespace ballast
