#include "book/strip_hedge.h"

#include <algorithm>
#include <cmath>

#include "pool/pool.h"

namespace ballast {

void describe(Fields& fields, StripHedge& layer) {
  const Source listed = published("Cboe lists VIX options at intervals of 0.5, 1, 2.5 and 5 points, finer near the money");
  describe(fields, layer.schedule);
  describe(fields, layer.costs);
  fields.whole(layer.days, {.name = "days",
                            .text = "Days from opening to expiry",
                            .unit = "days",
                            .bounds = between(1, 3650),
                            .source = starting_value});
  fields.number(layer.step, {.name = "step",
                             .text = "Distance of the strikes: 0.5, 1, 2.5 or 5",
                             .unit = "index points",
                             .bounds = between(0.5, 5),
                             .source = listed});
  fields.number(layer.lowest, {.name = "lowest",
                               .text = "Lowest strike; it carries the tail below",
                               .unit = "index points",
                               .bounds = between(1, 500),
                               .source = assumption("VIX has closed below 10 on a few days only")});
  fields.number(layer.highest, {.name = "highest",
                                .text = "Highest strike; it carries the tail above",
                                .unit = "index points",
                                .bounds = between(1, 500),
                                .source = assumption("about the highest close so far, 82.69")});
  fields.number(layer.budget,
                {.name = "budget",
                 .text = "Most that the strip may cost at mid prices, each time it is opened; no cap where missing",
                 .unit = "USD",
                 .bounds = between(0, 1e12)});
  choice(fields, layer.keep, std::to_array<std::string_view>({"scale_all", "nearest_first", "highest_calls_first"}),
         {.name = "keep",
          .text = "Which options to keep where the budget does not pay for all: the same share of each, from the entry "
                  "outwards, or from "
                  "the highest call inwards",
          .source = assumption("the same share of each, so that the shape of the cover stays")});
  fields.number(layer.cover, {.name = "cover",
                              .text = "Share of the loss that is covered",
                              .bounds = between(0, 10),
                              .source = assumption("all of it")});
  describe_recalibration(fields, layer.recalibration,
                         "Move of VIX in log since the strip was set, up or down, at which it is set anew");
  fields.require(layer.step == 0.5 || layer.step == 1 || layer.step == 2.5 || layer.step == 5, "step",
                 "must be 0.5, 1, 2.5 or 5");
  fields.require(std::floor(layer.highest / layer.step) > std::ceil(layer.lowest / layer.step), "highest",
                 "must leave at least two strikes above lowest");
  require_rolls_later(fields, layer.schedule, layer.days);
}

namespace {

/// Multiples of the step from lowest to highest.
std::vector<double> listed_strikes(const StripHedge& layer) {
  std::vector<double> strikes;
  for (double strike = layer.step * std::ceil(layer.lowest / layer.step); strike <= layer.highest; strike += layer.step)
    strikes.push_back(strike);
  return strikes;
}

/// dg/dv beyond the highest strike. The price of a token that VIX moves one for one is bounded by what holding gains; that of a
/// rolled one rises ever more slowly, and so does its loss.
double slope_above(const Liquidity& liquidity, const TokenAtLevel& token, double vix) {
  if (vix >= token.cap) return 0;
  const double price = token.price(vix);
  const double held = pool_at(liquidity, 1).delta;
  const double left = token.power < 1 ? pool_at(liquidity, price).delta : 0;
  return (held - left) * token.power * price / vix;
}

double slope_below(const Liquidity& liquidity, const TokenAtLevel& token, double vix) {
  constexpr double worthless = 1e-12;  // VIX next to nothing, and the token with it
  return (mapped_loss(liquidity, token, vix) - mapped_loss(liquidity, token, worthless)) / vix;
}

std::vector<double> prices(const ExpirySlice& slice, OptionType type, std::span<const double> strikes, std::size_t path) {
  std::vector<double> result;
  for (const double strike : strikes) result.push_back(quote(slice, type, strike, path).price);
  return result;
}

}  // namespace

double mapped_loss(const Liquidity& liquidity, const TokenAtLevel& token, double vix) {
  return -pool_at(liquidity, token.price(vix)).impermanent_loss;
}

double StripPlan::cost() const {
  return ballast::cost(kept, {puts, calls});
}

StripPlan plan_strip(const StripHedge& layer, const StripPlace& place, int days) {
  const Exposure& exposure = place.exposure;
  const MarketBlock& market = place.market;
  const std::size_t path = place.path;
  const std::vector<double> strikes = listed_strikes(layer);
  StripPlan plan;
  plan.token = at_level(exposure.token, {exposure.market, place.day, days / days_per_year, market.fast[path], market.slow[path],
                                         market.token[path]});
  std::vector<double> losses;
  for (const double strike : strikes) losses.push_back(layer.cover * mapped_loss(exposure.liquidity, plan.token, strike));
  plan.wanted = replicate({.strikes = strikes,
                           .values = losses,
                           .entry = plan.token.level(1),
                           .slope_below = layer.cover * slope_below(exposure.liquidity, plan.token, strikes.front()),
                           .slope_above = layer.cover * slope_above(exposure.liquidity, plan.token, strikes.back())},
                          option_multiplier);
  const ExpirySlice& slice = place.slices.at(Underlying::vix, place.day + days);
  plan.puts = prices(slice, OptionType::put, strikes, path);
  plan.calls = prices(slice, OptionType::call, strikes, path);
  plan.kept = layer.budget ? limit_cost(plan.wanted, {plan.puts, plan.calls}, *layer.budget, layer.keep).kept : plan.wanted;
  return plan;
}

namespace {

/// Opens share[i] >= 0 times a strip of `days` on path i.
void open_strip(const StripHedge& layer, int days, std::span<const double> share, Desk& desk) {
  const Desk::Day& today = desk.today();
  std::vector<Strip> strips;
  for (std::size_t i = 0; i < desk.paths(); ++i)
    strips.push_back(plan_strip(layer, {today.exposure, today.block, today.slices, today.day, i}, days).kept);
  const auto open = [&](std::size_t row, OptionType type, double StripRow::* side) {
    std::vector<double> contracts;
    for (std::size_t i = 0; i < strips.size(); ++i) {
      const double size = share[i] * (strips[i].rows[row].*side);
      // A billionth of a contract is the rounding of a quantity that is none.
      contracts.push_back(std::abs(size) < 1e-9 ? 0 : size);
    }
    const StrikeRule strike{.by = StrikeRule::by_level, .value = strips[0].rows[row].strike};
    desk.open({.underlying = Underlying::vix, .type = type, .days = days, .contracts = 1, .strike = strike}, contracts);
  };
  for (std::size_t row = 0; row < strips[0].rows.size(); ++row) {
    open(row, OptionType::put, &StripRow::puts);
    open(row, OptionType::call, &StripRow::calls);
  }
}

}  // namespace

void act(const StripHedge& layer, Desk& desk) {
  const int day = desk.today().day;
  if (desk.opens(layer.schedule, layer.days)) {
    watch(desk);
    desk.close(0);
    std::vector<double> share(desk.paths(), 1);
    desk.scale(share);
    open_strip(layer, layer.days, share, desk);
    return;
  }
  const int days = days_left(layer.schedule, layer.days, day);
  auto asked = asked_anew(layer.recalibration, layer.schedule.open_day, desk);
  if (asked.empty() || days < 1) return;
  desk.reduce(0, rest_of(asked));
  for (std::size_t i = 0; i < asked.size(); ++i) asked[i] *= desk.factor(i);
  open_strip(layer, days, asked, desk);
}

}  // namespace ballast
