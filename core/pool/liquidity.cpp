#include "pool/liquidity.h"

#include <cmath>

namespace ballast {

void describe(Fields& fields, Deposit& deposit) {
  fields.number(deposit.price, {.name = "price",
                                .text = "Price of the token on day 0; ranges and amounts are in it",
                                .unit = "USD",
                                .bounds = between(1e-9, 1e9),
                                .source = assumption("a round number; without a range or amounts nothing depends on it")});
  fields.number(deposit.value, {.name = "value",
                                .text = "Value of the position on day 0; 100000 where neither value nor amounts are given",
                                .unit = "USD",
                                .bounds = above(0, 1e12),
                                .source = assumption("a round number; results scale with it")});
  fields.number(deposit.tokens, {.name = "tokens",
                                 .text = "Tokens put in, instead of a value; the USDC follows",
                                 .unit = "tokens",
                                 .bounds = above(0, 1e12)});
  fields.number(deposit.usdc, {.name = "usdc",
                               .text = "USDC put in, instead of a value; the tokens follow",
                               .unit = "USD",
                               .bounds = above(0, 1e12)});
}

namespace {

using Opened = std::expected<Liquidity, LiquidityProblem>;

std::unexpected<LiquidityProblem> problem(std::string_view field, std::string_view message) {
  return std::unexpected(LiquidityProblem{field, message});
}

constexpr double default_value = 100'000;

/// A position on a curve that is already known.
Opened deposit_on(const PoolCurve& curve, const Deposit& deposit) {
  const auto share = [&](auto side) { return std::visit(side, curve); };
  const double tokens = share([](const auto& c) { return c.tokens(1); });
  const double usdc = share([](const auto& c) { return c.usdc(1); });
  if (deposit.value && (deposit.tokens || deposit.usdc)) return problem("value", "cannot be given together with an amount");
  if (deposit.tokens && tokens <= 0) return problem("tokens", "cannot be put in: at this price the range holds USDC only");
  if (deposit.usdc && usdc <= 0) return problem("usdc", "cannot be put in: at this price the range holds tokens only");
  double value = deposit.value.value_or(default_value);
  if (deposit.tokens) value = *deposit.tokens * deposit.price / tokens;
  if (deposit.usdc) {
    const double by_usdc = *deposit.usdc / usdc;
    if (deposit.tokens && std::abs(by_usdc - value) > 1e-9 * value)
      return problem("usdc", "does not fit the tokens at this price; leave one of the two out and it follows");
    value = by_usdc;
  }
  return Liquidity{.curve = curve, .value = value, .price = deposit.price, .tokens = tokens * value / deposit.price, .usdc = usdc * value};
}

Opened open(const ConstantProduct&, const Deposit& deposit) { return deposit_on(ConstantProductCurve{}, deposit); }

Opened open(const Weighted& pool, const Deposit& deposit) { return deposit_on(WeightedCurve{pool.weight}, deposit); }

struct Range {
  double lower;
  double upper;
};

/// The end that both amounts leave open (Elsts, "Liquidity math in Uniswap v3", 2021, section 4.3): the liquidity of the closed side fixes
/// the other.
std::expected<Range, LiquidityProblem> implied_range(const Concentrated& pool, const Deposit& deposit) {
  const double root = std::sqrt(deposit.price);
  if (pool.upper) {
    const double root_upper = std::sqrt(*pool.upper);
    if (root_upper <= root) return problem("upper", "must be above the price where tokens are put in");
    const double liquidity = *deposit.tokens * root * root_upper / (root_upper - root);
    const double root_lower = root - *deposit.usdc / liquidity;
    if (root_lower < 0) return problem("usdc", "is more than any range with this upper end can take beside these tokens");
    return Range{root_lower * root_lower, *pool.upper};
  }
  const double root_lower = std::sqrt(*pool.lower);
  if (root_lower >= root) return problem("lower", "must be below the price where USDC is put in");
  const double per_root_upper = 1 / root - *deposit.tokens * (root - root_lower) / *deposit.usdc;
  if (per_root_upper <= 0) return problem("tokens", "are more than any range with this lower end can take beside this USDC");
  return Range{*pool.lower, 1 / (per_root_upper * per_root_upper)};
}

/// The end to blame for a range that cannot be.
std::string_view narrowed_by(const Concentrated& pool) { return pool.upper ? "upper" : "lower"; }

std::expected<Range, LiquidityProblem> range(const Concentrated& pool, const Deposit& deposit) {
  const bool one_end = pool.lower.has_value() != pool.upper.has_value();
  if (deposit.tokens && deposit.usdc && one_end) return implied_range(pool, deposit);
  const Range given{pool.lower.value_or(0.5 * deposit.price), pool.upper.value_or(3 * deposit.price)};
  if (given.lower >= given.upper) return problem(narrowed_by(pool), "leaves an empty range: lower must be below upper");
  return given;
}

Opened open(const Concentrated& pool, const Deposit& deposit) {
  const auto found = range(pool, deposit);
  if (!found) return std::unexpected(found.error());
  const ConcentratedCurve curve = concentrated_curve(found->lower / deposit.price, found->upper / deposit.price);
  // Rounding is 1e-16 of a price, so 1e-10 of the liquidity of the narrowest range. Uniswap's narrowest is 1e-4 wide.
  const std::string_view end = narrowed_by(pool);
  if (found->upper - found->lower < 1e-6 * found->upper) return problem(end, "leaves a range too narrow to compute with");
  if (!std::isfinite(curve.liquidity)) return problem(end, "leaves a range too far from the price to compute with");
  Opened opened = deposit_on(curve, deposit);
  if (!opened) return opened;
  opened->lower = found->lower;
  opened->upper = found->upper;
  // x·y = k has liquidity 1/2 for one USD at a price ratio of 1.
  opened->efficiency = curve.in_range(1) * curve.liquidity / 0.5;
  return opened;
}

}  // namespace

std::expected<Liquidity, LiquidityProblem> open_liquidity(const PoolKind& kind, const Deposit& deposit) {
  return std::visit([&](const auto& pool) { return open(pool, deposit); }, kind);
}

}  // namespace ballast
