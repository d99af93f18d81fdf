#include "book/layer.h"

namespace ballast {

void describe(Fields& fields, Layer& layer) {
  fields.kinds(layer.rule, Fields::Missing::problem);
  fields.text(layer.name, {.name = "name", .text = "What the report calls the layer; its kind where empty"});
  fields.flag(layer.on, {.name = "on", .text = "Whether the layer takes part"});
}

void act(const Layer& layer, const Desk::Day& day, int number, Holdings& holdings) {
  std::visit(
      [&](const auto& rule) {
        Desk desk(day, number, rule.costs, holdings);
        desk.settle();
        act(rule, desk);
      },
      layer.rule);
}

}  // namespace ballast
