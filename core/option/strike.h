#pragma once
#include <span>

#include "field/field.h"
#include "market/expiry_slice.h"
#include "option/black76.h"

namespace ballast {

/// How a strike is chosen when a leg opens.
struct StrikeRule {
  enum By { by_delta, by_standard_deviations, by_moneyness, by_level };
  int by = by_delta;
  double value = 0.5;
};

/// One key of {"delta", "standard_deviations", "moneyness", "level"} with its value.
void describe(Fields& fields, StrikeRule& rule);

/// Whether `inner` lies nearer to the forward than `outer`, both by the same measure.
bool is_nearer(const StrikeRule& inner, const StrikeRule& outer);

/// Whether a rule by delta or by standard deviations leaves puts and calls on their own sides of the forward.
bool is_out_of_the_money(const StrikeRule& rule);

/// A strike by delta or by standard deviations stays within e^{±50} of the forward: years of a volatility of many hundred percent would
/// put it beyond the range of a double.
inline constexpr double farthest_log_moneyness = 50;

/// log_strike[i] = ln(K) on path i:
/// - delta: the undiscounted forward delta N(d1) of a call, or |N(d1) - 1| of a put, solved on the smile; in (0, 1);
/// - standard_deviations n: K = F·e^{±n·sigma_atm·√T}, above the forward for a call and below for a put;
/// - moneyness: K/F;
/// - level: index points.
void solve_strikes(const ExpirySlice& slice, OptionType type, const StrikeRule& rule, std::span<double> log_strike);

}  // namespace ballast
