#include "surface.h"

namespace bench {

using namespace ballast;

std::vector<SurfaceLeg> surface_legs() {
  std::vector<SurfaceLeg> legs;
  for (const int expiry : {210, 240, 320})
    for (const double strike : {15.0, 20.0, 25.0, 35.0})
      legs.push_back({strike < 20 ? OptionType::put : OptionType::call, strike, expiry, strike < 30 ? 4.0 : -2.0});
  return legs;
}

std::vector<double> surface_vix() {
  std::vector<double> levels(surface_levels);
  for (std::size_t i = 0; i < levels.size(); ++i) levels[i] = 9 + 0.4 * static_cast<double>(i);
  return levels;
}

Surface::Surface()
    : block_(start_block(market_, surface_levels)),
      pool_(start_pool(liquidity_, surface_levels)),
      no_fees_(surface_levels),
      slices_(3),
      price_(surface_levels),
      values_(surface_levels * surface_days) {
  block_.vix = surface_vix();
  for (std::size_t i = 0; i < surface_levels; ++i) {
    const CurveState state = state_at(market_.curve, block_.vix[i]);
    block_.fast[i] = state.fast, block_.slow[i] = state.slow;
    block_.token[i] = numeric::pow(block_.vix[i] / market_.vix, 0.5);
  }
  for (const SurfaceLeg& of : surface_legs()) {
    const auto each = [](double x) { return std::vector(surface_levels, x); };
    legs_.push_back({.type = of.type,
                     .expiry_day = of.expiry_day,
                     .strike = each(of.strike),
                     .log_strike = each(numeric::log(of.strike)),
                     .contracts = each(of.contracts),
                     .paid = {}});
  }
}

namespace {

BALLAST_VECTORISED void add(std::span<const double> contracts, std::span<const double> price, std::span<double> sum) {
  BALLAST_INDEPENDENT
  for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += 100 * contracts[i] * price[i];
}

/// As price_leg, with the volatility at the money of the first path.
BALLAST_VECTORISED void price_flat(const ExpirySlice& slice, const Leg& leg, std::span<double> price) {
  const double *const strike = leg.strike.data(), *const log_strike = leg.log_strike.data();
  const double *const forward = slice.forward.data(), *const log_forward = slice.log_forward.data();
  const double deviation = std::sqrt(slice.theta[0]), discount = slice.discount;
  const double side = sign(leg.type);
  BALLAST_INDEPENDENT
  for (std::size_t i = 0; i < price.size(); ++i) {
    const detail::BlackPlace place = detail::black_place(std::fabs(log_forward[i] - log_strike[i]), deviation);
    price[i] = discount * detail::black76(side, forward[i], strike[i], detail::black_tails(place));
  }
}

}  // namespace

template <class Price>
double Surface::fill(Price price) {
  double sum = 0;
  for (int day = 0; day < surface_days; ++day) {
    const std::span<double> row(&values_[static_cast<std::size_t>(day) * surface_levels], surface_levels);
    for (std::size_t i = 0; i < slices_.size(); ++i)
      fill_slice(market_, block_, Underlying::vix, legs_[4 * i].years_left(day), slices_[i]);
    advance(liquidity_, no_fees_, block_.token, pool_);
    std::copy(pool_.impermanent_loss.begin(), pool_.impermanent_loss.end(), row.begin());
    for (std::size_t j = 0; j < legs_.size(); ++j) {
      price(slices_[j / 4], legs_[j], price_);
      add(legs_[j].contracts, price_, row);
    }
    for (const double value : row) sum += value;
  }
  return sum;
}

double Surface::on_smiles() {
  return fill([](const ExpirySlice& slice, const Leg& leg, std::span<double> price) { price_leg(slice, leg, price); });
}

double Surface::flat() { return fill(price_flat); }

}  // namespace bench
