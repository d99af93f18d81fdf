#include "pool/weighted.h"

namespace ballast {

void describe(Fields& fields, Weighted& pool) {
  fields.number(pool.weight, {.name = "weight",
                              .text = "Share of the value that is kept in the token",
                              .bounds = between(0.01, 0.99),
                              .source = recurring("80/20 is the usual weighting of Balancer's weighted pools")});
}

}  // namespace ballast
