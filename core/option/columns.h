#pragma once
#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <span>

#include "option/black76.h"

/// How loops over options read their operands: in blocks of rows, a column of one value looking like a full one. The blocks
/// lie on the stack, so nothing is allocated. For the sources of this folder.
namespace ballast::detail {

/// Not a power of two, or the columns of a block would fall on the same lines of the cache.
inline constexpr std::size_t block_size = 248;
using Block = std::array<double, block_size>;

/// A column as block loops read it: itself, or a block that repeats its only value.
class Operand {
 public:
  Operand(std::span<const double> column, std::size_t rows) : full_(column.size() == 1 ? nullptr : column.data()) {
    assert(column.size() == rows || column.size() == 1);
    if (column.size() == 1) std::fill_n(repeated_.begin(), std::min(rows, block_size), column[0]);
  }
  const double* from(std::size_t row) const { return full_ ? full_ + row : repeated_.data(); }

 private:
  const double* full_;
  Block repeated_;
};

/// The signs of a column of types.
class Signs {
 public:
  Signs(std::span<const OptionType> type, std::size_t rows) : type_(type) {
    assert(type.size() == rows || type.size() == 1);
    if (type.size() == 1) std::fill_n(block_.begin(), std::min(rows, block_size), sign(type[0]));
  }
  const double* from(std::size_t row, std::size_t count) {
    if (type_.size() == 1) return block_.data();
    for (std::size_t i = 0; i < count; ++i) block_[i] = sign(type_[row + i]);
    return block_.data();
  }

 private:
  std::span<const OptionType> type_;
  Block block_;
};

}  // namespace ballast::detail
