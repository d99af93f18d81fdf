#pragma once
#include <string>

#include "scenario/scenario.h"

/// CSV (RFC 4180, lines end with \n): full precision, one heading line.
namespace ballast::command {

/// The ledger: a row for each day.
std::string csv(const Scenario& scenario, const Evaluation& evaluation);

/// A row for each level and day.
std::string csv(const Surface& surface);

}  // namespace ballast::command
