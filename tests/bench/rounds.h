#pragma once
#include <algorithm>
#include <chrono>
#include <functional>
#include <string>
#include <vector>

/// Timing that a busy machine disturbs little: every contender runs once a round, one after the other, and what counts is the
/// median over the rounds and the median of the ratios within a round.
namespace bench {

struct Contender {
  std::string name;
  double items;               ///< done by one run
  std::function<void()> run;  ///< some milliseconds of work
  std::vector<double> seconds{};
};

inline double median(std::vector<double> values) {
  std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2), values.end());
  return values[values.size() / 2];
}

inline void run_rounds(std::vector<Contender>& contenders, int rounds) {
  using clock = std::chrono::steady_clock;
  for (int round = -1; round < rounds; ++round) {
    for (Contender& contender : contenders) {
      const auto begin = clock::now();
      contender.run();
      const double seconds = std::chrono::duration<double>(clock::now() - begin).count();
      if (round >= 0) contender.seconds.push_back(seconds);
    }
  }
}

/// Items per second.
inline double rate(const Contender& contender) {
  return contender.items / median(contender.seconds);
}

/// How many times as fast the first is.
inline double ratio(const Contender& first, const Contender& second) {
  std::vector<double> ratios;
  for (std::size_t i = 0; i < first.seconds.size(); ++i)
    ratios.push_back((second.seconds[i] / second.items) / (first.seconds[i] / first.items));
  return median(ratios);
}

}  // namespace bench
