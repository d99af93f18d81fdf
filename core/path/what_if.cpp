#include "path/what_if.h"

#include <algorithm>
#include <cmath>

namespace ballast {
namespace {

// What a spike may do to SPX and VVIX: what a scenario may state, and what is held where other sizes scale it.
constexpr Bounds spx_returns = between(-0.9, 2);
constexpr Bounds vvix_levels = between(1, 1000);

}  // namespace

void describe(Fields& fields, Spike& spike) {
  fields.whole(spike.day, {.name = "day",
                           .text = "First day of the rise",
                           .unit = "days",
                           .bounds = between(1, 3660),
                           .source = assumption("a few calm days first")});
  fields.whole(spike.rise_days, {.name = "rise_days",
                                 .text = "Days over which VIX rises to its target",
                                 .unit = "days",
                                 .bounds = between(1, 365),
                                 .source = assumption("a spike within a day, as on 2018-02-05")});
  fields.number(spike.vix_to, {.name = "vix_to",
                               .text = "VIX at the close of the last day of the rise",
                               .unit = "index points",
                               .bounds = between(1, 500)});
  fields.number(spike.multiple, {.name = "multiple",
                                 .text = "The same as a multiple of VIX on the day before the rise",
                                 .bounds = between(0.05, 50)});
  fields.number(spike.spx_return, {.name = "spx_return",
                                   .text = "Return of SPX over the rise; where missing its log is -0.06 times the log rise of VIX",
                                   .bounds = spx_returns,
                                   .source = assumption("-0.06 per unit of log VIX: 2018-02-05 gave -0.054, 2024-08-01 to 05 -0.067")});
  fields.number(spike.vvix_to, {.name = "vvix_to",
                                .text = "VVIX at the close of the last day of the rise; unmoved where missing",
                                .unit = "index points",
                                .bounds = vvix_levels,
                                .source = assumption("VVIX unmoved, which understates what VIX calls gain in the spike")});
  fields.require(!(spike.vix_to && spike.multiple), "multiple", "cannot be given together with vix_to");
}

void describe(Fields& fields, WhatIf& path) {
  fields.whole(path.horizon_days, {.name = "horizon_days",
                                   .text = "Last day of the path",
                                   .unit = "days",
                                   .bounds = between(1, 3660),
                                   .source = assumption("one option expiry")});
  fields.number(path.spx_drift, {.name = "spx_drift",
                                 .text = "Drift of ln(SPX) outside the spike",
                                 .unit = "per year",
                                 .bounds = between(-5, 5),
                                 .source = assumption("flat, so that the condor is not helped")});
  fields.object(path.spike, {.name = "spike", .text = "The rise of VIX; without vix_to and multiple there is none"});
  fields.require(last_day(path.spike) <= path.horizon_days, "horizon_days", "must reach the last day of the spike");
}

namespace {

/// VIX after `days` of relaxing from the market's day 0.
double calm_vix(const Market& market, int days) {
  MarketBlock block = start_block(market, 1);
  for (int day = 1; day <= days; ++day) relax(market.curve, 1 / days_per_year, block);
  return vix(market.curve, {block.fast[0], block.slow[0]});
}

}  // namespace

int last_day(const Spike& spike) { return spike.day + spike.rise_days - 1; }

double vix_before_spike(const WhatIf& path, const Market& market) { return calm_vix(market, path.spike.day - 1); }

std::optional<double> spike_target(const WhatIf& path, const Market& market) {
  if (path.spike.vix_to) return path.spike.vix_to;
  if (path.spike.multiple) return *path.spike.multiple * vix_before_spike(path, market);
  return std::nullopt;
}

WhatIfPaths::WhatIfPaths(const WhatIf& path, const Market& market, const Token& token,
                         std::vector<std::optional<double>> targets)
    : path_(path),
      market_(market),
      token_(token),
      targets_(std::move(targets)),
      log_vix_target_(targets_.size()),
      log_vvix_target_(targets_.size()),
      spx_factor_(targets_.size(), 1),
      log_shock_(targets_.size()) {
  const double before = vix_before_spike(path, market);
  const auto own_target = spike_target(path, market);
  const double own_jump = own_target ? numeric::log(*own_target / before) : 0;
  const bool scales = own_jump != 0;
  const double spx_slope =
      path.spike.spx_return && scales ? numeric::log1p(*path.spike.spx_return) / own_jump : spx_per_vix_jump;
  const double vvix_slope = path.spike.vvix_to && scales ? numeric::log(*path.spike.vvix_to / market.vvix) / own_jump : 0;
  for (std::size_t i = 0; i < targets_.size(); ++i) {
    if (!targets_[i]) continue;
    const double jump = numeric::log(*targets_[i] / before);
    log_vix_target_[i] = numeric::log(*targets_[i]);
    log_vvix_target_[i] = std::clamp(numeric::log(market.vvix) + vvix_slope * jump, numeric::log(vvix_levels.low),
                                     numeric::log(vvix_levels.high));
    const double log_spx =
        std::clamp(spx_slope * jump, numeric::log1p(spx_returns.low), numeric::log1p(spx_returns.high));
    // The drift of the day is in already: the return over the rise is the whole of it.
    spx_factor_[i] = numeric::exp(log_spx / path.spike.rise_days - path.spx_drift / days_per_year);
  }
}

MarketBlock WhatIfPaths::start() const { return start_block(market_, targets_.size()); }

bool WhatIfPaths::is_rising(int day) const {
  return day >= path_.spike.day && day <= last_day(path_.spike);
}

void WhatIfPaths::mark_spikes(int day, std::span<double> spike) const {
  for (std::size_t i = 0; i < targets_.size(); ++i) spike[i] = is_rising(day) && targets_[i] ? 1 : 0;
}

void WhatIfPaths::relax_day(MarketBlock& block) const {
  const double years = 1 / days_per_year;
  relax(market_.curve, years, block);
  const double vvix_decay = numeric::exp(-market_.curve.fast_speed * years);
  const double drift = numeric::exp(path_.spx_drift * years);
  for (std::size_t i = 0; i < block.size(); ++i) {
    block.vvix[i] = market_.vvix * numeric::exp(vvix_decay * numeric::log(block.vvix[i] / market_.vvix));
    block.spx[i] *= drift;
  }
}

void WhatIfPaths::rise(int day, MarketBlock& block) {
  const double share = 1.0 / (last_day(path_.spike) + 1 - day);
  const double log_long_run = numeric::log(market_.curve.long_run);
  for (std::size_t i = 0; i < block.size(); ++i) {
    log_shock_[i] = 0;
    if (!targets_[i]) continue;
    log_shock_[i] = share * (log_vix_target_[i] - (log_long_run + block.fast[i] + block.slow[i]));
    const double log_vvix = numeric::log(block.vvix[i]);
    block.vvix[i] = numeric::exp(log_vvix + share * (log_vvix_target_[i] - log_vvix));
    block.spx[i] *= spx_factor_[i];
  }
}

void WhatIfPaths::advance(int day, MarketBlock& block) {
  relax_day(block);
  if (is_rising(day))
    rise(day, block);
  else
    log_shock_.assign(block.size(), 0);
  shock(market_.curve, log_shock_, block);
  ballast::advance(token_, {market_, day, 1 / days_per_year, log_shock_}, block);
}

}  // namespace ballast
