#pragma once
#include <string>
#include <string_view>

#include "scenario/scenario.h"

/// CSV (RFC 4180, lines end with \n): full precision, one heading line.
namespace ballast::command {

/// The ledger: a row for each day.
std::string csv(const Scenario& scenario, const Evaluation& evaluation);

/// A row for each level and day.
std::string csv(const Surface& surface);

/// Text as a field: in quotes where it has to be.
std::string csv_field(std::string_view text);

}  // namespace ballast::command
