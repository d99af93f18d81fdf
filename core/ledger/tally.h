#pragma once
#include <cstdint>
#include <span>
#include <vector>

namespace ballast {

/// A value and how often it was counted.
struct Level {
  double value;
  std::uint64_t count;

  bool operator==(const Level&) const = default;
};

/// How exactly values are kept.
struct Resolution {
  /// Binary digits that are kept of 1 + |value|/0.01 USD, or `every_digit`. With d of them a value is off by at most 2^-(d+1)
  /// of itself plus 2^-(d+1) of a cent.
  int digits;

  static constexpr int every_digit = 52;
};

/// How often each value was seen, rounded to a resolution: what quantiles are read off. Merging tallies of one resolution is
/// adding whole numbers, so the order and the split of the values leave no trace.
///
/// Memory: with every digit 8 bytes a value. With fewer a grid that reaches from the least to the greatest value and zero, of
/// 4·2^digits bytes for each doubling from a cent: 16 kB at 12 digits, 0.9 MB from -1 to 1 million USD, never more than 1.7 MB,
/// however many values. Values beyond 1e13 USD count as that.
class Tally {
 public:
  explicit Tally(Resolution resolution) : digits_(resolution.digits) {}

  /// Finite values, at most 2^32 in all.
  void add(std::span<const double> values);

  /// Levels of a tally of the same resolution.
  void add(std::span<const Level> levels);

  /// Ascending, each value once. It is all there is to a tally.
  std::vector<Level> levels() const;

 private:
  bool exact() const { return digits_ == Resolution::every_digit; }
  void reach(std::int64_t least, std::int64_t greatest);

  int digits_;
  std::vector<double> values_;         ///< where every digit is kept
  std::vector<std::uint32_t> counts_;  ///< by place on the grid, from lowest_ on
  std::int64_t lowest_ = 0;
};

}  // namespace ballast
