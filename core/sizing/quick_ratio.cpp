#include "sizing/quick_ratio.h"

#include <algorithm>

#include "ledger/balance.h"

namespace ballast::sizing {

using Eigen::Index;

std::vector<LinearLimit> quick_ratio_floor(const QuickRatioTerms& terms, double floor) {
  std::vector<LinearLimit> rows;
  for (Index day = 0; day < terms.assets.size(); ++day)
    rows.push_back({.coefficient = (floor * terms.unit_owed.row(day) - terms.unit_assets.row(day)).transpose(),
                    .at_most = terms.assets[day] - floor * terms.owed[day]});
  return rows;
}

double least_quick_ratio(const QuickRatioTerms& terms, const Eigen::VectorXd& quantity) {
  double least = no_obligations;
  for (Index day = 0; day < terms.assets.size(); ++day) {
    double assets = terms.assets[day], owed = terms.owed[day];
    for (Index j = 0; j < quantity.size(); ++j) {
      assets += quantity[j] * terms.unit_assets(day, j);
      owed += quantity[j] * terms.unit_owed(day, j);
    }
    if (owed > 0) least = std::min(least, assets / owed);
  }
  return least;
}

}  // namespace ballast::sizing
