#pragma once
#include <array>
#include <optional>

#include "ledger/moments.h"
#include "ledger/pairwise.h"
#include "ledger/tally.h"

namespace ballast {

/// A figure from a sample and its standard error. Without a value where there is no path, without an error where too few paths
/// tell.
struct Estimate {
  std::optional<double> value = {};
  std::optional<double> error = {};
};

/// What is said of a sample before its first value is known; the same for all its parts.
struct Sample {
  std::uint64_t paths = 0;  ///< in all
  int paths_per_draw = 1;   ///< path/simulated.h
};

/// A value of one path.
struct PathValue {
  double value;
  std::uint64_t path;

  auto operator<=>(const PathValue&) const = default;
};

/// Paths are summed up in blocks of this many, whichever way they are walked.
inline constexpr std::size_t sum_block = 256;

/// How many of the worst paths are kept.
inline constexpr std::size_t worst_paths = 10;

/// Up to this many paths a distribution keeps every value exactly (8 bytes each); a larger one keeps them to 12 binary digits,
/// off by at most 0.012 %, in at most 1.7 MB however many there are (tally.h). Mean, deviation and worst paths are exact in
/// both.
inline constexpr std::uint64_t exact_distribution_paths = 100'000;

/// What one block of paths gives to the moments.
struct BlockMoments {
  Moments paths;
  Moments draws;  ///< of the means of the paths that share a draw

  bool operator==(const BlockMoments&) const = default;
};

BlockMoments join(const BlockMoments& left, const BlockMoments& right);

/// One quantity (such as the profit at the horizon, USD) over the paths of a simulation, in whatever order and split they are
/// walked: the same paths give the same bytes.
class Distribution {
 public:
  explicit Distribution(const Sample& sample);

  /// Paths first, first + 1 ... : whole blocks, `first` a multiple of sum_block and the last block short only where the sample
  /// ends.
  void add(std::uint64_t first, std::span<const double> values);

  /// Everything there is to a distribution, in one order: to be written down, compared, and merged into another of the same
  /// sample that has none of its paths.
  struct Parts {
    std::vector<Level> levels;
    std::vector<Pairwise<BlockMoments>::Node> moments;
    std::vector<PathValue> worst;  ///< the lowest first, of equal ones the earlier path

    bool operator==(const Parts&) const = default;
  };
  Parts parts() const;
  void merge(const Parts& parts);

  const Sample& sample() const { return sample_; }
  std::vector<Level> levels() const { return tally_.levels(); }
  const std::vector<PathValue>& worst() const { return worst_; }
  std::optional<BlockMoments> moments() const { return moments_.total(); }

 private:
  void add_block(std::uint64_t first, std::span<const double> values);
  void keep_worst(std::span<const PathValue> candidates);

  Sample sample_;
  Tally tally_;
  Pairwise<BlockMoments> moments_;
  std::vector<PathValue> worst_;
};

/// The lowest value that at least the share `p` of the values does not exceed; 0 < p < 1. It is the inverse of the empirical
/// distribution, so that it is a value of the sample. Levels ascend; nothing where there are none.
///
/// Error: half the distance between the values one deviation of the binomial count below and above in rank, sqrt(n·p·(1 - p)),
/// which asks for no density (David, Nagaraja, "Order statistics", 3rd edition, section 7.1). None where those ranks are not in
/// the sample.
Estimate quantile(std::span<const Level> levels, double p, int paths_per_draw = 1);

/// Both of a loss, which is a profit with its sign changed: above zero it is lost. 0 < level < 1.
struct TailLoss {
  /// The lowest loss that at least the share `level` of losses does not exceed. Error as of a quantile.
  Estimate value_at_risk;
  /// The mean of the worst 1 - level, the loss at its edge counted in part: the least of a + E[(loss - a)+]/(1 - level) over a
  /// (Rockafellar, Uryasev, "Conditional value-at-risk for general loss distributions", Journal of Banking and Finance 26,
  /// 2002). Error: deviation of (loss - VaR)+ over (1 - level)·sqrt(n), which is the asymptotic one of Manistre, Hancock,
  /// "Variance of the CTE estimator", North American Actuarial Journal 9 (2005). None where fewer than two paths make the tail.
  Estimate conditional_value_at_risk;
};
TailLoss tail_loss(std::span<const Level> levels, double level, int paths_per_draw = 1);

/// What is said of a distribution.
///
/// Errors with antithetic draws: that of the mean is from the means of pairs and is what it should be; those of the others take
/// both paths of a pair as one, which is the most they can be.
struct Statistics {
  std::uint64_t paths = 0;
  Estimate mean;       ///< error: s/sqrt(n) over the draws, from two of them on
  Estimate deviation;  ///< from two paths on; error: sqrt((m4 - s⁴)/n)/(2·s), from four on
  std::vector<Estimate> quantiles;
  TailLoss tail;
};
Statistics statistics(const Distribution& distribution, std::span<const double> quantiles, double level);

/// The deepest fall of each path of a block from its highest profit so far, USD, never below zero.
class Drawdown {
 public:
  explicit Drawdown(std::size_t paths);

  /// The profit of every path at the end of the next day.
  void see(std::span<const double> profit);

  std::span<const double> deepest() const { return deepest_; }

 private:
  std::vector<double> peak_;
  std::vector<double> deepest_;
};

/// Quantile bands of a quantity over time, mergeable as a distribution is. Up to `exact_band_paths` paths exact, beyond to 8
/// binary digits (0.2 %). Memory per day: 8 kB at most while exact, then 54 kB for values from -1 to 1 million USD and never
/// more than 103 kB.
class Bands {
 public:
  static constexpr std::array<double, 5> shares = {0.05, 0.25, 0.5, 0.75, 0.95};
  static constexpr std::uint64_t exact_band_paths = 1000;

  Bands(const Sample& sample, std::size_t days);

  std::size_t days() const { return tallies_.size(); }

  /// Values of some paths on one day. The same path may come once a day; the order is free.
  void add(std::size_t day, std::span<const double> values) { tallies_[day].add(values); }

  /// What is known of a day, to be written down and merged elsewhere.
  std::vector<Level> levels(std::size_t day) const { return tallies_[day].levels(); }
  void merge(std::size_t day, std::span<const Level> levels) { tallies_[day].add(levels); }

  /// The quantiles of a day by `shares`; nothing where no path was added.
  std::optional<std::array<double, 5>> at(std::size_t day) const;

 private:
  std::vector<Tally> tallies_;
};

}  // namespace ballast
