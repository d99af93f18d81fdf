#pragma once
#include <emscripten/val.h>

#include "scenario/run.h"

/// A response as JavaScript gets it: {json, numbers}. The numbers are copied out of the module's memory, which may move when it grows.
inline emscripten::val to_javascript(const ballast::Response& response) {
  const emscripten::val view(emscripten::typed_memory_view(response.numbers.size(), response.numbers.data()));
  emscripten::val result = emscripten::val::object();
  result.set("json", response.json);
  result.set("numbers", view.call<emscripten::val>("slice"));
  return result;
}
