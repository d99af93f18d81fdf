#pragma once
#include "scenario/json.h"
#include "scenario/scenario.h"

namespace ballast {

/// The scenario with every field written out, defaults included. Reading it gives the same scenario.
Json to_json(Scenario scenario);

}  // namespace ballast
