#include "signal/signals.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace ballast {
namespace {

constexpr std::array<std::string_view, signal_series> series_names = {"vix",
                                                                      "spx",
                                                                      "vvix",
                                                                      "token",
                                                                      "price_to_cash_flow",
                                                                      "price_to_earnings",
                                                                      "reit",
                                                                      "market_capitalisation",
                                                                      "rate_differential",
                                                                      "real_effective_exchange_rate",
                                                                      "etf_flows",
                                                                      "advances",
                                                                      "declines"};
constexpr std::array<std::string_view, signal_series> series_titles = {"VIX",
                                                                       "SPX",
                                                                       "VVIX",
                                                                       "the token",
                                                                       "price to cash flow",
                                                                       "price to earnings",
                                                                       "the REIT proxy",
                                                                       "market capitalisation",
                                                                       "the rate differential",
                                                                       "the real effective exchange rate",
                                                                       "ETF flows",
                                                                       "advances",
                                                                       "declines"};

constexpr Source no_rule = assumption("no published rule says which indicators make a regime, or how");

constexpr Bounds periods = between(1, 1000);
constexpr Bounds windows = between(2, 1000);

std::string_view title(SignalSeries series) {
  return series_titles[static_cast<std::size_t>(series)];
}

void describe_series(Fields& fields, SignalSeries& series) {
  choice(fields, series, series_names, {.name = "of", .text = "The series that it reads", .source = no_rule});
}

void describe_window(Fields& fields, int& window, std::string_view name, Bounds bounds, std::string_view text, const Source& source) {
  fields.whole(window, {.name = name, .text = text, .unit = "values", .bounds = bounds, .source = source});
}

}  // namespace

std::string_view name(SignalSeries series) {
  return series_names[static_cast<std::size_t>(series)];
}

Source about(SignalSeries series) {
  switch (series) {
    case SignalSeries::vix:
      return published("Cboe Volatility Index, close");
    case SignalSeries::spx:
      return published("S&P 500, close");
    case SignalSeries::vvix:
      return published("Cboe VIX of VIX, close");
    case SignalSeries::token:
      return assumption("price of the token in the pool");
    case SignalSeries::advances:
    case SignalSeries::declines:
      return published("the exchanges' count of issues that rose or fell; the line of their sum is common use, no rule of a hedge reads it");
    default:
      return assumption("the user's own file; no published rule turns this valuation signal into a hedge");
  }
}

void describe(Fields&, DailyRangeIndicator&) {}

void describe(Fields& fields, RelativeStrengthIndicator& rule) {
  describe_series(fields, rule.of);
  describe_window(fields, rule.period, "period", periods, "Changes in the average",
                  published("Wilder, \"New Concepts in Technical Trading Systems\", 1978: 14"));
}

void describe(Fields& fields, MacdIndicator& rule) {
  const Source appel = published("Appel, \"Technical Analysis: Power Tools for Active Investors\", 2005: 12, 26 and 9");
  describe_series(fields, rule.of);
  describe_window(fields, rule.fast, "fast", periods, "Period of the fast average", appel);
  describe_window(fields, rule.slow, "slow", periods, "Period of the slow average", appel);
  describe_window(fields, rule.signal, "signal", periods, "Period of the average of their gap", appel);
  fields.require(rule.fast < rule.slow, "fast", "must be below slow");
}

void describe(Fields& fields, BetaIndicator& rule) {
  describe_series(fields, rule.of);
  fields.require(rule.of != SignalSeries::spx, "of", "must be another series than spx, whose beta to itself is 1");
  describe_window(fields, rule.window, "days", windows, "Returns in the window", assumption("about a quarter of trading days"));
}

void describe(Fields&, AdvanceDeclineIndicator&) {}

void describe(Fields& fields, LevelIndicator& rule) {
  describe_series(fields, rule.of);
}

