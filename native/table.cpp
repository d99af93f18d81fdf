#include "table.h"

#include <algorithm>
#include <cmath>
#include <format>

namespace ballast::command {
namespace {

/// Characters of UTF-8, which is what a column is wide.
std::size_t width(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

std::size_t width(const Column& column) {
  std::size_t widest = width(column.heading);
  for (const auto& text : column.cells) widest = std::max(widest, width(text));
  return widest;
}

std::string aligned(const std::string& text, std::size_t wide, Column::Align align) {
  const std::string space(wide - std::min(wide, width(text)), ' ');
  return align == Column::Align::right ? space + text : text + space;
}

std::string block(const std::vector<const Column*>& columns) {
  std::size_t rows = 0;
  for (const Column* column : columns) rows = std::max(rows, column->cells.size());
  std::string text;
  for (std::size_t row = 0; row <= rows; ++row) {
    std::string line;
    for (const Column* column : columns) {
      const std::string cell = row == 0 ? column->heading : row <= column->cells.size() ? column->cells[row - 1] : "";
      line += (line.empty() ? "" : "  ") + aligned(cell, width(*column), column->align);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + '\n';
  }
  return text;
}

}  // namespace

std::string table(const std::vector<Column>& columns, std::size_t keys) {
  std::vector<const Column*> key_columns;
  std::size_t key_width = 0;
  for (std::size_t i = 0; i < keys; ++i) {
    key_columns.push_back(&columns[i]);
    key_width += width(columns[i]) + (i > 0 ? 2 : 0);
  }
  std::string text;
  auto shown = key_columns;
  std::size_t used = key_width;
  for (std::size_t i = keys; i < columns.size(); ++i) {
    const std::size_t more = 2 + width(columns[i]);
    if (used + more > page_width && shown.size() > keys) {
      text += block(shown) + '\n';
      shown = key_columns;
      used = key_width;
    }
    shown.push_back(&columns[i]);
    used += more;
  }
  return text + block(shown);
}

std::string wrapped(std::string_view text, std::size_t indent) {
  const std::string margin(indent, ' ');
  std::string result, line;
  const auto end_line = [&] {
    if (!line.empty()) result += margin + line + '\n';
    line.clear();
  };
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t space = std::min(text.find(' ', start), text.size());
    const std::string_view word = text.substr(start, space - start);
    if (!line.empty() && indent + width(line) + 1 + width(word) > page_width) end_line();
    if (!word.empty()) line += (line.empty() ? "" : " ") + std::string(word);
    start = space + 1;
  }
  end_line();
  return result;
}

std::string cell(std::string_view text, std::size_t longest) {
  std::string result;
  std::size_t characters = 0;
  for (const char c : text) {
    if ((c & 0xC0) != 0x80 && ++characters > longest) return result + "…";
    const bool control = static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    result += control ? ' ' : c;
  }
  return result;
}

std::string number(double value, int decimals) {
  std::string digits = std::format("{:.{}f}", std::abs(value), decimals);
  const std::size_t point = std::min(digits.find('.'), digits.size());
  for (std::size_t i = point; i > 3; i -= 3) digits.insert(i - 3, ",");
  const bool zero = digits.find_first_not_of("0.,") == std::string::npos;
  return value < 0 && !zero ? "-" + digits : digits;
}

std::vector<std::string> numbers(const std::vector<double>& values, int decimals) {
  double largest = 0;
  for (const double value : values) largest = std::max(largest, std::abs(value));
  std::vector<std::string> texts;
  for (const double value : values) texts.push_back(number(value, largest < 1e5 ? decimals : 0));
  return texts;
}

}  // namespace ballast::command
