#pragma once
#include <span>

#include "ledger/distribution.h"

namespace ballast::claims {

/// Σ numerator / Σ denominator over the paths, with its standard error by the delta method: a mean where the denominators are
/// 1, the mean over some of the paths where they are 1 on those and both are 0 elsewhere, a share where the numerators are 0
/// or 1.
///
/// With the residuals r = (numerator - ratio·denominator)/mean(denominator), added up over the paths that share a draw, the
/// error is sqrt(m/(m - 1)·Σ r²)/n for m draws of n paths (Cochran, "Sampling Techniques", 3rd edition, section 6.3). No value
/// where the denominators add up to 0, no error from fewer than two draws. Both spans have one length; sums run from the first
/// path on.
Estimate ratio(std::span<const double> numerator, std::span<const double> denominator, int paths_per_draw);

}  // namespace ballast::claims
