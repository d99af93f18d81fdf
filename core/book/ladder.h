#pragma once
#include <vector>

#include "book/recalibration.h"
#include "book/trading.h"

namespace ballast {

/// One rung of a ladder.
struct Rung {
  double contracts = 1;
  int days = 30;
  StrikeRule strike;
};

void describe(Fields& fields, Rung& rung);

/// Options of one kind at several expiries, each rung rolled by itself. What is common to the layers vix_calls, vix_puts and
/// spx_puts.
struct Ladder {
  Schedule schedule;
  TradingCosts costs = {.spread = 0.04};
  Size size;
  Recalibration recalibration;
  std::vector<Rung> ladder = {Rung{}};
};

void describe_ladder(Fields& fields, Ladder& layer, const Source& ladder_source);

/// What the ladder is made of.
struct LadderOptions {
  Underlying underlying;
  OptionType type;
};

void act_ladder(const Ladder& layer, const LadderOptions& options, Desk& desk);

/// The orders of one unit of a ladder.
std::vector<Order> orders(const std::vector<Rung>& ladder, const LadderOptions& options);

}  // namespace ballast
