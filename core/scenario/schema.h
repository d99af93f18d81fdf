#pragma once
#include "scenario/json.h"

namespace ballast {

/// JSON Schema (2020-12) of a scenario: types, bounds, defaults, units and where each default comes from (`x-unit`,
/// `x-source`). Made from the same descriptions that the parser reads by, so the two cannot part.
Json scenario_schema();

/// JSON Schema of the levels at which curves and surfaces are drawn.
Json grid_schema();

/// JSON Schema of a simulation: of its paths and of what is read off them.
Json simulation_schema();

/// JSON Schema of how adaptation is put to the test.
Json adaptation_schema();

/// JSON Schema of what sizes must respect.
Json sizing_schema();

/// JSON Schemas of `books` and `equal_cost`, as properties.
Json comparison_properties();

}  // namespace ballast
