#pragma once
#include <functional>
#include <optional>

#include "claims/claim.h"
#include "claims/path_facts.h"
#include "ledger/timing.h"

namespace ballast::claims {

/// What claims are judged by: the simulation's paths, and the scenario's own.
struct Evidence {
  const Position& position;
  const WhatIf& path;
  const Roles& roles;
  const PathFacts& facts;
  const Evaluation& own;           ///< the scenario's own path
  std::optional<TimeShift> shift;  ///< none where no path has room for the leads
};

/// From which share of the paths on a statement holds, and from which in part.
inline constexpr AtLeast of_paths = {0.9, 0.5};
inline constexpr Source nine_in_ten =
    assumption("nine paths in ten are taken for what a reader understands by a rule, one in two for in part");

/// The owner's capital: the pool at entry and the cash beside it, USD.
double capital(const Evidence& evidence);

/// A number or a yes or no of a path.
using OfPath = std::function<double(std::size_t path)>;
using Which = std::function<bool(std::size_t path)>;

bool all_paths(std::size_t path);

/// The element of a column of PathFacts, which must outlive it.
OfPath number(const std::vector<double>& column);

/// Sums of a number over those of another, over some of the paths.
Estimate ratio_of(const Evidence& evidence, const OfPath& numerator, const OfPath& denominator, const Which& which = all_paths);

/// The mean over some of the paths; no value where there are none.
Estimate mean_of(const Evidence& evidence, const OfPath& number, const Which& which = all_paths);

/// Of some of the paths, the share for which something is so.
Estimate share_of(const Evidence& evidence, const Which& is_so, const Which& which = all_paths);

/// How many of the paths.
std::size_t count_of(const Evidence& evidence, const Which& which);

/// The three paths with the lowest and the three with the highest number, ascending; of equal ones the earlier first. All of
/// them where they are six or fewer.
std::vector<DecidingPath> extremes(const Evidence& evidence, const OfPath& number, const Which& which = all_paths);

}  // namespace ballast::claims
