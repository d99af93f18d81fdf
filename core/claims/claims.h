#pragma once
#include "claims/evidence.h"

namespace ballast::claims {

/// What is made once, before paths are walked: the scenario's own path.
Evaluation own_path(const Position& position, const WhatIf& path);

/// All statements, each judged by the paths of a simulation and the scenario's own. `facts` are of the same position and have
/// one path at least; `own` is own_path; `shift` is none where no path has room for it.
std::vector<Claim> judge(const Position& position, const WhatIf& path, const Evaluation& own, std::optional<TimeShift> shift,
                         const PathFacts& facts);

}  // namespace ballast::claims
