#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "history/csv.h"
#include "history/remark.h"

namespace ballast {

/// Which cells of a line hold what, from 0.
struct SeriesLayout {
  struct Prints {
    std::size_t open, high, low;
  };
  std::optional<std::size_t> date = {};  ///< empty: values alone
  std::size_t value = 0;
  std::optional<Prints> prints = {};  ///< where the value is a close among them
  std::size_t heading_row = 0;        ///< 0: none
  std::string heading = {};           ///< of the value

  /// Cells that a whole row has at least.
  std::size_t cells() const;
};

/// Whether any cell is a date or a number: what tells a row of data from headings.
bool holds_data(const CsvLine& line);

/// Tells the columns apart by the headings and the first rows of data, as series.h says; a remark where they cannot be.
std::variant<SeriesLayout, Remark> find_layout(std::string_view text);

}  // namespace ballast
