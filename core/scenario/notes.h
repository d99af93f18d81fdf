#pragma once
#include <string>
#include <vector>

#include "ledger/evaluation.h"
#include "scenario/scenario.h"

namespace ballast {

/// What should be said of a layer in this scenario, whether it flatters the layer or not, and where that comes from.
struct Note {
  std::string text;
  Source source;
};

std::vector<Note> notes(const Scenario& scenario, const Evaluation& evaluation, std::size_t layer);

/// The rate that the first conversion or reversal of a layer locks, costs included: continuous, per year; nothing for other
/// layers.
std::optional<double> rate_locked(const LayerByDay& layer, const TradingCosts& costs);

/// What the position returns against what its capital costs, in a sentence.
std::string capital_verdict(const CapitalReport& capital);

/// Why there is no internal rate of return.
std::string_view reason(ReturnFailure failure);

}  // namespace ballast
