#pragma once
#include <string>

#include "evaluation_text.h"
#include "scenario/json.h"

namespace ballast::command {

/// What `ballast signals` prints: the score by day and what each signal adds to it, then how each is defined, and what
/// became of the files of a history.
std::string signals_text(const Json& report, const Arguments& arguments, Style style);

/// Every day, a row for each: the score, and of each signal its value, its z-score and what it adds.
std::string signals_csv(const Json& report);

/// What `ballast adaptive` prints: the books in sample and out of it, how far luck reaches, and what became of the files.
std::string adaptation_text(const Json& report, const Arguments& arguments, Style style);

}  // namespace ballast::command
