#pragma once
#include <variant>

#include "path/what_if.h"

namespace ballast {

/// Where the scenario's paths come from. A kind is one file with a struct, `describe` and an implementation of Paths, and its
/// place here.
struct Path {
  std::variant<WhatIf> kind;
};

void describe(Fields& fields, Path& path);

}  // namespace ballast
