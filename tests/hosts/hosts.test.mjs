// The widget in other people's sites, under a strict policy: a plain page, MkDocs Material and VitePress, each built as they build it.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { startBrowser } from "../browser/chromium.mjs";
import { build, inlineScripts, inlineStyles, names, policyFor } from "./sites.mjs";

/** What a reader's choice of dark does to each of them. */
const darken = {
  plain: () => (document.documentElement.style.colorScheme = "dark"),
  mkdocs: () => document.body.setAttribute("data-md-color-scheme", "slate"),
  vitepress: () => document.documentElement.classList.add("dark"),
};

for (const name of names) {
  describe(`in a site made with ${name}`, () => {
    let browser;
    let folder;
    before(async () => {
      folder = build(name);
      browser = await startBrowser(folder, policyFor(folder));
    });
    after(() => browser?.close());

    test("each figure shows, an address opens, and the policy has nothing to complain about", async () => {
      const { page, complaints, close } = await browser.open();
      assert.match(await page.locator("#day h3").innerText(), /^By day 30 the hedge turns a loss of [\d,]+ into a gain of [\d,]+ USD$/);
      await page.locator("#day svg[role=img]").waitFor();
      await page.locator("#moved .summary", { hasText: "VIX goes from 17.3 to 45.0" }).waitFor();
      // What the page put there has made way.
      assert.equal(await page.locator("#day table caption").isVisible(), false);
      assert.equal(await enginesStarted(page), 1, "one engine for all elements");
      assert.deepEqual(complaints, []);
      await close();
    });

    test("nothing inline holds but the scripts and styles that its generator writes into its pages", () => {
      const own = { plain: [0, 0], mkdocs: [3, 0], vitepress: [2, 3] }[name];
      assert.deepEqual([inlineScripts(folder).length, inlineStyles(folder).length], own);
      const policy = policyFor(folder)["Content-Security-Policy"];
      assert.equal(policy.match(/sha256-/g)?.length ?? 0, own[0] + own[1]);
      assert.doesNotMatch(policy, /unsafe-inline|unsafe-eval(?<!wasm-unsafe-eval)/);
    });

    test("a frame is as high as what is in it, also when that grows", async () => {
      const { page, complaints, close } = await browser.open();
      const frame = await scrollToFrame(page);
      await agree(page);
      const before = await height(page);
      assert.ok(before > 300, `${before} pixels`);
      await frame.getByText("Numbers").click();
      await page.waitForFunction((least) => document.querySelector("#frame").clientHeight > least, before);
      await agree(page);
      assert.deepEqual(complaints, []);
      await close();
    });

    test("a slider moved by hand or by key is answered, also without a network", async () => {
      const { page, complaints, close } = await browser.open();
      await page.locator("#moved .summary", { hasText: "45.0" }).waitFor();
      await page.locator("#moved ballast-number").first().waitFor();
      // What may be opened from it is there.
      await page.waitForFunction(() => performance.getEntriesByType("resource").some(({ name, responseEnd }) => /\/entries-/.test(name) && responseEnd > 0));
      await page.context().setOffline(true);
      const slider = page.locator('#moved ballast-number[pointer="/path/spike/vix_to"] input[type=range]');
      await slider.focus();
      await page.keyboard.press("ArrowRight");
      await page.locator("#moved .summary", { hasText: "17.3 to 45.5" }).waitFor();
      assert.match(await page.locator("#day h3").innerText(), /^By day 30/);
      assert.deepEqual(complaints, []);
      await close();
    });

    test("without JavaScript it is the table that the page gives", async () => {
      const { page, close } = await browser.open({ javaScriptEnabled: false });
      assert.equal(await page.locator("#day table caption").innerText(), "Profit and loss, USD");
      assert.match(await page.locator("#day td").innerText(), /as the page says/);
      await close();
    });

    test("a dark page has a dark widget, in a frame, too", async () => {
      const { page, close } = await browser.open();
      await page.evaluate(darken[name]);
      await page.locator("#day svg[role=img]").waitFor();
      assert.ok(lightness(await background(page.locator("#day ballast-embedded"))) < 200);
      const frame = await scrollToFrame(page);
      await agree(page);
      assert.ok(lightness(await background(frame.locator("ballast-embedded"))) < 200);
      await close();
    });

    test("a page that turns dark takes its frame along at once", async () => {
      const { page, close } = await browser.open();
      const frame = await scrollToFrame(page);
      await agree(page);
      const inside = frame.locator("ballast-embedded");
      assert.ok(lightness(await background(inside)) > 600);
      await page.evaluate(darken[name]);
      await page.waitForTimeout(200);
      assert.ok(lightness(await background(inside)) < 200);
      await close();
    });
  });
}

const lightness = (colour) => colour.match(/[\d.]+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0);
const background = (locator) => locator.evaluate((element) => getComputedStyle(element).backgroundColor);
const height = (page) => page.locator("#frame").evaluate((frame) => frame.clientHeight);

/** Engines of the page itself; a frame has its own. */
const enginesStarted = (page) => page.evaluate(() => performance.getEntriesByType("resource").filter(({ name }) => /(engine|what-if)\.worker/.test(name)).length);

/** Scrolls to the chart in the frame, which is drawn when it comes into sight. */
async function scrollToFrame(page) {
  await page.locator("#frame").scrollIntoViewIfNeeded();
  const frame = page.frameLocator("#frame");
  await frame.locator(".canvas").scrollIntoViewIfNeeded();
  await frame.locator("svg[role=img]").waitFor();
  return frame;
}

/** Waits until the frame has the height of its body. */
async function agree(page) {
  await page.waitForFunction(() => {
    const frame = document.querySelector("#frame");
    return frame.clientHeight === Math.ceil(frame.contentDocument.body.getBoundingClientRect().height);
  });
}
