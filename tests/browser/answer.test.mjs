// A change is answered at once, and everything on the page follows it.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { startBrowser } from "./chromium.mjs";
import { assertAllDiffer, dragSlider, openInstrument, sentencesWhileMoving } from "./instrument.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser?.close());

describe("the first screen", () => {
  test("is February 2018, and its sentence is the core's", async () => {
    const { page, instrument, complaints, close } = await openInstrument(browser);
    assert.equal(await page.locator("#preset").inputValue(), "february-2018");
    assert.equal(await instrument.sentence(), JSON.parse(await instrument.response()).report.summary);
    assert.deepEqual(complaints, []);
    await close();
  });

  test("does not shift while it loads", async () => {
    for (const width of [390, 1280]) {
      const { page, instrument, close } = await openInstrument(browser, { width });
      await instrument.settled();
      const shift = await page.evaluate(
        () =>
          new Promise((resolve) => {
            let sum = 0;
            new PerformanceObserver((list) => list.getEntries().forEach((entry) => (sum += entry.value))).observe({ type: "layout-shift", buffered: true });
            setTimeout(() => resolve(sum), 300);
          }),
      );
      assert.ok(shift < 0.05, `layout shift of ${shift} at ${width} pixels`);
      await close();
    }
  });
});

describe("a change", () => {
  test("of a slider changes sentence, amounts, charts and table, and complains about nothing", async () => {
    const { page, instrument, complaints, close } = await openInstrument(browser);
    const earlier = await instrument.answer();
    // The calls, too: what moves only the path would leave the table of what was bought as it is.
    await dragSlider(page, instrument.slider("/path/spike/vix_to"), 0.2);
    await instrument.settled();
    assertAllDiffer(earlier, await instrument.answer());
    assert.deepEqual(complaints, []);
    await close();
  });

  test("is answered while the slider still moves", async () => {
    const { instrument, close } = await openInstrument(browser);
    const sentences = await sentencesWhileMoving(instrument, instrument.slider("/path/spike/vix_to"), { from: 0.5, by: 0.08, steps: 5, pause: 120 });
    assert.equal(sentences.size, 5);
    await close();
  });

  test("is answered while the slider still moves with every kind of layer over a year", async () => {
    const { instrument, complaints, close } = await openInstrument(browser, { address: "#v1:whole-book;path.horizon_days=365;book.9.on=true;book.10.on=true;book.11.on=true" });
    const { layers } = JSON.parse(await instrument.response()).report;
    assert.equal(layers.length, 12);
    const openAtOnce = (day) => layers.flatMap(({ legs }) => legs).filter(({ opened_day, end_day }) => opened_day <= day && day < end_day).length;
    assert.ok(openAtOnce(0) >= 60, `${openAtOnce(0)} legs on the first day`);
    const sentences = await sentencesWhileMoving(instrument, instrument.slider("/path/spike/vix_to"), { from: 0.4, by: 0.05, steps: 8, pause: 250 });
    assert.ok(sentences.size >= 4, `${sentences.size} answers while the slider moved`);
    assert.deepEqual(complaints, []);
    await close();
  });

  test("by number, by key and along the curve come to the same", async () => {
    const { page, instrument, close } = await openInstrument(browser);
    const number = instrument.number("/path/spike/vix_to");
    await number.fill("45");
    await instrument.settled();
    const byNumber = await instrument.sentence();
    assert.match(byNumber, /to 45\.0/);
    assert.equal((await instrument.scenario()).path.spike.vix_to, 45);

    await number.press("ArrowUp");
    await instrument.settled();
    assert.equal((await instrument.scenario()).path.spike.vix_to, 45.5);

    const chart = page.locator("ballast-by-spike .canvas");
    const at = await chart.evaluate((canvas) => canvas.getBoundingClientRect().width * 0.5);
    await chart.click({ position: { x: at, y: 120 } });
    await instrument.settled();
    const dragged = (await instrument.scenario()).path.spike.vix_to;
    assert.ok(dragged > 30 && dragged < 80 && dragged !== 45.5, `dragged to ${dragged}`);
    await close();
  });

  test("to percent and back keeps every digit, and an emptied field leaves the default standing", async () => {
    const { instrument, close } = await openInstrument(browser);
    const spx = instrument.number("/path/spike/spx_return");
    assert.equal(await spx.inputValue(), "−4.0979");
    await spx.fill("-4.0979");
    await instrument.settled();
    assert.equal((await instrument.scenario()).path.spike.spx_return, -0.040979);
    await spx.fill("");
    await instrument.settled();
    assert.equal("spx_return" in (await instrument.scenario()).path.spike, false);
    assert.equal(await spx.getAttribute("placeholder"), "follows VIX");
    await close();
  });

  test("of the spike, a layer and a rung: off, on, more, fewer", async () => {
    const { page, instrument, complaints, close } = await openInstrument(browser);
    await page.getByRole("switch", { name: "The spike" }).click();
    await instrument.settled();
    assert.match(await instrument.sentence(), /^In calm/);
    await page.getByRole("switch", { name: "The spike" }).click();
    await instrument.settled();
    assert.match(await instrument.sentence(), /to 37\.3/);

    await page.getByRole("switch", { name: "VIX calls 4/4/2 takes part" }).click();
    await instrument.settled();
    assert.equal(await page.locator("ballast-legs", { hasText: "VIX call," }).count(), 0);
    await instrument.addLayer("vix_calls");
    assert.equal((await instrument.scenario()).book.length, 3);
    assert.equal((await instrument.scenario()).book[2].ladder.length, 1);
    await page.locator('ballast-layer[pointer="/book/2"]').getByRole("button", { name: "+ Add a row" }).click();
    await page.locator('ballast-layer[pointer="/book/2"]').getByRole("button", { name: "Remove row 1" }).click();
    await instrument.settled();
    assert.equal((await instrument.scenario()).book[2].ladder.length, 1);
    await page.getByRole("button", { name: "Remove VIX calls", exact: true }).click();
    await instrument.settled();
    assert.equal((await instrument.scenario()).book.length, 2);
    assert.deepEqual(complaints, []);
    await close();
  });
});

