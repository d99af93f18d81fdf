#pragma once
#include <optional>

#include "ledger/walk.h"
#include "pool/arbitrage.h"

namespace ballast {

/// What the position is and what it must earn, on day 0 (model.md, section 6).
struct PoolAnalysis {
  double token_volatility;                   ///< realised, per √year: the token's elasticity to VIX times that of VIX
  double loss_versus_rebalancing;            ///< USD per year
  double break_even_fee;                     ///< fee APR at which fees pay for it
  std::optional<double> implied_volatility;  ///< of the token, at which the pool's own fee APR pays for it
  std::optional<Arbitrage> arbitrage;        ///< USD per year, where a fee tier is given
};

PoolAnalysis analyse_pool(const Position& position);

/// What the impermanent loss up to a horizon should cost, USD >= 0: its mean without drift at the deviation of
/// token.h, and the price of its replication on the
/// model's VIX options of that expiry, strikes dense and unbounded.
struct LossPrice {
  int days;
  double lognormal;  ///< at realised volatility, undiscounted
  double model;      ///< at the smile of VIX options, discounted
};

LossPrice price_of_loss(const Position& position, const DayView& day, int days);

}  // namespace ballast