void describe(Fields& fields, DeviationIndicator& rule) {
  describe_series(fields, rule.of);
  describe_window(fields, rule.window, "days", windows, "Values in the mean", assumption("about a quarter of trading days"));
}

void describe(Fields& fields, VolatilityIndicator& rule) {
  describe_series(fields, rule.of);
  describe_window(fields, rule.window, "days", windows, "Changes in the window", assumption("about a month of trading days"));
}

void describe(Fields& fields, Indicator& indicator) {
  fields.kinds(indicator.rule, Fields::Missing::problem);
  fields.number(indicator.weight, {.name = "weight",
                                   .text = "What a standard deviation adds to the log odds of the regime; below zero a high value "
                                           "speaks against it",
                                   .bounds = between(-100, 100),
                                   .source = assumption("one; no public rule gives weights, they are the reader's own")});
  describe_window(fields, indicator.window, "z_window", windows, "Values of the indicator that its z-score compares the day with",
                  assumption("about a quarter of trading days"));
  fields.number(indicator.mean,
                {.name = "mean",
                 .text = "Mean of the indicator that its z-score goes by, in place of that over the window: needs deviation",
                 .bounds = between(-1e15, 1e15)});
  fields.number(indicator.deviation, {.name = "deviation",
                                      .text = "Standard deviation that its z-score goes by, in place of that over the window: needs mean",
                                      .bounds = above(0, 1e15)});
  fields.whole(indicator.valid_days, {.name = "valid_days",
                                      .text = "Days for which a z-score stands until the next value; then the signal drops out",
                                      .unit = "days",
                                      .bounds = between(0, 3660),
                                      .source = assumption("from one monthly figure to the next")});
  fields.require(indicator.mean.has_value() == indicator.deviation.has_value(), "mean", "must be given together with deviation");
}

void describe_event_kind(Fields& fields, EventKind& kind) {
  choice(fields, kind, std::to_array<std::string_view>({"fomc", "cpi", "ppi", "gdp"}),
         {.name = "event",
          .text = "A decision of the FOMC, or the day on which CPI, PPI or GDP is published",
          .source = assumption("the first of the list")});
}

void describe(Fields& fields, CalendarEvent& event) {
  describe_event_kind(fields, event.kind);
  fields.whole(event.day, {.name = "day",
                           .text = "Its day, counted from day 0",
                           .unit = "days",
                           .bounds = between(0, 40000),
                           .source = assumption("none is known: the dates are the reader's own")});
}

void describe(Fields& fields, Signals& signals) {
  fields.list(signals.indicators,
              {.name = "indicators",
               .text = "What makes the regime score: the logistic function of their weighted z-scores. A series that is missing "
                       "drops out"});
  fields.number(signals.offset, {.name = "offset",
                                 .text = "Log odds of the regime on a day on which every signal is at its mean; where missing 0, a "
                                         "score of one half",
                                 .bounds = between(-100, 100)});
  fields.list(signals.events, {.name = "events", .text = "Days that are known long before: FOMC, CPI, PPI and GDP"});
}

std::vector<SignalSeries> read_by(const Indicator& indicator) {
  return std::visit(
      [](const auto& rule) -> std::vector<SignalSeries> {
        using Rule = std::decay_t<decltype(rule)>;
        if constexpr (std::is_same_v<Rule, DailyRangeIndicator>)
          return {SignalSeries::vix};
        else if constexpr (std::is_same_v<Rule, AdvanceDeclineIndicator>)
          return {SignalSeries::advances, SignalSeries::declines};
        else if constexpr (std::is_same_v<Rule, BetaIndicator>)
          return {rule.of, SignalSeries::spx};
        else
          return {rule.of};
      },
      indicator.rule);
}

