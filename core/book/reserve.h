#pragma once
#include "book/ladder.h"

namespace ballast {

/// A day for which something is expected, such as a decision on rates.
struct Event {
  int day = 0;
};

void describe(Fields& fields, Event& event);

/// Days of the calendar of `signals` on which a reserve fires.
struct EventTrigger {
  EventKind event = EventKind::fomc;
  int days_before = 1;
};

void describe(Fields& fields, EventTrigger& trigger);

/// The "second engine": capital set aside, held in bills or borrowed, that buys options when its trigger fires. No public rule
/// says how, so all of it is an input.
struct Reserve {
  static constexpr std::string_view kind = "reserve";
  static constexpr std::string_view about =
      "Capital set aside, in bills or borrowed, that buys options when VIX reaches a level, the regime score one, or on the day of an event";
  enum class Funding { bills, borrowed };
  enum class Buys { vix_calls, vix_puts, spx_puts };
  int open_day = 0;
  TradingCosts costs = {.spread = 0.04};
  double capital = 10000;
  Funding funding = Funding::bills;
  double rate = 0.04;
  double trigger_vix = 25;
  std::optional<double> trigger_score;  ///< not where missing
  double spend = 0.5;
  int rearm_days = 30;
  Buys buys = Buys::vix_calls;
  std::vector<Rung> ladder = {Rung{}};
  std::vector<Event> events;
  std::vector<EventTrigger> trigger_events;
};

void describe(Fields& fields, Reserve& layer);
void act(const Reserve& layer, Desk& desk);

}  // namespace ballast
