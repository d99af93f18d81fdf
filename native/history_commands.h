#pragma once
#include "arguments.h"

namespace ballast::command {

/// The commands that go along a history: an episode in the box, or files of the command line.
ExitCode replay(const Arguments& arguments);
ExitCode signals(const Arguments& arguments);
ExitCode adaptive(const Arguments& arguments);

/// Lists the episodes in the box.
ExitCode list_episodes();

}  // namespace ballast::command
