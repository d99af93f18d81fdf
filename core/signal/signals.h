#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "field/field.h"
#include "history/calendar.h"

namespace ballast {

/// A series that an indicator reads, one value a day. The first four are those of the path itself; the others come as files.
enum class SignalSeries {
  vix,
  spx,
  vvix,
  token,
  price_to_cash_flow,
  price_to_earnings,
  reit,
  market_capitalisation,
  rate_differential,
  real_effective_exchange_rate,
  etf_flows,
  advances,
  declines,
};
inline constexpr std::size_t signal_series = 13;
inline constexpr std::size_t path_series = 4;

std::string_view name(SignalSeries series);

/// What the series is and what it is worth as a signal: of those that no published rule reads, that none exists.
Source about(SignalSeries series);

/// Values of a series that came as a file, by calendar day counted from day 0; those before it warm the indicators up.
struct GivenSeries {
  SignalSeries series;
  std::vector<int> day;       ///< strictly rising, of any sign
  std::vector<double> value;  ///< finite
};

/// Indicators of a series or two (indicators.h). A kind is a struct here, its `describe`, and its place in Indicator.
struct RelativeStrengthIndicator {
  static constexpr std::string_view kind = "rsi";
  static constexpr std::string_view about = "Relative strength index, 0 to 100: Wilder's averages of gains and losses";
  SignalSeries of = SignalSeries::spx;
  int period = 14;
};

struct MacdIndicator {
  static constexpr std::string_view kind = "macd";
  static constexpr std::string_view about =
      "Histogram of the moving average convergence/divergence: the gap of two exponential averages less its own average";
  SignalSeries of = SignalSeries::spx;
  int fast = 12, slow = 26, signal = 9;
};

struct DailyRangeIndicator {
  static constexpr std::string_view kind = "edr";
  static constexpr std::string_view about = "Expected daily range, VIX/√252 in percent";
};

struct BetaIndicator {
  static constexpr std::string_view kind = "beta";
  static constexpr std::string_view about = "CAPM beta of a series to SPX over a window of daily returns";
  SignalSeries of = SignalSeries::token;
  int window = 60;
};

struct AdvanceDeclineIndicator {
  static constexpr std::string_view kind = "advance_decline";
  static constexpr std::string_view about = "Advance-decline line: advances less declines, summed from the first day";
};

struct LevelIndicator {
  static constexpr std::string_view kind = "level";
  static constexpr std::string_view about = "A series as it is";
  SignalSeries of = SignalSeries::vix;
};

struct DeviationIndicator {
  static constexpr std::string_view kind = "deviation";
  static constexpr std::string_view about = "How far a series is from its mean over a window, as a share of the mean";
  SignalSeries of = SignalSeries::price_to_earnings;
  int window = 60;
};

struct VolatilityIndicator {
  static constexpr std::string_view kind = "volatility";
  static constexpr std::string_view about = "Volatility of a series over a window of changes, in the time of one value";
  SignalSeries of = SignalSeries::real_effective_exchange_rate;
  int window = 20;
};

/// One signal: an indicator, how it becomes a z-score, and what that counts.
struct Indicator {
  std::variant<DailyRangeIndicator, RelativeStrengthIndicator, MacdIndicator, BetaIndicator, AdvanceDeclineIndicator, LevelIndicator,
               DeviationIndicator, VolatilityIndicator>
      rule;
  double weight = 1;
  int window = 60;                  ///< of the z-score, in values
  std::optional<double> mean;       ///< z = (value - mean)/deviation, in place of the window
  std::optional<double> deviation;  ///< above 0
  int valid_days = 40;
};

/// A day of an event, counted from day 0.
struct CalendarEvent {
  EventKind kind = EventKind::fomc;
  int day = 0;

  bool operator==(const CalendarEvent&) const = default;
};

/// What of the market is watched. Empty: nothing, and nothing acts on it.
struct Signals {
  std::vector<Indicator> indicators;
  std::optional<double> offset;  ///< log odds of the regime where every signal is at its mean; 0 where missing
  std::vector<CalendarEvent> events;
};

void describe(Fields& fields, Indicator& indicator);
void describe(Fields& fields, CalendarEvent& event);
void describe(Fields& fields, Signals& signals);

/// Adds the field `event`, one of the kinds.
void describe_event_kind(Fields& fields, EventKind& kind);

/// The series that an indicator reads, one or two.
std::vector<SignalSeries> read_by(const Indicator& indicator);

/// Values that an indicator needs before it has one of its own: the first comes with the next.
int warm_up(const Indicator& indicator);

/// "RSI 14 of SPX".
std::string title(const Indicator& indicator);

/// How it is computed, with the convention and the name of its source.
Source definition(const Indicator& indicator);

/// The events of the scenario and those of a calendar by their dates, in rising order of days; day 0 is `first`. What lies
/// before it is left out.
std::vector<CalendarEvent> joined_events(const Signals& signals, std::span<const DatedEvent> dated, Date first);

}  // namespace ballast
