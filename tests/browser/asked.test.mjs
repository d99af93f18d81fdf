// What is asked of a scenario besides itself stands in the address, too: how it is simulated, within what it is sized, along which history
// it is walked, what is looked at.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { startBrowser } from "./chromium.mjs";
import { openInstrument } from "./instrument.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser?.close());

const signals = [{ kind: "edr", mean: 1.22, deviation: 0.49 }];

/** By result: a scenario that has it, what a person sets there, what the address then says, and what shows that it holds. */
const results = {
  simulation: {
    set: async ({ page }) => {
      const field = (name) => page.locator(`ballast-number[pointer="/simulation/${name}"] input[type=text]`);
      await field("paths").fill("400");
      await field("seed").fill("7");
    },
    says: ";!.simulation.paths=400;!.simulation.seed=7",
    shows: async ({ page }) => [await page.locator("ballast-simulation .state").innerText(), await page.locator("ballast-simulation-table table").innerText()],
  },
  sizing: {
    set: async ({ page, instrument }) => {
      await page.locator('ballast-number[pointer="/sizing/premium_budget"] input[type=text]').fill("1000");
      await instrument.settled();
      await page.locator("ballast-sizing .settings > details > summary").click();
      await page.locator('ballast-number[pointer="/sizing/layers/1/least"] input[type=text]').fill("2");
    },
    says: ";!.sizing.premium_budget=1000;!.sizing.layers=" + encodeURIComponent('[{},{"least":2}]'),
    shows: async ({ page }) => [await page.locator("ballast-sizing .lead").innerText(), await page.locator("ballast-sizing-table table").innerText()],
  },
  surface: {
    set: ({ page }) => page.locator("ballast-heat-map label", { hasText: "Hedge" }).click(),
    says: ";!.surface.amount=hedge",
    shows: async ({ page }) => [await page.locator("ballast-heat-map h3").innerText()],
  },
  history: {
    set: async ({ page }) => {
      await page.locator('[data-choice="episode"]').selectOption("2020-02");
      await page.locator('[data-choice="renewal"]').selectOption("30");
    },
    says: ";!.history.episode=2020-02;!.history.renew_days=30",
    shows: async ({ page }) => [await page.locator("ballast-history .summary").innerText(), await page.locator('[data-choice="renewal"]').inputValue()],
  },
  signals: {
    changes: ";signals=" + encodeURIComponent(JSON.stringify({ indicators: signals })),
    set: async ({ page, instrument }) => {
      await page.locator("ballast-signals #along").selectOption("2018-02");
      await instrument.settled();
      await page.locator("ballast-signals summary", { hasText: "Adaptive or not" }).click();
      await page.locator("ballast-adaptation table, ballast-signals details .problem").first().waitFor();
    },
    says: ";!.signals.along=2018-02;!.signals.test=true",
    shows: async ({ page }) => [await page.locator("ballast-score h3").innerText(), await page.locator("ballast-signals #along").inputValue(), await page.locator("ballast-signals > details, ballast-signals details[open]").count()],
  },
};

const hash = (page) => page.evaluate(() => location.hash);

describe("what is asked of a scenario", () => {
  for (const [view, { changes = "", set, says, shows }] of Object.entries(results)) {
    const start = `#v1:february-2018${changes}`;

    test(`in ${view} stands in the address in words, over a reload and in a fresh profile; its default leaves no trace`, async () => {
      const opened = await openInstrument(browser, { view, address: start });
      const { page, instrument, complaints, close } = opened;
      assert.equal(await hash(page), start);
      const plain = await shows(opened);
      await set(opened);
      await instrument.settled();
      assert.equal(await hash(page), start + says);
      const shown = await shows(opened);
      assert.notDeepEqual(shown, plain);
      assert.deepEqual(complaints, []);
      // A reload may break off what was still being loaded.
      await page.reload();
      await page.locator(`ballast-${view}`).waitFor();
      await page.waitForFunction(() => globalThis.ballast && document.querySelector("ballast-page").settled);
      assert.deepEqual(await shows(opened), shown);
      const fresh = await openInstrument(browser, { view, address: start + says });
      assert.deepEqual(await shows(fresh), shown);
      assert.equal(await hash(fresh.page), start + says);
      // A link without it is of the defaults, whatever was asked here before.
      await fresh.page.evaluate((start) => (location.hash = start), start);
      await fresh.instrument.settled();
      assert.deepEqual(await shows(fresh), plain);
      await fresh.page.goBack();
      await fresh.instrument.settled();
      assert.deepEqual(await shows(fresh), shown);
      await fresh.page.goForward();
      await fresh.instrument.settled();
      assert.deepEqual(await shows(fresh), plain);
      assert.deepEqual(fresh.complaints, []);
      await Promise.all([close(), fresh.close()]);
    });
  }

  test("that is the default all the same is not said", async () => {
    const { page, instrument, close } = await openInstrument(browser, { view: "simulation" });
    const paths = page.locator('ballast-number[pointer="/simulation/paths"] input[type=text]');
    await paths.fill("300");
    await instrument.settled();
    assert.equal(await hash(page), "#v1:february-2018;!.simulation.paths=300");
    await paths.fill("10000");
    await instrument.settled();
    assert.equal(await hash(page), "#v1:february-2018");
    await close();
  });

  test("holds for the claims, which are tested as it is simulated", async () => {
    const opened = await openInstrument(browser, { view: "claims", address: "#v1:february-2018;!.simulation.jumps_per_year=6" });
    const { page, complaints, close } = opened;
    await page.locator("ballast-claims [data-claim]").first().waitFor();
    const report = await page.evaluate(
      async () => JSON.parse(await globalThis.ballast.run(JSON.stringify({ task: "claims", scenario: globalThis.ballast.scenario, simulation: { jumps_per_year: 6 } }))).report,
    );
    const figure = report.claims.find(({ id }) => id === "overlay_gains_in_spike").figures.find(({ name }) => name === "paths with a spike");
    assert.match(await page.locator('[data-claim="overlay_gains_in_spike"]').innerText(), new RegExp(`paths with a spike ${(100 * figure.value).toFixed(1)}`));
    assert.deepEqual(complaints, []);
    await close();
  });

  test("is kept from one result to another, and Back returns to both", async () => {
    const { page, instrument, close } = await openInstrument(browser, { view: "surface" });
    await page.locator("ballast-heat-map label", { hasText: "Pool" }).click();
    await instrument.settled();
    await page.locator('ballast-views a[data-view="history"]').click();
    await page.locator("ballast-history .summary").waitFor();
    await page.locator('[data-choice="episode"]').selectOption("2024-08");
    await instrument.settled();
    assert.equal(await hash(page), "#v1:february-2018;!.surface.amount=pool;!.history.episode=2024-08");
    await page.goBack();
    await page.locator("ballast-heat-map h3", { hasText: "The pool alone" }).waitFor();
    await instrument.settled();
    assert.equal(await hash(page), "#v1:february-2018;!.surface.amount=pool");
    await close();
  });

  test("that is garbled is refused with the link", async () => {
    const { page, instrument, complaints, close } = await openInstrument(browser, { address: "#v1:february-2018;!=5" });
    await instrument.settled();
    assert.match(await page.locator("ballast-problems .box").first().innerText(), /what it asks of the scenario is garbled/i);
    assert.deepEqual(complaints, []);
    await close();
  });
});

