// The same bits from the native command, from the WebAssembly module in Node, and from the page in Chromium.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import Ajv from "ajv/dist/2020.js";

import { nativeCommand, nodeModule, pageInChromium, withArraysInNode } from "./engines.mjs";
import { vary } from "./vary.mjs";

const tasks = {
  evaluate: {},
  surface: {},
  recalibration: {},
  lead: {},
  simulate: { simulation: { paths: 300, days: [{ day: 3 }] } },
  path: { simulation: { paths: 300 }, path: 257 },
  size: { simulation: { paths: 300 }, sizing: { points: 4 } },
  signals: {},
  claims: { simulation: { paths: 300, draws: "antithetic" } },
  replay: { history: { episode: "2024-08" }, books: [{ name: "calls", book: [{ kind: "alvh" }, { kind: "strip" }] }], renew_days: 7 },
  compare: { books: [{ name: "none" }, { name: "calls", book: [{ kind: "vix_calls" }, { kind: "iron_condor" }] }] },
};
const variations = 20;

const native = nativeCommand();
const node = await nodeModule();
let page;
before(async () => (page = await pageInChromium()));
after(() => page?.close());

/** Asks all three; the answer, if it is the same. */
async function sameAnswer(request) {
  const text = typeof request === "string" ? request : JSON.stringify(request);
  const answers = { command: native(text), "module in Node": node(text), "page in Chromium": await page.ask(text) };
  for (const [engine, answer] of Object.entries(answers)) {
    if (answer !== answers.command) assert.fail(`the ${engine} differs from the command ${firstDifference(answers.command, answer)}`);
  }
  return JSON.parse(answers.command);
}

function firstDifference(expected, found) {
  const at = [...expected].findIndex((letter, index) => letter !== found[index]);
  const place = at < 0 ? expected.length : at;
  const around = (text) => JSON.stringify(text.slice(Math.max(0, place - 60), place + 60));
  return `at character ${place}:\n  command ${around(expected)}\n  other   ${around(found)}`;
}

const valid = new Ajv({ allErrors: true, strict: false }).compile(JSON.parse(node('{"task":"schema"}')).report.response);
const presets = JSON.parse(node('{"task":"presets"}')).report;

describe("the short module for the first screen", async () => {
  const [short, whole] = await Promise.all([withArraysInNode("ballast-what-if"), withArraysInNode("ballast")]);

  test("answers what it has a task for as the whole module does, to the bit", () => {
    const asked = [{ task: "presets" }, { task: "request_schema" }, ...presets.flatMap(({ scenario }) => [{ task: "evaluate", scenario }, { task: "scenario", scenario }])];
    for (const request of asked) {
      const [one, other] = [short(request), whole(request)];
      assert.equal(one.json, other.json);
      assert.deepEqual(one.numbers, other.numbers);
    }
    assert.ok(short({ task: "evaluate", scenario: presets[0].scenario }).numbers.length > 100);
  });

  test("has a problem with every other task", () => {
    const { problems } = JSON.parse(short({ task: "surface", scenario: presets[0].scenario }).json);
    assert.equal(problems[0].pointer, "/task");
  });
});

test("there are presets to compare", () => assert.ok(presets.length >= 2));

for (const { id, scenario } of presets) {
  describe(`preset ${id}`, () => {
    for (const [task, more] of Object.entries(tasks)) {
      test(`${task} gives the same bytes everywhere, as the schema says`, async () => {
        const response = await sameAnswer({ task, scenario, ...more });
        if (!valid(response)) assert.fail(JSON.stringify(valid.errors.slice(0, 3), null, 1));
        // One future that expires before the spike could be moved has no leads; everything else has an answer.
        const none = task === "lead" && scenario.token?.kind === "fixed_future";
        assert.equal(response.problems.length, none ? 1 : 0);
      });
    }

    test(`${variations} scenarios near it give the same bytes everywhere, and most of them have an answer`, async () => {
      let answered = 0;
      for (let seed = 1; seed <= variations; ++seed) {
        const { problems } = await sameAnswer({ task: "evaluate", scenario: vary(scenario, seed) });
        answered += problems.length === 0 ? 1 : 0;
      }
      assert.ok(answered >= variations / 2, `${answered} of ${variations} were answered`);
    });
  });
}

test("parts of a simulation give the same bytes everywhere, and joined anywhere those of one run", async () => {
  const { scenario } = presets[0];
  const simulation = { paths: 1100, seed: 5 };
  const whole = await sameAnswer({ task: "simulate", scenario, simulation });
  const parts = [];
  for (const index of [2, 1]) {
    const { report } = await sameAnswer({ task: "simulate", scenario, simulation: { ...simulation, shard: { index, count: 2 } } });
    parts.push(report);
  }
  const joined = await sameAnswer({ task: "merge", parts });
  assert.equal(JSON.stringify(joined.report), JSON.stringify(whole.report));
  if (!valid(joined)) assert.fail(JSON.stringify(valid.errors.slice(0, 3), null, 1));
});

test("a history from files gives the same bytes everywhere, with the rows that are doubted, as the schema says", async () => {
  const vix = "DATE,OPEN,HIGH,LOW,CLOSE\n2018-02-01,13,14,12,13.47\n2018-02-02,13,17,18,17.31\n2018-02-05,18,38,16,37.32\n2018-02-06,=1,,,\n";
  const { scenario } = presets[0];
  const response = await sameAnswer({ task: "replay", scenario, history: { files: { vix, spx: "2018-02-01,2821\n2018-02-05,2648\n" } } });
  if (!valid(response)) assert.fail(JSON.stringify(valid.errors.slice(0, 3), null, 1));
  const { files, joined } = response.report;
  assert.deepEqual(files.map(({ left_out, doubted }) => [left_out.count, doubted.count]), [[1, 1], [0, 0]]);
  assert.equal(joined.left_out.count, 1);
});

test("the episodes in the box are listed as the schema says", async () => {
  const response = await sameAnswer({ task: "episodes" });
  if (!valid(response)) assert.fail(JSON.stringify(valid.errors.slice(0, 3), null, 1));
  assert.deepEqual(response.report.map(({ id }) => id), ["2008-09", "2018-02", "2020-02", "2024-08", "2025-04"]);
});

describe("what is no scenario", () => {
  const requests = {
    nothing: "",
    "no JSON": "{",
    "an unknown task": '{"task":"dance"}',
    "text beyond ASCII": '{"task":"Grüße 🌊","scenario":{}}',
    "a wrong type": '{"task":"evaluate","scenario":{"market":{"vix":"high"}}}',
    "a number that no double holds": '{"task":"evaluate","scenario":{"market":{"vix":1e999}}}',
  };
  for (const [what, request] of Object.entries(requests)) {
    test(`${what} is the same problem everywhere`, async () => {
      const { problems } = await sameAnswer(request);
      assert.ok(problems.length > 0);
    });
  }
});

test("the comparison notices a difference in the last digit", () => {
  assert.match(firstDifference('{"pnl":1.25}', '{"pnl":1.26}'), /at character 10/);
});
