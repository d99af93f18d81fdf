#include "ledger/one_path.h"

#include "ledger/balance.h"

namespace ballast {
namespace {

class PathObserver : public Observer {
 public:
  PathObserver(const Position& position, OnePath& result) : position_(position), result_(result) {
    result_.layers.resize(position.book.size());
  }

  void see(const DayView& day) override {
    result_.vix.push_back(day.market.vix[0]);
    result_.vvix.push_back(day.market.vvix[0]);
    result_.spx.push_back(day.market.spx[0]);
    result_.token.push_back(day.market.token[0]);
    result_.pool.push_back(day.pool_profit[0]);
    double hedge = 0;
    for (std::size_t j = 0; j < day.profits.size(); ++j) {
      result_.layers[j].push_back(day.profits[j][0]);
      hedge += day.profits[j][0];
    }
    result_.hedge.push_back(hedge);
    result_.total.push_back(day.pool_profit[0] + hedge);
    result_.quick_ratio.push_back(quick_ratio(balance(position_, day), 0));
  }

 private:
  const Position& position_;
  OnePath& result_;
};

}  // namespace

OnePath walk_path(const Position& position, const Simulated& simulated, std::uint64_t number) {
  SimulatedPaths paths(simulated, position.exposure.market, position.exposure.token, {number, 1});
  Walk walk(position, paths);
  OnePath result;
  PathObserver observer(position, result);
  observer.see(walk.view());
  walk_to(simulated.horizon_days, walk, paths, observer);
  return result;
}

}  // namespace ballast
