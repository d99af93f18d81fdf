#include "scenario/report.h"
#include "scenario/words.h"

namespace ballast {
namespace {

using words::dollars;
using words::tenths;
using words::whole;

std::string versus(Benchmark benchmark) {
  switch (benchmark) {
    case Benchmark::hold:
      return "against holding";
    case Benchmark::cash:
      return "against cash";
    case Benchmark::rebalanced:
      return "against rebalancing";
  }
  return "";
}

std::string gains_or_loses(double value) {
  return value < 0 ? "loses " : "gains ";
}

std::string of_the_loss(double hedge, double pool) {
  if (pool >= 0 || hedge <= 0) return "";
  return ", " + whole(-100 * hedge / pool) + " % of that loss";
}

std::string days(const SpikeEffect& spike) {
  if (spike.to_day == spike.from_day + 1) return "On day " + std::to_string(spike.to_day);
  return "From day " + std::to_string(spike.from_day + 1) + " to " + std::to_string(spike.to_day);
}

std::string amount(double value) {
  return gains_or_loses(value) + dollars(value);
}

std::string on_the_spike(const Scenario& scenario, const SpikeEffect& spike) {
  const Profit& change = spike.change;
  const std::string pool = days(spike) + " VIX goes from " + tenths(spike.vix_from) + " to " + tenths(spike.vix_to) +
                           ": the pool " + amount(change.pool) + " " + versus(scenario.pool.benchmark);
  if (scenario.book.empty()) return pool + ", unhedged.";
  return pool + " and the hedge " + amount(change.hedge) + of_the_loss(change.hedge, change.pool) + ".";
}

std::string in_calm(const Scenario& scenario, const Profit& calm) {
  const std::string pool = "the pool " + amount(calm.pool);
  if (scenario.book.empty()) return "In calm " + pool + " a month.";
  return std::string("In calm the hedge ") + (calm.hedge < 0 ? "costs " : "earns ") + dollars(calm.hedge) + " a month and " +
         pool + ".";
}

}  // namespace

std::string summary(const Scenario& scenario, const Evaluation& evaluation) {
  const std::string calm = in_calm(scenario, evaluation.calm);
  return evaluation.spike ? on_the_spike(scenario, *evaluation.spike) + " " + calm : calm;
}

}  // namespace ballast
