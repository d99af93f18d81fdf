#include "book/adaptive.h"

#include <cmath>

namespace ballast {

void describe(Fields& fields, Adaptive& adaptive) {
  fields.number(adaptive.per_score,
                {.name = "adaptive",
                 .text = "Scales what the layer would hold by 1 + so many times the regime score of signals, when it opens, rolls or "
                         "is set anew; not where missing",
                 .bounds = between(-0.95, 10)});
  fields.number(adaptive.resize_at, {.name = "resize_at",
                                     .text = "Change of that factor, as a share of it, at which what is held follows at once; where "
                                             "missing it waits for the next roll",
                                     .bounds = between(0, 10)});
  fields.number(adaptive.least_quick_ratio,
                {.name = "least_quick_ratio",
                 .text = "Adds nothing on days that begin with a lower quick ratio of the whole position; what is open is kept until it "
                         "rolls. No limit where missing",
                 .bounds = between(0, 1000)});
  fields.require(!adaptive.resize_at || adaptive.per_score, "resize_at", "needs adaptive");
}

TargetScale target_scale(const Adaptive& adaptive, const Desk::Day& today) {
  TargetScale result;
  const std::size_t paths = today.block.size();
  if (adaptive.per_score) {
    result.factor.assign(paths, 1);
    const std::vector<double>& scores = today.seen.score;
    for (std::size_t i = 0; i < scores.size(); ++i)
      if (std::isfinite(scores[i])) result.factor[i] = 1 + *adaptive.per_score * scores[i];
  }
  if (adaptive.least_quick_ratio) {
    result.allowed.resize(paths);
    for (std::size_t i = 0; i < paths; ++i) result.allowed[i] = today.seen.quick_ratio[i] >= *adaptive.least_quick_ratio ? 1 : 0;
  }
  return result;
}

void resize(const Adaptive& adaptive, Desk& desk) {
  if (!adaptive.resize_at || desk.today().day == desk.today().last_day) return;
  desk.follow_scale(*adaptive.resize_at);
}

}  // namespace ballast
