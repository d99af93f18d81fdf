// Books side by side: kept, compared, opened, and not lost.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { startBrowser } from "./chromium.mjs";
import { dragSlider, openInstrument, sentencesWhileMoving } from "./instrument.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser?.close());

const keep = (page) => page.locator("ballast-compare").getByRole("button", { name: "Keep this book to compare" });
const table = (page) => page.locator("ballast-compare-table table");

/** The cells of a row of the comparison. */
const row = (page, name) => table(page).locator("tbody tr", { has: page.getByRole("rowheader", { name, exact: true }) }).locator("td").allInnerTexts();

/** Keeps the book of February 2018, and then has another in the form: without its condor. */
async function openTwo(options) {
  const opened = await openInstrument(browser, options);
  const { page, instrument } = opened;
  await keep(page).click();
  await instrument.settled();
  await page.getByRole("switch", { name: "SPX iron condor takes part" }).click();
  await instrument.settled();
  return opened;
}

describe("two books", () => {
  test("stand side by side as the core answers them, and the first follows the form", async () => {
    const { page, instrument, complaints, close } = await openTwo();
    const { report } = JSON.parse(await page.evaluate(() => globalThis.ballast.run(JSON.stringify({ task: "evaluate", scenario: globalThis.ballast.scenario }))));
    const spike = await row(page, "On the spike");
    assert.equal(spike.length, 2);
    assert.equal(number(spike[0]), Math.round(report.spike.change.total));
    assert.notEqual(spike[1], spike[0]);
    assert.equal(await table(page).getByRole("textbox").inputValue(), "VIX calls 4/4/2 + SPX iron condor");
    for (const name of ["A calm month", "In the end", "Worst day", "Premium a year", "Spread and commission", "Traded", "IRR, a year", "Least quick ratio"]) {
      assert.equal((await row(page, name)).length, 2, name);
    }
    const charts = page.locator("ballast-compare svg[role=img]");
    await charts.last().scrollIntoViewIfNeeded();
    await page.waitForTimeout(200);
    const drawn = await charts.evaluateAll((all) => all.map((svg) => svg.getAttribute("aria-label")));
    assert.equal(drawn.length, 2);
    for (const text of drawn) assert.match(text, /This book.*VIX calls 4\/4\/2 \+ SPX iron condor/);

    await dragSlider(page, instrument.slider("/path/spike/vix_to"), 0.2);
    await instrument.settled();
    const later = await row(page, "On the spike");
    assert.notEqual(later[0], spike[0]);
    assert.notEqual(later[1], spike[1]);
    assert.deepEqual(complaints, []);
    await close();
  });

  test("are scaled to one cost by a switch; where one pays nothing, that is said and they stay as they are", async () => {
    const { page, instrument, complaints, close } = await openInstrument(browser);
    await page.getByRole("switch", { name: "SPX iron condor takes part" }).click();
    await instrument.settled();
    await keep(page).click();
    await page.locator('ballast-alternative[pointer="/book/0/size"] input[type=text]').fill("2");
    await instrument.settled();
    const premium = await row(page, "Premium a year");
    assert.ok(Math.abs(number(premium[0]) - 2 * number(premium[1])) <= 2, premium.join(" and "));
    await page.getByRole("switch", { name: "At equal cost" }).click();
    await instrument.settled();
    assert.deepEqual(await row(page, "Sizes multiplied by"), ["1.00", "2.00"]);
    const scaled = await row(page, "In the end");
    assert.equal(scaled[0], scaled[1]);

    await page.getByRole("switch", { name: "VIX calls 4/4/2 takes part" }).click();
    await instrument.settled();
    assert.match(await page.locator("ballast-compare .problem").innerText(), /This book pays no premium/);
    assert.equal(number((await row(page, "In the end"))[0]), number(await page.locator("ballast-amounts tr.total td").last().innerText()));
    assert.deepEqual(complaints, []);
    await close();
  });

  test("change places when one is opened; names can be changed; up to three are kept", async () => {
    const { page, instrument, close } = await openTwo();
    await table(page).getByRole("textbox").fill("Both");
    await table(page).getByRole("textbox").press("Enter");
    await page.getByRole("button", { name: "Open Both" }).click();
    await instrument.settled();
    assert.notEqual((await instrument.scenario()).book[1].on, false);
    assert.equal(await table(page).getByRole("textbox").inputValue(), "VIX calls 4/4/2");
    await keep(page).click();
    await keep(page).click();
    await instrument.settled();
    assert.equal(await keep(page).isDisabled(), true);
    assert.equal((await row(page, "In the end")).length, 4);
    await page.getByRole("button", { name: "Remove VIX calls 4/4/2 from the comparison" }).click();
    await instrument.settled();
    assert.equal((await row(page, "In the end")).length, 3);
    assert.equal(await keep(page).isDisabled(), false);
    await close();
  });

  test("survive a reload, travel in the link, and are no part of the scenario", async () => {
    const { page, instrument, complaints, close } = await openTwo();
    const shown = await table(page).innerText();
    const hash = await page.evaluate(() => location.hash);
    assert.equal("*" in (await instrument.scenario()), false);
    await page.reload();
    await instrument.settled();
    assert.equal(await table(page).innerText(), shown);
    const fresh = await openInstrument(browser, { address: hash });
    await fresh.instrument.settled();
    assert.equal(await table(fresh.page).innerText(), shown);
    assert.deepEqual(await fresh.instrument.scenario(), await instrument.scenario());
    assert.deepEqual([...complaints, ...fresh.complaints], []);
    await Promise.all([close(), fresh.close()]);
  });

  test("that are garbled in a link are said to be, and nothing else is lost", async () => {
    const { page, instrument, complaints, close } = await openInstrument(browser, { address: "#v1:february-2018;*={%22books%22:[1]}" });
    await instrument.settled();
    assert.match(await page.locator("ballast-problems .box").first().innerText(), /The link was not opened[\s\S]*kept/);
    assert.match(await instrument.sentence(), /VIX goes from/);
    assert.deepEqual(complaints, []);
    await close();
  });

  test("do not keep the main answer waiting while a slider moves", async () => {
    const { instrument, close } = await openTwo();
    const sentences = await sentencesWhileMoving(instrument, instrument.slider("/path/spike/vix_to"), { from: 0.5, by: 0.08, steps: 5, pause: 150 });
    assert.equal(sentences.size, 5);
    await close();
  });
});