const closes = "DATE,OPEN,HIGH,LOW,CLOSE\n02/01/2018,13.05,14.30,12.50,13.47\n02/02/2018,13.64,17.86,13.64,17.31\n02/05/2018,18.44,38.80,16.80,37.32\n02/06/2018,37.32,50.30,22.42,29.98\n";
const file = (name, text) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });

describe("files", () => {
  test("of a history stay on their machine: a link names them, and says which are missing until they are given", async () => {
    const { page, instrument, close } = await openInstrument(browser, { view: "history" });
    await page.locator("ballast-history #files").setInputFiles([file("VIX_History.csv", closes), file("spx.csv", "2018-02-01,2821.98\n2018-02-05,2648.94\n2018-02-06,2695.14\n")]);
    await instrument.settled();
    const summary = () => page.locator("ballast-history .summary").innerText();
    assert.match(await summary(), /^From 2018-02-01 to 2018-02-06/);
    const shown = await summary();
    const link = await hash(page);
    assert.equal(link, "#v1:february-2018;!.history.files.vix=VIX_History.csv;!.history.files.spx=spx.csv");
    // While another result is looked at they stay.
    await page.locator('ballast-views a[data-view="capital"]').click();
    await page.locator("ballast-capital .lead").waitFor();
    await page.goBack();
    await page.locator("ballast-history .summary").waitFor();
    assert.equal(await summary(), shown);

    const fresh = await openInstrument(browser, { view: "history", address: link });
    const missing = fresh.page.locator("ballast-history #missing li");
    assert.deepEqual((await missing.allInnerTexts()).map((text) => /^Missing: (\S+) \(([^)]*)\)/.exec(text).slice(1)), [["VIX_History.csv", "VIX closes"], ["spx.csv", "SPX closes"]]);
    assert.equal(await fresh.page.locator("ballast-history .summary").count(), 0, "nothing is shown that is of something else");
    await fresh.page.locator("ballast-history #files").setInputFiles(file("VIX_History.csv", closes));
    await fresh.instrument.settled();
    assert.equal(await missing.count(), 1);
    assert.match(await fresh.page.locator("ballast-history .summary").innerText(), /^From 2018-02-01/);
    await fresh.page.getByLabel("Go without spx.csv").click();
    await fresh.instrument.settled();
    assert.equal(await missing.count(), 0);
    assert.equal(await hash(fresh.page), "#v1:february-2018;!.history.files.vix=VIX_History.csv");
    assert.deepEqual(fresh.complaints, []);
    await Promise.all([close(), fresh.close()]);
  });

  test("of signals do so, too", async () => {
    const address = "#v1:february-2018;signals=" + encodeURIComponent(JSON.stringify({ indicators: signals }));
    const opened = await openInstrument(browser, { view: "signals", address });
    const { page, instrument, complaints, close } = opened;
    await page.locator("ballast-signals #along").selectOption("files");
    await page.locator('ballast-signals input[data-series="vix"]').setInputFiles(file("closes.csv", closes));
    await instrument.settled();
    const shown = await page.locator("ballast-score h3").innerText();
    assert.match(shown, /highest on 2018-02-05/);
    assert.equal(await hash(page), `${address};!.signals.files.vix=closes.csv;!.signals.along=files`);
    await page.locator('ballast-views a[data-view="capital"]').click();
    await page.locator("ballast-capital .lead").waitFor();
    await page.goBack();
    await page.locator("ballast-score h3", { hasText: "2018-02-05" }).waitFor();
    assert.deepEqual(complaints, []);
    await page.reload();
    await page.locator("ballast-signals .problem", { hasText: "Missing: closes.csv" }).waitFor();
    await page.locator('ballast-signals input[data-series="vix"]').setInputFiles(file("closes.csv", closes));
    await page.locator("ballast-score h3", { hasText: "2018-02-05" }).waitFor();
    await instrument.settled();
    assert.equal(await page.locator("ballast-signals .problem").count(), 0);
    await close();
  });
});
