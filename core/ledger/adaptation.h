#pragma once
#include <vector>

#include "history/history.h"
#include "ledger/walk.h"

namespace ballast {

/// How a book that adapts is put to the test against the same book that does not.
struct Adaptation {
  double in_sample = 0.5;
  int draws = 40;
  int seed = 1;
};

void describe(Fields& fields, Adaptation& adaptation);

/// What a book came to on one stretch of a history, USD.
struct Outcome {
  double total = 0;     ///< profit of pool and hedge
  double hedge = 0;
  double drawdown = 0;  ///< deepest fall of the total from its highest so far, by close, >= 0
  double turnover = 0;
  double costs = 0;
};

/// The same book in sample and out of it.
struct Outcomes {
  Outcome in_sample, out_of_sample;
};

/// A book under weights that were drawn.
struct DrawnWeights {
  std::vector<double> weights;
  Outcomes outcomes;
};

struct AdaptationTest {
  int split_day;                    ///< the last day in sample and the first out of it, counted from day 0
  Outcomes unhedged, fixed, given;  ///< no layer; the book without its signals; with the weights of the scenario
  std::vector<DrawnWeights> drawn;  ///< in the order of the draws
  std::size_t best;                 ///< of them, the one with the highest total in sample

  /// Share of the draws whose total is below that of the given weights.
  double below_in_sample() const;
  double below_out_of_sample() const;
};

/// The closes of a history in sample: at least two, and at least two from the last of them on.
std::size_t closes_in_sample(const History& history, const Adaptation& adaptation);

/// The book as if it watched no score: what is left of it are its own rules.
std::vector<Layer> without_signals(std::span<const Layer> book);

/// Walks the book along both stretches: without signals, with the given weights, and with weights drawn at random, each normal
/// with the root mean square of the given ones. A position is entered at the start of each stretch; in the second the signals
/// know the first, and the curve, and an SPX that the history does not give, go on from where the first has left them. History
/// of at least three closes, position with indicators.
AdaptationTest test_adaptation(const Position& position, const History& history, const Adaptation& adaptation);

}  // namespace ballast
