#include "history/join.h"

#include <algorithm>
#include <span>
#include <vector>

namespace ballast {
namespace {

/// One of the series and how far it has been walked.
struct Column {
  std::string_view name;
  const Series* series;
  std::vector<double>* values;  ///< of the days that all have
  std::size_t at = 0;

  bool is_at_end() const { return at == series->dates.size(); }
  Date date() const { return series->dates[at]; }
  bool has(Date day) const { return !is_at_end() && date() == day; }
};

/// "2018-02-01 in row 2, column 1".
std::string dated(const Series& series, std::size_t at) {
  const std::string cell = series.date_column > 0 ? ", column " + std::to_string(series.date_column) : "";
  return iso(series.dates[at]) + " in row " + std::to_string(series.rows[at]) + cell;
}

std::string range(const Column& column) {
  const Series& series = *column.series;
  return std::string(column.name) + " (" + dated(series, 0) + ", to " + dated(series, series.dates.size() - 1) + ")";
}

/// Whether two series have any date in common.
bool share_a_date(const Series& a, const Series& b) {
  for (std::size_t i = 0, j = 0; i < a.dates.size() && j < b.dates.size();) {
    if (a.dates[i] == b.dates[j]) return true;
    a.dates[i] < b.dates[j] ? ++i : ++j;
  }
  return false;
}

class Join {
 public:
  explicit Join(const HistorySeries& given) : given_(given) {
    const bool use_futures = given.token == nullptr;
    const auto add = [&](std::string_view name, const Series* series, std::vector<double>& values) {
      if (series) columns_.push_back({name, series, &values});
    };
    add("VIX", given.vix, joined_.history.vix);
    add("SPX", given.spx, joined_.history.spx);
    add("VVIX", given.vvix, joined_.history.vvix);
    add("first future", use_futures ? given.first_future : nullptr, joined_.history.first_future);
    add("second future", use_futures ? given.second_future : nullptr, joined_.history.second_future);
    add("token", given.token, joined_.history.token);
  }

  JoinedHistory result() {
    if ((joined_.problem = problem_with_given())) return std::move(joined_);
    skip_to_common_range();
    for (Date day = {}; next_day(day);) take(day);
    if (days_.empty()) return without_common_date();
    if (!given_.token && given_.first_future) follow_futures();
    if (given_.token && given_.first_future)
      joined_.doubted.add({.message = "the futures are not used: the token's own price is given"});
    set_days();
    return std::move(joined_);
  }

 private:
  std::optional<std::string> problem_with_given() const {
    if (!given_.vix) return "no VIX closes";
    if (given_.second_future && !given_.first_future) return "settlements of the second future without those of the first";
    for (const Column& column : columns_)
      if (column.series->dates.empty()) return std::string(column.name) + " has no values";
    return std::nullopt;
  }

  /// Leaves out what comes before the series that begins last, and what comes after the one that ends first.
  void skip_to_common_range() {
    const auto& begins = std::ranges::max(columns_, {}, [](const Column& c) { return c.series->dates.front(); });
    const auto& ends = std::ranges::min(columns_, {}, [](const Column& c) { return c.series->dates.back(); });
    const Date first = begins.series->dates.front();
    last_ = ends.series->dates.back();
    const std::string begin = "before " + iso(first) + ", where " + std::string(begins.name) + " begins";
    const std::string end = "after " + iso(last_) + ", where " + std::string(ends.name) + " ends";
    for (Column& column : columns_) {
      const auto& dates = column.series->dates;
      const auto from = std::ranges::lower_bound(dates, first), to = std::ranges::upper_bound(dates, last_);
      column.at = static_cast<std::size_t>(from - dates.begin());
      leave_out_range(column, 0, from - dates.begin(), begin);
      leave_out_range(column, static_cast<std::size_t>(to - dates.begin()), dates.end() - to, end);
    }
  }

