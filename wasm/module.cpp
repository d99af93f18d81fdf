#include <emscripten/bind.h>

#include <string>

#include "answer.h"

EMSCRIPTEN_BINDINGS(ballast) {
  emscripten::function("run", +[](const std::string& request) { return ballast::run(request); });
  emscripten::function("runWithArrays", +[](const std::string& request) { return to_javascript(ballast::run_with_arrays(request)); });
}