describe("on demand", () => {
  test("the table of loyalty and motion and the figure of leads are asked when they are opened, and follow", async () => {
    const { page, instrument, complaints, close } = await openInstrument(browser);
    assert.equal(await page.locator("ballast-recalibration, ballast-lead").count(), 0);
    await page.locator('details[data-asked="recalibration"] summary').first().click();
    await page.locator("ballast-recalibration tbody tr").nth(3).waitFor();
    await page.locator('details[data-asked="lead"] summary').first().click();
    await page.locator("ballast-lead svg[role=img]").waitFor();
    const motion = page.locator("ballast-recalibration tbody");
    const [earlier, before] = [await motion.innerText(), await page.locator("ballast-lead svg[role=img]").getAttribute("aria-label")];
    await instrument.number("/path/spike/vix_to").fill("60");
    await instrument.settled();
    // What is out of sight is drawn when it comes into it.
    await page.locator("ballast-lead").scrollIntoViewIfNeeded();
    await page.waitForTimeout(300);
    assert.notEqual(await motion.innerText(), earlier);
    assert.notEqual(await page.locator("ballast-lead svg[role=img]").getAttribute("aria-label"), before);
    assert.deepEqual(complaints, []);
    await close();
  });
});

/** "−1,936 hedge +20" as −1936. */
const number = (text) => Number(/[+−]?[\d,]+/.exec(text)[0].replaceAll(",", "").replace("−", "-"));
