#include "history/futures_token.h"

namespace ballast {
namespace {

std::optional<double> settlement(const FuturesDay& day, FutureMonth future) {
  if (future == day.first) return day.first_settlement;
  return future == next(day.first) ? day.second_settlement : std::nullopt;
}

std::optional<double> growth(const FuturesDay& from, const FuturesDay& to, FutureMonth future) {
  const auto before = settlement(from, future), after = settlement(to, future);
  return before && after ? std::optional(*after / *before) : std::nullopt;
}

/// The growth of a future that both days know: the one preferred, else the first, else the second.
std::optional<double> growth_of_any(const FuturesDay& from, const FuturesDay& to, FutureMonth preferred) {
  for (const FutureMonth future : {preferred, from.first, next(from.first)})
    if (const auto found = growth(from, to, future)) return found;
  return std::nullopt;
}

}  // namespace

RollWeights roll_weights(Date date) {
  const FutureMonth first = front_future(date);
  const Date settles = settlement_day(first), began = settlement_day({first.months - 1});
  const double left = trading_days(date + 1, settles), all = trading_days(began, settles);
  return {first, left / all};
}

std::optional<double> rolled_return(const FuturesDay& from, const FuturesDay& to) {
  const RollWeights held = roll_weights(from.date);
  double before = 0, after = 0;
  const auto add = [&](FutureMonth future, double weight) {
    if (weight == 0) return true;  // a future that has just settled need not be known any more
    const auto then = settlement(from, future), now = settlement(to, future);
    if (!then || !now) return false;
    before += weight * *then;
    after += weight * *now;
    return true;
  };
  if (!add(held.first, held.first_weight) || !add(next(held.first), 1 - held.first_weight)) return std::nullopt;
  return after / before - 1;
}

FuturesToken futures_token(std::span<const FuturesDay> days, FuturesHeld held) {
  FuturesToken token;
  if (days.empty()) return token;
  token.price.push_back(1);
  for (std::size_t i = 1; i < days.size(); ++i) {
    const FuturesDay &from = days[i - 1], &to = days[i];
    const auto rolled = held == FuturesHeld::rolled ? rolled_return(from, to) : std::nullopt;
    const FutureMonth front = held == FuturesHeld::rolled ? front_future(from.date) : from.first;
    const auto factor = rolled ? std::optional(1 + *rolled) : growth_of_any(from, to, front);
    if (!factor) break;
    if (held == FuturesHeld::rolled && !rolled) token.incomplete.push_back(i);
    if (held == FuturesHeld::rolled && trading_days(from.date + 1, to.date) > 0) token.across_gap.push_back(i);
    token.price.push_back(token.price.back() * *factor);
  }
  return token;
}

}  // namespace ballast
