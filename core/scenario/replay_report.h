#pragma once
#include <vector>

#include "ledger/replay_facts.h"
#include "scenario/replay_request.h"
#include "scenario/report.h"

namespace ballast {

/// Everything that is replayed along one history. The market and the pool are the same under every book.
struct Replay {
  ReplayMarket market;
  std::vector<ReplayedBook> books;  ///< as in the request
};

Replay replay(const ReplayRequest& request);

/// How the first book fared against no hedge, in a few sentences.
std::string summary(const ReplayRequest& request, const Replay& replayed);

/// What the history does not give and what stands in for it, and what else a reader should know before trusting the figures.
std::vector<std::string> notes(const ReplayRequest& request, const Replay& replayed);

/// The replay as the response carries it (response.schema.json). Facts over the whole (summary, drawdown, months, best days)
/// are of all days; what stands by close never depends on a later one.
Json report(const ReplayRequest& request, const Replay& replayed, Arrays& arrays);

/// The episodes in the box, for a choice: [{"id", "name", "about", "source", "first", "last", "closes", "highest_vix"}].
Json episodes_json();

}  // namespace ballast
