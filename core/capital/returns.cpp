#include "capital/returns.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "numeric/elementary.h"
#include "numeric/root.h"

namespace ballast {
namespace {

/// An amount and when it flows, in years or periods after the first.
struct TimedAmount {
  double time, amount;
};
/// In order of time, one a time.
using Schedule = std::vector<TimedAmount>;

/// ln of the largest double: beyond it 1 + rate is not a number any more.
constexpr double largest_log_rate = 709.78;

std::expected<Schedule, ReturnFailure> schedule_of(std::span<const double> amounts) {
  if (amounts.empty()) return std::unexpected(ReturnFailure::no_flows);
  Schedule schedule;
  schedule.reserve(amounts.size());
  for (const double amount : amounts) {
    if (!std::isfinite(amount)) return std::unexpected(ReturnFailure::not_finite);
    schedule.push_back({static_cast<double>(schedule.size()), amount});
  }
  return schedule;
}

std::expected<Schedule, ReturnFailure> schedule_of(std::span<const CashFlow> flows) {
  if (flows.empty()) return std::unexpected(ReturnFailure::no_flows);
  std::vector<CashFlow> sorted(flows.begin(), flows.end());
  for (const CashFlow& flow : sorted)
    if (!std::isfinite(flow.day) || !std::isfinite(flow.amount)) return std::unexpected(ReturnFailure::not_finite);
  // Stable, so that the sum of a day does not depend on the library's way of sorting.
  std::ranges::stable_sort(sorted, {}, &CashFlow::day);
  Schedule schedule;
  for (const CashFlow& flow : sorted) {
    const double years = (flow.day - sorted.front().day) / 365;
    if (!schedule.empty() && schedule.back().time == years)
      schedule.back().amount += flow.amount;
    else
      schedule.push_back({years, flow.amount});
    if (!std::isfinite(years) || !std::isfinite(schedule.back().amount)) return std::unexpected(ReturnFailure::not_finite);
  }
  return schedule;
}

/// Why a rate that was given cannot be used.
std::optional<ReturnFailure> failure_of(double rate) {
  if (!std::isfinite(rate)) return ReturnFailure::not_finite;
  if (!(rate > -1)) return ReturnFailure::rate_too_low;
  return {};
}

/// Σ amount·e^{-log_rate·time}.
double present_value(const Schedule& schedule, double log_rate) {
  double sum = 0;
  for (const TimedAmount& flow : schedule)
    // An amount of 0 is worth 0 even where its factor is infinite.
    if (flow.amount != 0) sum += flow.amount * numeric::exp(-log_rate * flow.time);
  return sum;
}

std::expected<double, ReturnFailure> value_at(const std::expected<Schedule, ReturnFailure>& schedule, double rate) {
  if (!schedule) return std::unexpected(schedule.error());
  if (const auto failure = failure_of(rate)) return std::unexpected(*failure);
  const double value = present_value(*schedule, numeric::log1p(rate));
  if (!std::isfinite(value)) return std::unexpected(ReturnFailure::too_large);
  return value;
}

/// The amounts that are not 0, as shares of the greatest, so that no sum of them overflows.
Schedule without_zeros(const Schedule& schedule) {
  double greatest = 0;
  for (const TimedAmount& flow : schedule) greatest = std::fmax(greatest, std::fabs(flow.amount));
  Schedule scaled;
  for (const TimedAmount& flow : schedule)
    if (flow.amount / greatest != 0) scaled.push_back({flow.time, flow.amount / greatest});
  return scaled;
}

/// Payments or receipts alone.
std::optional<ReturnFailure> one_sided(const Schedule& schedule) {
  const auto paid = [](const TimedAmount& flow) { return flow.amount < 0; };
  const auto received = [](const TimedAmount& flow) { return flow.amount > 0; };
  const bool any_paid = std::ranges::any_of(schedule, paid), any_received = std::ranges::any_of(schedule, received);
  if (!any_paid && !any_received) return ReturnFailure::no_flows;
  if (!any_received) return ReturnFailure::nothing_received;
  if (!any_paid) return ReturnFailure::nothing_paid;
  return {};
}

int sign_changes(const Schedule& schedule) {
  int changes = 0;
  for (std::size_t i = 1; i < schedule.size(); ++i) changes += (schedule[i].amount > 0) != (schedule[i - 1].amount > 0);
  return changes;
}

/// The net present value as of the first day for rates above 0 and of the last below: the same sign and roots, and no factor
/// above 1.
struct BoundedValue {
  const Schedule& schedule;
  double operator()(double log_rate) const {
    const double from = log_rate < 0 ? schedule.back().time : schedule.front().time;
    double sum = 0;
    for (const TimedAmount& flow : schedule) sum += flow.amount * numeric::exp(-log_rate * (flow.time - from));
    return sum;
  }
};

/// The root in a bracket, where there is one.
std::optional<double> root_between(const BoundedValue& value, double from, double to) {
  const auto root = numeric::find_root(value, {std::fmin(from, to), std::fmax(from, to)}, 0);
  return root ? std::optional(*root) : std::nullopt;
}

/// The ln(1 + rate) of least magnitude at which the value changes sign, sought outwards from 0.
std::optional<double> nearest_root(const BoundedValue& value) {
  for (double near = 0; near < largest_log_rate;) {
    const double far = std::fmin(near + std::fmax(1.0 / 64, near / 16), largest_log_rate);
    const auto above = root_between(value, near, far), below = root_between(value, -near, -far);
    if (above && below) return *above <= -*below ? above : below;
    if (above || below) return above ? above : below;
    near = far;
  }
  return {};
}

std::expected<InternalRate, ReturnFailure> internal_rate(const std::expected<Schedule, ReturnFailure>& schedule) {
  if (!schedule) return std::unexpected(schedule.error());
  if (const auto failure = one_sided(*schedule)) return std::unexpected(*failure);
  const Schedule flows = without_zeros(*schedule);
  // One side may be too small a share of the other to be told from nothing.
  if (one_sided(flows)) return std::unexpected(ReturnFailure::too_large);
  const int changes = sign_changes(flows);
  const BoundedValue value{flows};
  if (const auto root = nearest_root(value)) return InternalRate{numeric::expm1(*root), changes};
  // At ever lower rates the last flow outweighs all others, at ever higher ones the first.
  const auto sign_at = [&](double log_rate) { return value(log_rate) > 0; };
  if (sign_at(-largest_log_rate) != (flows.back().amount > 0)) return InternalRate{-1, changes};
  if (sign_at(largest_log_rate) != (flows.front().amount > 0)) return std::unexpected(ReturnFailure::too_large);
  return std::unexpected(ReturnFailure::no_rate);
}

std::expected<double, ReturnFailure> modified_rate(const std::expected<Schedule, ReturnFailure>& schedule,
                                                   const OutsideRates& rates) {
  if (!schedule) return std::unexpected(schedule.error());
  for (const double rate : {rates.finance, rates.reinvest})
    if (const auto failure = failure_of(rate)) return std::unexpected(*failure);
  if (const auto failure = one_sided(*schedule)) return std::unexpected(*failure);
  Schedule payments, receipts;
  for (const TimedAmount& flow : *schedule) {
    if (flow.amount < 0) payments.push_back({flow.time, -flow.amount});
    if (flow.amount > 0) receipts.push_back(flow);
  }
  // The future value is the present one times (1 + reinvest)^n, which its n-th root need not overflow on the way to.
  const double log_reinvest = numeric::log1p(rates.reinvest);
  const double paid = present_value(payments, numeric::log1p(rates.finance));
  const double received = present_value(receipts, log_reinvest);
  const double log_rate = log_reinvest + numeric::log_ratio(received, paid) / schedule->back().time;
  const double rate = numeric::expm1(log_rate);
  if (!std::isfinite(rate)) return std::unexpected(ReturnFailure::too_large);
  return rate;
}

}  // namespace

std::expected<double, ReturnFailure> net_present_value(std::span<const double> amounts, double rate) {
  return value_at(schedule_of(amounts), rate);
}

std::expected<double, ReturnFailure> net_present_value(std::span<const CashFlow> flows, double rate) {
  return value_at(schedule_of(flows), rate);
}

std::expected<InternalRate, ReturnFailure> irr(std::span<const double> amounts) {
  return internal_rate(schedule_of(amounts));
}

std::expected<InternalRate, ReturnFailure> xirr(std::span<const CashFlow> flows) {
  return internal_rate(schedule_of(flows));
}

std::expected<double, ReturnFailure> mirr(std::span<const double> amounts, const OutsideRates& rates) {
  return modified_rate(schedule_of(amounts), rates);
}

std::expected<double, ReturnFailure> mirr(std::span<const CashFlow> flows, const OutsideRates& rates) {
  return modified_rate(schedule_of(flows), rates);
}

}  // namespace ballast
