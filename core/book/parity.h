#pragma once
#include <array>

#include "book/trading.h"

namespace ballast {

/// What the layers synthetic, conversion and reversal have in common: an SPX call and put of one strike and one expiry.
struct ParityTrade {
  Schedule schedule;
  TradingCosts costs = {.spread = 0.02};
  Size size;
  double contracts = 1;
  int days = 30;
  StrikeRule strike = {.by = StrikeRule::by_moneyness, .value = 1};
};

void describe_parity(Fields& fields, ParityTrade& layer);

/// Adds the field `index_spread` of a trade that has the index itself as a leg.
void describe_index_leg(Fields& fields, ParityTrade& layer);

/// Opens and rolls the legs of one unit.
void act_parity(const ParityTrade& layer, std::span<const Order> unit, Desk& desk);

/// A call sold and a put bought (contracts > 0), or the other way round (< 0): a synthetic short forward.
std::array<Order, 2> short_synthetic(const ParityTrade& layer, double contracts);

/// The index itself, paid in full with its dividends reinvested: S·e^{-qT} today, S_T at expiry.
Order underlying(const ParityTrade& layer, double contracts);

/// The continuous rate that a conversion earns or a reversal pays when opened at `outlay` > 0 USD for a certain `payoff` > 0 at
/// expiry.
double locked_rate(double outlay, double payoff, double years);

}  // namespace ballast
