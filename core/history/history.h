#pragma once
#include <cstddef>
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
  /// Settlements of the VIX futures that the token follows, index points, 0 where one is not known; empty: it follows none.
  std::vector<double> first_future = {}, second_future = {};
};

/// `count` closes from the one at `at` on, which is day 0 of the part; count >= 1.
History part(const History& history, std::size_t at, std::size_t count);

/// The closes from one date to another, both included; without any day where there are none.
History between(const History& history, Date from, Date to);

}  // namespace ballast
