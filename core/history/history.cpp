#include "history/history.h"

#include <algorithm>

namespace ballast {

History part(const History& history, std::size_t at, std::size_t count) {
  History result{.first = history.first + history.day[at]};
  for (std::size_t i = at; i < at + count; ++i) result.day.push_back(history.day[i] - history.day[at]);
  for (auto column :
       {&History::vix, &History::spx, &History::vvix, &History::token, &History::first_future, &History::second_future}) {
    const auto& all = history.*column;
    if (!all.empty())
      (result.*column)
          .assign(all.begin() + static_cast<std::ptrdiff_t>(at), all.begin() + static_cast<std::ptrdiff_t>(at + count));
  }
  return result;
}

History between(const History& history, Date from, Date to) {
  const auto begin = std::ranges::lower_bound(history.day, from - history.first);
  const auto end = std::ranges::upper_bound(history.day, to - history.first);
  if (begin >= end) return {};
  return part(history, static_cast<std::size_t>(begin - history.day.begin()), static_cast<std::size_t>(end - begin));
}

}  // namespace ballast
