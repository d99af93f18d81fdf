#include "book/margin.h"

#include <algorithm>
#include <cmath>

#include "capital/margin_rules.h"

namespace ballast {
namespace {

bool expire_together(const Leg& one, const Leg& other) {
  return one.underlying == other.underlying && one.expiry_day == other.expiry_day;
}

/// The legs of one expiry on one path.
class Group {
 public:
  Group(std::span<const Leg* const> legs, std::size_t path) : legs_(legs), path_(path) {}

  bool has_short() const {
    return std::ranges::any_of(legs_, [&](const Leg* leg) { return size(*leg) < 0; });
  }

  double margin(double level) const {
    double worst_at_strikes = payoff(0), slope_above = 0;
    for (const Leg* leg : legs_) {
      if (leg->instrument == Instrument::forward || leg->type == OptionType::call) slope_above += size(*leg);
    }
    // A billionth of a contract is the rounding of legs that cover each other.
    if (slope_above < -1e-9) return uncovered(level);
    // A loss that differs from that at nothing by rounding alone is bounded.
    const double at_nothing = worst_at_strikes + rounding();
    bool falls_to_nothing = true;
    for (const Leg* leg : legs_) {
      const double at_strike = payoff(leg->strike[path_]);
      if (at_strike <= at_nothing) falls_to_nothing = false;
      worst_at_strikes = std::fmin(worst_at_strikes, at_strike);
    }
    const double loss = -worst_at_strikes - credit();
    const double bounded = loss > rounding() ? loss : 0;
    return falls_to_nothing ? std::fmin(bounded, uncovered(level)) : bounded;
  }

 private:
  double size(const Leg& leg) const { return leg.contracts[path_]; }

  double payoff(double level) const {
    double sum = 0;
    for (const Leg* leg : legs_) {
      const double difference = level - leg->strike[path_];
      const double inside = leg->instrument == Instrument::forward ? difference : std::fmax(sign(leg->type) * difference, 0);
      sum += size(*leg) * (option_multiplier * inside);
    }
    return sum;
  }

  /// What sums of these legs may be off by.
  double rounding() const {
    double sum = 0;
    for (const Leg* leg : legs_)
      sum += std::fabs(size(*leg)) * (option_multiplier * (leg->strike[path_] + std::fabs(leg->paid[path_])));
    return 1e-13 * sum;
  }

  /// Taken in when the legs were opened; below zero where they were paid for.
  double credit() const {
    double sum = 0;
    for (const Leg* leg : legs_) sum -= size(*leg) * (option_multiplier * leg->paid[path_]);
    return sum;
  }

  double uncovered(double level) const {
    double sum = 0;
    for (const Leg* leg : legs_) {
      if (leg->instrument == Instrument::forward || size(*leg) >= 0) continue;
      const UncoveredRates& rates = leg->underlying == Underlying::spx ? broad_index_rates : vix_rates;
      // Its mark stands among the short options, not in the margin.
      const ShortOption option{.type = leg->type, .strike = leg->strike[path_], .underlying = level, .price = 0};
      sum += uncovered_margin(option, rates, {.contracts = -size(*leg), .multiplier = option_multiplier}).value_or(0);
    }
    return sum;
  }

  std::span<const Leg* const> legs_;
  std::size_t path_;
};

}  // namespace

void margin(std::span<const Leg> legs, const MarketBlock& block, std::span<double> margin) {
  std::ranges::fill(margin, 0.0);
  std::vector<bool> counted(legs.size());
  for (std::size_t first = 0; first < legs.size(); ++first) {
    if (counted[first]) continue;
    std::vector<const Leg*> together;
    for (std::size_t j = first; j < legs.size(); ++j) {
      if (!expire_together(legs[first], legs[j])) continue;
      together.push_back(&legs[j]);
      counted[j] = true;
    }
    const auto level = settlement(legs[first].underlying, block);
    for (std::size_t i = 0; i < margin.size(); ++i) {
      const Group group(together, i);
      if (group.has_short()) margin[i] += group.margin(level[i]);
    }
  }
}

}  // namespace ballast
