import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";

import { faults, transcendentalSymbols } from "./layers.mjs";

const core = new URL("../../core/", import.meta.url).pathname;

function filesOfCore() {
  const paths = readdirSync(core, { recursive: true }).filter((path) => /\.(cpp|h)$/.test(path));
  return new Map(paths.map((path) => [path, readFileSync(join(core, path), "utf8")]));
}

describe("core/", () => {
  test("is all in the build list, includes only what stands above, and knows JSON in scenario/ alone", () => {
    assert.deepEqual(faults(readFileSync(join(core, "CMakeLists.txt"), "utf8"), filesOfCore()), []);
  });

  test("calls no transcendental function of the C library", { skip: !process.env.BALLAST_LIBRARY && "run by ctest" }, () => {
    assert.deepEqual(transcendentalSymbols(undefinedSymbols(process.env.BALLAST_LIBRARY)), []);
  });
});

describe("the layering test notices", () => {
  const cmake = "add_library(ballast STATIC\n  low/ground.h\n  low/first.h low/first.cpp # two\n  high/second.cpp\n  scenario/run.cpp\n)\n";
  const good = {
    "low/ground.h": "#pragma once\n#include <span>\n",
    "low/first.h": '#pragma once\n#include "low/ground.h"\n',
    "low/first.cpp": '#include "low/first.h"\n',
    "high/second.cpp": '  #  include "low/first.h"\n',
    "scenario/run.cpp": "#include <nlohmann/json.hpp>\n",
  };
  const faultsWith = (changed) => faults(cmake, new Map(Object.entries({ ...good, ...changed })));

  test("nothing where nothing is wrong", () => assert.deepEqual(faultsWith({}), []));

  test("an include of what stands below", () => {
    const [fault] = faultsWith({ "high/second.h": "", "low/first.cpp": '#include "high/second.h"\n' });
    assert.equal(fault, "low/first.cpp includes high/second.h, which does not stand above it in the build list");
  });

  test("two headers that include each other", () => {
    assert.equal(faultsWith({ "low/ground.h": '#include "low/first.h"\n' }).length, 1);
  });

  test("a file that the build list does not name", () => {
    assert.match(faultsWith({ "low/stray.h": "" })[0], /^low\/stray.h is not in the build list/);
  });

  test("a build list that names no file", () => {
    assert.match(faults(cmake, new Map())[0], /low\/ground.h is in the build list but not in core/);
    assert.match(faults("", new Map(Object.entries(good)))[0], /not in the build list/);
  });

  test("an include by a path that is not from core/", () => {
    assert.match(faultsWith({ "low/first.cpp": '#include "ground.h"\n' })[0], /name it from there/);
  });

  test("JSON outside scenario/", () => {
    assert.match(faultsWith({ "low/first.cpp": "#include <nlohmann/json_fwd.hpp>\n" })[0], /JSON is known to scenario\/ alone/);
  });

  test("a clock", () => assert.match(faultsWith({ "low/first.cpp": "#include <chrono>\n" })[0], /clock/));

  test("a library that calls exp and pow, and that sqrt is no fault", { skip: !process.env.BALLAST_LIBRARY && "run by ctest" }, () => {
    const found = transcendentalSymbols(undefinedSymbols(process.env.BALLAST_LIBRARY_THAT_CALLS_LIBM));
    assert.deepEqual(found.map((fault) => fault.split(" ").at(-1)).sort(), ["exp", "pow"]);
  });
});

function undefinedSymbols(library) {
  return execFileSync(process.env.BALLAST_NM || "nm", ["-A", "-u", library], { encoding: "utf8" });
}
