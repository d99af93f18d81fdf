#include "book/condor_strikes.h"

#include <algorithm>
#include <cmath>

#include "numeric/normal.h"
#include "numeric/quadrature.h"
#include "numeric/root.h"

namespace ballast {

double inside_probability(const Condor& condor) {
  constexpr double reach = 8;
  const double log_lower = condor.lower > 0 ? numeric::log(condor.lower / condor.forward) : -1e3;
  const double log_upper = numeric::log(condor.upper / condor.forward);
  const double s = condor.vol_of_vol;
  const auto inside = [&](double z) {
    const double deviation = condor.deviation * numeric::exp(s * z - 0.5 * s * s);
    const auto below = [&](double log_level) { return numeric::normal_cdf(log_level / deviation + 0.5 * deviation); };
    return numeric::normal_density(z) * (below(log_upper) - below(log_lower));
  };
  // The more uncertain the volatility, the steeper the integrand, e^{s·z} within a normal distribution: it is smooth over a
  // stretch of 1/s. Without end that would take without end.
  const int panels = std::clamp(static_cast<int>(std::ceil(3 * s)), 1, 64);
  using Rule = numeric::GaussLegendre<48>;
  double sum = 0;
  for (int panel = 0; panel < panels; ++panel)
    for (std::size_t i = 0; i < std::size(Rule::nodes); ++i)
      sum += Rule::weights[i] * inside(reach * (2 * (panel + Rule::nodes[i]) / panels - 1));
  return 2 * reach / panels * sum;
}

namespace {

/// The put's wing where the width would take it below nothing.
double wing_below(double strike, double width) {
  return std::fmax(strike - width, 1e-3 * strike);
}

/// The expiry on one path, with what its volatility may do.
struct Expiry {
  const ExpirySlice& slice;
  std::size_t path;
  double vol_of_vol;

  double price(OptionType type, double strike) const { return quote(slice, type, strike, path).price; }

  /// The condor whose short strikes are n at-the-money deviations from the forward.
  Condor at(double n, double width) const {
    const double forward = slice.forward[path], deviation = std::sqrt(slice.theta[path]);
    const double put = forward * numeric::exp(-n * deviation), call = forward * numeric::exp(n * deviation);
    const double credit = price(OptionType::put, put) + price(OptionType::call, call) -
                          price(OptionType::put, wing_below(put, width)) - price(OptionType::call, call + width);
    return {forward, deviation, vol_of_vol, put - credit, call + credit};
  }
};

/// Deviations from the forward at which P(inside the break-evens) is the target; the nearest that is looked at where none is.
double solve_deviations(const Expiry& expiry, double width, double target) {
  constexpr numeric::Bracket range{0.01, 8};
  const auto excess = [&](double n) { return inside_probability(expiry.at(n, width)) - target; };
  if (excess(range.low) >= 0) return range.low;
  if (excess(range.high) <= 0) return range.high;
  return *numeric::find_root(excess, range, 1e-12);
}

/// Deviation of ln(VIX of the expiry) that VIX options imply: that of the volatility to that day.
std::vector<double> vol_of_vol(const Desk::Day& today, int days) {
  std::vector<double> result = today.slices.at(Underlying::vix, today.day + days).theta;
  for (double& value : result) value = std::sqrt(value);
  return result;
}

void solve_shorts(const CondorRule& rule, const Desk::Day& today, int days, CondorLogStrikes& strikes) {
  const std::vector<double> uncertainty = vol_of_vol(today, days);
  const ExpirySlice& slice = today.slices.at(Underlying::spx, today.day + days);
  for (std::size_t i = 0; i < strikes.short_put.size(); ++i) {
    const double n = solve_deviations({slice, i, uncertainty[i]}, *rule.width, *rule.breakeven_probability);
    strikes.short_put[i] = slice.log_forward[i] - n * std::sqrt(slice.theta[i]);
    strikes.short_call[i] = slice.log_forward[i] + n * std::sqrt(slice.theta[i]);
  }
}

void put_wings(double width, CondorLogStrikes& strikes) {
  for (std::size_t i = 0; i < strikes.short_put.size(); ++i) {
    strikes.long_put[i] = numeric::log(wing_below(numeric::exp(strikes.short_put[i]), width));
    strikes.long_call[i] = numeric::log(numeric::exp(strikes.short_call[i]) + width);
  }
}

}  // namespace

CondorLogStrikes condor_strikes(const CondorRule& rule, const Desk::Day& today, int days) {
  const ExpirySlice& slice = today.slices.at(Underlying::spx, today.day + days);
  CondorLogStrikes strikes;
  for (auto* column : {&strikes.long_put, &strikes.short_put, &strikes.short_call, &strikes.long_call})
    column->resize(today.block.size());
  if (rule.breakeven_probability) {
    solve_shorts(rule, today, days, strikes);
  } else {
    solve_strikes(slice, OptionType::put, rule.short_strike, strikes.short_put);
    solve_strikes(slice, OptionType::call, rule.short_strike, strikes.short_call);
  }
  if (rule.width) {
    put_wings(*rule.width, strikes);
  } else {
    solve_strikes(slice, OptionType::put, rule.long_strike, strikes.long_put);
    solve_strikes(slice, OptionType::call, rule.long_strike, strikes.long_call);
  }
  return strikes;
}

std::array<Order, 4> condor_orders(const CondorLogStrikes& strikes, int days, double contracts) {
  const auto order = [&](OptionType type, double size, std::span<const double> log_strike) -> Order {
    return {.underlying = Underlying::spx, .type = type, .days = days, .contracts = size, .log_strike = log_strike};
  };
  return {order(OptionType::put, contracts, strikes.long_put), order(OptionType::put, -contracts, strikes.short_put),
          order(OptionType::call, -contracts, strikes.short_call), order(OptionType::call, contracts, strikes.long_call)};
}

}  // namespace ballast
