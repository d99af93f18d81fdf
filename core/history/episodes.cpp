#include "history/episodes.h"

#include <array>
#include <vector>

namespace ballast {
namespace {

constexpr Source closes_and_settlements =
    published("closes of VIX and SPX published by Cboe and S&P, settlements of VIX futures by Cboe Futures Exchange");

constexpr EpisodeDay autumn_2008[] = {
    {{2008, 9, 12}, 25.66, 1251.70, future_month(2008, 11), 24.42, 0},
    {{2008, 9, 15}, 31.70, 1192.70, future_month(2008, 11), 25.13, 0},
    {{2008, 9, 19}, 32.07, 1255.08, future_month(2008, 11), 24.38, 0},
    {{2008, 9, 29}, 46.72, 1106.42, future_month(2008, 11), 29.84, 0},
    {{2008, 10, 10}, 69.95, 899.22, future_month(2008, 11), 38.31, 0},
    {{2008, 10, 14}, 55.13, 998.01, future_month(2008, 11), 37.94, 0},
    {{2008, 10, 20}, 52.97, 985.40, future_month(2008, 11), 45.05, 0},
    {{2008, 10, 24}, 79.13, 876.77, future_month(2008, 11), 55.82, 0},
    {{2008, 10, 27}, 80.06, 848.92, future_month(2008, 11), 59.29, 0},
    {{2008, 11, 4}, 47.73, 1005.75, future_month(2008, 11), 46.43, 0},
    {{2008, 11, 19}, 74.26, 806.58, future_month(2008, 11), 67.22, 0},
};

constexpr EpisodeDay february_2018[] = {
    {{2018, 2, 1}, 13.47, 2821.98, future_month(2018, 2), 13.275, 13.425},
    {{2018, 2, 2}, 17.31, 2762.13, future_month(2018, 2), 15.625, 14.975},
    {{2018, 2, 5}, 37.32, 2648.94, future_month(2018, 2), 33.225, 27.975},
    {{2018, 2, 6}, 29.98, 2695.14, future_month(2018, 2), 23.875, 21.025},
    {{2018, 2, 7}, 27.73, 2681.66, future_month(2018, 2), 23.425, 19.875},
    {{2018, 2, 8}, 33.46, 2581.00, future_month(2018, 2), 28.1, 21.65},
    {{2018, 2, 9}, 29.06, 2619.55, future_month(2018, 2), 27.175, 20.425},
    {{2018, 2, 12}, 25.61, 2656.00, future_month(2018, 2), 25.825, 19.825},
    {{2018, 2, 13}, 24.97, 2662.94, future_month(2018, 2), 25.225, 19.825},
    {{2018, 2, 14}, 19.26, 2698.63, future_month(2018, 2), 21.87, 17.875},
    {{2018, 2, 15}, 19.13, 2731.20, future_month(2018, 3), 17.525, 17.325},
    {{2018, 2, 16}, 19.46, 2732.22, future_month(2018, 3), 17.775, 17.375},
};

constexpr EpisodeDay spring_2020[] = {
    {{2020, 2, 19}, 14.38, 3386.15, future_month(2020, 3), 15.375, 16.325},
    {{2020, 2, 21}, 17.08, 3337.75, future_month(2020, 3), 16.925, 17.325},
    {{2020, 2, 24}, 25.03, 3225.89, future_month(2020, 3), 20.075, 19.375},
    {{2020, 2, 28}, 40.11, 2954.22, future_month(2020, 3), 26.325, 23.025},
    {{2020, 3, 4}, 31.99, 3130.12, future_month(2020, 3), 27.425, 24.625},
    {{2020, 3, 9}, 54.46, 2746.56, future_month(2020, 3), 44.375, 36.225},
    {{2020, 3, 12}, 75.47, 2480.64, future_month(2020, 3), 58.3, 45.825},
    {{2020, 3, 13}, 57.83, 2711.02, future_month(2020, 3), 53.425, 43.9},
    {{2020, 3, 16}, 82.69, 2386.13, future_month(2020, 3), 72.625, 59.15},
    {{2020, 3, 18}, 76.45, 2398.10, future_month(2020, 3), 69.76, 70.475},
    {{2020, 3, 24}, 61.67, 2447.33, future_month(2020, 4), 48.25, 40.15},
    {{2020, 4, 8}, 43.35, 2749.98, future_month(2020, 4), 42.375, 38.3},
};

constexpr EpisodeDay august_2024[] = {
    {{2024, 7, 31}, 16.36, 5522.30, future_month(2024, 8), 15.9994, 16.4934},
    {{2024, 8, 1}, 18.59, 5446.68, future_month(2024, 8), 17.4669, 17.8469},
    {{2024, 8, 2}, 23.39, 5346.56, future_month(2024, 8), 21.8527, 21.9844},
    {{2024, 8, 5}, 38.57, 5186.33, future_month(2024, 8), 32.0986, 30.3911},
    {{2024, 8, 6}, 27.71, 5240.03, future_month(2024, 8), 25.7702, 24.8657},
    {{2024, 8, 7}, 27.85, 5199.50, future_month(2024, 8), 25.0766, 23.5773},
    {{2024, 8, 8}, 23.79, 5319.31, future_month(2024, 8), 22.6885, 21.7279},
    {{2024, 8, 9}, 20.37, 5344.16, future_month(2024, 8), 19.4971, 18.8533},
    {{2024, 8, 16}, 14.80, 5554.25, future_month(2024, 8), 15.2799, 15.6896},
};

constexpr EpisodeDay april_2025[] = {
    {{2025, 4, 1}, 21.77, 5633.07, future_month(2025, 4), 20.8794, 20.5138},
    {{2025, 4, 2}, 21.51, 5670.97, future_month(2025, 4), 20.1562, 20.0227},
    {{2025, 4, 3}, 30.02, 5396.52, future_month(2025, 4), 26.3753, 24.1926},
    {{2025, 4, 4}, 45.31, 5074.08, future_month(2025, 4), 32.4976, 28.5193},
    {{2025, 4, 7}, 46.98, 5062.25, future_month(2025, 4), 33.1708, 28.1411},
    {{2025, 4, 8}, 52.33, 4982.77, future_month(2025, 4), 39.1728, 31.4333},
    {{2025, 4, 9}, 33.62, 5456.90, future_month(2025, 4), 28.6489, 25.1944},
    {{2025, 4, 10}, 40.72, 5268.05, future_month(2025, 4), 35.8622, 29.871},
    {{2025, 4, 11}, 37.56, 5363.36, future_month(2025, 4), 34.6376, 28.8917},
    {{2025, 4, 16}, 32.64, 5275.70, future_month(2025, 4), 31.91, 27.6258},
    {{2025, 4, 25}, 24.84, 5525.21, future_month(2025, 5), 23.4981, 0},
};

constexpr std::array<Episode, 5> all = {{
    {"2008-09", "Lehman, autumn 2008",
     "Lehman Brothers fails on 15 September; VIX closes at 80 on 27 October. Turning points only. The token holds the November "
     "future, the only "
     "one whose settlements are given, up to its last day",
     closes_and_settlements, autumn_2008, FuturesHeld::first},
    {"2018-02", "Volmageddon, February 2018",
     "VIX doubles on 5 February and the notes that sold its futures are called in. The token is the short-term futures index; "
     "on 15 February that "
     "of its first future alone",
     closes_and_settlements, february_2018, FuturesHeld::rolled},
    {"2020-02", "Covid, spring 2020",
     "VIX closes at 82.69 on 16 March, its highest close. Turning points only. The token holds the first future",
     closes_and_settlements, spring_2020, FuturesHeld::first},
    {"2024-08", "Yen carry trade, August 2024",
     "VIX reaches 65 before the opening of 5 August and closes at 38.57, when its first future settles at 32.10. The token "
     "holds the first "
     "future",
     closes_and_settlements, august_2024, FuturesHeld::first},
    {"2025-04", "Tariffs, April 2025",
     "Tariffs are announced after the close of 2 April and put off on the 9th. The token holds the first future",
     closes_and_settlements, april_2025, FuturesHeld::first},
}};

std::optional<double> known(double settlement) {
  return settlement > 0 ? std::optional(settlement) : std::nullopt;
}

Date date_of(const EpisodeDay& day) {
  return date(day.date.year, day.date.month, day.date.day);
}

}  // namespace

std::span<const Episode> episodes() {
  return all;
}

std::vector<FuturesDay> futures(const Episode& episode) {
  std::vector<FuturesDay> days;
  for (const EpisodeDay& day : episode.days)
    days.push_back({date_of(day), day.first, day.first_future, known(day.second_future)});
  return days;
}

History history(const Episode& episode, std::optional<FuturesHeld> held) {
  History history{.first = date_of(episode.days.front())};
  for (const EpisodeDay& day : episode.days) {
    history.day.push_back(date_of(day) - history.first);
    history.vix.push_back(day.vix);
    history.spx.push_back(day.spx);
    history.first_future.push_back(day.first_future);
    history.second_future.push_back(day.second_future);
  }
  history.token = futures_token(futures(episode), held.value_or(episode.held)).price;
  return history;
}

}  // namespace ballast
