#include "book/layer.h"

namespace ballast {

void describe(Fields& fields, Layer& layer) {
  fields.kinds(layer.rule, Fields::Missing::problem);
  fields.text(layer.name, {.name = "name", .text = "What the report calls the layer; its kind where empty"});
  fields.flag(layer.on, {.name = "on", .text = "Whether the layer takes part"});
  describe(fields, layer.adaptive);
  fields.require(!layer.adaptive.resize_at || !std::holds_alternative<Reserve>(layer.rule), "resize_at",
                 "a reserve spends what it has: leave it out");
}

namespace {

template <class Sized>
  requires requires(Sized rule) { rule.size; }
void scale(Sized& rule, double factor) {
  rule.size.value *= factor;
}

void scale(StripHedge& rule, double factor) {
  rule.cover *= factor;
  if (rule.budget) *rule.budget *= factor;
}

void scale(Vxth& rule, double factor) {
  rule.share *= factor;
}
void scale(ShortToken& rule, double factor) {
  rule.ratio *= factor;
}
void scale(Reserve& rule, double factor) {
  rule.capital *= factor;
}

template <class Rule>
void open_on(Rule& rule, int day) {
  if constexpr (requires { rule.schedule; })
    rule.schedule.open_day = day;
  else
    rule.open_day = day;
}

template <class Rule>
bool recalibrate(Rule& rule, Recalibration::Policy policy) {
  if constexpr (requires { rule.recalibration; }) {
    rule.recalibration.policy = policy;
    return true;
  }
  return false;
}

}  // namespace

void scale(Layer& layer, double factor) {
  std::visit([&](auto& rule) { scale(rule, factor); }, layer.rule);
}

void set_open_day(Layer& layer, int day) {
  std::visit([&](auto& rule) { open_on(rule, day); }, layer.rule);
}

bool set_recalibration(Layer& layer, Recalibration::Policy policy) {
  return std::visit([&](auto& rule) { return recalibrate(rule, policy); }, layer.rule);
}

void act(const Layer& layer, const Desk::Day& day, int number, Holdings& holdings) {
  std::visit(
      [&](const auto& rule) {
        Desk desk(day, number, rule.costs, holdings, target_scale(layer.adaptive, day));
        desk.settle();
        act(rule, desk);
        resize(layer.adaptive, desk);
      },
      layer.rule);
}

}  // namespace ballast
