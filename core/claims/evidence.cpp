#include "claims/evidence.h"

#include <algorithm>

#include "claims/ratio.h"

namespace ballast::claims {

double capital(const Evidence& evidence) {
  return evidence.position.exposure.liquidity.value + evidence.position.treasury.cash;
}

bool all_paths(std::size_t) {
  return true;
}

OfPath number(const std::vector<double>& column) {
  return [&column](std::size_t i) { return column[i]; };
}

Estimate ratio_of(const Evidence& evidence, const OfPath& numerator, const OfPath& denominator, const Which& which) {
  const std::size_t paths = evidence.facts.size();
  std::vector<double> above(paths), below(paths);
  for (std::size_t i = 0; i < paths; ++i) {
    if (!which(i)) continue;
    above[i] = numerator(i);
    below[i] = denominator(i);
  }
  return ratio(above, below, evidence.facts.paths_per_draw);
}

Estimate mean_of(const Evidence& evidence, const OfPath& number, const Which& which) {
  return ratio_of(evidence, number, [](std::size_t) { return 1.0; }, which);
}

Estimate share_of(const Evidence& evidence, const Which& is_so, const Which& which) {
  return mean_of(evidence, [&](std::size_t i) { return is_so(i) ? 1.0 : 0.0; }, which);
}

std::size_t count_of(const Evidence& evidence, const Which& which) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < evidence.facts.size(); ++i) count += which(i) ? 1 : 0;
  return count;
}

std::vector<DecidingPath> extremes(const Evidence& evidence, const OfPath& number, const Which& which) {
  constexpr std::size_t each_end = 3;
  std::vector<DecidingPath> all;
  for (std::size_t i = 0; i < evidence.facts.size(); ++i)
    if (which(i)) all.push_back({i, number(i), evidence.facts.spike_day[i]});
  std::ranges::stable_sort(all, {}, &DecidingPath::value);
  if (all.size() > 2 * each_end) all.erase(all.begin() + each_end, all.end() - each_end);
  return all;
}

}  // namespace ballast::claims
