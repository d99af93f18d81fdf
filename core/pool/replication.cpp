#include "pool/replication.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace ballast {

bool is_strike_grid(std::span<const double> strikes) {
  double last = 0;
  for (const double strike : strikes) {
    if (!(strike > last && strike <= std::numeric_limits<double>::max())) return false;
    last = strike;
  }
  return true;
}

namespace {

/// The lower strike of the pair that carries both puts and calls; at least two strikes.
std::size_t pair_at(const Shortfall& shortfall) {
  const auto& strikes = shortfall.strikes;
  const auto above = std::upper_bound(strikes.begin(), strikes.end(), shortfall.entry);
  const auto index = static_cast<std::size_t>(above - strikes.begin());
  return std::clamp<std::size_t>(index, 1, strikes.size() - 1) - 1;
}

/// Calls from strike `pair` upwards pay 0 there and g at every strike above: each adds what its segment is steeper than the
/// last.
void add_calls(const Shortfall& shortfall, std::size_t pair, std::span<StripRow> rows) {
  double paid = 0, slope = 0;
  for (std::size_t i = pair; i + 1 < rows.size(); ++i) {
    const double next = shortfall.values[i + 1];
    const double steeper = (next - paid) / (rows[i + 1].strike - rows[i].strike);
    rows[i].calls = steeper - slope;
    paid = next, slope = steeper;
  }
  rows.back().calls = shortfall.slope_above - slope;
}

/// Puts from strike `pair + 1` downwards, the mirror image.
void add_puts(const Shortfall& shortfall, std::size_t pair, std::span<StripRow> rows) {
  double paid = 0, slope = 0;
  for (std::size_t i = pair + 1; i > 0; --i) {
    const double next = shortfall.values[i - 1];
    const double steeper = (next - paid) / (rows[i].strike - rows[i - 1].strike);
    rows[i].puts = steeper - slope;
    paid = next, slope = steeper;
  }
  rows.front().puts = -shortfall.slope_below - slope;
}

}  // namespace

Strip replicate(const Shortfall& shortfall, double multiplier) {
  assert(is_strike_grid(shortfall.strikes) && shortfall.values.size() == shortfall.strikes.size() && multiplier > 0);
  Strip strip{.multiplier = multiplier, .entry = shortfall.entry, .rows = {}};
  for (const double strike : shortfall.strikes) strip.rows.push_back({.strike = strike, .puts = 0, .calls = 0});
  if (strip.rows.empty()) return strip;
  if (strip.rows.size() == 1) {
    strip.rows[0].puts = -shortfall.slope_below, strip.rows[0].calls = shortfall.slope_above;
  } else {
    const std::size_t pair = pair_at(shortfall);
    add_calls(shortfall, pair, strip.rows);
    add_puts(shortfall, pair, strip.rows);
  }
  for (StripRow& row : strip.rows) row.puts /= multiplier, row.calls /= multiplier;
  return strip;
}

double payoff(const Strip& strip, double level) {
  double sum = 0;
  for (const StripRow& row : strip.rows)
    sum += level < row.strike ? row.puts * (row.strike - level) : row.calls * (level - row.strike);
  return strip.multiplier * sum;
}

double coverage(double payoff, double shortfall) {
  return shortfall > 0 ? 100 * (payoff / shortfall) : 100;
}

SplitStrip round_to_contracts(const Strip& strip) {
  SplitStrip split{.kept = strip, .rest = strip};
  for (std::size_t i = 0; i < strip.rows.size(); ++i) {
    StripRow& whole = split.kept.rows[i];
    whole.puts = std::round(whole.puts), whole.calls = std::round(whole.calls);
    split.rest.rows[i].puts -= whole.puts, split.rest.rows[i].calls -= whole.calls;
  }
  return split;
}

double cost(const Strip& strip, const StripPrices& prices) {
  assert(prices.puts.size() == strip.rows.size() && prices.calls.size() == strip.rows.size());
  double sum = 0;
  for (std::size_t i = 0; i < strip.rows.size(); ++i)
    sum += strip.rows[i].puts * prices.puts[i] + strip.rows[i].calls * prices.calls[i];
  return strip.multiplier * sum;
}

namespace {

/// A quantity of the strip, to be lowered in place, and where it stands in the order of keeping.
struct Candidate {
  double* quantity;
  double cost;  ///< of the quantity, USD
  double rank;  ///< lower is kept first
};

/// Calls upwards and puts downwards, so that a stable sort keeps each side in its order from entry outwards. Ranked by what an
/// option is out of the money at entry, or by its strike from above.
std::vector<Candidate> candidates(Strip& strip, const StripPrices& prices, BudgetRule rule) {
  std::vector<Candidate> all;
  const bool by_strike = rule == BudgetRule::highest_calls_first;
  const double last = strip.rows.back().strike;
  const auto add = [&](double& quantity, double price, double rank) {
    all.push_back({&quantity, strip.multiplier * quantity * price, rank});
  };
  for (std::size_t i = 0; i < strip.rows.size(); ++i) {
    StripRow& row = strip.rows[i];
    add(row.calls, prices.calls[i], by_strike ? -row.strike : std::max(0.0, row.strike - strip.entry));
  }
  for (std::size_t i = strip.rows.size(); i-- > 0;) {
    StripRow& row = strip.rows[i];
    add(row.puts, prices.puts[i], by_strike ? last - row.strike : std::max(0.0, strip.entry - row.strike));
  }
  std::ranges::stable_sort(all, {}, &Candidate::rank);
  return all;
}

/// Keeps candidates while the money lasts, the one at which it ends in part, and none after it.
void keep_in_order(std::span<const Candidate> order, double money) {
  double share = 1;
  for (const Candidate& candidate : order) {
    if (share < 1) {
      share = 0;
    } else if (candidate.cost > money) {
      share = money / candidate.cost;
    } else {
      money -= candidate.cost;
    }
    *candidate.quantity *= share;
  }
}

void drop_sold(Strip& strip) {
  for (StripRow& row : strip.rows) row.puts = std::max(0.0, row.puts), row.calls = std::max(0.0, row.calls);
}

}  // namespace

SplitStrip limit_cost(const Strip& strip, const StripPrices& prices, double budget, BudgetRule rule) {
  assert(budget >= 0);
  SplitStrip split{.kept = strip, .rest = strip};
  Strip& kept = split.kept;
  const double whole = cost(strip, prices);
  if (whole > budget) {
    if (rule == BudgetRule::scale_all) {
      for (StripRow& row : kept.rows) row.puts *= budget / whole, row.calls *= budget / whole;
    } else {
      if (rule == BudgetRule::highest_calls_first) drop_sold(kept);
      keep_in_order(candidates(kept, prices, rule), budget);
    }
  }
  for (std::size_t i = 0; i < kept.rows.size(); ++i)
    split.rest.rows[i].puts -= kept.rows[i].puts, split.rest.rows[i].calls -= kept.rows[i].calls;
  return split;
}

}  // namespace ballast
