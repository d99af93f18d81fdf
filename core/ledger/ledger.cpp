#include "ledger/ledger.h"

namespace ballast {

void Ledger::see(const DayView& day) {
  pool_.emplace_back(day.pool_profit.begin(), day.pool_profit.end());
  layers_.emplace_back(day.profits.begin(), day.profits.end());
}

double Ledger::hedge(std::size_t day, std::size_t path) const {
  double sum = 0;
  for (const auto& layer : layers_[day]) sum += layer[path];
  return sum;
}

}  // namespace ballast
