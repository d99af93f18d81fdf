#pragma once
#include <expected>
#include <optional>
#include <string_view>
#include <variant>

#include "pool/concentrated.h"
#include "pool/constant_product.h"
#include "pool/weighted.h"

namespace ballast {

/// A pool kind is one file with its curve, its fields and `describe`, an overload of `open` in liquidity.cpp, and its place in these two.
using PoolKind = std::variant<ConstantProduct, Weighted, Concentrated>;
using PoolCurve = std::variant<ConstantProductCurve, WeightedCurve, ConcentratedCurve>;

/// What is put into a pool: a value, or the amount of one side (the other follows), or both. Of a concentrated pool both amounts may
/// leave one end of the range open, which then follows from them.
struct Deposit {
  double price = 1;  ///< USD per token on day 0
  std::optional<double> value = {};  ///< USD
  std::optional<double> tokens = {};
  std::optional<double> usdc = {};
};

void describe(Fields& fields, Deposit& deposit);

/// A position as it was opened.
struct Liquidity {
  PoolCurve curve;
  double value;      ///< USD at entry
  double price;      ///< USD per token at entry
  double tokens;     ///< at entry
  double usdc;       ///< at entry
  double lower = 0;  ///< price range, USD
  double upper = std::numeric_limits<double>::infinity();
  double efficiency = 1;  ///< depth at entry over that of x·y = k with the same value
};

/// Why a position cannot be opened: the field to blame and what it must be.
struct LiquidityProblem {
  std::string_view field;
  std::string_view message;
};

/// Opens a position. Errors: a value together with an amount, amounts that do not fit the pool's proportions, a range that is empty,
/// narrower than a millionth of its price, or leaves a given amount no room.
std::expected<Liquidity, LiquidityProblem> open_liquidity(const PoolKind& kind, const Deposit& deposit);

}  // namespace ballast
