#include "output.h"

#include <unistd.h>

#include <cstdlib>
#include <iostream>

#include "problems_text.h"
#include "scenario/run.h"

namespace ballast::command {

ExitCode refuse(const std::string& message) {
  std::cerr << "ballast: " << message << "\nballast --help says more.\n";
  return wrong_usage;
}

ExitCode refuse_options(const Problems& problems, std::string_view pointer) {
  std::string message;
  for (const Problem& problem : problems) {
    std::string option = "--" + problem.pointer.substr(pointer.size());
    for (char& c : option) c = c == '_' ? '-' : c;
    message += (message.empty() ? "" : "\n  ") + option + " " + problem.message;
  }
  return refuse(message);
}

ExitCode refuse_answer(const Problems& problems) {
  std::cerr << problems_text("the request", {}, problems);
  return problems_found;
}

ExitCode print(std::string_view text, ExitCode code) {
  std::cout << text << std::flush;
  return std::cout ? code : refuse("the output cannot be written");
}

ExitCode print_json(std::string_view task, const Json& report) {
  return print(Json({{"ballast", version()}, {"task", task}, {"problems", Json::array()}, {"report", report}}).dump() + '\n');
}

ExitCode print_response(const std::string& request) {
  const std::string response = run(request);
  return print(response + '\n', Json::parse(response)["problems"].empty() ? answered : problems_found);
}

Style style() {
  const char* no_color = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  const bool dumb = terminal && std::string_view(terminal) == "dumb";
  return isatty(STDOUT_FILENO) && !(no_color && *no_color) && !dumb ? Style::terminal : Style::plain;
}

}  // namespace ballast::command
