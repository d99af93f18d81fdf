// libFuzzer's target: any bytes as a request. What comes back is JSON with either problems or a report.
//
//     cmake --preset fuzz && cmake --build --preset fuzz
//     build/fuzz/tests/fuzz/ballast_fuzz -max_len=4000 build/fuzz/tests/fuzz/corpus

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "scenario/json.h"
#include "scenario/run.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto response = ballast::Json::parse(ballast::run({reinterpret_cast<const char*>(data), size}));
  if (response.contains("report") != response.at("problems").empty()) std::abort();
  return 0;
}
