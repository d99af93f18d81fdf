#pragma once
#include "book/ladder.h"

namespace ballast {

/// VIX calls in three layers as the Adaptive Layered VIX Hedge describes them: 4, 4 and 2 contracts at 30, 110 and 220 days and
/// 50 delta, each rolled at its expiry; once open never paused. In the likeness of its public description, so "ALVH-style".
struct Alvh {
  static constexpr std::string_view kind = "alvh";
  static constexpr std::string_view about =
      "ALVH-style: long VIX calls, 4, 4 and 2 contracts at 30, 110 and 220 days and 50 delta, each layer rolled when it ends, "
      "never paused";
  enum class Monetise { off, on };
  Schedule schedule;
  TradingCosts costs = {.spread = 0.04};
  Size size;
  Monetise monetise = Monetise::off;
  double gain = 1.5;
  double fraction = 0.5;
};

void describe(Fields& fields, Alvh& layer);
void act(const Alvh& layer, Desk& desk);

/// One unit of it.
std::vector<Rung> alvh_ladder();

}  // namespace ballast
