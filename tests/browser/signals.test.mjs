// Signals on the page: what is watched, the score and what makes it, the calendar, and whether it paid to adapt.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { startBrowser } from "./chromium.mjs";
import { openInstrument } from "./instrument.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser?.close());

const begin = async (page, instrument) => {
  await page.getByRole("button", { name: "Watch two signals to begin with" }).click();
  await instrument.settled();
};

describe("signals", () => {
  test("begin with a button, and the score is the core's", async () => {
    const { page, instrument, complaints, close } = await openInstrument(browser, { view: "signals" });
    await begin(page, instrument);
    const chart = page.locator("ballast-score svg[role=img]");
    await chart.waitFor();
    const { report } = JSON.parse(await page.evaluate(() => globalThis.ballast.run(JSON.stringify({ task: "signals", scenario: globalThis.ballast.scenario }))));
    const most = Math.max(...report.score.filter((value) => value !== null));
    assert.match(await page.locator("ballast-score h3").innerText(), new RegExp(`highest on day \\d+, at ${most.toFixed(2)}`));
    await page.locator("ballast-score-parts svg[role=img]").waitFor();
    assert.equal(await page.locator("ballast-signals tbody tr").count(), 2);
    assert.match(await page.locator("ballast-signals tbody").innerText(), /Wilder/);
    assert.deepEqual(complaints, []);
    await close();
  });

  test("follow an episode, and a series without a file drops out and says so", async () => {
    const { page, instrument, complaints, close } = await openInstrument(browser, { view: "signals" });
    await begin(page, instrument);
    await page.locator("ballast-signals #along").selectOption("2018-02");
    await instrument.settled();
    assert.match(await page.locator("ballast-score h3").innerText(), /highest on 2018-02-0\d/);
    await page.evaluate(() => document.querySelector("ballast-page").shadowRoot);
    assert.deepEqual(complaints, []);
    await close();
  });

  test("follow a file, and say which of its rows were not used", async () => {
    const { page, instrument, complaints, close } = await openInstrument(browser, { view: "signals" });
    await begin(page, instrument);
    await page.locator("ballast-signals #along").selectOption("2018-02");
    await instrument.settled();
    assert.equal(await page.locator("ballast-signals ballast-distrusted").count(), 0);
    await page.locator("ballast-signals #along").selectOption("files");
    const text = "2018-02-01,13.47\n2018-02-02,17.31\n2018-02-05,37.32\n2018-02-06,=1+1\n2018-02-07,27.73\n";
    await page.locator("ballast-signals input[data-series=vix]").setInputFiles({ name: "vix.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
    await instrument.settled();
    const distrusted = page.locator("ballast-signals ballast-distrusted");
    await distrusted.waitFor();
    assert.match(await distrusted.locator("p").first().innerText(), /vix: 4 of 5 rows used, 2018-02-01 to 2018-02-07/);
    assert.deepEqual(await distrusted.locator("tbody td").allInnerTexts(), ["4", "2", "=1+1", "a formula"]);
    assert.deepEqual(complaints, []);
    await close();
  });

  test("a pasted calendar becomes the events of the scenario, with what is left out by row", async () => {
    const { page, instrument, complaints, close } = await openInstrument(browser, { view: "signals" });
    await page.locator("ballast-calendar summary").click();
    await page.locator("ballast-calendar #day-0").fill("2018-01-01");
    await page.locator("ballast-calendar #calendar").fill("2018-01-31 FOMC\n2018-01-12 CPI\n2018-01-13 birthday\n");
    await page.getByRole("button", { name: "Take the days" }).click();
    await page.locator("ballast-calendar [role=status]").waitFor();
    await instrument.settled();
    assert.deepEqual((await instrument.scenario()).signals.events, [{ event: "cpi", day: 11 }, { event: "fomc", day: 30 }]);
    assert.match(await page.locator("ballast-calendar li").first().innerText(), /Row 3: names none of/);
    assert.deepEqual(complaints, []);
    await close();
  });

  test("adaptive or not is a table in sample and out of it, beside random weights", async () => {
    const { page, instrument, complaints, close } = await openInstrument(browser, { view: "signals", address: "#v1:february-2018;book.0.adaptive=1" });
    await begin(page, instrument);
    await page.locator("ballast-signals #along").selectOption("2018-02");
    await page.locator("ballast-signals summary", { hasText: "Adaptive or not" }).click();
    await page.locator("ballast-adaptation table").first().waitFor();
    await instrument.settled();
    assert.equal(await page.locator("ballast-adaptation table").count(), 3);
    assert.match(await page.locator("ballast-adaptation [role=status]").innerText(), /random weights did worse/);
    assert.deepEqual(complaints, []);
    await close();
  });
});
