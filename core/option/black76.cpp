#include "option/black76.h"

#include <algorithm>
#include <cstddef>

#include "option/columns.h"

namespace ballast {
namespace {

/// Some consecutive rows of BlackColumns, all columns full.
struct Rows {
  std::size_t count;
  const double *side, *strike, *years, *forward, *volatility, *rate;
};

/// Calls work(rows, first row) for one block of rows after the other.
template <class Work>
void by_blocks(const BlackColumns& in, std::size_t size, Work work) {
  if (size == 0) return;
  using detail::block_size, detail::Operand;
  detail::Signs side(in.type, size);
  const Operand strike(in.strike, size), years(in.years, size), forward(in.forward, size);
  const Operand volatility(in.volatility, size), rate(in.rate, size);
  for (std::size_t row = 0; row < size; row += block_size) {
    const std::size_t count = std::min(block_size, size - row);
    work(Rows{count, side.from(row, count), strike.from(row), years.from(row), forward.from(row), volatility.from(row),
              rate.from(row)},
         row);
  }
}

/// What the stages of a block hand on. A loop for each: the steps of one option wait for each other, and the shorter a loop's
/// body, the more options a processor has under way at once. The first waits for divisions, and so has the discount as well.
/// Aligned, so that no vector lies in two lines of the cache.
struct alignas(64) Work {
  detail::Block root_years, spread, over_spread, centre, discount;

  BALLAST_ELEMENT detail::BlackPlace place(std::size_t i) const { return {spread[i], over_spread[i], centre[i]}; }
};

BALLAST_VECTORISED void find_places(const Rows& in, Work& work) {
  BALLAST_INDEPENDENT
  for (std::size_t i = 0; i < in.count; ++i) {
    const double log_ratio = numeric::log_ratio(in.forward[i], in.strike[i]);
    const double root_years = std::sqrt(in.years[i]);
    const detail::BlackPlace place = detail::black_place(std::fabs(log_ratio), in.volatility[i] * root_years);
    work.root_years[i] = root_years, work.discount[i] = numeric::exp(-in.rate[i] * in.years[i]);
    work.spread[i] = place.spread, work.over_spread[i] = place.over_spread, work.centre[i] = place.centre;
  }
}

BALLAST_VECTORISED void find_prices(const Rows& in, const Work& work, double* price) {
  BALLAST_INDEPENDENT
  for (std::size_t i = 0; i < in.count; ++i)
    price[i] = work.discount[i] * detail::black76(in.side[i], in.forward[i], in.strike[i], detail::black_tails(work.place(i)));
}

BALLAST_VECTORISED void find_greeks(const Rows& in, const Work& work, const BlackGreekColumns& out, std::size_t row) {
  double *const price = &out.price[row], *const delta = &out.delta[row], *const gamma = &out.gamma[row];
  double *const theta = &out.theta[row], *const vega = &out.vega[row], *const rho = &out.rho[row];
  double *const vanna = &out.vanna[row], *const volga = &out.volga[row];
  BALLAST_INDEPENDENT
  for (std::size_t i = 0; i < in.count; ++i) {
    const detail::BlackGreekTerms terms{.side = in.side[i],
                                        .strike = in.strike[i],
                                        .years = in.years[i],
                                        .forward = in.forward[i],
                                        .volatility = in.volatility[i],
                                        .rate = in.rate[i],
                                        .root_years = work.root_years[i],
                                        .discount = work.discount[i]};
    const detail::BlackPlace place = work.place(i);
    const BlackGreeks greeks = detail::black76_greeks(terms, place, detail::black_tails(place));
    price[i] = greeks.price, delta[i] = greeks.delta, gamma[i] = greeks.gamma, theta[i] = greeks.theta;
    vega[i] = greeks.vega, rho[i] = greeks.rho, vanna[i] = greeks.vanna, volga[i] = greeks.volga;
  }
}

}  // namespace

void black76(const BlackColumns& options, std::span<double> price) {
  Work work;
  by_blocks(options, price.size(), [&](const Rows& rows, std::size_t row) {
    find_places(rows, work);
    find_prices(rows, work, &price[row]);
  });
}

void black76_greeks(const BlackColumns& options, const BlackGreekColumns& greeks) {
  Work work;
  by_blocks(options, greeks.price.size(), [&](const Rows& rows, std::size_t row) {
    find_places(rows, work);
    find_greeks(rows, work, greeks, row);
  });
}

}  // namespace ballast
