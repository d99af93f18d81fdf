#include "sizing/quick_ratio.h"

#include <algorithm>

#include "ledger/balance.h"

namespace ballast::sizing {

using Eigen::Index;

namespace {

Index rows_a_day(double floor) {
  return floor > 1 ? 2 : 1;
}

}  // namespace

std::vector<LinearLimit> quick_ratio_floor(const QuickRatioTerms& terms, double floor) {
  std::vector<LinearLimit> rows;
  for (Index day = 0; day < terms.assets.size(); ++day) {
    const auto cash = terms.unit_cash.row(day), assets = terms.unit_assets.row(day), owed = terms.unit_owed.row(day);
    rows.push_back({.coefficient = (floor * owed - assets - cash).transpose(),
                    .at_most = terms.cash[day] + terms.assets[day] - floor * terms.owed[day]});
    if (rows_a_day(floor) == 1) continue;
    rows.push_back({.coefficient = (owed - assets / floor - cash).transpose(),
                    .at_most = terms.cash[day] + terms.assets[day] / floor - terms.owed[day]});
  }
  return rows;
}

Index day_of_row(double floor, Index row) {
  return row / rows_a_day(floor);
}

double least_quick_ratio(const QuickRatioTerms& terms, const Eigen::VectorXd& quantity) {
  double least = no_obligations;
  for (Index day = 0; day < terms.assets.size(); ++day) {
    double cash = terms.cash[day], assets = terms.assets[day], owed = terms.owed[day];
    for (Index j = 0; j < quantity.size(); ++j) {
      cash += quantity[j] * terms.unit_cash(day, j);
      assets += quantity[j] * terms.unit_assets(day, j);
      owed += quantity[j] * terms.unit_owed(day, j);
    }
    assets += std::max(cash, 0.0);
    owed -= std::min(cash, 0.0);
    if (owed > 0) least = std::min(least, assets / owed);
  }
  return least;
}

}  // namespace ballast::sizing
