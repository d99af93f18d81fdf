// What the settlements of the episodes must give.
#include "history/episodes.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>
#include <format>

#include "scenario/json.h"
#include "scenario/run.h"

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using namespace ballast;

namespace {

const Episode& episode(std::string_view id) {
  return *std::ranges::find(episodes(), id, &Episode::id);
}

std::size_t place(const History& history, Date day) {
  const auto found = std::ranges::find(history.day, day - history.first);
  REQUIRE(found != history.day.end());
  return static_cast<std::size_t>(found - history.day.begin());
}

/// Loss of a constant-product pool against holding, as the token's price goes by the factor r.
double constant_product_loss(double r) {
  return 2 * std::sqrt(r) / (1 + r) - 1;
}

}  // namespace

TEST_CASE("on 2018-02-05 the short-term futures index returned 96.1 %") {
  // The published return of the S&P 500 VIX Short-Term Futures Index, from the settlements at Cboe and the formula in the
  // prospectus of VXX: weights 7/20 and 13/20.
  const auto days = futures(episode("2018-02"));
  const auto friday = std::ranges::find(days, date(2018, 2, 2), &FuturesDay::date);
  CHECK(roll_weights(friday->date).first == future_month(2018, 2));
  CHECK(roll_weights(friday->date).first_weight == 7.0 / 20);
  const auto returned = rolled_return(friday[0], friday[1]);
  REQUIRE(returned);
  CHECK_THAT(*returned, WithinRel(0.961026147015293537, 1e-14));
}

TEST_CASE("a note that is short the index goes from 4.22 on 2018-02-05 to 5.99 on 2018-02-15") {
  // Closing indicative values of XIV on the day of the spike and on its acceleration valuation date. The April future, 1/24 of
  // the index from the 14th to the 15th, is not known on the 14th, so that the return of that day is the March future's.
  const Episode& february = episode("2018-02");
  const FuturesToken token = futures_token(futures(february), FuturesHeld::rolled);
  const History history = ballast::history(february);
  const std::size_t from = place(history, date(2018, 2, 5)), to = place(history, date(2018, 2, 15));
  double note = 4.22;
  for (std::size_t i = from + 1; i <= to; ++i) note *= 2 - token.price[i] / token.price[i - 1];
  CHECK_THAT(note, WithinAbs(5.99, 0.005));
  CHECK(token.incomplete == std::vector{to});
  CHECK(token.across_gap.empty());
  CHECK(roll_weights(date(2018, 2, 14)).first_weight == 23.0 / 24);
  // Wherever the April future was on the 14th: ten per cent either way move it by no more than a cent and a half.
  for (const double april : {17.325 * 0.9, 17.325 * 1.1}) {
    const FuturesDay wednesday = {date(2018, 2, 14), future_month(2018, 3), 17.875, april};
    const FuturesDay thursday = {date(2018, 2, 15), future_month(2018, 3), 17.525, 17.325};
    const double other = note / (2 - token.price[to] / token.price[to - 1]) * (1 - *rolled_return(wednesday, thursday));
    CHECK_THAT(other, WithinAbs(5.99, 0.03));
  }
}

TEST_CASE("a replay of files of settlements gives the published return and the note's chain", "[history]") {
  std::string vix = "DATE,CLOSE\n", first = "Trade Date,Settle\n", second = first;
  for (const EpisodeDay& day : episode("2018-02").days) {
    const std::string on = std::format("{}-{:02}-{:02},", day.date.year, day.date.month, day.date.day);
    vix += std::format("{}{}\n", on, day.vix);
    first += std::format("{}{}\n", on, day.first_future);
    second += std::format("{}{}\n", on, day.second_future);
  }
  const Json request = {{"task", "replay"}, {"history", {{"files", {{"vix", vix}, {"first_future", first}, {"second_future", second}}}}}};
  const Json response = Json::parse(run(request.dump()));
  REQUIRE(response["problems"].empty());
  const Json& report = response["report"];
  CHECK(report["history"]["token"] == "futures");
  CHECK(report["joined"]["left_out"]["count"] == 0);
  const auto token = report["token"].get<std::vector<double>>();
  const auto place = [&](int day) { return static_cast<std::size_t>(std::ranges::find(report["day"], Json(day)) - report["day"].begin()); };
  const std::size_t friday = place(1), monday = place(4), thursday = place(14);  // of 2 to 5 February, and the 15th
  CHECK_THAT(token[monday] / token[friday] - 1, WithinAbs(0.961026147015, 1e-12));
  double note = 4.22;
  for (std::size_t i = monday + 1; i <= thursday; ++i) note *= 2 - token[i] / token[i - 1];
  CHECK_THAT(note, WithinAbs(5.99, 0.005));
}

TEST_CASE("on 2024-08-05 the pool lost 5.77 % against holding where the token is the future, not 8.54 % as with cash VIX") {
  const Episode& august = episode("2024-08");
  const History history = ballast::history(august);
  const std::size_t from = place(history, date(2024, 7, 31)), to = place(history, date(2024, 8, 5));
  // The first future: 15.9994 to 32.0986.
  CHECK_THAT(constant_product_loss(history.token[to] / history.token[from]), WithinAbs(-0.0577, 0.00005));
  CHECK_THAT(constant_product_loss(history.vix[to] / history.vix[from]), WithinAbs(-0.0854, 0.00005));
  CHECK_THAT(august.days[to].first_future, WithinAbs(32.10, 0.005));
  // The index, which held the second future too, lost less.
  const History rolled = ballast::history(august, FuturesHeld::rolled);
  const double index_loss = constant_product_loss(rolled.token[to] / rolled.token[from]);
  CHECK(index_loss > -0.0577);
  CHECK(index_loss < -0.045);
}

TEST_CASE("a future that has settled is followed by the next") {
  const Episode& april = episode("2025-04");
  const History history = ballast::history(april);
  const std::size_t settled = place(history, date(2025, 4, 16));
  CHECK_THAT(history.token[settled], WithinRel(31.91 / 20.8794, 1e-14));
  CHECK_THAT(history.token[settled + 1] / history.token[settled], WithinRel(23.4981 / 27.6258, 1e-14));
}