describe("the form", () => {
  test("has a control for every field of the schema, and says where each default comes from", async () => {
    const { page, instrument, close } = await openInstrument(browser);
    const schema = JSON.parse(await page.evaluate(() => globalThis.ballast.run('{"task":"schema"}'))).report.request.properties.scenario;
    const missing = [];
    for (const [group, { properties, oneOf }] of Object.entries(schema.properties)) {
      for (const name of Object.keys(properties ?? oneOf?.[0].properties ?? {})) {
        if (name === "kind" || name === "spike") continue;
        const pointer = `/${group}/${name}`;
        const count = await page.locator(`[pointer="${pointer}"]`).count();
        if (count === 0) missing.push(pointer);
      }
    }
    assert.deepEqual(missing, []);
    const vix = instrument.field("/market/vix");
    await vix.getByRole("button", { name: "About VIX" }).click();
    const note = await vix.locator("#note").innerText();
    assert.ok(note.includes(schema.properties.market.properties.vix["x-source"].text), note);
    await close();
  });

  test("offers every kind of pool and token that the core knows, and each is answered", async () => {
    const { page, instrument, complaints, close } = await openInstrument(browser);
    const { properties } = JSON.parse(await page.evaluate(() => globalThis.ballast.run('{"task":"schema"}'))).report.request.properties.scenario;
    for (const group of ["pool", "token"]) {
      for (const { properties: kind } of properties[group].oneOf) {
        const earlier = await instrument.sentence();
        await page.locator("ballast-fields details").evaluateAll((all) => all.forEach((details) => (details.open = true)));
        await page.locator(`ballast-fields[pointer="/${group}"]`).getByLabel("Kind").selectOption(kind.kind.const);
        await instrument.settled();
        assert.deepEqual(await instrument.problems(), [], kind.kind.const);
        if (kind !== properties[group].oneOf[0].properties) assert.notEqual(await instrument.sentence(), earlier, kind.kind.const);
      }
    }
    assert.deepEqual(complaints, []);
    await close();
  });

  test("shows every default that the answer rests on, with its label and source", async () => {
    const { page, instrument, close } = await openInstrument(browser);
    const { defaults } = JSON.parse(await instrument.response()).report;
    await page.locator("ballast-sources summary").click();
    const rows = page.locator("ballast-sources tbody tr");
    await rows.first().waitFor();
    assert.equal(await rows.count(), defaults.length);
    assert.ok((await rows.first().innerText()).includes(defaults[0].source));
    await close();
  });
});

test("the page lists the licences of what it ships, with their texts", async () => {
  const { page, complaints, close } = await openInstrument(browser);
  await page.getByText("Licences of everything this page ships").click();
  const rows = page.locator("ballast-footer li");
  await rows.first().waitFor(); // fetched when the list is opened
  const listed = await rows.allInnerTexts();
  for (const name of ["lit ", "@observablehq/plot", "d3-array", "d3-scale", "internmap", "JSON for Modern C++", "Emscripten"]) {
    assert.ok(listed.some((line) => line.includes(name)), `${name} is not listed`);
  }
  assert.deepEqual(complaints, []);
  await close();
});
