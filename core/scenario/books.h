#pragma once
#include <string>
#include <vector>

#include "book/layer.h"

namespace ballast {

/// Another hedge for the same scenario.
struct Book {
  std::string name;
  std::vector<Layer> book;
};

void describe(Fields& fields, Book& book);

/// Hedges to be set side by side: one to four.
struct Comparison {
  std::vector<Book> books;
  bool equal_cost = false;
};

void describe(Fields& fields, Comparison& comparison);

inline constexpr std::size_t most_books = 4;

}  // namespace ballast
