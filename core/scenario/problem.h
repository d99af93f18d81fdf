#pragma once
#include <string>
#include <vector>

#include "scenario/json.h"

namespace ballast {

/// One thing that is wrong with a request: where (JSON pointer, RFC 6901), what, and the value that was there.
struct Problem {
  std::string pointer;
  std::string message;  ///< says what is allowed
  Json value;           ///< the offending value; cut short where it is long
};

using Problems = std::vector<Problem>;

}  // namespace ballast
