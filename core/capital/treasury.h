#pragma once
#include "field/field.h"

namespace ballast {

/// The money behind the position, and what it costs: what capital measures are taken with.
struct Treasury {
  double cash = 10000;
  double debt = 0;
  double cost_of_debt = 0.08;
  double tax_rate = 0;
  double beta = 1;
  double market_premium = 0.05;
  double growth = 0;
  double reinvestment_rate = 0.04;
  double liquidation_slippage = 0.02;
};

void describe(Fields& fields, Treasury& treasury);

}  // namespace ballast
