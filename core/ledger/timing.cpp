#include "ledger/timing.h"

namespace ballast {
namespace {

/// The path with its spike moved so that every lead fits.
WhatIf moved(WhatIf path) {
  const int after = path.horizon_days - path.spike.day;
  path.spike.day = earliest_lead + 1;
  path.horizon_days = path.spike.day + std::max(after, path.spike.rise_days - latest_lead + 1);
  return path;
}

struct Shift {
  double paid, at_spike, at_end;
};

Shift walk_with(const Position& position, const WhatIf& path) {
  const Market& market = position.exposure.market;
  WhatIfPaths paths(path, market, position.exposure.token, {spike_target(path, market)});
  Walk walk(position, paths);
  Ledger ledger;
  ledger.see(walk.view());
  walk_to(path.horizon_days, walk, paths, ledger);
  double paid = 0;
  for (const Holdings& holdings : walk.view().holdings) paid += holdings.premium[0] + holdings.costs[0];
  return {paid, ledger.hedge(static_cast<std::size_t>(last_day(path.spike)), 0),
          ledger.hedge(static_cast<std::size_t>(path.horizon_days), 0)};
}

}  // namespace

int last_day_of_shift(const WhatIf& path) {
  return moved(path).horizon_days;
}

TimeShift time_shift(const Position& position, const WhatIf& path) {
  const WhatIf shifted = moved(path);
  TimeShift result{.spike_day = shifted.spike.day, .lead = {}, .paid = {}, .returned = {}, .at_spike = {}, .at_end = {}};
  for (int lead = latest_lead; lead <= earliest_lead; ++lead) {
    std::vector<Layer> book(position.book.begin(), position.book.end());
    for (Layer& layer : book) set_open_day(layer, shifted.spike.day - lead);
    Position opened = position;
    opened.book = book;
    const Shift shift = walk_with(opened, shifted);
    result.lead.push_back(lead);
    result.paid.push_back(shift.paid);
    result.returned.push_back(shift.paid + shift.at_end);
    result.at_spike.push_back(shift.at_spike);
    result.at_end.push_back(shift.at_end);
  }
  return result;
}

}  // namespace ballast
