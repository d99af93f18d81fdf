#pragma once
#include <cmath>
#include <format>
#include <string>
#include <vector>

#include "given.h"
#include "ledger/walk.h"

namespace ballast {

/// What one layer held at the close of a day, on path 0 of a block.
struct LayerDay {
  Holdings holdings;
  double mark, profit;
};

/// Keeps every day of a walk by layer and day, and what a test has to look at besides.
class Walked : public Observer {
 public:
  void see(const DayView& day) override {
    markets.push_back(day.market);
    pools.push_back(day.pool);
    layers.resize(day.holdings.size());
    for (std::size_t j = 0; j < layers.size(); ++j)
      layers[j].push_back({day.holdings[j], day.marks[j].all[0], day.profits[j][0]});
  }

  std::vector<MarketBlock> markets;
  std::vector<PoolBlock> pools;
  std::vector<std::vector<LayerDay>> layers;
};

/// The whole of a scenario's own path.
inline Walked walked(const Scenario& scenario) {
  const Position position = ballast::position(scenario);
  const WhatIf& path = what_if(scenario);
  WhatIfPaths paths(path, scenario.market, scenario.token, {spike_target(path, scenario.market)});
  Walked result;
  Walk walk(position, paths);
  result.see(walk.view());
  walk_to(path.horizon_days, walk, paths, result);
  return result;
}

/// A leg of the report as the position that it was when it opened.
inline Leg leg_of(const LegReport& report) {
  return {.underlying = report.underlying,
          .instrument = report.instrument,
          .type = report.type,
          .opened_day = report.opened_day,
          .expiry_day = report.expiry_day,
          .strike = {report.strike},
          .log_strike = {std::log(report.strike)},
          .contracts = {report.contracts},
          .paid = {report.opened.price}};
}

/// Premium of the legs opened on a day, USD; below zero where received.
inline double premium_on(const LayerByDay& layer, int day) {
  double sum = 0;
  for (const LegReport& leg : layer.legs)
    if (leg.opened_day == day) sum += leg.contracts * option_multiplier * leg.opened.price;
  return sum;
}

inline std::vector<LegReport> opened_on(const LayerByDay& layer, int day) {
  std::vector<LegReport> legs;
  for (const LegReport& leg : layer.legs)
    if (leg.opened_day == day) legs.push_back(leg);
  return legs;
}

}  // namespace ballast
