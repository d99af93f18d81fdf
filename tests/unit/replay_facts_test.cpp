#include "ledger/replay_facts.h"

#include <catch2/catch_test_macros.hpp>

using namespace ballast;

TEST_CASE("a drawdown goes from the highest profit so far to the lowest after it") {
  const DeepestFall deepest = deepest_fall({0, 10, 4, 12, 3, 5, 12, 1});
  CHECK(deepest.depth == 11);
  CHECK(deepest.from == 6);
  CHECK(deepest.to == 7);
  CHECK_FALSE(deepest.recovered);
  CHECK(deepest_fall({0, -5, 0, -3}).recovered == 2);
  CHECK(deepest_fall({0, 1, 2}).depth == 0);
  CHECK(deepest_fall({0}).depth == 0);
}

TEST_CASE("months end with their last close, and gains are told from losses") {
  const ReplayMarket market{.first = date(2018, 1, 30), .day = {0, 1, 2, 28, 30, 366}};
  const auto all = months(market);
  REQUIRE(all.size() == 4);
  CHECK((all[0].month == 1 && all[0].from == 0 && all[0].to == 1));
  CHECK((all[1].month == 2 && all[1].from == 1 && all[1].to == 3));
  CHECK((all[2].month == 3 && all[2].from == 3 && all[2].to == 4));
  CHECK((all[3].year == 2019 && all[3].from == 4 && all[3].to == 5));
  const GainsAndLosses counted = by_month(all, {0, 2, -1, 1, 1, -4});
  CHECK((counted.cost == 2 && counted.lost == -6 && counted.paid == 1 && counted.gained == 2));
  const GainsAndLosses closes = by_close({0, 2, -1, 1, 1, -4});
  CHECK((closes.cost == 2 && closes.lost == -8 && closes.paid == 2 && closes.gained == 4));
}

TEST_CASE("the best closes are those with the greatest rise, by date where they are equal") {
  CHECK(best_closes({0, 2, 1, 4, 6, 6}, 2) == std::vector<std::size_t>{3, 1});
  CHECK(best_closes({0, -1, -2}, 3).empty());
  CHECK(best_closes({}, 3).empty());
}
