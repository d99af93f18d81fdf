#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <string>

#include "scenario/run.h"

namespace {

/// The numbers are copied out of the module's memory, which may move when it grows.
emscripten::val run_with_arrays(const std::string& request) {
  const ballast::Response response = ballast::run_with_arrays(request);
  const emscripten::val view(emscripten::typed_memory_view(response.numbers.size(), response.numbers.data()));
  emscripten::val result = emscripten::val::object();
  result.set("json", response.json);
  result.set("numbers", view.call<emscripten::val>("slice"));
  return result;
}

}  // namespace

EMSCRIPTEN_BINDINGS(ballast) {
  emscripten::function("run", +[](const std::string& request) { return ballast::run(request); });
  emscripten::function("runWithArrays", &run_with_arrays);
}
