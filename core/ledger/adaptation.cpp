#include "ledger/adaptation.h"

#include <algorithm>
#include <cmath>

#include "ledger/replay_facts.h"
#include "numeric/random.h"
#include "signal/given_series.h"

namespace ballast {

void describe(Fields& fields, Adaptation& adaptation) {
  fields.number(adaptation.in_sample, {.name = "in_sample",
                                       .text = "Share of the closes that come first and are looked at in sample; the rest is out of it",
                                       .bounds = between(0.1, 0.9),
                                       .source = assumption("half and half")});
  fields.whole(adaptation.draws, {.name = "draws",
                                  .text = "How many times weights are drawn at random",
                                  .bounds = between(1, 1000),
                                  .source = assumption("enough to see how far luck reaches")});
  fields.whole(adaptation.seed, {.name = "seed",
                                 .text = "Start of the random draws: the same seed gives the same weights",
                                 .bounds = between(0, 2147483647),
                                 .source = assumption("any number does")});
}

namespace {

Outcome outcome(const ReplayedBook& book) {
  return {.total = book.total.back(),
          .hedge = book.hedge.back(),
          .drawdown = deepest_fall(book.total).depth,
          .turnover = book.turnover,
          .costs = book.costs};
}

/// A position along both stretches.
class Stretches {
 public:
  Stretches(const Position& position, const History& history, std::size_t closes)
      : position_(position),
        first_(part(history, 0, closes)),
        second_(part(history, closes - 1, history.day.size() - closes + 1)),
        split_(history.day[closes - 1]),
        events_(events_later(position.events, split_)) {}

  int split() const { return split_; }

  Outcomes walk(std::span<const Layer> book, const Signals& signals) const {
    ReplayMarket market;
    const ReplayedBook first = replay(with(position_.exposure.market, book, signals), first_, {}, market);
    // The market goes on from where it stands at the split.
    Market at_split = position_.exposure.market;
    at_split.spx = market.spx.back();
    at_split.curve_state = market.curve.back();
    Position here = with(at_split, book, signals);
    here.known = first.signals ? &*first.signals : nullptr;
    here.events = events_;
    return {outcome(first), outcome(replay(here, second_, {}, market))};
  }

 private:
  Position with(const Market& market, std::span<const Layer> book, const Signals& signals) const {
    return {.exposure = {market, position_.exposure.token, position_.exposure.liquidity},
            .pool = position_.pool,
            .book = book,
            .rounding = position_.rounding,
            .execution = position_.execution,
            .treasury = position_.treasury,
            .signals = &signals,
            .series = position_.series,
            .events = position_.events};
  }

  const Position& position_;
  History first_, second_;  ///< each entered anew at its start
  int split_;
  std::vector<CalendarEvent> events_;
};

double root_mean_square(const Signals& signals) {
  double sum = 0;
  for (const Indicator& each : signals.indicators) sum += each.weight * each.weight;
  return std::sqrt(sum / static_cast<double>(signals.indicators.size()));
}

std::vector<double> draw_weights(const Signals& signals, int seed, std::uint64_t number) {
  const numeric::Stream stream = numeric::stream(static_cast<std::uint64_t>(seed), 0);
  const double size = root_mean_square(signals);
  std::vector<double> weights;
  for (std::uint64_t i = 0; i < signals.indicators.size(); ++i) weights.push_back(size * numeric::normal_draw(stream, number, i));
  return weights;
}

double share_below(const AdaptationTest& test, Outcome Outcomes::*stretch) {
  const double given = (test.given.*stretch).total;
  const auto below = std::ranges::count_if(test.drawn, [&](const DrawnWeights& each) { return (each.outcomes.*stretch).total < given; });
  return static_cast<double>(below) / static_cast<double>(test.drawn.size());
}

}  // namespace

double AdaptationTest::below_in_sample() const {
  return share_below(*this, &Outcomes::in_sample);
}

double AdaptationTest::below_out_of_sample() const {
  return share_below(*this, &Outcomes::out_of_sample);
}

std::size_t closes_in_sample(const History& history, const Adaptation& adaptation) {
  const std::size_t closes = history.day.size();
  const auto first = static_cast<std::size_t>(std::llround(adaptation.in_sample * static_cast<double>(closes)));
  return std::clamp<std::size_t>(first, 2, closes - 1);
}

std::vector<Layer> without_signals(std::span<const Layer> book) {
  std::vector<Layer> result(book.begin(), book.end());
  for (Layer& layer : result) {
    layer.adaptive.per_score.reset();
    layer.adaptive.resize_at.reset();
    if (auto* const reserve = std::get_if<Reserve>(&layer.rule)) reserve->trigger_score.reset();
  }
  return result;
}

AdaptationTest test_adaptation(const Position& position, const History& history, const Adaptation& adaptation) {
  const Stretches stretches(position, history, closes_in_sample(history, adaptation));
  const Signals& given = *position.signals;
  AdaptationTest test{.split_day = stretches.split(),
                      .unhedged = stretches.walk({}, given),
                      .fixed = stretches.walk(without_signals(position.book), given),
                      .given = stretches.walk(position.book, given),
                      .drawn = {},
                      .best = 0};
  for (int number = 0; number < adaptation.draws; ++number) {
    Signals drawn = given;
    std::vector<double> weights = draw_weights(given, adaptation.seed, static_cast<std::uint64_t>(number));
    for (std::size_t i = 0; i < weights.size(); ++i) drawn.indicators[i].weight = weights[i];
    const Outcomes outcomes = stretches.walk(position.book, drawn);
    test.drawn.push_back({std::move(weights), outcomes});
    if (outcomes.in_sample.total > test.drawn[test.best].outcomes.in_sample.total) test.best = test.drawn.size() - 1;
  }
  return test;
}

}  // namespace ballast
