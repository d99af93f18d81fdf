#include "scenario/books.h"

namespace ballast {

void describe(Fields& fields, Book& book) {
  fields.text(book.name, {.name = "name", .text = "What the comparison calls the book"});
  fields.list(book.book, {.name = "book", .text = "Its hedge layers"});
}

void describe(Fields& fields, Comparison& comparison) {
  fields.list(comparison.books, {.name = "books", .text = "One to four books, each in place of the scenario's own"});
  fields.flag(comparison.equal_cost, {.name = "equal_cost",
                                      .text = "Scale every book to the premium that the first pays in a calm year",
                                      .source = assumption("each as it is")});
  fields.require(!comparison.books.empty() && comparison.books.size() <= most_books, "books", "must be one to four");
}

}  // namespace ballast
