#include "sizing/instruments.h"

#include <cmath>

namespace ballast::sizing {
namespace {

/// Fewer contracts than this are the rounding of none.
constexpr double no_contracts = 1e-9;

/// One option of the strip that is the rule of a layer; it adapts as that does.
Layer single_option(const Layer& of, const StripHedge& strip, const StripOption& option, double contracts) {
  const Ladder ladder{.schedule = strip.schedule,
                      .costs = strip.costs,
                      .size = {},
                      .recalibration = {},
                      .ladder = {{.contracts = contracts,
                                  .days = strip.days,
                                  .strike = {.by = StrikeRule::by_level, .value = option.strike}}}};
  Layer layer;
  layer.adaptive = of.adaptive;
  if (option.type == OptionType::put)
    layer.rule = VixPuts{ladder};
  else
    layer.rule = VixCalls{ladder};
  return layer;
}

void take_apart(const Position& position, const StripHedge& strip, std::size_t place, Instruments& result) {
  const MarketBlock start = start_block(position.exposure.market, 1);
  SliceCache slices;
  slices.start_day(position.exposure.market, start, 0);
  const Strip held = plan_strip(strip, {position.exposure, start, slices, 0, 0}, strip.days).kept;
  for (const StripRow& row : held.rows)
    for (const auto& [type, contracts] : {std::pair{OptionType::put, row.puts}, std::pair{OptionType::call, row.calls}}) {
      if (std::abs(contracts) < no_contracts) continue;
      const StripOption option{type, row.strike};
      result.book.push_back(single_option(position.book[place], strip, option, contracts));
      result.each.push_back({place, option});
    }
}

}  // namespace

Instruments instruments(const Position& position, Strips strips) {
  Instruments result;
  for (std::size_t j = 0; j < position.book.size(); ++j) {
    const Layer& layer = position.book[j];
    if (!layer.on) continue;
    if (const auto* strip = std::get_if<StripHedge>(&layer.rule); strip && strips == Strips::by_strike) {
      take_apart(position, *strip, j, result);
      continue;
    }
    result.book.push_back(layer);
    result.each.push_back({j});
  }
  return result;
}

}  // namespace ballast::sizing
