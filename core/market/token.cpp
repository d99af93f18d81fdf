#include "market/token.h"

#include <limits>

namespace ballast {

void describe(Fields& fields, Token& token) { fields.kinds(token.kind); }

double log_drift(const Token& token, const VixCurve& curve) {
  return std::visit([&](const auto& kind) { return log_drift(kind, curve); }, token.kind);
}

void advance(const Token& token, const TokenDay& day, MarketBlock& block) {
  std::visit([&](const auto& kind) { advance(kind, day, block); }, token.kind);
}

TokenAtLevel at_level(const Token& token, const TokenPath& path) {
  return std::visit([&](const auto& kind) { return at_level(kind, path); }, token.kind);
}

double deviation(const Token& token, const Market& market, double years) {
  return std::visit([&](const auto& kind) { return deviation(kind, market, years); }, token.kind);
}

int longest_horizon(const Token& token) {
  const auto* future = std::get_if<FixedFuture>(&token.kind);
  return future ? future->expiry_days : std::numeric_limits<int>::max();
}

}  // namespace ballast
