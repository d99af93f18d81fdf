#pragma once
#include <string>
#include <vector>

#include "ledger/replay.h"
#include "scenario/books.h"
#include "scenario/history_request.h"
#include "scenario/parse.h"

namespace ballast {

/// What a person would otherwise do, to set a book against.
enum class Alternative {
  none,    ///< no hedge
  vxth,    ///< Cboe's VIX tail hedge index as a rule
  condor,  ///< the condors of the scenario alone, or Cboe's condor index where it has none
};

inline constexpr std::array<std::string_view, 3> alternative_names = {"none", "vxth", "condor"};

/// A book that is replayed, and whether it is an alternative.
struct BookToReplay {
  std::string name;
  std::vector<Layer> book;
  bool is_alternative = false;
};

/// A scenario whose own path a history takes the place of.
struct ReplayRequest {
  Scenario scenario;
  GivenHistory given;
  std::vector<BookToReplay> books;  ///< those asked for, then the alternatives
  Renewal renewal;
  std::vector<DefaultUsed> defaults;
};

/// Days after which a position may be entered anew.
inline constexpr int longest_renewal = 36600;

/// Reads the keys `scenario`, `history`, `books` (by default the scenario's own), `against` (by default all alternatives,
/// the condor only where SPX is given) and `renew_days` of a request. Where there are problems the values are not to be used.
ReplayRequest read_replay_request(const Json& request, Problems& problems);

/// The same with a history that was read elsewhere.
ReplayRequest read_replay_request(const Json& request, GivenHistory given, Problems& problems);

/// JSON Schemas of `history`, `against` and `renew_days`, as properties.
Json replay_properties();

}  // namespace ballast
