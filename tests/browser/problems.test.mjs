// What is wrong is said all at once, where it is; the last good answer stays.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { startBrowser } from "./chromium.mjs";
import { openInstrument } from "./instrument.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser?.close());

const stale = "The scenario has problems";

describe("a bad value", () => {
  test("is said at its field and in the list; typing goes on, and the last good answer stays until it is mended", async () => {
    const { page, instrument, complaints, close } = await openInstrument(browser);
    const good = await instrument.answer();
    const vix = instrument.number("/market/vix");
    for (const bad of ["-5", "many", "1e9"]) {
      await vix.fill(bad);
      await instrument.settled();
      assert.equal(await vix.inputValue(), bad);
      assert.equal(await vix.getAttribute("aria-invalid"), "true");
      assert.match(await instrument.field("/market/vix").locator(".problem").innerText(), /must be/);
      assert.match((await instrument.problems()).join("\n"), /\/market\/vix/);
      assert.match(await page.locator("ballast-page .old").innerText(), new RegExp(stale));
      assert.deepEqual(await instrument.answer(), good);
    }
    await vix.fill("17.31");
    await instrument.settled();
    assert.equal(await page.locator("ballast-page .old").count(), 0);
    assert.deepEqual(await instrument.problems(), []);
    assert.deepEqual(complaints, []);
    await close();
  });

  test("is found from the list, and can be taken out there", async () => {
    const { page, instrument, close } = await openInstrument(browser);
    await instrument.drop("bad.json", JSON.stringify({ market: { vix_curve: { fast_weight: 3 } } }));
    await page.getByRole("button", { name: "Show", exact: true }).click();
    const focused = await page.evaluate(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      return at.getRootNode().host.getAttribute("pointer");
    });
    assert.equal(focused, "/market/vix_curve/fast_weight");
    await page.getByRole("button", { name: "Take it out" }).click();
    await instrument.settled();
    assert.deepEqual(await instrument.problems(), []);
    assert.deepEqual(await instrument.scenario(), {});
    await close();
  });
});

/** Put before the worker's own script: its first module stops at the first evaluation, as one without exceptions does that would throw. */
const stopping = `{
  const { prototype } = WebAssembly.Table, { get } = prototype;
  let first, stops = false;
  addEventListener("message", ({ data }) => (stops ||= data.request?.includes('"evaluate"') === true));
  prototype.get = function (at) {
    first ??= this;
    const made = get.call(this, at);
    return this === first && made ? (...given) => { if (stops) throw new WebAssembly.RuntimeError("unreachable"); return made(...given); } : made;
  };
}
`;

describe("a short module that stops", () => {
  test("leaves the question, and those after it, to the whole one", async () => {
    const { page, instrument, complaints, close } = await openInstrument(browser);
    const answer = await instrument.answer();
    await instrument.number("/path/spike/vix_to").fill("52");
    await instrument.settled();
    const edited = await instrument.answer();
    let worker = 0;
    await page.route(/what-if\.worker-/, async (route) => {
      const response = await route.fetch();
      worker += 1;
      await route.fulfill({ response, body: stopping + (await response.text()) });
    });
    const modules = [];
    page.on("request", (request) => /\.wasm$/.test(request.url()) && modules.push(/ballast(-what-if)?-/.exec(request.url())[0]));
    await page.reload();
    await page.waitForFunction(() => globalThis.ballast && document.querySelector("ballast-page").settled);
    assert.ok(worker > 0);
    assert.deepEqual(await instrument.answer(), edited);
    await instrument.number("/path/spike/vix_to").fill("37.32");
    await instrument.settled();
    assert.deepEqual(await instrument.answer(), answer);
    assert.ok(modules.includes("ballast-"), modules.join(", "));
    assert.deepEqual(complaints, []);
    await close();
  });
});

describe("a bad file", () => {
  const files = {
    "wrong types": [{ market: "calm", pool: { value: "much" }, book: {} }, ["/market", "/pool/value", "/book"]],
    "null for NaN": [{ market: { vix: null } }, ["/market/vix"]],
    "negative notional": [{ pool: { value: -1 } }, ["/pool/value"]],
    "unknown keys": [{ markt: {}, pool: { valu: 1 } }, ["/markt", "/pool/valu"]],
    "a smile with arbitrage": [{ market: { spx_options: { eta: 1.9, rho: -0.9 } } }, ["/market/spx_options"]],
    "a layer without a kind": [{ book: [{ contracts: 1 }] }, ["/book/0"]],
    "a spike beyond the horizon": [{ path: { horizon_days: 3, spike: { day: 9, vix_to: 40 } } }, ["/path"]],
  };
  for (const [title, [scenario, pointers]] of Object.entries(files)) {
    test(`with ${title} lists every problem with its pointer, and the last good answer stays`, async () => {
      const { page, instrument, complaints, close } = await openInstrument(browser);
      const good = await instrument.answer();
      await instrument.drop("bad.json", JSON.stringify(scenario));
      const problems = await instrument.problems();
      for (const pointer of pointers) assert.ok(problems.some((problem) => problem.includes(pointer)), `${pointer} not in ${problems.join(" | ")}`);
      const asked = JSON.parse(await instrument.response()).problems;
      assert.equal(problems.length, asked.length);
      assert.deepEqual(await instrument.answer(), good);
      assert.match(await page.locator("ballast-page .old").innerText(), new RegExp(stale));
      assert.deepEqual(complaints, []);
      await close();
    });
  }

  const unreadable = {
    "no JSON": ["{ not json", /line|JSON|parse/i],
    "JSON but no scenario": ["[1, 2]", /object/],
    "10 MB": [`{"name": "${"x".repeat(10 << 20)}"}`, /long/],
    "a key given twice": ['{"name": "a", "name": "b"}', /twice/],
  };
  for (const [title, [content, message]] of Object.entries(unreadable)) {
    test(`that is ${title} is refused, and nothing changes`, async () => {
      const { page, instrument, complaints, close } = await openInstrument(browser);
      const good = await instrument.answer();
      const scenario = await instrument.scenario();
      await instrument.drop("bad.json", content);
      assert.match(await page.locator("ballast-problems .box").first().innerText(), /bad\.json was not opened/);
      assert.match((await instrument.problems()).join("\n"), message);
      assert.deepEqual(await instrument.answer(), good);
      assert.deepEqual(await instrument.scenario(), scenario);
      await page.getByRole("button", { name: "Dismiss" }).click();
      assert.deepEqual(await instrument.problems(), []);
      assert.deepEqual(complaints, []);
      await close();
    });
  }
});
