#include "ledger/balance.h"

#include <algorithm>
#include <cmath>

#include "book/margin.h"
#include "capital/margin_rules.h"

namespace ballast {
namespace {

void add(std::span<const double> values, std::span<double> sum) {
  for (std::size_t i = 0; i < values.size(); ++i) sum[i] += values[i];
}

void add_layer(const DayView& day, std::size_t number, Balance& balance) {
  const Holdings& holdings = day.holdings[number];
  const Marks& marks = day.marks[number];
  for (std::size_t i = 0; i < balance.cash.size(); ++i) balance.cash[i] += day.profits[number][i] - marks.all[i];
  add(marks.longs, balance.long_options);
  add(marks.shorts, balance.short_options);
  add(layer_margin(holdings, day.market), balance.margin);
  // What a layer borrows lies in cash until it is spent.
  add(holdings.borrowed, balance.cash);
  add(holdings.borrowed, balance.borrowed);
}

}  // namespace

std::vector<double> layer_margin(const Holdings& holdings, const MarketBlock& market) {
  std::vector<double> result(market.size());
  margin(holdings.legs, market, result);
  for (std::size_t i = 0; i < result.size(); ++i) {
    const double owed = -holdings.tokens[i] * market.token[i];
    if (owed > 0) result[i] += (short_sale_rate - 1) * owed;
  }
  return result;
}

Balance balance(const Position& position, const DayView& day) {
  const std::size_t paths = day.market.size();
  Balance result;
  result.cash.assign(paths, position.treasury.cash);
  result.borrowed.assign(paths, position.treasury.debt);
  for (auto* column : {&result.long_options, &result.margin, &result.short_options}) column->assign(paths, 0);
  result.pool_tokens.resize(paths);
  result.pool_usdc = pool_holdings(position.exposure.liquidity, day.pool).usdc;
  for (std::size_t i = 0; i < paths; ++i) {
    result.cash[i] += day.pool.fees[i];
    result.pool_tokens[i] = day.pool.delta[i] * day.pool.price[i];
  }
  for (std::size_t j = 0; j < position.book.size(); ++j)
    if (position.book[j].on) add_layer(day, j, result);
  for (std::size_t i = 0; i < paths; ++i) {
    if (result.cash[i] >= 0) continue;
    result.borrowed[i] -= result.cash[i];
    result.cash[i] = 0;
  }
  return result;
}

double quick_ratio(const Balance& balance, std::size_t path) {
  const LiquidAssets assets{balance.cash[path], balance.pool_usdc[path], balance.long_options[path]};
  const Obligations owed{balance.margin[path], balance.short_options[path], balance.borrowed[path]};
  return std::fmin(quick_ratio(assets, owed).value_or(no_obligations), no_obligations);
}

}  // namespace ballast
