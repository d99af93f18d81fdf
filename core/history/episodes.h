#pragma once
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "field/provenance.h"
#include "history/futures_token.h"
#include "history/history.h"

namespace ballast {

/// One day of an episode, in index points. A settlement that is not known is 0.
struct EpisodeDay {
  CivilDate date;
  double vix;            ///< close
  double spx;            ///< close
  FutureMonth first;     ///< the first of the two futures; on its settlement day still this one, at its final settlement
  double first_future;   ///< settlement
  double second_future;  ///< settlement of the future one month later
};

/// A spike of VIX as it happened: facts, to be replayed.
struct Episode {
  std::string_view id;  ///< "2018-02"
  std::string_view name;
  std::string_view about;  ///< what happened, and which days are in it
  Source source;           ///< of the closes and settlements
  std::span<const EpisodeDay> days;
  FuturesHeld held;  ///< what the token holds: where the index's two futures are not known, the one that is
};

/// All of them, by date. Days are missing from each: between turning points nothing is told.
std::span<const Episode> episodes();

/// The settlements of an episode, for futures_token.
std::vector<FuturesDay> futures(const Episode& episode);

/// The episode as a history. The token follows the futures by `held`; without, by what the episode says.
History history(const Episode& episode, std::optional<FuturesHeld> held = {});

}  // namespace ballast
