import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";

import { askPage, startBrowser } from "./chromium.mjs";

const index = readFileSync(new URL("../../web/dist/index.html", import.meta.url), "utf8");

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser?.close());

describe("the built page", () => {
  test("opens from any folder without a complaint, asks no other host, and its engine answers", async () => {
    const { page, complaints, close } = await browser.open();
    const response = JSON.parse(await askPage(page, '{"task":"presets"}'));
    assert.equal(response.task, "presets");
    assert.deepEqual(complaints, []);
    await close();
  });

  test("runs under a policy without inline script and without eval", async () => {
    const { page, complaints, close } = await browser.open();
    const policy = await page.evaluate(() => document.querySelector("meta[http-equiv]").content);
    assert.match(policy, /script-src 'self' 'wasm-unsafe-eval'(;|$)/);
    assert.equal(await page.evaluate(() => document.querySelectorAll("script:not([src])").length), 0);
    assert.equal(await page.evaluate(tryEval), "blocked");
    assert.ok(complaints.every((complaint) => complaint.includes("Content Security Policy")), complaints.join("\n"));
    await close();
  });
});

describe("before the engine is there", () => {
  test("the article can be read as far as it needs no number, and no scenario is named", async () => {
    const { page, complaints, close } = await browser.open({ before: (page) => page.route(/\.wasm$/, () => {}) });
    await page.locator("ballast-article h2", { hasText: "When volatility spikes" }).waitFor();
    assert.equal(await page.locator("ballast-header #preset").innerText(), "…");
    const text = await page.locator("ballast-article main").innerText();
    assert.match(text, /What do you lose, what would a hedge give back/);
    assert.doesNotMatch(text, /\d|scenario/);
    assert.deepEqual(complaints, []);
    await close();
  });
});

describe("the code of a view", () => {
  for (const [address, view, other] of [["", "article", "what-if"], ["?view=article", "article", "what-if"], ["?view=what-if", "what-if", "article"], ["#v1:february-2018", "what-if", "article"]]) {
    test(`is asked for while the page's own is on its way, and no other view's: /${address}`, async () => {
      const views = JSON.parse(/data-views="([^"]*)"/.exec(index)[1].replaceAll("&quot;", '"'));
      const asked = [];
      const { close } = await browser.open({
        address,
        before: async (page) => {
          page.on("request", (request) => asked.push(request.url().replace(/^.*\/assets/, "./assets")));
          await page.route(/\/assets\/index-.*\.js$/, async (route) => {
            for (let patience = 100; patience > 0 && !views[view].every((name) => asked.includes(name)); --patience) await new Promise((resolve) => setTimeout(resolve, 50));
            asked.push("its own");
            await route.continue();
          });
        },
      });
      const ahead = asked.slice(0, asked.indexOf("its own"));
      assert.deepEqual(views[view].filter((name) => !ahead.includes(name)), []);
      assert.deepEqual(views[other].filter((name) => ahead.includes(name) && !views[view].includes(name)), []);
      await close();
    });
  }
});

/** Later, because what the test itself runs in the page is exempt from its policy. */
function tryEval() {
  const attempt = () => {
    try {
      return globalThis.eval("'ran'");
    } catch {
      return "blocked";
    }
  };
  return new Promise((resolve) => setTimeout(() => resolve(attempt())));
}

describe("the browser harness notices", () => {
  test("an error in the console, an exception, a missing file and another host", async () => {
    const { page, complaints, close } = await browser.open();
    await page.evaluate(() => console.error("said on purpose"));
    await page.evaluate(() => setTimeout(() => { throw new Error("thrown on purpose"); }));
    await page.evaluate(() => fetch("missing.json"));
    await page.evaluate(() => fetch("http://127.0.0.1:1/").catch(() => {}));
    const heard = complaints.join("\n");
    for (const expected of [/said on purpose/, /thrown on purpose/, /404: .*missing.json/, /127\.0\.0\.1:1/]) assert.match(heard, expected);
    await close();
  });
});
