#include "ledger/evaluation.h"

#include <catch2/catch_test_macros.hpp>

#include "given.h"

using namespace ballast;

TEST_CASE("a leg is quoted at the spike only where there is one and the leg was held") {
  const auto legs_on = [](std::string_view spike) {
    const std::string path = R"({"path": {"spike": )" + std::string(spike) + "}, ";
    return evaluated(given(path + R"("book": [{"kind": "vix_calls", "ladder": [{"days": 3}, {"days": 30}], "roll": false}]})"))
        .layers[0]
        .legs;
  };
  for (const LegReport& leg : legs_on(R"({"day": 5})")) CHECK(!leg.spike);
  const auto legs = legs_on(R"({"day": 5, "vix_to": 40})");
  REQUIRE(legs.size() == 2);
  CHECK(!legs[0].spike);
  REQUIRE(legs[1].spike);
  CHECK(legs[1].spike->price > legs[1].opened.price);
}
