#pragma once
#include <cstddef>
#include <expected>
#include <span>

/// One number for how much the signals of a day speak of a regime.
namespace ballast {

/// What one series says on one day, and how much it counts. No public rule gives the weights: they are whoever's asks
/// (assumption).
struct RegimeSignal {
  double z;       ///< z-score of the series, as rolling_z_score() gives it; NaN or infinite where the series is missing
  double weight;  ///< per standard deviation, in log odds; below 0 where a high value speaks against the regime
};

/// Why there is no score.
enum class RegimeFailure : signed char {
  no_signal,          ///< no series is there, or none was given
  weight_not_finite,  ///< a weight or the offset is NaN or infinite
};

/// In [0, 1]: 1/(1 + e^{-(offset + Σ weight·z)}) over the series that are there (logistic regression as in Berkson, "Application of the
/// Logistic Function to Bio-Assay", Journal of the American Statistical Association 39, 1944). `offset` is the log odds of a
/// day on which every series is at its mean; at 0 such a day scores 1/2. A series that drops out counts as one at its mean: the
/// weights of the others stay as they are, so a day with few series scores nearer to the offset's. Allocates nothing.
std::expected<double, RegimeFailure> regime_score(std::span<const RegimeSignal> signals, double offset = 0);

}  // namespace ballast
