#include "evaluation_text.h"

#include <algorithm>
#include <format>

#include "days.h"
#include "scenario/notes.h"
#include "scenario/report.h"
#include "table.h"

namespace ballast::command {

std::string heading(const std::string& text, Style style) {
  return style == Style::terminal ? "\n\033[1m" + text + "\033[0m\n" : "\n" + text + "\n";
}

namespace {

constexpr std::size_t longest_name = 22;

std::string name_of(const Layer& layer) {
  return cell(layer_name(layer), longest_name);
}

/// What the tables are made of.
struct Subject {
  const Scenario& scenario;
  const WhatIf& path;
  const Evaluation& evaluation;
  const Arguments& arguments;
};

std::vector<double> at_days(const Days& column, const std::vector<int>& days) {
  std::vector<double> values;
  for (const int day : days) values.push_back(column[static_cast<std::size_t>(day)]);
  return values;
}

/// Tables by day: columns are cut down to the days shown.
class ByDay {
 public:
  ByDay(const Subject& subject, std::vector<int> days) : days_(std::move(days)) {
    Column column{"day ", {}};
    for (const int day : days_) {
      const bool rising = subject.evaluation.spike && day >= subject.path.spike.day && day <= last_day(subject.path.spike);
      column.cells.push_back(std::to_string(day) + (rising ? "*" : " "));
    }
    columns_.push_back(std::move(column));
  }
  void add(std::string name, const Days& values, int decimals) {
    columns_.push_back({std::move(name), numbers(at_days(values, days_), decimals)});
  }
  std::string text() const { return table(columns_); }

 private:
  std::vector<int> days_;
  std::vector<Column> columns_;
};

std::vector<int> days_shown(const Subject& subject) {
  if (subject.arguments.all_days) return all_days(subject.path);
  std::vector<int> telling = {subject.evaluation.worst.day};
  if (subject.evaluation.spike)
    for (const int day : days_around_spike(subject.path)) telling.push_back(day);
  return telling_days(subject.path, telling);
}

std::string market_by_day(const Subject& subject, const std::vector<int>& days) {
  const PathByDay& path = subject.evaluation.path;
  ByDay columns(subject, days);
  columns.add("VIX", path.vix, 4);
  columns.add("VVIX", path.vvix, 2);
  for (const FutureByDay& future : path.futures) columns.add(std::format("future {}d", future.tenor_days), future.level, 4);
  columns.add("SPX", path.spx, 2);
  columns.add("token", path.token, 6);
  return columns.text();
}

std::string pool_by_day(const Subject& subject, const std::vector<int>& days) {
  const PoolByDay& pool = subject.evaluation.pool;
  ByDay columns(subject, days);
  columns.add("value", pool.value, 2);
  columns.add("hold", pool.hold, 2);
  columns.add("rebalanced", pool.rebalanced, 2);
  columns.add("imp. loss", pool.impermanent_loss, 2);
  columns.add("imp. loss %", pool.impermanent_loss_percent, 3);
  columns.add("fees", pool.fees, 2);
  return columns.text();
}

std::string profit_by_day(const Subject& subject, const std::vector<int>& days) {
  ByDay columns(subject, days);
  columns.add("pool", subject.evaluation.pool.profit, 2);
  for (std::size_t j = 0; j < subject.scenario.book.size(); ++j)
    columns.add(name_of(subject.scenario.book[j]), subject.evaluation.layers[j].profit, 2);
  columns.add("hedge", subject.evaluation.hedge, 2);
  columns.add("total", subject.evaluation.total, 2);
  return columns.text();
}

Profit at_end(const Evaluation& evaluation) {
  Profit profit{
      .pool = evaluation.pool.profit.back(), .layers = {}, .hedge = evaluation.hedge.back(), .total = evaluation.total.back()};
  for (const LayerByDay& layer : evaluation.layers) profit.layers.push_back(layer.profit.back());
  return profit;
}

/// A table with a row for each profit.
class Profits {
 public:
  explicit Profits(const std::vector<Layer>& book) : book_(book) {}
  void add(const Profit& profit) { rows_.push_back(&profit); }

