#include "book/size.h"

namespace ballast {

void describe(Fields& fields, Size& size) {
  static constexpr auto ways = std::to_array<Field>({
      {.name = "units", .text = "So many times the contracts given", .bounds = between(-1e6, 1e6)},
      {.name = "budget",
       .text = "Scaled so that the premium of all its legs is this, at mid prices, each time it opens; nothing is opened where "
               "they cost nothing together",
       .unit = "USD",
       .bounds = between(0, 1e12)},
      {.name = "percent_of_pool",
       .text = "The same as a percentage of what the pool is worth on that day",
       .unit = "%",
       .bounds = between(0, 1000)},
      {.name = "margin",
       .text = "Scaled so that the position ties up this much margin when it is opened; nothing is opened where it needs none",
       .unit = "USD",
       .bounds = between(0, 1e12)},
  });
  fields.alternative(size.by, size.value, ways);
}

void describe_size(Fields& fields, Size& size) {
  fields.object(size, {.name = "size",
                       .text = "How much is held: in units of the contracts given, by premium or by margin",
                       .source = assumption("one unit: the contracts as they are given")});
}

}  // namespace ballast
