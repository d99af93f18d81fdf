#pragma once
#include "ledger/adaptation.h"
#include "scenario/history_request.h"
#include "scenario/parse.h"

namespace ballast {

/// A book that adapts, the history that it is put to the test on, and how.
struct AdaptationRequest {
  Scenario scenario;
  GivenHistory given;
  Adaptation adaptation;
  std::vector<DefaultUsed> defaults;  ///< of the test
};

/// Reads the keys `scenario`, `history` and `adaptation` of a request. Problems, too, where no layer acts on the score, nothing is
/// watched, or the history has fewer than three closes or outlives the token.
AdaptationRequest read_adaptation_request(const Json& request, Problems& problems);

/// The same with a history that was read elsewhere.
AdaptationRequest read_adaptation_request(const Json& request, GivenHistory given, Problems& problems);

/// The test as the response carries it (response.schema.json).
Json report(const AdaptationRequest& request, const AdaptationTest& test);

}  // namespace ballast
