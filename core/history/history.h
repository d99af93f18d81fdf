#pragma once
#include <vector>

#include "history/date.h"

namespace ballast {

/// What a market did, at the closes of the days on which all that is given was published. All that is not empty has one length.
struct History {
  Date first;
  std::vector<int> day = {};       ///< calendar days since `first`, strictly rising from 0
  std::vector<double> vix = {};    ///< index points
  std::vector<double> spx = {};    ///< index points; empty: not given
  std::vector<double> vvix = {};   ///< index points; empty: not given
  std::vector<double> token = {};  ///< price in any unit, above 0; empty: not given
};

}  // namespace ballast
