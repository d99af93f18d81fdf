#include "option/leg.h"

#include "numeric/normal.h"

namespace ballast {

namespace {

BALLAST_VECTORISED void price_option(const ExpirySlice& slice, const Leg& leg, std::span<double> price) {
  const double* const strike = leg.strike.data();
  const double* const log_strike = leg.log_strike.data();
  const double* const forward = slice.forward.data();
  const double* const log_forward = slice.log_forward.data();
  const double* const theta = slice.theta.data();
  const double* const phi = slice.phi.data();
  const Smile smile = slice.smile;
  const double discount = slice.discount;
  const OptionType type = leg.type;
  for (std::size_t i = 0; i < price.size(); ++i) {
    const double k = log_strike[i] - log_forward[i];
    const double deviation = std::sqrt(total_variance(smile, theta[i], phi[i], k));
    price[i] = discount * black76(type, {forward[i], strike[i], -k}, deviation);
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
  return {.forward = at.forward,
          .volatility = deviation / std::sqrt(slice.years),
          .delta = side * numeric::normal_cdf(side * d1),
          .price = slice.discount * black76(type, at, deviation)};
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
    return {slice.forward[path], 0, 1, slice.discount * (slice.forward[path] - leg.strike[path])};
  return quote_at(slice, leg.type, {slice.forward[path], leg.strike[path], -log_moneyness(slice, leg, path)}, path);
}

Quote quote(const ExpirySlice& slice, OptionType type, double strike, std::size_t path) {
  return quote_at(slice, type, {slice.forward[path], strike, slice.log_forward[path] - numeric::log(strike)}, path);
}

double intrinsic_value(const ExpirySlice& slice, const Leg& leg, std::size_t path) {
  const double difference = slice.forward[path] - leg.strike[path];
  const double inside = leg.instrument == Instrument::forward ? difference : std::fmax(sign(leg.type) * difference, 0);
  return slice.discount * inside;
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
