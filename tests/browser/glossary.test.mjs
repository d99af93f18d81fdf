// A word opens what it means, from where it stands.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";

import { startBrowser } from "./chromium.mjs";
import { openInstrument } from "./instrument.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser?.close());

const dialog = (page) => page.locator("ballast-term dialog[open]");

/** The name of what has the focus. */
const focus = (page) =>
  page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at?.id || at?.textContent || (at?.getRootNode().host?.textContent ?? "");
  });

describe("a word", () => {
  test("opens its entry by keyboard, with meaning, formula and source, Escape closes it and the focus is back", async () => {
    const { page, complaints, close } = await openInstrument(browser);
    const word = page.locator('ballast-path ballast-term[of="impermanent-loss"] .word').first();
    await word.focus();
    await page.keyboard.press("Enter");
    await dialog(page).waitFor();
    const text = await dialog(page).innerText();
    assert.match(text, /^Impermanent loss/);
    assert.match(text, /IL = V\(r\)\/H\(r\) − 1/);
    assert.match(text, /Source .*Pintail/);
    assert.equal(await focus(page), "name");
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
    assert.deepEqual(violations.map(({ id, nodes }) => `${id} ${nodes[0].target}`), []);
    await page.keyboard.press("Escape");
    assert.equal(await dialog(page).count(), 0);
    assert.equal(await word.evaluate((button) => button.getRootNode().activeElement === button), true);
    assert.deepEqual(complaints, []);
    await close();
  });

  test("leads on to other words, to the field where it acts, and to the view", async () => {
    const { page, close } = await openInstrument(browser);
    await page.locator('ballast-footer ballast-term[of="quick-ratio"]').click();
    await dialog(page).getByRole("button", { name: "Margin call" }).click();
    assert.match(await dialog(page).innerText(), /^Margin call/);
    await dialog(page).getByRole("button", { name: "Lost in a forced sale" }).click();
    assert.equal(await dialog(page).count(), 0);
    const field = page.locator('ballast-number[pointer="/capital/liquidation_slippage"]');
    assert.equal(await field.evaluate((element) => element.shadowRoot.activeElement?.id), "entry");
    await page.locator('ballast-footer ballast-term[of="quick-ratio"]').click();
    await dialog(page).getByRole("button", { name: "Quick ratio by day" }).click();
    await page.locator("ballast-capital .lead").waitFor();
    await close();
  });

  test("leads from the article to a field of the instrument, which was not loaded yet", async () => {
    const { page, complaints, close } = await browser.open();
    await page.locator("ballast-article h2").first().waitFor();
    await page.locator('ballast-footer ballast-term[of="quick-ratio"]').click();
    await dialog(page).getByRole("button", { name: "Margin call" }).click();
    await dialog(page).getByRole("button", { name: "Lost in a forced sale" }).click();
    const field = page.locator('ballast-number[pointer="/capital/liquidation_slippage"]');
    await field.waitFor();
    await page.waitForFunction((element) => element.shadowRoot.activeElement?.id === "entry", await field.elementHandle());
    assert.deepEqual(complaints, []);
    await close();
  });

  test("closes by a click beside it, stays within the window at 390 pixels, and moves nothing", async () => {
    const { page, close } = await openInstrument(browser, { width: 390, height: 844 });
    const word = page.locator('ballast-by-day ballast-term[of="benchmark"]');
    await word.scrollIntoViewIfNeeded();
    const earlier = await page.locator("ballast-by-day figure").boundingBox();
    await word.click();
    await dialog(page).waitFor();
    const box = await dialog(page).boundingBox();
    assert.ok(box.x >= 0 && box.x + box.width <= 390 && box.y >= 0 && box.y + box.height <= 844, JSON.stringify(box));
    assert.deepEqual(await page.locator("ballast-by-day figure").boundingBox(), earlier);
    await page.mouse.click(5, box.y > 60 ? 5 : 840);
    assert.equal(await dialog(page).count(), 0);
    await close();
  });
});

describe("every word", () => {
  test("has an entry that is whole, and leads to fields and views that there are", async () => {
    const { page, instrument, complaints, close } = await openInstrument(browser);
    const words = page.locator("ballast-footer ballast-term");
    const views = await page.locator("ballast-views a").evaluateAll((all) => all.map(({ dataset }) => dataset.view));
    const scenario = JSON.parse(await page.evaluate(() => globalThis.ballast.run('{"task":"schema"}'))).report.request.properties.scenario;
    assert.ok((await words.count()) >= 60);
    const seen = await words.evaluateAll(async (all) => {
      all[0].shadowRoot.querySelector(".word").click();
      while (!all[0].entries) await new Promise((wait) => setTimeout(wait, 10));
      return { entries: all[0].entries, names: all.map((term) => term.of) };
    });
    assert.deepEqual(Object.keys(seen.entries).sort(), [...seen.names].sort());
    for (const [term, { meaning, source, acts, formula }] of Object.entries(seen.entries)) {
      assert.ok(meaning.length > 30 && source.length > 5 && acts.length > 0, term);
      assert.ok(formula === undefined || formula.replace(/[_^]\{[^{}]*\}/g, "").match(/[{}]/) === null, `${term}: ${formula}`);
      for (const { field, view } of acts) {
        if (view) assert.ok(views.includes(view), `${term}: view ${view}`);
        if (field) assert.ok(leads(scenario, field), `${term}: field ${field}`);
      }
    }
    await instrument.settled();
    assert.deepEqual(complaints, []);
    await close();
  });

  test("that is marked on the page is one", async () => {
    const { page, close } = await openInstrument(browser);
    await page.evaluate(() => {
      const open = (root) => {
        for (const element of root.querySelectorAll("*")) {
          if (element.localName === "details") element.open = true;
          if (element.matches("button.about")) element.click();
          if (element.shadowRoot) open(element.shadowRoot);
        }
      };
      open(document);
    });
    await page.waitForTimeout(200);
    const marked = page.locator("ballast-page ballast-term");
    assert.ok((await marked.count()) > 100);
    assert.deepEqual(await marked.evaluateAll((all) => all.filter((term) => !term.shadowRoot.querySelector(".word")).map((term) => term.of)), []);
    await close();
  });
});

/** Whether the schema has a field there, in one of its alternatives. */
function leads(schema, pointer) {
  let at = [schema];
  for (const key of pointer.split("/").slice(1)) at = at.flatMap((each) => [each, ...(each.oneOf ?? [])].map(({ properties }) => properties?.[key]).filter(Boolean));
  return at.length > 0;
}
