// The capital follows the scenario: what it returns, what it costs, and whether it covers what is owed.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { startBrowser } from "./chromium.mjs";
import { dragSlider, openInstrument } from "./instrument.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser?.close());

describe("the capital", () => {
  test("is the core's verdict, with figures that say it in words, and follows a slider", async () => {
    const { page, instrument, complaints, close } = await openInstrument(browser, { view: "capital" });
    const panel = page.locator("ballast-capital");
    const said = () => panel.locator(".lead").innerText();
    assert.equal(await said(), JSON.parse(await instrument.response()).report.capital.verdict);
    await panel.scrollIntoViewIfNeeded();
    const ratio = panel.locator("ballast-quick-ratio svg[role=img]");
    await ratio.waitFor();
    assert.match(await ratio.getAttribute("aria-label"), /margin call/);
    assert.match(await panel.locator(".between").innerText(), /Day 0 takes [\d,]+\sUSD, day 30 gives/);
    const earlier = { verdict: await said(), facts: await panel.locator("dl").innerText() };
    await dragSlider(page, instrument.slider("/path/spike/vix_to"), 0.2);
    await instrument.settled();
    assert.notEqual(await said(), earlier.verdict);
    assert.notEqual(await panel.locator("dl").innerText(), earlier.facts);
    assert.deepEqual(complaints, []);
    await close();
  });

  test("shows the cash that moves on the days between, where any does", async () => {
    const { page, instrument, complaints, close } = await openInstrument(browser, { view: "capital", address: "#v1:february-2018;path.horizon_days=120" });
    await instrument.settled();
    const flows = page.locator("ballast-cash-flows");
    await flows.scrollIntoViewIfNeeded();
    assert.match(await flows.locator("svg[role=img]").getAttribute("aria-label"), /Between: day 30 [+−]/);
    assert.deepEqual(complaints, []);
    await close();
  });

  test("that runs short is a table of margin calls", async () => {
    const { page, instrument, complaints, close } = await openInstrument(browser, { view: "capital" });
    assert.equal(await page.locator("ballast-margin-calls tbody tr").count(), 0);
    await instrument.number("/capital/cash").fill("0");
    await instrument.number("/pool/value").fill("1000");
    await instrument.settled();
    const { margin_calls } = JSON.parse(await instrument.response()).report.capital;
    assert.ok(margin_calls.length > 0);
    assert.ok((await page.locator("ballast-margin-calls tbody tr").count()) > 0);
    assert.match(await page.locator("ballast-margin-calls h3").innerText(), /margin call/);
    assert.deepEqual(complaints, []);
    await close();
  });
});

test("every layer says what it paid, what it ties up, where it breaks even, and what should be known of it", async () => {
  const { page, instrument, complaints, close } = await openInstrument(browser);
  await instrument.addLayer("conversion");
  await page.locator("ballast-layer-facts").scrollIntoViewIfNeeded();
  const rows = await page.locator("ballast-layer-facts tbody tr").allInnerTexts();
  assert.equal(rows.length, 3);
  assert.match(rows[1], /SPX [\d,]+, SPX [\d,]+/);
  const notes = await page.locator("ballast-layer-facts .notes").innerText();
  assert.match(notes, /hedges nothing/);
  const { layers } = JSON.parse(await instrument.response()).report;
  for (const { notes: each } of layers) for (const { text, source } of each) assert.ok(notes.includes(text) && notes.includes(source), text);
  // The index itself among the legs: it has no strike.
  assert.match(await page.locator("ballast-legs table").innerText(), /SPX itself, day 30/);
  assert.deepEqual(complaints, []);
  await close();
});
