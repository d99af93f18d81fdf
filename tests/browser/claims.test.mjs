// What is said about such hedges, judged for the scenario: the verdicts are the core's, and the paths that decided them can be opened.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { assertAccessible, assertFits } from "./accessible.mjs";
import { startBrowser } from "./chromium.mjs";
import { openInstrument } from "./instrument.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser?.close());

async function openClaims(as = {}) {
  const opened = await openInstrument(browser, { view: "claims", ...as });
  const element = opened.page.locator("ballast-claims");
  await element.locator("[data-claim]").first().waitFor();
  const report = await opened.page.evaluate(
    async () => JSON.parse(await globalThis.ballast.run(JSON.stringify({ task: "claims", scenario: globalThis.ballast.scenario }))).report,
  );
  return { ...opened, element, report };
}

describe("the claims", () => {
  test("have the core's verdicts as words, its figures, thresholds and sources", async () => {
    const { element, report, complaints, close } = await openClaims();
    assert.equal(await element.locator(".lead").innerText(), report.summary);
    assert.equal(await element.locator("[data-claim]").count(), report.claims.length);
    assert.ok(new Set(report.claims.map(({ verdict }) => verdict)).size >= 3);
    for (const claim of report.claims) {
      const row = element.locator(`[data-claim="${claim.id}"]`);
      const text = await row.innerText();
      for (const part of [claim.statement, claim.threshold, claim.source.text, ...claim.figures.map(({ name }) => name)]) assert.ok(text.includes(part), `${claim.id} does not say: ${part}`);
      assert.equal(await row.locator(".verdict span").innerText(), claim.verdict);
      const { value, unit } = claim.figures[0] ?? {};
      if (unit === "share" && value !== undefined) assert.ok(text.replaceAll("\u2212", "-").includes(`${(100 * value).toFixed(1)}`), text);
    }
    // Each verdict has a shape of its own.
    const shapes = await element.locator(".verdict").evaluateAll((all) => all.map((each) => [each.querySelector("span").textContent, each.querySelector("path").getAttribute("d")]));
    assert.equal(new Set(shapes.map(([, shape]) => shape)).size, new Set(shapes.map(([verdict]) => verdict)).size);
    assert.deepEqual(complaints, []);
    await close();
  });

  test("open the paths that decided them, by keyboard alone", async () => {
    const { page, element, report, complaints, close } = await openClaims();
    const claim = report.claims.find(({ paths }) => paths.length > 0);
    const { path } = claim.paths[0];
    const button = element.locator(`[data-claim="${claim.id}"] [data-path="${path}"]`).first();
    await button.focus();
    await page.keyboard.press("Enter");
    await element.locator("ballast-path-profits h3", { hasText: `Path ${path}:` }).waitFor();
    assert.equal(await button.getAttribute("aria-expanded"), "true");
    await element.locator("ballast-one-path #close").focus();
    await page.keyboard.press("Enter");
    assert.equal(await element.locator("ballast-one-path").count(), 0);
    assert.equal(await button.evaluate((each) => each.getRootNode().activeElement === each), true);
    assert.deepEqual(complaints, []);
    await close();
  });

  test("follow the scenario", async () => {
    const { element, instrument, report, complaints, close } = await openClaims();
    await instrument.page.locator('ballast-layer [role="switch"]').first().click();
    await instrument.settled();
    // Grey while the answer belongs to another scenario, and not a moment longer.
    assert.equal(await element.locator("table.stale").count(), 0);
    assert.notEqual(await element.locator(".lead").innerText(), report.summary);
    assert.ok((await element.locator(".verdict", { hasText: "does not apply" }).count()) > report.claims.filter(({ verdict }) => verdict === "does not apply").length);
    assert.deepEqual(complaints, []);
    await close();
  });

  test("are clean for assistive technology and need no scrolling sideways, narrow and wide, light and dark", async () => {
    for (const [width, theme] of [[390, "dark"], [1280, "light"]]) {
      const { page, element, instrument, complaints, close } = await openClaims({ width, theme });
      await element.locator("[data-path]").first().click();
      await element.locator("ballast-path-profits h3", { hasText: "Path" }).waitFor();
      await instrument.settled();
      await assertFits(page, "claims");
      await assertAccessible(page, "claims");
      assert.deepEqual(complaints, []);
      await close();
    }
  });
});
