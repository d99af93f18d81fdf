// How much of each layer: the frontier's point sets the book, limits are named, and sizes are checked on other paths.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { assertAccessible, assertFits } from "./accessible.mjs";
import { startBrowser } from "./chromium.mjs";
import { openInstrument } from "./instrument.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser?.close());

async function openSizing(as = {}) {
  const opened = await openInstrument(browser, { view: "sizing", ...as });
  const element = opened.page.locator("ballast-sizing");
  await element.locator("ballast-frontier svg[role=img]").waitFor();
  return { ...opened, element, handle: element.locator("#handle") };
}

const sizes = (page, scenario, sizing) =>
  page.evaluate(async (asked) => JSON.parse(await globalThis.ballast.run(JSON.stringify({ task: "size", ...asked }))).report, { scenario, ...(sizing ? { sizing } : {}) });

const round = (value) => Math.abs(Math.round(value)).toLocaleString("en-US");
const units = ({ book }) => book.map(({ size }) => size?.units ?? 1);

describe("the sizing", () => {
  test("is the core's, with what binds and what other paths say, in words and numbers", async () => {
    const { page, element, instrument, complaints, close } = await openSizing();
    const report = await sizes(page, await instrument.scenario());
    const lead = await element.locator(".lead").innerText();
    for (const { conditional_value_at_risk } of [report.unhedged.found, report.minimum_cvar.found]) assert.ok(lead.includes(round(conditional_value_at_risk)), lead);
    const fresh = await element.locator("ballast-sizing-table h3").innerText();
    for (const { conditional_value_at_risk } of [report.unhedged.fresh, report.minimum_cvar.fresh, report.minimum_cvar.found]) assert.ok(fresh.includes(round(conditional_value_at_risk)), fresh);
    const binding = await element.locator("#binding").innerText();
    assert.ok(report.minimum_cvar.binding.length > 0);
    for (const { text } of report.minimum_cvar.binding) assert.ok(binding.includes(text), binding);
    const label = await element.locator("ballast-frontier svg[role=img]").getAttribute("aria-label");
    assert.ok(label.startsWith(await element.locator("ballast-frontier h3").innerText()));
    for (const cvar of report.frontier.conditional_value_at_risk) assert.ok(label.includes(round(cvar)));
    await element.locator("ballast-frontier summary").click();
    await element.locator("ballast-frontier tbody tr").first().waitFor();
    assert.equal(await element.locator("ballast-frontier tbody tr").count(), report.frontier.yearly_cost.length);
    assert.deepEqual(complaints, []);
    await close();
  });

  test("sets the book where the point of the frontier is dragged to", async () => {
    const { page, element, handle, instrument, complaints, close } = await openSizing();
    const before = await instrument.scenario();
    const { frontier } = await sizes(page, before);
    const label = await element.locator("ballast-frontier svg[role=img]").getAttribute("aria-label");
    await handle.scrollIntoViewIfNeeded();
    const box = await handle.boundingBox();
    await page.mouse.move(box.x + 14, box.y + 14);
    await page.mouse.down();
    for (let step = 1; step <= 10; ++step) await page.mouse.move(box.x + 14 - step * 16, box.y + 14);
    await page.mouse.up();
    await instrument.settled();
    const point = Number(await handle.getAttribute("aria-valuenow"));
    assert.ok(point < frontier.yearly_cost.length - 1);
    const scenario = await instrument.scenario();
    units(scenario).forEach((size, layer) => assert.ok(Math.abs(size - frontier.quantity[layer][point]) < 1e-4, `layer ${layer}: ${size}`));
    assert.notDeepEqual(units(scenario), units(before));
    // The frontier is still that of the book before, so that the point can be moved on, and what was set to nothing can come back.
    assert.equal(await element.locator("ballast-frontier svg[role=img]").getAttribute("aria-label"), label);
    assert.deepEqual(await instrument.problems(), []);
    assert.deepEqual(complaints, []);
    await close();
  });

  test("works by keyboard alone", async () => {
    const { page, element, handle, instrument, complaints, close } = await openSizing();
    const { frontier, minimum_variance } = await sizes(page, await instrument.scenario());
    await handle.focus();
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowRight");
    await instrument.settled();
    assert.equal(await handle.getAttribute("aria-valuenow"), "1");
    assert.match(await handle.getAttribute("aria-valuetext"), /USD a year, tail loss [\d,]+ USD: [\d.]+\s×\sVIX calls/);
    units(await instrument.scenario()).forEach((size, layer) => assert.ok(Math.abs(size - frontier.quantity[layer][1]) < 1e-4));
    await element.getByRole("button", { name: "Set the book: Least variance" }).focus();
    await page.keyboard.press("Enter");
    await instrument.settled();
    units(await instrument.scenario()).forEach((size, layer) => assert.ok(Math.abs(size - minimum_variance.quantity[layer]) < 1e-4));
    assert.deepEqual(complaints, []);
    await close();
  });

  test("keeps within the limits that are given, names the one that binds, and says where they exclude each other", async () => {
    const { page, element, instrument, complaints, close } = await openSizing();
    const scenario = await instrument.scenario();
    const premium = element.locator('ballast-number[pointer="/sizing/premium_budget"] input[type=text]');
    await premium.fill("1000");
    await instrument.settled();
    const report = await sizes(page, scenario, { premium_budget: 1000 });
    assert.ok(report.minimum_cvar.premium <= 1000.01);
    assert.ok((await element.locator(".lead").innerText()).includes(round(report.minimum_cvar.found.conditional_value_at_risk)));
    assert.match(await element.locator("#binding").innerText(), /premium/);
    await element.locator(".settings > details > summary").click();
    await element.locator('ballast-number[pointer="/sizing/layers/1/least"] input[type=text]').fill("2");
    await instrument.settled();
    const held = await sizes(page, scenario, { premium_budget: 1000, layers: [{}, { least: 2 }] });
    assert.ok((await element.locator(".lead").innerText()).includes(round(held.minimum_cvar.found.conditional_value_at_risk)));
    await premium.fill("-1000000");
    await instrument.settled();
    assert.match(await element.locator("p.problem").innerText(), /limits that no sizes hold together/);
    assert.deepEqual(complaints, []);
    await close();
  });

  test("follows the scenario, and a layer that is added", async () => {
    const { page, element, instrument, complaints, close } = await openSizing();
    const before = await element.locator(".lead").innerText();
    await instrument.number("/market/vix").fill("25");
    await instrument.settled();
    assert.notEqual(await element.locator(".lead").innerText(), before);
    await instrument.addLayer("strip");
    await element.locator("ballast-sizing-table th", { hasText: /strip/i }).first().waitFor();
    await element.locator("#handle").focus();
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowLeft");
    await instrument.settled();
    const { book } = await instrument.scenario();
    assert.equal(typeof book[2].cover, "number");
    assert.deepEqual(complaints, []);
    await close();
  });

  test("is clean for assistive technology and needs no scrolling sideways, narrow and wide, light and dark", async () => {
    for (const [width, theme] of [[390, "light"], [1280, "dark"]]) {
      const { page, element, instrument, complaints, close } = await openSizing({ width, theme });
      for (const more of await element.locator("details").all()) await more.evaluate((details) => (details.open = true));
      await instrument.settled();
      await assertFits(page, "sizing");
      await assertAccessible(page, "sizing");
      assert.deepEqual(complaints, []);
      await close();
    }
  });
});
