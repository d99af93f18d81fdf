#pragma once
#include <span>
#include <vector>

#include "history/history.h"
#include "history/series.h"
#include "signal/signals.h"

namespace ballast {

/// A series from a file, by date.
struct DatedSeries {
  SignalSeries series;
  Series values;
};

/// The series counted from day 0, which is `first`, and what the market's own were at the closes of `before` that lie before
/// it: they warm the indicators up. Token prices there are over that of the first close from day 0 on, as a path's are.
std::vector<GivenSeries> series_from(Date first, std::span<const DatedSeries> files, const History& before);

/// The events for a path that begins `days` later.
std::vector<CalendarEvent> events_later(std::span<const CalendarEvent> events, int days);

}  // namespace ballast
