// What is looked at stands in the address, beside the scenario.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";

import { startBrowser } from "./chromium.mjs";
import { openInstrument } from "./instrument.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser?.close());

const view = (page) => page.evaluate(() => new URLSearchParams(location.search).get("view"));

describe("a view", () => {
  test("is a link that is followed without leaving the page, keeps the scenario, and Back returns", async () => {
    const { page, instrument, complaints, close } = await openInstrument(browser, { address: "#v1:february-2018;path.spike.vix_to=45" });
    await instrument.number("/path/spike/vix_to").fill("44");
    await instrument.settled();
    const scenario = await instrument.scenario();
    const link = page.locator('ballast-views a[data-view="capital"]');
    assert.match(await link.getAttribute("href"), /\?view=capital#v1:february-2018;path\.spike\.vix_to=44$/);
    await link.click();
    await page.locator("ballast-capital .lead").waitFor();
    assert.equal(await view(page), "capital");
    assert.equal(await page.locator("ballast-views a[aria-current=page]").innerText(), "Capital");
    assert.equal(await page.locator("ballast-what-if").count(), 0);
    assert.deepEqual(await instrument.scenario(), scenario);
    await page.goBack();
    await page.locator("ballast-what-if .summary").waitFor();
    assert.equal(await view(page), "what-if");
    assert.deepEqual(await instrument.scenario(), scenario);
    assert.deepEqual(complaints, []);
    await close();
  });

  test("is there after any other, in one visit", async () => {
    const { page, complaints, close } = await browser.open();
    await page.locator("ballast-views a").first().waitFor();
    const ids = await page.locator("ballast-views a").evaluateAll((links) => links.map(({ dataset }) => dataset.view));
    for (const id of [...ids, ...ids.toReversed()]) {
      await page.locator(`ballast-views a[data-view="${id}"]`).click();
      await page.locator(id === "article" ? "ballast-article h2" : `ballast-${id}`).first().waitFor();
      await page.waitForFunction(() => document.querySelector("ballast-page").settled, undefined, { timeout: 60_000 });
      assert.equal(await page.locator("ballast-problems li, ballast-problems .box").count(), 0, id);
    }
    assert.deepEqual(complaints, []);
    await close();
  });

  test("stays where the reader scrolled to while something is edited", async () => {
    const { page, instrument, complaints, close } = await openInstrument(browser, { width: 390, height: 844 });
    await instrument.slider("/market/vix").scrollIntoViewIfNeeded();
    await instrument.slider("/market/vix").focus();
    const before = await page.evaluate(() => scrollY);
    assert.ok(before > 500, `${before}`);
    await page.keyboard.press("ArrowRight");
    await instrument.settled();
    await page.waitForTimeout(100);
    assert.equal(await page.evaluate(() => scrollY), before);
    assert.deepEqual(complaints, []);
    await close();
  });

  test("opens by its address, with the scenario in it", async () => {
    const { page, instrument, complaints, close } = await openInstrument(browser, { view: "capital", address: "#v1:calm-year" });
    assert.match((await instrument.scenario()).name, /calm/i);
    await page.reload();
    await page.locator("ballast-capital .lead").waitFor();
    assert.deepEqual(complaints, []);
    await close();
  });

  test("that is not named, or that is none, is the what-if where the address has a scenario", async () => {
    for (const address of ["#v1:calm-year", "?view=nothing#v1:calm-year"]) {
      const { page, complaints, close } = await browser.open({ address });
      await page.locator("ballast-what-if .summary", { hasText: "calm" }).waitFor();
      assert.deepEqual(complaints, [], address);
      await close();
    }
  });
});

test("no element is defined in two places, of which a browser takes only the first", () => {
  const folder = new URL("../../web/src/", import.meta.url);
  const files = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".ts"));
  const defined = files.flatMap((name) => [...readFileSync(new URL(name, folder), "utf8").matchAll(/customElements\.define\("([^"]+)"/g)].map(([, tag]) => tag));
  assert.ok(defined.length > 40);
  assert.deepEqual(defined.filter((tag, index) => defined.indexOf(tag) !== index), []);
});
