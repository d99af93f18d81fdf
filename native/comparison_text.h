#pragma once
#include <span>
#include <string>

#include "ledger/timing.h"
#include "scenario/comparison.h"

/// What `ballast compare`, `ballast recalibration` and `ballast lead` print.
namespace ballast::command {

/// A row for each book.
std::string comparison_text(std::span<const Compared> books);

/// A row for each policy.
std::string policies_text(std::span<const PolicyOutcome> outcomes);

/// A row for every fifth lead and those around the spike.
std::string lead_text(const TimeShift& shift);

}  // namespace ballast::command