namespace {

// One overload for each kind.
int values_before(const DailyRangeIndicator&) { return 0; }
int values_before(const RelativeStrengthIndicator& rule) { return rule.period; }
int values_before(const MacdIndicator&) { return 0; }
int values_before(const BetaIndicator& rule) { return rule.window; }
int values_before(const AdvanceDeclineIndicator&) { return 0; }
int values_before(const LevelIndicator&) { return 0; }
int values_before(const DeviationIndicator& rule) { return rule.window - 1; }
int values_before(const VolatilityIndicator& rule) { return rule.window; }

std::string titled(std::string_view what, SignalSeries of) {
  return std::string(what) + " of " + std::string(title(of));
}

std::string titled(const DailyRangeIndicator&) { return "EDR"; }
std::string titled(const RelativeStrengthIndicator& rule) { return titled("RSI " + std::to_string(rule.period), rule.of); }
std::string titled(const MacdIndicator& rule) {
  return titled("MACD " + std::to_string(rule.fast) + "/" + std::to_string(rule.slow) + "/" + std::to_string(rule.signal), rule.of);
}
std::string titled(const BetaIndicator& rule) { return titled("Beta over " + std::to_string(rule.window) + " days", rule.of); }
std::string titled(const AdvanceDeclineIndicator&) { return "Advance-decline line"; }
std::string titled(const LevelIndicator& rule) { return titled("Level", rule.of); }
std::string titled(const DeviationIndicator& rule) {
  return titled("Deviation from the mean over " + std::to_string(rule.window) + " values", rule.of);
}
std::string titled(const VolatilityIndicator& rule) {
  return titled("Volatility over " + std::to_string(rule.window) + " changes", rule.of);
}

Source defined(const DailyRangeIndicator&) {
  return recurring("VIX/√252, one standard deviation of a day in percent (VixShield glossary, \"EDR\")");
}
Source defined(const RelativeStrengthIndicator&) {
  return published("100·g/(g + l) of the averages of gains and losses, the first of them simple means, then Wilder's smoothing "
                   "(Wilder, \"New Concepts in Technical Trading Systems\", 1978)");
}
Source defined(const MacdIndicator&) {
  return published("fast less slow exponential average, less the exponential average of that gap; every average starts from the "
                   "first value (Appel; StockCharts, ChartSchool, \"MACD\")");
}
Source defined(const BetaIndicator&) {
  return published("covariance of the returns of one value to the next with those of SPX over the variance of those of SPX (Sharpe, "
                   "\"Capital Asset Prices\", Journal of Finance 19, 1964)");
}
Source defined(const AdvanceDeclineIndicator&) {
  return published("the sum of advances less declines from the first day given (StockCharts, ChartSchool, \"Advance-Decline Line\")");
}
Source defined(const LevelIndicator&) {
  return assumption("the series itself");
}
Source defined(const DeviationIndicator&) {
  return assumption("x/mean - 1, the day itself in the mean");
}
Source defined(const VolatilityIndicator&) {
  return assumption("sample standard deviation of ln(x/x before), in the time of one value");
}

}  // namespace

int warm_up(const Indicator& indicator) {
  const int before = std::visit([](const auto& rule) { return values_before(rule); }, indicator.rule);
  return before + (indicator.mean ? 0 : indicator.window - 1);
}

std::string title(const Indicator& indicator) {
  return std::visit([](const auto& rule) { return titled(rule); }, indicator.rule);
}

Source definition(const Indicator& indicator) {
  return std::visit([](const auto& rule) { return defined(rule); }, indicator.rule);
}

std::vector<CalendarEvent> joined_events(const Signals& signals, std::span<const DatedEvent> dated, Date first) {
  std::vector<CalendarEvent> events = signals.events;
  for (const DatedEvent& each : dated)
    if (each.date >= first) events.push_back({each.kind, each.date - first});
  std::ranges::sort(events, {}, [](const CalendarEvent& each) { return std::tuple(each.day, each.kind); });
  const auto again = std::ranges::unique(events);
  events.erase(again.begin(), again.end());
  return events;
}

}  // namespace ballast
