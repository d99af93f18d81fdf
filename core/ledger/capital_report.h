#pragma once
#include <expected>
#include <optional>
#include <vector>

#include "capital/cost_of_capital.h"
#include "capital/returns.h"
#include "ledger/balance.h"

namespace ballast {

/// A day on which the quick ratio is below 1, and what it forces.
struct MarginCall {
  int day;
  double quick_ratio;
  double shortfall;  ///< USD
  double sold;       ///< tokens taken out of the pool and sold to meet it, USD before slippage; no more than it holds
  double slippage;   ///< of it, what is lost
};

/// The position as an investment (model.md, section 10), on the scenario's path.
struct CapitalReport {
  std::vector<double> cash_flow;  ///< by day: the pool is bought on day 0 and sold with its fees and all marks on the last, USD
  std::expected<InternalRate, ReturnFailure> internal_rate = std::unexpected(ReturnFailure::no_flows);
  std::expected<double, ReturnFailure> modified_rate = std::unexpected(ReturnFailure::no_flows);
  double cost_of_equity = 0;
  double cost_of_capital = 0;                                                                       ///< WACC
  std::vector<double> cash, pool_usdc, long_options, margin, short_options, borrowed, quick_ratio;  ///< by day
  std::vector<MarginCall> margin_calls;
  double roll_yield = 0;               ///< lost per year by holding the token in calm, log; below zero earned
  std::optional<double> gordon_value;  ///< of that as a dividend, USD per USD of token; an analogy

  /// Internal rate less cost of capital, where there is a rate.
  std::optional<double> excess() const;
};

/// Collects the report from the days of path 0.
class CapitalDays {
 public:
  explicit CapitalDays(const Position& position) : position_(position) {}

  void see(const DayView& day);

  /// After the last day.
  CapitalReport report() const;

 private:
  void see_margin_call(int day, const Balance& balance);

  const Position& position_;
  CapitalReport report_;
  double first_debt_ = 0;  ///< on day 0, what layers borrow included
  double value_ = 0;       ///< of pool, fees and marks at the latest close
};

}  // namespace ballast