  std::string text(std::vector<Column> columns) const {
    const std::size_t keys = columns.size();
    columns.push_back(column("pool", [](const Profit& row) { return row.pool; }));
    for (std::size_t j = 0; j < book_.size(); ++j)
      columns.push_back(column(name_of(book_[j]), [j](const Profit& row) { return row.layers[j]; }));
    columns.push_back(column("hedge", [](const Profit& row) { return row.hedge; }));
    columns.push_back(column("total", [](const Profit& row) { return row.total; }));
    return table(columns, keys);
  }

 private:
  template <class Read>
  Column column(std::string name, const Read& read) const {
    std::vector<double> values;
    for (const Profit* row : rows_) values.push_back(read(*row));
    return {std::move(name), numbers(values, 2)};
  }

  const std::vector<Layer>& book_;
  std::vector<const Profit*> rows_;
};

std::string profits(const Subject& subject) {
  const Evaluation& evaluation = subject.evaluation;
  const Profit end = at_end(evaluation);
  Profits rows(subject.scenario.book);
  Column what{"", {}, Column::Align::left};
  if (evaluation.spike) {
    what.cells.push_back(std::format("spike, day {} to {}", evaluation.spike->from_day, evaluation.spike->to_day));
    rows.add(evaluation.spike->change);
  }
  what.cells.push_back(std::format("worst day, {}", evaluation.worst.day));
  rows.add(evaluation.worst.change);
  what.cells.push_back(std::format("day 0 to {}", subject.path.horizon_days));
  rows.add(end);
  what.cells.push_back("calm, 30 days");
  rows.add(evaluation.calm);
  return rows.text({what});
}

/// Profits at some of the curve's levels: nine or so, evenly spaced.
std::string curve(const Subject& subject) {
  const SpikeCurve& curve = subject.evaluation.curve;
  const std::size_t step = std::max<std::size_t>(1, (curve.vix_to.size() - 1) / 8);
  std::vector<double> vix, token;
  Profits rows(subject.scenario.book);
  for (std::size_t i = 0; i < curve.vix_to.size(); i += step) {
    vix.push_back(curve.vix_to[i]);
    token.push_back(curve.token[i]);
    rows.add(curve.profit[i]);
  }
  return rows.text({{"VIX to", numbers(vix, 2)}, {"token", numbers(token, 4)}});
}

std::string name(OptionType type) {
  return type == OptionType::call ? "call" : "put";
}

std::string ending(const LegReport& leg) {
  switch (leg.end) {
    case LegReport::open:
      return std::format("open {}", leg.end_day);
    case LegReport::sold:
      return std::format("sold {}", leg.end_day);
    case LegReport::expired:
      return std::format("expired {}", leg.end_day);
  }
  return "";
}

/// Strikes and forwards: seven digits or so, as they are quoted.
std::string level(double value) {
  return std::format("{:.{}f}", value, value < 1000 ? 4 : 3);
}

/// The first of their kind, those that lived through the spike and those still open.
bool is_telling(const LegReport& leg, int first_day) {
  return leg.opened_day == first_day || leg.spike || leg.end == LegReport::open;
}

std::vector<LegReport> legs_shown(const Subject& subject, const LayerByDay& layer) {
  std::vector<LegReport> legs = layer.legs;
  if (subject.arguments.all_legs || legs.size() <= 12) return legs;
  const int first_day = legs.front().opened_day;
  std::erase_if(legs, [&](const LegReport& leg) { return !is_telling(leg, first_day); });
  return legs;
}

std::string legs_table(const std::vector<LegReport>& legs, bool spike) {
  std::vector<Column> columns = {{"option", {}, Column::Align::left},
                                 {"number", {}},
                                 {"strike", {}},
                                 {"days", {}},
                                 {"forward", {}},
                                 {"vol. %", {}},
                                 {"delta", {}},
                                 {"price", {}}};
  if (spike) columns.push_back({"spike", {}});
  columns.push_back({"end", {}});
  columns.push_back({"costs", {}});
  columns.push_back({"", {}, Column::Align::left});
  for (const LegReport& leg : legs) {
    const bool forward = leg.instrument == Instrument::forward;
    std::vector<std::string> row = {std::string(ballast::name(leg.underlying)) + " " + (forward ? "itself" : name(leg.type)),
                                    std::format("{:.6g}", leg.contracts),
                                    level(leg.strike),
                                    std::format("{}-{}", leg.opened_day, leg.expiry_day),
                                    level(leg.opened.forward),
                                    number(100 * leg.opened.volatility, 3),
                                    number(leg.opened.delta, 3),
                                    number(leg.opened.price, 4)};
    if (spike) row.push_back(leg.spike ? number(leg.spike->price, 4) : "-");
    row.push_back(number(leg.ended.price, 4));
    row.push_back(number(leg.costs, 2));
    row.push_back(ending(leg));
    for (std::size_t i = 0; i < row.size(); ++i) columns[i].cells.push_back(std::move(row[i]));
  }
  return table(columns, 3);
}

std::string terms(const Layer& layer, const LayerByDay& by_day) {
  if (!layer.on) return "off";
  std::string text = std::format("costs paid {} USD", number(by_day.costs, 2));
  const double margin = std::ranges::max(by_day.margin);
  if (margin > 0) text += std::format(", margin up to {} USD", number(margin, 0));
  return text;
}

std::string break_evens(const LayerByDay& by_day) {
  std::string text;
  for (const BreakEven& each : by_day.break_evens)
    text += std::format("{}{} {} on day {}", text.empty() ? "Breaks even at " : ", ", ballast::name(each.underlying),
                        level(each.level), each.expiry_day);
  return text.empty() ? text : wrapped(text + ", interest apart.");
}

std::string layer_text(const Subject& subject, std::size_t number, Style style) {
  const Layer& layer = subject.scenario.book[number];
  const LayerByDay& by_day = subject.evaluation.layers[number];
  std::string text = heading(cell(layer_name(layer), 60) + " (" + terms(layer, by_day) + ")", style);
  for (const Note& note : notes(subject.scenario, subject.evaluation, number)) text += wrapped(note.text);
  if (by_day.legs.empty()) return text + (by_day.turnover > 0 ? "" : "nothing traded\n");
  text += break_evens(by_day);
  const auto legs = legs_shown(subject, by_day);
  text += legs_table(legs, subject.evaluation.spike.has_value());
  if (legs.size() < by_day.legs.size())
    text += std::format("{} more; --all-legs shows them\n", by_day.legs.size() - legs.size());
  return text;
}

std::string greeks(const Subject& subject, std::size_t day) {
  Column what{"", {"pool"}, Column::Align::left};
  const PoolSensitivity& pool = subject.evaluation.pool.sensitivity[day];
  std::vector<double> vix_point = {pool.vix_point};
  std::vector<Column> columns = {{"delta", {"-"}}, {"gamma", {"-"}}, {"theta", {"-"}}, {"vega", {"-"}}, {"rho", {"-"}}};
  for (std::size_t j = 0; j < subject.scenario.book.size(); ++j) {
    const LayerGreeks& layer = subject.evaluation.layers[j].greeks[day];
    what.cells.push_back(name_of(subject.scenario.book[j]));
    vix_point.push_back(layer.vix_point);
    const double values[] = {layer.delta, layer.gamma, layer.theta, layer.vega, layer.rho};
    for (std::size_t i = 0; i < columns.size(); ++i) columns[i].cells.push_back(number(values[i], 2));
  }
  double sum = 0;
  for (const double value : vix_point) sum += value;
  vix_point.push_back(sum);
  what.cells.push_back("all");
  columns.insert(columns.begin(), Column{"VIX + 1", numbers(vix_point, 2)});
  columns.insert(columns.begin(), what);
  return table(columns);
}

std::string percent(double fraction) {
  return number(100 * fraction, 1) + " %";
}

std::string returns(const CapitalReport& capital) {
  const std::string irr = capital.internal_rate ? percent(capital.internal_rate->rate) : "none";
  const std::string mirr = capital.modified_rate ? percent(*capital.modified_rate) : "none";
  return std::format("IRR {}, modified {}, cost of equity {} (CAPM), cost of capital {} (WACC).", irr, mirr,
                     percent(capital.cost_of_equity), percent(capital.cost_of_capital));
}

/// The quick ratio as people write it: beyond all need it is not a number that matters.
std::string ratio(double value) {
  return value >= 1000 ? "above 1,000" : number(value, 2);
}

std::string margin_calls(const CapitalReport& capital) {
  const auto least = std::ranges::min_element(capital.quick_ratio);
  const std::string text =
      std::format("The quick ratio is least on day {}: {}.", least - capital.quick_ratio.begin(), ratio(*least));
  if (capital.margin_calls.empty()) return text + " No margin call.";
  const auto worst = std::ranges::max_element(capital.margin_calls, {}, &MarginCall::shortfall);
  return text + std::format(
                    " A margin call on {} days, the largest on day {}: {} USD short, met by selling {} USD of tokens out of "
                    "the pool, {} "
                    "USD of it lost in the sale.",
                    capital.margin_calls.size(), worst->day, number(worst->shortfall, 0), number(worst->sold, 0),
                    number(worst->slippage, 0));
}

std::string capital_text(const Subject& subject, const std::vector<int>& days) {
  const CapitalReport& capital = subject.evaluation.capital;
  ByDay columns(subject, days);
  columns.add("cash flow", capital.cash_flow, 2);
  columns.add("cash", capital.cash, 2);
  columns.add("pool USDC", capital.pool_usdc, 2);
  columns.add("long options", capital.long_options, 2);
  columns.add("margin", capital.margin, 2);
  columns.add("short options", capital.short_options, 2);
  columns.add("borrowed", capital.borrowed, 2);
  std::string text =
      wrapped(capital_verdict(capital)) + wrapped(returns(capital)) + wrapped(margin_calls(capital)) + columns.text();
  text += wrapped(std::format("The token loses {} a year to the roll in calm (log).", percent(capital.roll_yield)));
  return text;
}

std::string sources(const std::vector<DefaultUsed>& defaults) {
  if (defaults.empty()) return "none: every value was given\n";
  std::string text;
  for (const DefaultUsed& each : defaults)
    text += each.pointer + "  " + each.value.dump() + "\n" +
            wrapped(std::string(label(each.source.provenance)) + ": " + std::string(each.source.text), 4);
  return text;
}

std::string versus(Benchmark benchmark) {
  switch (benchmark) {
    case Benchmark::hold:
      return "holding the entry tokens";
    case Benchmark::cash:
      return "the entry value in cash";
    case Benchmark::rebalanced:
      return "the same tokens rebalanced at market prices";
  }
  return "";
}

std::string pool_line(const Pool& pool) {
  const auto kind = std::visit([](const auto& each) { return std::string(each.kind); }, pool.kind);
  std::string words = kind;
  std::ranges::replace(words, '_', ' ');
  return std::format("Pool: {}, {} USD, measured against {}; fees {:.6g} % a year.", words,
                     number(open_liquidity(pool.kind, pool.deposit)->value, 0), versus(pool.benchmark), 100 * pool.fee_apr);
}

}  // namespace

std::string evaluation_text(const Read<Scenario>& read, const Evaluation& evaluation, const Arguments& arguments, Style style) {
  const Scenario& scenario = read.value;
  const auto& path = std::get<WhatIf>(scenario.path.kind);
  const Subject subject{scenario, path, evaluation, arguments};
  const auto days = days_shown(subject);
  const auto section = [&](const std::string& title, const std::string& body) { return heading(title, style) + body; };

  std::string text;
  if (!scenario.name.empty()) text += heading(cell(scenario.name, page_width), style).substr(1);
  text += wrapped(summary(scenario, evaluation)) + wrapped(pool_line(scenario.pool));
  text += section("Profit, USD", profits(subject));
  text += section("Profit by day, USD since day 0", profit_by_day(subject, days));
  text += section("Pool by day, USD", pool_by_day(subject, days));
  text += section("Market by day", market_by_day(subject, days));
  if (evaluation.spike) text += "* spike\n";
  text += section(std::format("Profit on day {} by how far VIX rises, USD since day 0", evaluation.curve.day), curve(subject));
  for (std::size_t j = 0; j < scenario.book.size(); ++j) text += layer_text(subject, j, style);
  text += section("Capital, USD", capital_text(subject, days));
  text += section("Greeks on day 0, USD", greeks(subject, 0));
  if (evaluation.spike)
    text += section(std::format("Greeks after the spike, day {}, USD", last_day(path.spike)),
                    greeks(subject, static_cast<std::size_t>(last_day(path.spike))));
  text += wrapped(
      "VIX + 1: one more point of VIX through the whole model. Delta and gamma in the forwards of the options, theta a day, "
      "vega a volatility point, rho 0.01 of rate.");
  if (arguments.sources)
    text += section("Defaults used", sources(read.defaults));
  else
    text += std::format("\n{} values are defaults; --sources lists them and where they come from.\n", read.defaults.size());
  return text;
}

}  // namespace ballast::command
