#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

namespace ballast {

/// One line of a comma-separated text (RFC 4180, but a quoted cell ends with its line). The cells are views into the text:
/// without the quotes and blanks around them, without empty cells at the end, a doubled quote within left as it is.
struct CsvLine {
  static constexpr std::size_t most_cells = 256;
  std::size_t row = 0;  ///< from 1, blank lines counted
  std::vector<std::string_view> cells = {};
  bool has_open_quote = false;      ///< a quote begins that the line does not end
  bool has_too_many_cells = false;  ///< more than most_cells; the rest is not in `cells`
  bool is_ended = false;            ///< by a line break, as every line but perhaps the last one is
};

/// Takes one line after the other off a text. A line ends with LF, CRLF or CR.
class CsvLines {
 public:
  explicit CsvLines(std::string_view text) : rest_(text) {}

  /// The next line, into `line`; false at the end of the text.
  bool next(CsvLine& line);

 private:
  std::string_view rest_;
  std::size_t row_ = 0;
};

}  // namespace ballast
