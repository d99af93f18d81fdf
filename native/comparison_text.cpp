#include "comparison_text.h"

#include <algorithm>
#include <format>

#include "table.h"

namespace ballast::command {
namespace {

/// Columns of numbers with a row for each item.
template <class Item>
class Rows {
 public:
  Rows(std::span<const Item> items, Column what) : items_(items), columns_{std::move(what)} {}

  template <class Read>
  void add(std::string heading, int decimals, const Read& read) {
    std::vector<double> values;
    for (const Item& item : items_) values.push_back(read(item));
    columns_.push_back({std::move(heading), numbers(values, decimals)});
  }

  /// Of values that some rows have not.
  template <class Read>
  void add_if_any(std::string heading, int decimals, const Read& read) {
    Column column{std::move(heading), {}};
    for (const Item& item : items_) {
      const std::optional<double> value = read(item);
      column.cells.push_back(value ? number(*value, decimals) : "-");
    }
    columns_.push_back(std::move(column));
  }

  std::string text() const { return table(columns_); }

 private:
  std::span<const Item> items_;
  std::vector<Column> columns_;
};

std::optional<double> on_spike(const Evaluation& evaluation, double Profit::* of) {
  if (!evaluation.spike) return {};
  return evaluation.spike->change.*of;
}

double total_of(const Evaluation& evaluation, double LayerByDay::* member) {
  double sum = 0;
  for (const LayerByDay& layer : evaluation.layers) sum += layer.*member;
  return sum;
}

}  // namespace

std::string comparison_text(std::span<const Compared> books) {
  Column name{"book", {}, Column::Align::left};
  for (const Compared& book : books) name.cells.push_back(cell(book.name, 24));
  Rows<Compared> rows(books, std::move(name));
  rows.add("times", 3, [](const Compared& book) { return book.scale; });
  rows.add_if_any("spike: hedge", 2, [](const Compared& book) { return on_spike(book.evaluation, &Profit::hedge); });
  rows.add_if_any("spike: total", 2, [](const Compared& book) { return on_spike(book.evaluation, &Profit::total); });
  rows.add("worst day", 2, [](const Compared& book) { return book.evaluation.worst.change.total; });
  rows.add("calm month", 2, [](const Compared& book) { return book.evaluation.calm.hedge; });
  rows.add("end: total", 2, [](const Compared& book) { return book.evaluation.total.back(); });
  rows.add("premium a year", 2, [](const Compared& book) { return book.evaluation.calm_premium; });
  rows.add("costs", 2, [](const Compared& book) { return total_of(book.evaluation, &LayerByDay::costs); });
  rows.add("turnover", 2, [](const Compared& book) { return total_of(book.evaluation, &LayerByDay::turnover); });
  rows.add_if_any("IRR %", 1, [](const Compared& book) -> std::optional<double> {
    const auto& rate = book.evaluation.capital.internal_rate;
    if (!rate) return {};
    return 100 * rate->rate;
  });
  rows.add_if_any("least quick ratio", 2, [](const Compared& book) -> std::optional<double> {
    const double least = std::ranges::min(book.evaluation.capital.quick_ratio);
    if (least >= no_obligations) return {};
    return least;
  });
  rows.add("most margin", 2, [](const Compared& book) { return std::ranges::max(book.evaluation.capital.margin); });
  return "Books side by side, USD\n" + rows.text();
}

std::string policies_text(std::span<const PolicyOutcome> outcomes) {
  Column policy{"set anew", {}, Column::Align::left};
  for (const PolicyOutcome& each : outcomes) policy.cells.emplace_back(each.policy == "static" ? "never" : each.policy);
  Rows<PolicyOutcome> rows(outcomes, std::move(policy));
  rows.add_if_any("spike", 2, [](const PolicyOutcome& each) { return each.spike; });
  rows.add("calm month", 2, [](const PolicyOutcome& each) { return each.calm_month; });
  rows.add("end", 2, [](const PolicyOutcome& each) { return each.end; });
  rows.add("turnover", 2, [](const PolicyOutcome& each) { return each.turnover; });
  rows.add("costs", 2, [](const PolicyOutcome& each) { return each.costs; });
  return "The hedge by when it is set anew to its targets, USD\n" + rows.text();
}

std::string lead_text(const TimeShift& shift) {
  Column lead{"days before", {}};
  std::vector<double> paid, returned, at_spike, at_end;
  for (std::size_t i = 0; i < shift.lead.size(); ++i) {
    const int days = shift.lead[i];
    if (days % 5 != 0 && std::abs(days) > 3) continue;
    lead.cells.push_back(std::to_string(days));
    paid.push_back(shift.paid[i]);
    returned.push_back(shift.returned[i]);
    at_spike.push_back(shift.at_spike[i]);
    at_end.push_back(shift.at_end[i]);
  }
  return std::format("The hedge by how many days before the spike it is opened, USD (the spike moved to day {})\n",
                     shift.spike_day) +
         table({lead,
                {"paid", numbers(paid, 2)},
                {"returned", numbers(returned, 2)},
                {"profit at the spike", numbers(at_spike, 2)},
                {"profit at the end", numbers(at_end, 2)}});
}

}  // namespace ballast::command
