#include "ledger/capital_report.h"

#include <cmath>

namespace ballast {

std::optional<double> CapitalReport::excess() const {
  if (!internal_rate) return {};
  return internal_rate->rate - cost_of_capital;
}

void CapitalDays::see_margin_call(int day, const Balance& balance) {
  const double ratio = report_.quick_ratio.back();
  if (ratio >= 1) return;
  const double owed = balance.margin[0] + balance.short_options[0] + balance.borrowed[0];
  const double shortfall = owed - (balance.cash[0] + balance.pool_usdc[0] + balance.long_options[0]);
  const double slippage = position_.treasury.liquidation_slippage;
  const double sold = std::fmin(shortfall / (1 - slippage), balance.pool_tokens[0]);
  report_.margin_calls.push_back({day, ratio, shortfall, sold, slippage * sold});
}

void CapitalDays::see(const DayView& day) {
  const Balance now = balance(position_, day);
  report_.cash.push_back(now.cash[0]);
  report_.pool_usdc.push_back(now.pool_usdc[0]);
  report_.long_options.push_back(now.long_options[0]);
  report_.margin.push_back(now.margin[0]);
  report_.short_options.push_back(now.short_options[0]);
  report_.borrowed.push_back(now.borrowed[0]);
  report_.quick_ratio.push_back(quick_ratio(now, 0));
  see_margin_call(day.day, now);
  double flow = day.day == 0 ? -position_.exposure.liquidity.value : 0;
  value_ = day.pool.value[0] + day.pool.fees[0];
  for (std::size_t j = 0; j < position_.book.size(); ++j) {
    if (!position_.book[j].on) continue;
    flow += day.holdings[j].cash_flow[0];
    value_ += day.marks[j].all[0];
  }
  report_.cash_flow.push_back(flow);
  if (day.day == 0) first_debt_ = now.borrowed[0];
}

namespace {

/// Rates of Ballast are continuous, those of returns.h effective.
double effective(double continuous) {
  return numeric::expm1(continuous);
}

}  // namespace

CapitalReport CapitalDays::report() const {
  const Treasury& treasury = position_.treasury;
  const Market& market = position_.exposure.market;
  CapitalReport report = report_;
  report.cash_flow.back() += value_;
  std::vector<CashFlow> flows;
  for (std::size_t day = 0; day < report.cash_flow.size(); ++day)
    flows.push_back({static_cast<double>(day), report.cash_flow[day]});
  report.internal_rate = xirr(flows);
  report.modified_rate = mirr(flows, {.finance = treasury.reinvestment_rate, .reinvest = treasury.reinvestment_rate});
  const double risk_free = effective(market.rate);
  report.cost_of_equity =
      *cost_of_equity({.risk_free = risk_free, .beta = treasury.beta, .market_return = risk_free + treasury.market_premium});
  const double assets = position_.exposure.liquidity.value + treasury.cash + (first_debt_ - treasury.debt);
  report.cost_of_capital =
      *weighted_average_cost({.equity = std::fmax(assets - first_debt_, 0), .debt = first_debt_},
                             {.equity = report.cost_of_equity, .debt = treasury.cost_of_debt, .tax = treasury.tax_rate});
  report.roll_yield = -log_drift(position_.exposure.token, market.curve);
  const double dividend = -numeric::expm1(-report.roll_yield);
  if (const auto value = gordon_value({.next = dividend, .cost = report.cost_of_equity, .growth = treasury.growth}))
    report.gordon_value = *value;
  return report;
}

}  // namespace ballast
