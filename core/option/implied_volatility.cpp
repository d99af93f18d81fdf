#include "option/implied_volatility.h"

#include <algorithm>
#include <cassert>
#include <cstddef>

#include "option/columns.h"

namespace ballast {
namespace {

/// Some consecutive rows of PriceColumns, all columns full.
struct Rows {
  std::size_t count;
  const double *side, *strike, *years, *forward, *rate, *price;
};

/// A block of problems on its way to deviations. One loop for each stage: together they hold more than a processor's registers,
/// and g++ would turn the conditions they share into branches.
struct Work {
  detail::Block undiscounted, log_ratio, worth, complement, excess, deviation, slope, rest;
  detail::Block gap;  ///< before the second step the value of the tails

  BALLAST_ELEMENT detail::ImpliedProblem problem(std::size_t i) const {
    return {log_ratio[i], worth[i], complement[i], excess[i]};
  }
};

BALLAST_VECTORISED void pose(const Rows& in, Work& work) {
  BALLAST_INDEPENDENT
  for (std::size_t i = 0; i < in.count; ++i) {
    const double price = in.price[i] * numeric::exp(in.rate[i] * in.years[i]);
    const detail::ImpliedProblem problem = detail::implied_problem(in.side[i], in.forward[i], in.strike[i], price);
    work.undiscounted[i] = price;
    work.log_ratio[i] = problem.log_ratio, work.excess[i] = problem.excess;
    work.worth[i] = problem.worth, work.complement[i] = problem.complement;
  }
}

BALLAST_VECTORISED void start(std::size_t count, Work& work) {
  BALLAST_INDEPENDENT
  for (std::size_t i = 0; i < count; ++i) work.deviation[i] = detail::implied_start(work.problem(i));
}

BALLAST_VECTORISED void evaluate(std::size_t count, Work& work) {
  BALLAST_INDEPENDENT
  for (std::size_t i = 0; i < count; ++i) {
    const detail::ImpliedGap at = detail::rough_gap(work.problem(i), work.deviation[i]);
    work.gap[i] = at.gap, work.slope[i] = at.slope;
  }
}

BALLAST_VECTORISED void evaluate_finely(std::size_t count, Work& work) {
  BALLAST_INDEPENDENT
  for (std::size_t i = 0; i < count; ++i) {
    const double deviation = detail::leading_third(work.deviation[i]);
    const detail::FineTails at = detail::fine_tails(detail::fine_place(work.log_ratio[i], deviation));
    work.deviation[i] = deviation;
    work.gap[i] = at.value, work.slope[i] = at.slope, work.rest[i] = at.rest;
  }
}

BALLAST_VECTORISED void refine(std::size_t count, Work& work) {
  BALLAST_INDEPENDENT
  for (std::size_t i = 0; i < count; ++i) {
    const detail::FinePlace place = detail::fine_place(work.log_ratio[i], work.deviation[i]);
    work.gap[i] = detail::fine_gap(work.problem(i), place, {work.gap[i], work.slope[i], work.rest[i]});
  }
}

BALLAST_VECTORISED void step(std::size_t count, Work& work) {
  BALLAST_INDEPENDENT
  for (std::size_t i = 0; i < count; ++i)
    work.deviation[i] = detail::implied_step(work.log_ratio[i], work.deviation[i], {work.gap[i], work.slope[i]});
}

BALLAST_VECTORISED void annualise(const Rows& in, const Work& work, double* volatility) {
  BALLAST_INDEPENDENT
  for (std::size_t i = 0; i < in.count; ++i) volatility[i] = work.deviation[i] / std::sqrt(in.years[i]);
}

bool is_normal(double x) {
  return x >= numeric::detail::smallest_normal && x <= numeric::detail::largest;
}

PriceBound bound_of(double side, double forward, double strike, double price) {
  if (!is_normal(forward) || !is_normal(strike) || !(price == price)) return PriceBound::not_a_price;
  const double out = price - detail::positive_part(side * (forward - strike));
  const double least = detail::lesser(forward, strike);
  if (out < 0) return PriceBound::below_intrinsic;
  if (out > 0 && out / least < numeric::detail::smallest_normal) return PriceBound::too_small;
  return out > least ? PriceBound::above_maximum : PriceBound::none;
}

double at_bound(PriceBound bound, double worth) {
  if (bound != PriceBound::none) return numeric::detail::not_a_number;
  return worth == 0 ? 0 : numeric::detail::infinity;
}

/// The bounds, and what is at them.
void settle(const Rows& in, const Work& work, double* volatility, PriceBound* bound) {
  for (std::size_t i = 0; i < in.count; ++i) {
    bound[i] = bound_of(in.side[i], in.forward[i], in.strike[i], work.undiscounted[i]);
    if (bound[i] == PriceBound::none && in.years[i] == 0 && work.worth[i] > 0) bound[i] = PriceBound::above_maximum;
    if (bound[i] != PriceBound::none || work.worth[i] == 0 || work.complement[i] == 0)
      volatility[i] = at_bound(bound[i], work.worth[i]);
  }
}

}  // namespace

PriceBound price_bound(OptionType type, double forward, double strike, double price) {
  return bound_of(sign(type), forward, strike, price);
}

std::expected<double, PriceBound> implied_deviation(OptionType type, double forward, double strike, double price) {
  const PriceBound bound = price_bound(type, forward, strike, price);
  if (bound != PriceBound::none) return std::unexpected(bound);
  const detail::ImpliedProblem problem = detail::implied_problem(sign(type), forward, strike, price);
  if (problem.worth == 0 || problem.complement == 0) return at_bound(bound, problem.worth);
  return detail::implied_deviation(problem);
}

void implied_volatility(const PriceColumns& in, std::span<double> volatility, std::span<PriceBound> bound) {
  const std::size_t size = volatility.size();
  assert(bound.size() == size);
  if (size == 0) return;
  using detail::block_size, detail::Operand;
  detail::Signs side(in.type, size);
  const Operand strike(in.strike, size), years(in.years, size), forward(in.forward, size);
  const Operand rate(in.rate, size), price(in.price, size);
  Work work;
  for (std::size_t row = 0; row < size; row += block_size) {
    const std::size_t count = std::min(block_size, size - row);
    const Rows rows{count,          side.from(row, count), strike.from(row), years.from(row), forward.from(row),
                    rate.from(row), price.from(row)};
    pose(rows, work);
    start(count, work);
    evaluate(count, work);
    step(count, work);
    evaluate_finely(count, work);
    refine(count, work);
    step(count, work);
    annualise(rows, work, &volatility[row]);
    settle(rows, work, &volatility[row], &bound[row]);
  }
}

}  // namespace ballast
