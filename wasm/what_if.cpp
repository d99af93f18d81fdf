#include <emscripten/bind.h>

#include <string>

#include "answer.h"

EMSCRIPTEN_BINDINGS(ballast_what_if) {
  emscripten::function("run", +[](const std::string& request) { return ballast::run_what_if(request); });
  emscripten::function("runWithArrays", +[](const std::string& request) { return to_javascript(ballast::run_what_if_with_arrays(request)); });
}
