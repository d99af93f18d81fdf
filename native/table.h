#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ballast::command {

/// Lines are at most this wide.
inline constexpr std::size_t page_width = 100;

/// A column of cells as text.
struct Column {
  enum class Align { right, left };
  std::string heading;
  std::vector<std::string> cells;
  Align align = Align::right;
};

/// Columns side by side, two spaces apart. Those that do not fit the page follow in further blocks, each of which begins with
/// the first `keys` columns again.
std::string table(const std::vector<Column>& columns, std::size_t keys = 1);

/// Text broken at spaces into lines of the page, each indented.
std::string wrapped(std::string_view text, std::size_t indent = 0);

/// The text of a user as a cell: control characters become spaces, and what is longer than `longest` characters is cut.
std::string cell(std::string_view text, std::size_t longest);

/// A number with a fixed number of decimals and commas between thousands; never "-0".
std::string number(double value, int decimals);

/// Numbers with one number of decimals: `decimals`, or none where the largest has more than five digits before the point.
std::vector<std::string> numbers(const std::vector<double>& values, int decimals);

}  // namespace ballast::command
