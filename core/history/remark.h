#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ballast {

/// One thing that a person should know about a file they gave.
struct Remark {
  std::size_t row =
      0;  ///< line of the text, from 1 with headings and blank lines counted, as an editor shows it; 0 the whole file
  std::size_t column = 0;    ///< cell of the line, from 1, as a spreadsheet counts; 0 the whole line
  std::string message = {};  ///< what is the matter, and what was done where it is not plain
  std::string value = {};    ///< what stands there, see `excerpt`
};

/// Remarks in the order in which they were found. A file may give cause for a million; what is kept is bounded, what is counted
/// is not.
struct Remarks {
  static constexpr std::size_t most_listed = 100;
  std::vector<Remark> listed;  ///< the first `most_listed`
  std::size_t count = 0;       ///< of all

  void add(Remark remark);
};

/// The start of a text from outside, safe to show and to put into JSON: printable ASCII, '?' for any other byte, 40 characters
/// at most.
std::string excerpt(std::string_view text);

}  // namespace ballast
