#include "book/short_token.h"

#include <cmath>

#include "book/cndr.h"

namespace ballast {

void describe(Fields& fields, ShortToken& layer) {
  describe_open_day(fields, layer.open_day);
  fields.number(layer.costs.spread, {.name = "spread",
                                     .text = "Bid-ask spread as a fraction of the price; each trade pays half of it",
                                     .bounds = between(0, 1),
                                     .source = assumption("twice 0.3 %, a usual fee of a pool: a swap pays it once")});
  fields.number(layer.costs.commission, {.name = "commission",
                                         .text = "Paid for each trade, as network fees are",
                                         .unit = "USD",
                                         .bounds = between(0, 1000),
                                         .source = assumption("none")});
  choice(fields, layer.target, std::to_array<std::string_view>({"fixed", "delta_neutral"}),
         {.name = "target",
          .text = "How much is short: a share of the tokens put into the pool, or of the pool's slope in the token's price",
          .source = assumption("the slope, so that a small move of the token moves nothing")});
  fields.number(layer.ratio, {.name = "ratio",
                              .text = "The share; below zero the token is bought",
                              .bounds = between(-10, 10),
                              .source = assumption("all of it")});
  describe_recalibration(fields, layer.recalibration,
                         "Gap between target and position, as a share of the position, at which it is closed");
  fields.number(layer.borrow_fee,
                {.name = "borrow_fee",
                 .text = "Paid for the borrowed token on what it is worth",
                 .unit = "per year",
                 .bounds = between(0, 10),
                 .source = assumption("of the order of lending rates on chain; no market of every such token exists")});
}

namespace {

std::vector<double> wanted(const ShortToken& layer, const Desk& desk) {
  std::vector<double> target(desk.paths());
  const double at_entry = pool_at(desk.today().exposure.liquidity, 1).delta;
  for (std::size_t i = 0; i < target.size(); ++i)
    target[i] = desk.factor(i) * -layer.ratio * (layer.target == ShortToken::Target::fixed ? at_entry : desk.today().seen.pool_delta[i]);
  return target;
}

void move_to(std::span<const double> target, Desk& desk) {
  std::vector<double> change(target.begin(), target.end());
  for (std::size_t i = 0; i < change.size(); ++i) change[i] -= desk.holdings().tokens[i];
  desk.trade_tokens(change);
}

/// Where the gap is below the trigger the position stays.
void leave_small_gaps(double trigger, std::span<const double> held, std::span<double> target) {
  for (std::size_t i = 0; i < target.size(); ++i)
    if (std::abs(target[i] - held[i]) < trigger * std::abs(held[i])) target[i] = held[i];
}

/// Where nothing may be added the position stays as large as it is.
void keep_within(const Desk& desk, std::span<double> target) {
  for (std::size_t i = 0; i < target.size(); ++i) {
    const double held = desk.holdings().tokens[i];
    if (!desk.may_add(i) && std::abs(target[i]) > std::abs(held)) target[i] = held;
  }
}

void pay_for_borrowing(double fee, Desk& desk) {
  std::vector<double> received(desk.paths());
  for (std::size_t i = 0; i < received.size(); ++i) {
    const double owed = -desk.holdings().tokens[i] * desk.today().block.token[i];
    received[i] = owed > 0 ? -owed * fee / days_per_year : 0;
  }
  desk.pay(received);
}

}  // namespace

void act(const ShortToken& layer, Desk& desk) {
  const int days = desk.today().day - layer.open_day;
  if (days < 0) return;
  if (days > 0) pay_for_borrowing(layer.borrow_fee, desk);
  if (desk.today().day == desk.today().last_day) return;
  if (days > 0 && !is_due(layer.recalibration, days)) return;
  std::vector<double> target = wanted(layer, desk);
  if (days > 0 && layer.recalibration.policy == Recalibration::on_trigger)
    leave_small_gaps(layer.recalibration.trigger, desk.holdings().tokens, target);
  keep_within(desk, target);
  move_to(target, desk);
}

}  // namespace ballast
