#include "history/csv.h"

#include <algorithm>

namespace ballast {
namespace {

std::string_view without_blanks(std::string_view text) {
  constexpr std::string_view blanks = " \t";
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

/// Where the quoted cell that `text` begins with closes: a quote that is not doubled.
std::size_t closing_quote(std::string_view text) {
  for (std::size_t at = 1; (at = text.find('"', at)) != std::string_view::npos; at += 2)
    if (at + 1 == text.size() || text[at + 1] != '"') return at;
  return std::string_view::npos;
}

/// Takes a cell and the comma after it off the front.
std::string_view take_cell(std::string_view& text, CsvLine& line) {
  std::size_t from = std::min(text.find_first_not_of(" \t"), text.size());
  std::size_t comma = 0;
  if (from < text.size() && text[from] == '"') {
    const std::size_t close = closing_quote(text.substr(from));
    line.has_open_quote = line.has_open_quote || close == std::string_view::npos;
    comma = close == std::string_view::npos ? text.size() : std::min(text.find(',', from + close), text.size());
  } else {
    comma = std::min(text.find(','), text.size());
  }
  std::string_view cell = without_blanks(text.substr(0, comma));
  if (cell.size() >= 2 && cell.front() == '"' && cell.back() == '"') cell = without_blanks(cell.substr(1, cell.size() - 2));
  text.remove_prefix(std::min(comma + 1, text.size()));
  return cell;
}

}  // namespace

bool CsvLines::next(CsvLine& line) {
  if (rest_.empty()) return false;
  const std::size_t length = std::min(rest_.find_first_of("\r\n"), rest_.size());
  std::string_view text = rest_.substr(0, length);
  rest_.remove_prefix(length);
  line.row = ++row_;
  line.is_ended = !rest_.empty();
  line.has_open_quote = false;
  rest_.remove_prefix(rest_.starts_with("\r\n") ? 2 : line.is_ended ? 1 : 0);

  line.cells.clear();
  while (!text.empty() && line.cells.size() < CsvLine::most_cells) line.cells.push_back(take_cell(text, line));
  line.has_too_many_cells = text.find_first_not_of(", \t") != std::string_view::npos;
  while (!line.cells.empty() && line.cells.back().empty()) line.cells.pop_back();
  return true;
}

}  // namespace ballast
