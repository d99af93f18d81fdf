#pragma once
#include <optional>
#include <string>
#include <vector>

#include "ledger/break_even.h"
#include "ledger/capital_report.h"
#include "ledger/ledger.h"
#include "ledger/pool_analysis.h"
#include "ledger/sensitivity.h"
#include "ledger/strip_report.h"
#include "path/path.h"

namespace ballast {

/// A column of numbers, one for each day from 0 to the horizon.
using Days = std::vector<double>;

/// The constant-tenor VIX future at one of the tenors that the scenario uses.
struct FutureByDay {
  int tenor_days;
  Days level;
};

struct PathByDay {
  Days vix, vvix, spx, token;  ///< token: price over its price on day 0
  std::vector<FutureByDay> futures;
};

struct PoolByDay {
  Days value, hold, rebalanced;
  Days impermanent_loss;          ///< value - hold, USD
  Days impermanent_loss_percent;  ///< value/hold - 1, in percent
  Days fees;                      ///< since day 0, USD
  Days tokens, usdc;              ///< held at the close
  Days in_range;                  ///< 1 on days that close in the pool's range, else 0
  Days profit;                    ///< value + fees - benchmark, USD
  std::vector<PoolSensitivity> sensitivity;
};

/// A part of a leg that was traded between its opening and its end.
struct LegReduction {
  int day;
  double contracts;  ///< sold; below zero bought
  Quote quote;
};

/// One leg from its opening to its end on the path.
struct LegReport {
  enum End { open, sold, expired };
  int number;
  Underlying underlying;
  Instrument instrument;
  OptionType type;  ///< of an option
  double strike;
  int expiry_day;
  double contracts;
  double rounding;  ///< contracts wanted less contracts, where whole contracts are traded
  int opened_day;
  Quote opened;
  double costs;  ///< spread and commission paid for it, USD
  std::vector<LegReduction> reductions;
  std::optional<Quote> spike;  ///< at the close of the spike's last day, where it was held then
  End end;
  int end_day;  ///< the horizon where it is still open
  Quote ended;
};

/// A level at which the options opened first neither gain nor lose when they expire, interest apart.
struct BreakEven {
  Underlying underlying;
  int expiry_day;
  double level;
};

struct LayerByDay {
  Days cash_flow, mark, profit;
  std::vector<LayerGreeks> greeks;
  std::vector<LegReport> legs;
  double costs = 0;     ///< spread, commission and routing paid, USD
  double turnover = 0;  ///< value of all that was bought and sold, USD
  double premium = 0;   ///< paid for what was opened, at mid prices; below zero where received, USD
  Days tokens;          ///< position in the token, USD at a price ratio of 1; below zero is short
  Days margin;          ///< asked for beyond the marks of what is short, USD
  Days time_value;      ///< of its options: mark less what they would settle at if their forwards were reached, USD
  Days reserve;         ///< capital set aside that is not spent, USD; empty where the layer keeps none
  std::vector<BreakEven> break_evens;  ///< of what was opened first
  std::optional<StripReport> strip;    ///< of a strip that opens on the path
};

/// Profits of pool and layers, USD.
struct Profit {
  double pool = 0;
  std::vector<double> layers;
  double hedge = 0;
  double total = 0;
};

/// What the rise of VIX did: from the close before it to the close of its last day.
struct SpikeEffect {
  int from_day, to_day;
  double vix_from, vix_to, token_from, token_to;
  Profit change;
};

struct WorstDay {
  int day;
  Profit change;  ///< on that day alone
};

/// Profits at the close of the spike's last day as a function of how far VIX rises.
struct SpikeCurve {
  int day;
  std::vector<double> vix_to, token;
  std::vector<Profit> profit;                  ///< since day 0
  std::vector<double> impermanent_loss;        ///< value - hold, USD
  std::vector<double> pool_tokens, pool_usdc;  ///< held by the pool
};

/// Sizes of the spike, as levels of VIX, at which the profit since day 0 crosses zero at the close of the spike.
struct SpikeBreakEvens {
  std::vector<double> hedge, total;
};

struct Evaluation {
  PoolAnalysis analysis;
  LossPrice loss_price;  ///< up to the horizon
  PathByDay path;
  PoolByDay pool;
  std::vector<LayerByDay> layers;
  Days hedge, total;
  std::optional<SpikeEffect> spike;  ///< none where the scenario has no spike
  WorstDay worst;
  Profit calm;              ///< of the same book on the same path without the spike, USD per 30 days
  double calm_premium = 0;  ///< paid for options on that path at mid prices, all layers, USD per year; below zero received
  SpikeCurve curve;
  SpikeBreakEvens break_evens;
  CapitalReport capital;
};

/// Levels of VIX at which curves and surfaces are drawn.
struct SpikeGrid {
  double vix_from = 10;
  double vix_to = 90;
  int points = 81;
};

void describe(Fields& fields, SpikeGrid& grid);

/// The levels of a grid, evenly spaced.
std::vector<double> levels(const SpikeGrid& grid);

Evaluation evaluate(const Position& position, const WhatIf& path, const SpikeGrid& grid);

/// Profits by level of the spike and day, each column a day: total[level·days + day].
struct Surface {
  std::vector<double> vix_to;
  int days;  ///< columns: horizon + 1
  std::vector<double> pool, hedge, total;
  std::vector<std::vector<double>> break_even;                     ///< by day: the levels at which the total crosses zero
  std::vector<std::vector<std::vector<double>>> layer_break_even;  ///< by layer and day: where the layer's profit does
};

Surface surface(const Position& position, const WhatIf& path, const SpikeGrid& grid);

}  // namespace ballast
