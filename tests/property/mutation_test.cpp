// Requests that are nearly right: whatever comes in, what goes out is a response.
#include <catch2/catch_test_macros.hpp>
#include <random>

#include "any_scenario.h"
#include "scenario/presets.h"
#include "scenario/run.h"

using namespace ballast;

namespace {

class Mutations {
 public:
  explicit Mutations(std::uint64_t seed) : random_(seed) {}

  /// One to four changes of the kinds that people and broken pipes make; every other time in the digits alone.
  std::string of(std::string text) {
    const bool digits = below(2) == 0;
    for (std::size_t left = 1 + below(4); left > 0 && !text.empty(); --left) digits ? change_digit(text) : change(text);
    return text;
  }

 private:
  std::size_t below(std::size_t count) { return random_() % count; }

  void change(std::string& text) {
    const std::size_t at = below(text.size()), length = 1 + below(20);
    switch (below(6)) {
      case 0: text[at] = static_cast<char>(random_()); return;
      case 1: text.erase(at, length); return;
      case 2: text.insert(at, text.substr(below(text.size()), length)); return;
      case 3: text.resize(at); return;
      default: replace_value(text, at); return;
    }
  }

  void change_digit(std::string& text) {
    const std::size_t at = text.find_first_of("0123456789", below(text.size()));
    if (at != std::string::npos) text[at] = static_cast<char>('0' + below(10));
  }

  /// Puts something else where a value stands.
  void replace_value(std::string& text, std::size_t from) {
    static constexpr std::string_view values[] = {
        "null", "true", "-1", "0", "1e308", "-1e-308", "1e999", "0.5", "3.5", "3660", "\"\"", "[]", "{}", "[[[]]]", "NaN", "Infinity", "\"\\u0000\"",
        "{\"delta\": 0.5}", "{\"kind\": \"iron_condor\"}", "500", "1000000", "18446744073709551616", "\"iron_condor\"", "\"\xff\""};
    const std::size_t colon = text.find(": ", from);
    if (colon == std::string::npos) return;
    const std::size_t end = text.find_first_of(",}]\n", colon);
    if (end == std::string::npos) return;
    text.replace(colon + 2, end - colon - 2, values[below(std::size(values))]);
  }

  std::mt19937_64 random_;
};

}  // namespace

TEST_CASE("a mutated preset is answered with problems or with a report of finite numbers") {
  Mutations mutations(2018'02'05);
  int answered = 0, refused = 0;
  for (int i = 0; i < 2000; ++i) {
    const Preset& preset = presets()[static_cast<std::size_t>(i) % presets().size()];
    const std::string task = i % 7 == 0 ? "surface" : "evaluate";
    const std::string request = mutations.of(R"({"task": ")" + task + R"(", "grid": {"points": 3}, "scenario": )" + std::string(preset.scenario) + "}");
    INFO(request);
    const Json response = Json::parse(run(request));
    REQUIRE(response.at("ballast") == version());
    REQUIRE(response.contains("report") == response.at("problems").empty());
    for (const Json& problem : response["problems"]) {
      REQUIRE(problem.size() == 3);
      REQUIRE(!problem.at("message").get<std::string>().empty());
      REQUIRE(!problem.at("message").get<std::string>().starts_with("could not be answered"));
      CHECK_NOTHROW(Json::json_pointer(problem.at("pointer").get<std::string>()));
      REQUIRE(problem.contains("value"));
    }
    (response["problems"].empty() ? answered : refused)++;
    if (!response.contains("report") || !response["report"].is_object()) continue;
    Json report = response["report"];
    report.erase("defaults");
    REQUIRE(is_finite(report));
  }
  // Both ways are walked.
  CHECK(answered > 200);
  CHECK(refused > 200);
}
