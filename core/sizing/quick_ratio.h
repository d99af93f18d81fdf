#pragma once
#include "sizing/limits.h"

namespace ballast::sizing {

/// What the quick ratio (ledger/balance.h) of the mean position is made of, means over the paths by day, USD. Cash stands by
/// itself: all of it together, where it is overdrawn, is owed.
struct QuickRatioTerms {
  Eigen::VectorXd cash, assets, owed;                 ///< without layers: cash and fees; the USDC in the pool; debt
  Eigen::MatrixXd unit_cash, unit_assets, unit_owed;  ///< by day and instrument, of one unit: cash, which what was bought has
                                                      ///< taken; long options; margin, short options and debt
};

/// A floor f on the ratio at the close of every day. With the cash c, the other assets A and what is owed O it asks
///
///     c + A >= f·O        where c >= 0
///     A >= f·(O - c)      where cash is overdrawn
///
/// and above 1 for both at once, since the one that is not meant is then the weaker: two rows a day, the second in USD of cash
/// like the first. Up to 1 either alone is enough; the first is asked for, which is the floor itself but where cash is overdrawn,
/// and more than it there.
std::vector<LinearLimit> quick_ratio_floor(const QuickRatioTerms& terms, double floor);

/// The day of one of those rows.
Eigen::Index day_of_row(double floor, Eigen::Index row);

/// The least ratio of all days, at most ledger's no_obligations.
double least_quick_ratio(const QuickRatioTerms& terms, const Eigen::VectorXd& quantity);

}  // namespace ballast::sizing
