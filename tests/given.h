#pragma once
#include <catch2/catch_test_macros.hpp>
#include <string_view>

#include "scenario/parse.h"
#include "scenario/parse_json.h"

namespace ballast {

/// The scenario of a JSON text that a test takes for good.
inline Scenario given(std::string_view text) {
  const auto json = parse_json(text);
  REQUIRE(std::holds_alternative<Json>(json));
  Read<Scenario> read = read_scenario(std::get<Json>(json), "");
  for (const Problem& problem : read.problems) UNSCOPED_INFO(problem.pointer << " " << problem.message);
  REQUIRE(read.problems.empty());
  return std::move(read.value);
}

inline const WhatIf& what_if(const Scenario& scenario) { return std::get<WhatIf>(scenario.path.kind); }

inline Evaluation evaluated(const Scenario& scenario) { return evaluate(position(scenario), what_if(scenario), {}); }

}  // namespace ballast
