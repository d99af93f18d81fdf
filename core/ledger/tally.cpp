#include "ledger/tally.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "numeric/vectorise.h"

namespace ballast {
namespace {

constexpr double cent = 0.01;
/// Cents up to which values are told apart.
constexpr double most_cents = 0x1p50;
constexpr std::uint64_t bits_of_one = std::bit_cast<std::uint64_t>(1.0);

/// Place on the grid: the leading bits of 1 + |cents|, whose logarithm they nearly are, with the sign of the value.
BALLAST_ELEMENT std::int64_t place(double value, int digits) {
  const double cents = std::fabs(value) / cent;
  const std::uint64_t bits = std::bit_cast<std::uint64_t>(1 + (cents < most_cents ? cents : most_cents)) - bits_of_one;
  const int dropped = 52 - digits;
  const auto magnitude = static_cast<std::int64_t>((bits + (std::uint64_t{1} << (dropped - 1))) >> dropped);
  return value < 0 ? -magnitude : magnitude;
}

/// The value at a place, of which `place` is the inverse.
double value_at(std::int64_t place, int digits) {
  const auto magnitude = static_cast<std::uint64_t>(place < 0 ? -place : place);
  const double value = (std::bit_cast<double>((magnitude << (52 - digits)) + bits_of_one) - 1) * cent;
  return place < 0 ? -value : value;
}

BALLAST_VECTORISED void places(std::span<const double> values, int digits, std::span<std::int64_t> result) {
  for (std::size_t i = 0; i < values.size(); ++i) result[i] = place(values[i], digits);
}

std::vector<Level> sorted_levels(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  std::vector<Level> result;
  for (const double value : values) {
    if (result.empty() || result.back().value != value) result.push_back({value, 0});
    ++result.back().count;
  }
  return result;
}

}  // namespace

void Tally::add(std::span<const double> values) {
  if (exact()) {
    // Zero has one sign here, or the order of -0 and 0 would show.
    for (const double value : values) values_.push_back(value + 0.0);
    return;
  }
  if (values.empty()) return;
  std::vector<std::int64_t> at(values.size());
  places(values, digits_, at);
  const auto [least, greatest] = std::minmax_element(at.begin(), at.end());
  reach(*least, *greatest);
  for (const std::int64_t each : at) ++counts_[static_cast<std::size_t>(each - lowest_)];
}

void Tally::add(std::span<const Level> levels) {
  for (const Level& level : levels) {
    if (exact()) {
      values_.insert(values_.end(), level.count, level.value);
      continue;
    }
    const std::int64_t at = place(level.value, digits_);
    reach(at, at);
    counts_[static_cast<std::size_t>(at - lowest_)] += static_cast<std::uint32_t>(level.count);
  }
}

/// Widens the grid to both ends, by a whole doubling at a time.
void Tally::reach(std::int64_t least, std::int64_t greatest) {
  const std::int64_t step = std::int64_t{1} << digits_;
  if (least < lowest_) {
    const std::int64_t more = (lowest_ - least + step - 1) / step * step;
    counts_.insert(counts_.begin(), static_cast<std::size_t>(more), 0);
    lowest_ -= more;
  }
  const std::int64_t needed = greatest - lowest_ + 1;
  if (needed > static_cast<std::int64_t>(counts_.size()))
    counts_.resize(static_cast<std::size_t>((needed + step - 1) / step * step));
}

std::vector<Level> Tally::levels() const {
  if (exact()) return sorted_levels(values_);
  std::vector<Level> result;
  for (std::size_t i = 0; i < counts_.size(); ++i)
    if (counts_[i] > 0) result.push_back({value_at(static_cast<std::int64_t>(i) + lowest_, digits_), counts_[i]});
  return result;
}

}  // namespace ballast