  void leave_out_range(const Column& column, std::size_t at, std::ptrdiff_t count, const std::string& where) {
    if (count == 0) return;
    joined_.left_out.add(
        {.row = column.series->rows[at],
         .message = std::string(column.name) + ": " + std::to_string(count) + (count == 1 ? " day " : " days ") + where,
         .value = iso(column.series->dates[at])});
  }

  /// The first day that any series has and that has not been taken.
  bool next_day(Date& day) const {
    bool found = false;
    for (const Column& column : columns_) {
      if (column.is_at_end() || column.date() > last_ || (found && column.date() >= day)) continue;
      day = column.date();
      found = true;
    }
    return found;
  }

  void take(Date day) {
    const bool in_all = std::ranges::all_of(columns_, [&](const Column& column) { return column.has(day); });
    if (in_all)
      days_.push_back(day);
    else
      leave_out(day);
    for (Column& column : columns_) {
      if (!column.has(day)) continue;
      if (in_all) {
        column.values->push_back(column.series->values[column.at]);
        if (&column == &columns_[0]) vix_rows_.push_back(column.series->rows[column.at]);
      }
      ++column.at;
    }
  }

  void leave_out(Date day) {
    std::string having, missing;
    std::size_t row = 0;
    for (const Column& column : columns_) {
      std::string& list = column.has(day) ? having : missing;
      if (!list.empty()) list += ", ";
      list += column.name;
      if (row == 0 && column.has(day)) row = column.series->rows[column.at];
    }
    std::string message = having + ": a day that is missing in " + missing;
    if (!is_trading_day(day)) message += "; the exchanges were closed on it";
    joined_.left_out.add({.row = row, .message = std::move(message), .value = iso(day)});
  }

  JoinedHistory without_common_date() {
    joined_.history = {};
    joined_.problem = "no date is in all of the series";
    for (const Column& column : std::span(columns_).subspan(1))
      if (!share_a_date(*columns_[0].series, *column.series)) {
        joined_.problem = range(columns_[0]) + " and " + range(column) + " share no date";
        break;
      }
    return std::move(joined_);
  }

  void follow_futures() {
    std::vector<FuturesDay> futures(days_.size());
    for (std::size_t i = 0; i < days_.size(); ++i) {
      // On the settlement day the row is still that of the future that settles.
      futures[i] = {
          .date = days_[i], .first = front_future(days_[i] + -1), .first_settlement = joined_.history.first_future[i]};
      if (const auto& second = joined_.history.second_future; !second.empty()) futures[i].second_settlement = second[i];
    }
    FuturesToken token = futures_token(futures, given_.held);
    for (const std::size_t i : token.incomplete)
      doubt(i, "the token's return is that of one future: the other that the index held is not known");
    for (const std::size_t i : token.across_gap)
      doubt(i, "trading days are missing before it: the index rolled, the token did not");
    if (token.price.size() < days_.size()) cut_to(token.price.size());
    joined_.history.token = std::move(token.price);
  }

  void doubt(std::size_t i, std::string message) {
    joined_.doubted.add({.row = vix_rows_[i], .message = "VIX: " + message, .value = iso(days_[i])});
  }

  /// Keeps the first `count` days, those that the futures reach.
  void cut_to(std::size_t count) {
    joined_.left_out.add({.row = vix_rows_[count],
                          .message = "VIX: " + std::to_string(days_.size() - count) +
                                     " days from here on: no future is known on this day and the one before",
                          .value = iso(days_[count])});
    days_.resize(count);
    History& history = joined_.history;
    for (auto* values : {&history.vix, &history.spx, &history.vvix, &history.first_future, &history.second_future})
      if (!values->empty()) values->resize(count);
  }

  void set_days() {
    joined_.history.first = days_.front();
    for (const Date day : days_) joined_.history.day.push_back(day - days_.front());
  }

  const HistorySeries& given_;
  JoinedHistory joined_;
  std::vector<Column> columns_;
  std::vector<Date> days_;             ///< that all series have
  std::vector<std::size_t> vix_rows_;  ///< of those days
  Date last_;
};

}  // namespace

JoinedHistory join(const HistorySeries& series) {
  return Join(series).result();
}

}  // namespace ballast
