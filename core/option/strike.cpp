#include "option/strike.h"

#include <algorithm>

#include "numeric/normal.h"
#include "numeric/root.h"

namespace ballast {

void describe(Fields& fields, StrikeRule& rule) {
  static constexpr auto ways = std::to_array<Field>({
      {.name = "delta",
       .text = "Undiscounted forward delta on the smile, N(d1) of a call or 1 - N(d1) of a put",
       .bounds = between(0.001, 0.999)},
      {.name = "standard_deviations",
       .text = "Distance from the forward in at-the-money standard deviations to expiry, out of the money",
       .bounds = between(-10, 10)},
      {.name = "moneyness", .text = "Strike over forward", .bounds = between(0.01, 100)},
      {.name = "level", .text = "Strike itself", .unit = "index points", .bounds = above(0, 1e6)},
  });
  fields.alternative(rule.by, rule.value, ways);
}

bool is_nearer(const StrikeRule& inner, const StrikeRule& outer) {
  return inner.by == StrikeRule::by_delta ? inner.value > outer.value : inner.value < outer.value;
}

bool is_out_of_the_money(const StrikeRule& rule) {
  return rule.by == StrikeRule::by_delta ? rule.value < 0.5 : rule.value > 0;
}

namespace {

/// One path's smile.
struct PathSmile {
  Smile smile;
  double theta;
  double phi;

  /// d1 at log moneyness k; falls with k.
  double d1(double k) const {
    const double deviation = std::sqrt(total_variance(smile, theta, phi, k));
    return 0.5 * deviation - k / deviation;
  }
};

/// The log moneyness at which d1 is `target`. d1 falls without bound on both sides (an arbitrage-free SSVI wing has slope below 2), so a
/// widening bracket always closes.
double log_moneyness_at(const PathSmile& path, double target) {
  const auto excess = [&](double k) { return path.d1(k) - target; };
  double reach = (std::abs(target) + 1) * std::sqrt(path.theta);
  while (excess(-reach) < 0 || excess(reach) > 0) reach *= 2;
  return *numeric::find_root(excess, {-reach, reach}, 0);
}

/// A log moneyness that stays a strike, whatever the volatility.
double held(double log_moneyness) { return std::clamp(log_moneyness, -farthest_log_moneyness, farthest_log_moneyness); }

}  // namespace

void solve_strikes(const ExpirySlice& slice, OptionType type, const StrikeRule& rule, std::span<double> log_strike) {
  const double side = sign(type);
  const double d1 = rule.by == StrikeRule::by_delta ? side * numeric::normal_quantile(rule.value) : 0;
  const double log_value = rule.by == StrikeRule::by_moneyness || rule.by == StrikeRule::by_level ? numeric::log(rule.value) : 0;
  for (std::size_t i = 0; i < log_strike.size(); ++i) {
    const double log_forward = slice.log_forward[i];
    switch (rule.by) {
      case StrikeRule::by_delta:
        log_strike[i] = log_forward + held(log_moneyness_at({slice.smile, slice.theta[i], slice.phi[i]}, d1));
        break;
      case StrikeRule::by_standard_deviations:
        log_strike[i] = log_forward + held(side * rule.value * std::sqrt(slice.theta[i]));
        break;
      case StrikeRule::by_moneyness: log_strike[i] = log_forward + log_value; break;
      default: log_strike[i] = log_value; break;
    }
  }
}

}  // namespace ballast
