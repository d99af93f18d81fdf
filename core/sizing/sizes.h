#pragma once
#include "sizing/frontier.h"
#include "sizing/minimum_cvar.h"
#include "sizing/minimum_variance.h"
#include "sizing/out_of_sample.h"
#include "sizing/rules.h"
#include "sizing/simulated_sample.h"

namespace ballast::sizing {

/// Most paths that sizes are found from: the answer takes a moment and the memory is 8 bytes for each path and layer, twice.
inline constexpr int most_sizing_paths = 20000;

/// The same sizes where they were found and on other paths.
struct Checked {
  Eigen::VectorXd quantity;
  SizeEvaluation found, fresh;
};

struct Sizes {
  Candidates candidates;
  MinimumVariance minimum_variance;
  HedgeRatios ratios;  ///< of minimum_variance
  MinimumCvar minimum_cvar;
  std::vector<FrontierPoint> frontier;
  Checked of_book;      ///< as the book has them
  Checked of_variance;  ///< of minimum_variance
  Checked of_cvar;      ///< of minimum_cvar
};

/// Least variance (within the limits of layers alone), least CVaR and its frontier within all limits.
std::expected<Sizes, SizingError> find_sizes(const Position& position, const Simulated& paths, double level,
                                             const SizingRules& rules);

}  // namespace ballast::sizing
