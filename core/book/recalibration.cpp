#include "book/recalibration.h"

#include <cmath>

namespace ballast {

void describe_recalibration(Fields& fields, Recalibration& recalibration, std::string_view moved) {
  choice(fields, recalibration.policy, std::to_array<std::string_view>({"static", "daily", "weekly", "on_trigger"}),
         {.name = "recalibrate",
          .text = "When the position is set anew to its target between its rolls",
          .source = assumption("left alone between its rolls, so that what is shown is the position that was bought")});
  fields.number(recalibration.trigger, {.name = "trigger",
                                        .text = moved,
                                        .bounds = between(0.001, 10),
                                        .source = assumption("a quarter, so that quiet days do not trade")});
}

bool is_due(const Recalibration& recalibration, int days) {
  switch (recalibration.policy) {
    case Recalibration::none:
      return false;
    case Recalibration::weekly:
      return days % 7 == 0;
    default:
      return true;
  }
}

void watch(Desk& desk) {
  desk.holdings().reference = desk.today().seen.market.vix;
}

std::vector<double> asked_anew(const Recalibration& recalibration, int open_day, Desk& desk) {
  const int days = desk.today().day - open_day;
  if (days <= 0 || desk.today().day == desk.today().last_day || !is_due(recalibration, days)) return {};
  std::vector<double> asked(desk.paths(), 1);
  if (recalibration.policy != Recalibration::on_trigger) return asked;
  bool any = false;
  std::vector<double>& reference = desk.holdings().reference;
  for (std::size_t i = 0; i < asked.size(); ++i) {
    const double vix = desk.today().seen.market.vix[i];
    const bool moved = std::abs(numeric::log(vix / reference[i])) >= recalibration.trigger;
    asked[i] = moved ? 1 : 0;
    if (moved) reference[i] = vix;
    any = any || moved;
  }
  if (!any) asked.clear();
  return asked;
}

std::vector<double> rest_of(std::span<const double> asked) {
  std::vector<double> rest(asked.begin(), asked.end());
  for (double& share : rest) share = 1 - share;
  return rest;
}

}  // namespace ballast
