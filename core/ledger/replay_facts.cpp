#include "ledger/replay_facts.h"

#include <algorithm>
#include <numeric>

namespace ballast {
namespace {

void count(double change, GainsAndLosses& result) {
  if (change < 0) {
    ++result.cost;
    result.lost += change;
  } else if (change > 0) {
    ++result.paid;
    result.gained += change;
  }
}

}  // namespace

DeepestFall deepest_fall(const std::vector<double>& profit) {
  DeepestFall deepest;
  std::size_t peak = 0;
  for (std::size_t i = 1; i < profit.size(); ++i) {
    if (profit[i] >= profit[peak]) {
      peak = i;
    } else if (profit[peak] - profit[i] > deepest.depth) {
      deepest = {.depth = profit[peak] - profit[i], .from = peak, .to = i};
    }
  }
  for (std::size_t i = deepest.to + 1; deepest.depth > 0 && i < profit.size() && !deepest.recovered; ++i)
    if (profit[i] >= profit[deepest.from]) deepest.recovered = i;
  return deepest;
}

std::vector<ReplayedMonth> months(const ReplayMarket& market) {
  std::vector<ReplayedMonth> result;
  for (std::size_t i = 1; i < market.day.size(); ++i) {
    const CivilDate at = civil(market.first + market.day[i]);
    if (result.empty() || result.back().month != at.month || result.back().year != at.year)
      result.push_back({at.year, at.month, i - 1, i});
    result.back().to = i;
  }
  return result;
}

GainsAndLosses by_month(const std::vector<ReplayedMonth>& months, const std::vector<double>& profit) {
  GainsAndLosses result;
  for (const ReplayedMonth& month : months) count(profit[month.to] - profit[month.from], result);
  return result;
}

GainsAndLosses by_close(const std::vector<double>& profit) {
  GainsAndLosses result;
  for (std::size_t i = 1; i < profit.size(); ++i) count(profit[i] - profit[i - 1], result);
  return result;
}

std::vector<std::size_t> best_closes(const std::vector<double>& profit, std::size_t most) {
  std::vector<std::size_t> closes(profit.empty() ? 0 : profit.size() - 1);
  std::iota(closes.begin(), closes.end(), std::size_t{1});
  const auto change = [&](std::size_t close) { return profit[close] - profit[close - 1]; };
  std::erase_if(closes, [&](std::size_t close) { return !(change(close) > 0); });
  std::ranges::stable_sort(closes, std::ranges::greater(), change);
  if (closes.size() > most) closes.resize(most);
  return closes;
}

}  // namespace ballast
