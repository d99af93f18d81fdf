// Signals that have warmed up take nothing from the heap, however many paths and days they watch.
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <new>

#include "signal/running.h"

namespace {

std::atomic<long> taken = 0;

}  // namespace

void* operator new(std::size_t size) {
  ++taken;
  if (void* const place = std::malloc(size > 0 ? size : 1)) return place;
  throw std::bad_alloc();
}

void operator delete(void* place) noexcept {
  std::free(place);
}

void operator delete(void* place, std::size_t) noexcept {
  std::free(place);
}

using namespace ballast;

namespace {

constexpr std::size_t paths = 16;
constexpr int warm_up_days = 30, days = 200;

/// Each kind of indicator, with z-scores over a window; the last reads a series that is not given, and so drops out.
Signals every_kind() {
  Signals signals;
  const auto add = [&](auto rule) {
    Indicator indicator;
    indicator.rule = rule;
    indicator.weight = 0.5;
    indicator.window = 8;
    signals.indicators.push_back(indicator);
  };
  add(DailyRangeIndicator());
  add(RelativeStrengthIndicator{.period = 5});
  add(MacdIndicator());
  add(BetaIndicator{.window = 9});
  add(AdvanceDeclineIndicator());
  add(LevelIndicator());
  add(DeviationIndicator{.of = SignalSeries::token, .window = 7});
  add(VolatilityIndicator{.of = SignalSeries::vix, .window = 6});
  add(LevelIndicator{.of = SignalSeries::reit});
  return signals;
}

/// Any levels that move from day to day and from path to path.
void move(int day, MarketBlock& market) {
  for (std::size_t i = 0; i < paths; ++i) {
    const double step = static_cast<double>((7 * day + 3 * static_cast<int>(i)) % 11) / 100;
    market.vix[i] = 15 * (1 + step);
    market.spx[i] = 4000 * (1 - step / 5);
    market.token[i] = 1 + step / 2;
  }
}

}  // namespace

int main() {
  const Signals signals = every_kind();
  GivenSeries advances{SignalSeries::advances, {}, {}}, declines{SignalSeries::declines, {}, {}};
  for (int day = 0; day < days; ++day)
    for (auto* series : {&advances, &declines}) {
      series->day.push_back(day);
      series->value.push_back(100 + day % 13);
    }
  const GivenSeries given[] = {advances, declines};
  RunningSignals running(Watched{signals, given}, paths);
  MarketBlock market = start_block(Market(), paths);
  long before = 0;
  for (int day = 0; day < days; ++day) {
    if (day == warm_up_days) before = taken;
    move(day, market);
    running.see(day, RunningSignals::Exchanges::open, market);
  }
  const long after = taken - before;
  std::printf("%ld allocations by %zu paths on %d days\n", after, paths, days - warm_up_days);
  const double score = running.scores()[0];
  return before > 0 && after == 0 && score > 0 && score < 1 ? EXIT_SUCCESS : EXIT_FAILURE;
}
