#pragma once
#include "sizing/limits.h"

namespace ballast::sizing {

/// What the quick ratio (ledger/balance.h) of the mean position is made of, means over the paths by day, USD. Cash that a layer has
/// overdrawn is taken off what is at hand.
struct QuickRatioTerms {
  Eigen::VectorXd assets, owed;            ///< without layers: cash, fees and the USDC in the pool; debt
  Eigen::MatrixXd unit_assets, unit_owed;  ///< by day and instrument, of one unit: cash and long options; margin, short options, debt
};

/// A floor on the ratio at the close of every day, one row a day in their order.
std::vector<LinearLimit> quick_ratio_floor(const QuickRatioTerms& terms, double floor);

/// The least ratio of all days, at most ledger's no_obligations.
double least_quick_ratio(const QuickRatioTerms& terms, const Eigen::VectorXd& quantity);

}  // namespace ballast::sizing
