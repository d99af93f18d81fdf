#pragma once
#include "ledger/walk.h"

namespace ballast {

/// The profit of every day, layer and path of a walk, USD since day 0: what curves, surfaces and comparisons are read off.
class Ledger : public Observer {
 public:
  void see(const DayView& day) override;

  std::size_t days() const { return pool_.size(); }  ///< horizon + 1
  std::size_t layers() const { return layers_.empty() ? 0 : layers_[0].size(); }
  double pool(std::size_t day, std::size_t path) const { return pool_[day][path]; }
  double layer(std::size_t day, std::size_t layer, std::size_t path) const { return layers_[day][layer][path]; }
  /// Of all layers, summed in the order of the book.
  double hedge(std::size_t day, std::size_t path) const;
  double total(std::size_t day, std::size_t path) const { return pool(day, path) + hedge(day, path); }

 private:
  std::vector<std::vector<double>> pool_;                 ///< by day and path
  std::vector<std::vector<std::vector<double>>> layers_;  ///< by day, layer and path
};

}  // namespace ballast
