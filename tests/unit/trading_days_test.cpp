#include "history/trading_days.h"

#include <catch2/catch_test_macros.hpp>

using namespace ballast;

TEST_CASE("the exchanges are closed on weekends and holidays, by the rules of each year") {
  for (const Date day :
       {date(2018, 2, 3), date(2018, 2, 4), date(2018, 1, 1), date(2018, 1, 15), date(2018, 2, 19), date(2018, 3, 30),
        date(2018, 5, 28), date(2018, 7, 4), date(2018, 9, 3), date(2018, 11, 22), date(2018, 12, 25)})
    CHECK_FALSE(is_trading_day(day));
  CHECK_FALSE(is_trading_day(date(2022, 6, 20)));  // Juneteenth fell on a Sunday
  CHECK(is_trading_day(date(2021, 6, 18)));        // not kept before 2022
  CHECK_FALSE(is_trading_day(date(2021, 7, 5)));   // Independence Day fell on a Sunday
  CHECK_FALSE(is_trading_day(date(2020, 7, 3)));   // and on a Saturday
  CHECK(is_trading_day(date(2021, 12, 31)));       // New Year's Day fell on a Saturday
  CHECK(is_trading_day(date(1997, 1, 20)));        // Martin Luther King's day is kept since 1998
  CHECK(is_trading_day(date(2018, 11, 23)));
}

TEST_CASE("the exchanges were closed out of turn") {
  for (const Date day : {date(2001, 9, 11), date(2001, 9, 14), date(2012, 10, 29), date(2018, 12, 5), date(2025, 1, 9)})
    CHECK_FALSE(is_trading_day(day));
  CHECK(is_trading_day(date(2001, 9, 17)));
}

TEST_CASE("trading days are counted up to but not including the end") {
  CHECK(trading_days(date(2018, 2, 5), date(2018, 2, 14)) == 7);
  CHECK(trading_days(date(2018, 2, 5), date(2018, 2, 5)) == 0);
  CHECK(trading_days(date(2018, 2, 3), date(2018, 2, 5)) == 0);
  CHECK(next_trading_day(date(2018, 2, 16)) == date(2018, 2, 20));
}

TEST_CASE("a VIX future settles thirty days before the SPX options of the month after expire") {
  // Final settlement dates as Cboe lists them; the odd ones are Tuesdays.
  CHECK(settlement_day(future_month(2018, 2)) == date(2018, 2, 14));
  CHECK(settlement_day(future_month(2018, 3)) == date(2018, 3, 21));
  CHECK(settlement_day(future_month(2008, 2)) == date(2008, 2, 19));
  CHECK(settlement_day(future_month(2019, 3)) == date(2019, 3, 19));
  CHECK(settlement_day(future_month(2024, 6)) == date(2024, 6, 18));
  CHECK(settlement_day(future_month(2025, 3)) == date(2025, 3, 18));
  CHECK(settlement_day(future_month(2024, 12)) == date(2024, 12, 18));
}

TEST_CASE("the front future is the next to settle after the close") {
  CHECK(front_future(date(2018, 2, 13)) == future_month(2018, 2));
  CHECK(front_future(date(2018, 2, 14)) == future_month(2018, 3));
  CHECK(front_future(date(2018, 12, 19)) == future_month(2019, 1));
}
