#include "scenario/scenario.h"

#include <cmath>

namespace ballast {
namespace {

/// Whether the token's price can reach the pool's range.
bool can_be_in_range(const Scenario& scenario) {
  const auto* index = std::get_if<IndexToken>(&scenario.token.kind);
  const auto liquidity = open_liquidity(scenario.pool.kind, scenario.pool.deposit);
  if (!index || !liquidity) return true;
  const double start = scenario.market.vix < index->cap ? scenario.market.vix : index->cap;
  return liquidity->lower < liquidity->price * index->cap / start;
}

}  // namespace

void describe(Fields& fields, Scenario& scenario) {
  fields.text(scenario.name, {.name = "name", .text = "What the scenario is called"});
  fields.text(scenario.about, {.name = "about", .text = "What it shows and where its numbers come from"});
  fields.object(scenario.market, {.name = "market", .text = "The market on day 0 and how it moves"});
  fields.object(scenario.token, {.name = "token", .text = "The volatility token in the pool"});
  // Ten years of a larger drift leave the range of a double.
  fields.require(std::abs(log_drift(scenario.token, scenario.market.curve)) <= 20, "token",
                 "must not drift by more than a factor of e^20 a year in calm; its tenor and the speeds, calm and long_run of "
                 "market/vix_curve make the drift");
  fields.object(scenario.pool, {.name = "pool", .text = "The liquidity position"});
  fields.object(scenario.path, {.name = "path", .text = "What happens"});
  fields.require(std::get<WhatIf>(scenario.path.kind).horizon_days <= longest_horizon(scenario.token), "path",
                 "must not go beyond the expiry of the token's future");
  fields.require(can_be_in_range(scenario), "pool", "has a range that begins above the price at which the token is capped");
  fields.list(scenario.book, {.name = "book", .text = "The hedge layers"});
  fields.object(scenario.execution, {.name = "execution", .text = "How orders reach the market"});
  fields.object(scenario.capital, {.name = "capital", .text = "The money behind the position, and what it costs"});
  fields.flag(scenario.whole_contracts, {.name = "whole_contracts",
                                         .text = "Round every trade to the nearest contract and report the rest",
                                         .source = assumption("fractional, so that results scale with the position")});
  fields.object(scenario.signals, {.name = "signals", .text = "Indicators, the regime score that they make, and a calendar: what reserve and adaptive layers act on"});
}

Position position(const Scenario& scenario) {
  return {.exposure = {.market = scenario.market,
                       .token = scenario.token,
                       .liquidity = open_liquidity(scenario.pool.kind, scenario.pool.deposit).value()},
          .pool = scenario.pool,
          .book = scenario.book,
          .rounding = scenario.whole_contracts ? Rounding::whole_contracts : Rounding::fractional,
          .execution = scenario.execution,
          .treasury = scenario.capital,
          .signals = &scenario.signals,
          .events = joined_events(scenario.signals, {}, {})};
}

}  // namespace ballast
