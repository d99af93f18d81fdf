#include "option/leg.h"

#include <algorithm>

#include "numeric/normal.h"
#include "option/columns.h"

namespace ballast {

namespace {

/// What the stages of a block hand on, as in black76.cpp: a loop for each, so that more options are under way at once.
struct alignas(64) Work {
  detail::Block spread, over_spread, centre;

  BALLAST_ELEMENT detail::BlackPlace place(std::size_t i) const { return {spread[i], over_spread[i], centre[i]}; }
};

/// Some consecutive paths of a leg and its slice.
struct Rows {
  std::size_t count;
  const double *strike, *log_strike, *forward, *log_forward, *theta, *phi;
};

BALLAST_VECTORISED void find_places(const Smile& given, const Rows& in, Work& work) {
  const Smile smile = given;
  BALLAST_INDEPENDENT
  for (std::size_t i = 0; i < in.count; ++i) {
    const double k = in.log_strike[i] - in.log_forward[i];
    const double deviation = std::sqrt(total_variance(smile, in.theta[i], in.phi[i], k));
    const detail::BlackPlace place = detail::black_place(std::fabs(k), deviation);
    work.spread[i] = place.spread, work.over_spread[i] = place.over_spread, work.centre[i] = place.centre;
  }
}

BALLAST_VECTORISED void find_prices(double side, double discount, const Rows& in, const Work& work, double* price) {
  BALLAST_INDEPENDENT
  for (std::size_t i = 0; i < in.count; ++i) {
    const detail::BlackTails tails = detail::black_tails(work.place(i));
    price[i] = discount * detail::black76(side, in.forward[i], in.strike[i], tails);
  }
}

void price_option(const ExpirySlice& slice, const Leg& leg, std::span<double> price) {
  Work work;
  for (std::size_t row = 0; row < price.size(); row += detail::block_size) {
    const Rows rows{std::min(detail::block_size, price.size() - row), &leg.strike[row], &leg.log_strike[row], &slice.forward[row],
                    &slice.log_forward[row], &slice.theta[row], &slice.phi[row]};
    find_places(slice.smile, rows, work);
    find_prices(sign(leg.type), slice.discount, rows, work, &price[row]);
  }
}

BALLAST_VECTORISED void difference(double factor, std::span<const double> level, std::span<const double> strike,
                                   std::span<double> result) {
  for (std::size_t i = 0; i < result.size(); ++i) result[i] = factor * (level[i] - strike[i]);
}

BALLAST_VECTORISED void settle_option(std::span<const double> settlement, const Leg& leg, std::span<double> payoff) {
  const double side = sign(leg.type);
  const double* const strike = leg.strike.data();
  for (std::size_t i = 0; i < payoff.size(); ++i) {
    const double inside = side * (settlement[i] - strike[i]);
    payoff[i] = inside > 0 ? inside : 0;
  }
}

double log_moneyness(const ExpirySlice& slice, const Leg& leg, std::size_t path) {
  return leg.log_strike[path] - slice.log_forward[path];
}

double total_deviation(const ExpirySlice& slice, double log_moneyness, std::size_t path) {
  return std::sqrt(total_variance(slice.smile, slice.theta[path], slice.phi[path], log_moneyness));
}

Quote quote_at(const ExpirySlice& slice, OptionType type, const Moneyness& at, std::size_t path) {
  const double deviation = total_deviation(slice, -at.log_ratio, path);
  const double side = sign(type);
  const double d1 = 0.5 * deviation + at.log_ratio / deviation;
  const double price = slice.discount * black76(type, at, deviation);
  return {.forward = at.forward,
          .volatility = deviation / std::sqrt(slice.years),
          .delta = side * numeric::normal_cdf(side * d1),
          .price = price,
          .time_value = price - slice.discount * std::fmax(side * (at.forward - at.strike), 0)};
}

}  // namespace

void price_leg(const ExpirySlice& slice, const Leg& leg, std::span<double> price) {
  if (leg.instrument == Instrument::option)
    price_option(slice, leg, price);
  else
    difference(slice.discount, slice.forward, leg.strike, price);
}

void settle_leg(std::span<const double> settlement, const Leg& leg, std::span<double> payoff) {
  if (leg.instrument == Instrument::option)
    settle_option(settlement, leg, payoff);
  else
    difference(1, settlement, leg.strike, payoff);
}

Quote quote(const ExpirySlice& slice, const Leg& leg, std::size_t path) {
  if (leg.instrument == Instrument::forward)
    return {slice.forward[path], 0, 1, slice.discount * (slice.forward[path] - leg.strike[path]), 0};
  return quote_at(slice, leg.type, {slice.forward[path], leg.strike[path], -log_moneyness(slice, leg, path)}, path);
}

Quote quote(const ExpirySlice& slice, OptionType type, double strike, std::size_t path) {
  return quote_at(slice, type, {slice.forward[path], strike, slice.log_forward[path] - numeric::log(strike)}, path);
}

BlackGreeks leg_greeks(const ExpirySlice& slice, const Leg& leg, std::size_t path) {
  if (leg.instrument == Instrument::forward) {
    const double price = slice.discount * (slice.forward[path] - leg.strike[path]);
    return {.price = price,
            .delta = slice.discount,
            .gamma = 0,
            .theta = slice.rate * price,
            .vega = 0,
            .rho = -slice.years * price,
            .vanna = 0,
            .volga = 0};
  }
  const double volatility = total_deviation(slice, log_moneyness(slice, leg, path), path) / std::sqrt(slice.years);
  return black76_greeks({leg.type, leg.strike[path], slice.years}, {slice.forward[path], volatility, slice.rate});
}

}  // namespace ballast
