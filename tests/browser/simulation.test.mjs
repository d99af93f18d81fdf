// Many random paths on the page: by all cores, refined as they come, stopped at once, and to the byte what the core says in one run.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { assertAccessible, assertFits } from "./accessible.mjs";
import { startBrowser } from "./chromium.mjs";
import { dragSlider, openInstrument } from "./instrument.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser?.close());

async function openSimulation(as = {}) {
  const opened = await openInstrument(browser, { view: "simulation", ...as });
  const { page } = opened;
  const element = page.locator("ballast-simulation");
  await element.locator("ballast-simulation-table tbody tr").first().waitFor();
  // Until then it may be the first picture, of fewer paths.
  await opened.instrument.settled();
  const state = () => element.locator(".state").innerText();
  const paths = element.locator('ballast-number[pointer="/simulation/paths"] input[type=text]');
  return { ...opened, element, state, paths };
}

/** What the page shows, and what the core says of the same in a single run: both as the core writes them. */
const bothReports = (page, element, simulation) =>
  element.evaluate(async (simulation, asked) => {
    const report = (text) => text.slice(text.indexOf('"problems":[],"report":'));
    return [report(simulation.text), report(await globalThis.ballast.run(JSON.stringify({ task: "simulate", scenario: globalThis.ballast.scenario, simulation: asked })))];
  }, simulation);

/** Without printing both where they differ. */
function assertSame(shown, single) {
  const at = [...single].findIndex((letter, index) => letter !== shown[index]);
  assert.ok(shown === single, `they differ from here on: ${shown.slice(at - 40, at + 80)} | ${single.slice(at - 40, at + 80)}`);
}

describe("the simulation", () => {
  test("shows to the byte what the core says in a single run, joined from the parts of all workers", async () => {
    const { page, element, state, paths, instrument, complaints, close } = await openSimulation();
    assert.equal(await state(), "All 10,000 paths");
    const [shown, single] = await bothReports(page, element, {});
    assert.ok(single.length > 10_000);
    assertSame(shown, single);
    await paths.fill("5000");
    await element.locator('ballast-number[pointer="/simulation/seed"] input[type=text]').fill("7");
    await instrument.settled();
    assert.equal(await state(), "All 5,000 paths");
    const again = await bothReports(page, element, { paths: 5000, seed: 7 });
    assert.notEqual(again[0], shown);
    assertSame(...again);
    // Few enough for the first picture alone.
    await paths.fill("100");
    await instrument.settled();
    const few = await bothReports(page, element, { paths: 100, seed: 7 });
    assertSame(...few);
    assert.deepEqual(complaints, []);
    await close();
  });

  test("has a first picture at once, refines it, and leaves the page free meanwhile", async () => {
    const { page, element, state, paths, instrument, complaints, close } = await openSimulation();
    await paths.fill("60000");
    await element.locator("#stop").waitFor();
    const seen = new Set();
    const watch = async () => {
      for (let look = 0; look < 400; ++look) {
        const now = /^Shows ([\d,]+) of 60,000/.exec(await state())?.[1];
        if (now) seen.add(now);
        if (seen.size >= 3) return;
        await page.waitForTimeout(10);
      }
    };
    await watch();
    assert.ok(seen.has("200"), `the first picture is of 200 paths: ${[...seen]}`);
    assert.ok(seen.size >= 2, `it is refined: ${[...seen]}`);
    // While it computes a slider answers: the field follows, and so does the picture.
    await paths.fill("1000000");
    await page.waitForTimeout(400);
    assert.match(await state(), /of 1,000,000 paths/);
    const before = await element.locator(".lead").innerText();
    const slider = instrument.slider("/path/horizon_days");
    await dragSlider(page, slider, 0.1);
    await page.waitForFunction((text) => {
      const find = (root) => root.querySelector("ballast-simulation") ?? [...root.querySelectorAll("*")].map((each) => each.shadowRoot && find(each.shadowRoot)).find(Boolean);
      return find(document).shadowRoot.querySelector(".lead").textContent !== text;
    }, before);
    assert.ok(await element.locator("#stop").isVisible(), "it still computes");
    const longest = await page.evaluate(async () => {
      let [longest, last] = [0, performance.now()];
      for (let frame = 0; frame < 30; ++frame) {
        await new Promise(requestAnimationFrame);
        longest = Math.max(longest, performance.now() - last);
        last = performance.now();
      }
      return longest;
    });
    assert.ok(longest < 400, `a frame took ${longest} ms while it computes`);
    await element.locator("#stop").click();
    await instrument.settled();
    assert.deepEqual(complaints, []);
    await close();
  });

  test("stops at once, keeps what it has, and runs again", async () => {
    const { page, element, state, paths, instrument, complaints, close } = await openSimulation();
    await paths.fill("3000000");
    await page.waitForFunction(() => document.querySelector("ballast-page").settled === false);
    await page.waitForTimeout(600);
    const took = await element.evaluate(async (simulation) => {
      const started = performance.now();
      simulation.shadowRoot.querySelector("#stop").click();
      await simulation.updateComplete;
      return simulation.shadowRoot.querySelector("#run") ? performance.now() - started : Infinity;
    });
    assert.ok(took < 100, `stopping took ${took} ms`);
    assert.match(await state(), /^Stopped: shows [\d,]+ of 3,000,000 paths$/);
    assert.ok(await element.locator("ballast-simulation-table tbody tr").count());
    await paths.fill("1000");
    await instrument.settled();
    assert.equal(await state(), "All 1,000 paths");
    const [shown, single] = await bothReports(page, element, { paths: 1000 });
    assertSame(shown, single);
    assert.deepEqual(complaints, []);
    await close();
  });

  test("runs where it is begun again in the moment in which it was stopped", async () => {
    const { page, element, state, paths, instrument, complaints, close } = await openSimulation();
    await paths.fill("20000");
    await page.waitForFunction(() => document.querySelector("ballast-page").settled === false);
    await element.evaluate(async (simulation) => {
      simulation.shadowRoot.querySelector("#stop").click();
      await simulation.updateComplete;
      simulation.shadowRoot.querySelector("#run").click();
    });
    await page.waitForTimeout(300);
    await instrument.settled();
    assert.equal(await state(), "All 20,000 paths");
    assert.deepEqual(complaints, []);
    await close();
  });

  test("says at the field what is wrong with a number, and remembers what was asked over a reload", async () => {
    const { page, element, paths, instrument, complaints, close } = await openSimulation();
    await paths.fill("-3");
    await instrument.settled();
    assert.match(await element.locator('ballast-number[pointer="/simulation/paths"] .problem').innerText(), /Paths must be/);
    await paths.fill("400");
    await instrument.settled();
    assert.equal(await element.locator(".problem").count(), 0);
    await page.reload();
    await element.locator("ballast-simulation-table tbody tr").first().waitFor();
    await instrument.settled();
    assert.equal(await paths.inputValue(), "400");
    assert.equal(await element.locator(".state").innerText(), "All 400 paths");
    assert.deepEqual(complaints, []);
    await close();
  });

  test("says in words and numbers what its pictures show, with the errors of every figure", async () => {
    const { element, complaints, page, close } = await openSimulation();
    const { report } = JSON.parse(await element.evaluate(({ text }) => text));
    assert.equal(await element.locator(".lead").innerText(), report.summary);
    const end = report.days.at(-1);
    const round = (value) => Math.abs(Math.round(value)).toLocaleString("en-US");
    for (const figure of ["ballast-profit-histogram", 'ballast-profit-bands[of="pool"]', 'ballast-profit-bands[of="total"]']) {
      await element.locator(figure).scrollIntoViewIfNeeded();
      const image = element.locator(`${figure} svg[role=img]`);
      await image.waitFor();
      assert.ok((await image.getAttribute("aria-label")).startsWith(await element.locator(`${figure} h3`).innerText()));
    }
    const title = await element.locator("ballast-profit-histogram h3").innerText();
    for (const what of ["pool", "total"]) assert.ok(title.includes(round(end[what].conditional_value_at_risk.value)), title);
    const table = await element.locator("ballast-simulation-table table").innerText();
    for (const spread of [end.pool, ...end.layers, end.hedge, end.total]) {
      for (const { value, error } of [spread.mean, spread.deviation, spread.value_at_risk, spread.conditional_value_at_risk, ...spread.quantiles]) {
        assert.ok(table.includes(round(value)) && table.includes(`± ${round(error)}`), `${value} ± ${error}`);
      }
    }
    assert.match(await element.locator("#margin-call").innerText(), /[\d.]+ ± [\d.]+ %/);
    await element.locator("ballast-profit-histogram summary").click();
    await element.locator("ballast-profit-histogram tbody tr").nth(61).waitFor();
    assert.equal(await element.locator("ballast-profit-histogram tbody tr").count(), 62);
    assert.deepEqual(complaints, []);
    await page.close();
    await close();
  });

  test("has an axis that a few paths far out do not stretch: they stand at its ends, counted, with the worst of them named", async () => {
    for (const width of [1280, 390]) {
      const { element, complaints, close } = await openSimulation({ width });
      const { report } = JSON.parse(await element.evaluate(({ text }) => text));
      const { from, to, pool, total, beyond } = report.histogram;
      const histogram = element.locator("ballast-profit-histogram");
      await histogram.scrollIntoViewIfNeeded();
      const image = histogram.locator("svg[role=img]");
      await image.waitFor();
      const least = report.worst[0].total;
      assert.ok(least < from - 3 * (to - from), "the worst is far out");
      // The axis has the bins and little more: no tick is beyond them.
      const written = await image.locator("text").allTextContents();
      const ticks = written.filter((text) => /^\u2212?[\d.]+k?$/.test(text));
      const values = ticks.map((tick) => Number(tick.replace("\u2212", "-").replace("k", "e3")));
      assert.ok(values.length > 5 && values.every((value) => value >= from - 0.1 * (to - from)), ticks.join());
      const texts = written.join("\n");
      const words = (count, worst) => `${count} paths below, worst \u2212${Number((-worst / 1e3).toPrecision(3))}k`;
      assert.ok(texts.includes(`With hedge: ${words(beyond.total.below, least)}`), texts);
      assert.ok(texts.includes(`Pool alone: ${words(beyond.pool.below, beyond.pool.least)}`), texts);
      const label = await image.getAttribute("aria-label");
      for (const value of [least, beyond.pool.least, beyond.total.greatest]) assert.ok(label.includes(Math.abs(Math.round(value)).toLocaleString("en-US")), `${value} in ${label}`);
      // The table has every path, those at the ends too.
      await histogram.locator("summary").click();
      await histogram.locator("tbody tr").first().waitFor();
      const rows = (await histogram.locator("tbody tr").allInnerTexts()).map((row) => row.split("\t"));
      assert.ok(rows[0][0].includes(Math.round(-Math.min(least, beyond.pool.least)).toLocaleString("en-US")), rows[0].join());
      [[2, beyond.pool, pool], [3, beyond.total, total]].forEach(([column, ends, counts]) => {
        assert.equal(Number(rows[0][column]), Number((ends.below / 100).toFixed(2)));
        assert.equal(ends.below + ends.above + counts.reduce((sum, count) => sum + count, 0), report.paths);
        assert.ok(Math.abs(rows.reduce((sum, row) => sum + Number(row[column]), 0) - 100) < 0.4);
      });
      // Nothing that is written runs out of the figure.
      const [right, edge] = await image.evaluate((svg) => [Math.max(...[...svg.querySelectorAll("text")].map((text) => text.getBoundingClientRect().right)), svg.getBoundingClientRect().right]);
      assert.ok(right <= edge + 1, `${right} of ${edge}`);
      assert.deepEqual(complaints, []);
      await close();
    }
  });

  test("opens each of the ten worst paths, and makes its spike a what-if", async () => {
    const { page, element, instrument, complaints, close } = await openSimulation();
    const { report } = JSON.parse(await element.evaluate(({ text }) => text));
    const buttons = element.locator("ol button");
    assert.equal(await buttons.count(), 10);
    await buttons.nth(1).focus();
    await page.keyboard.press("Enter");
    const profits = element.locator("ballast-path-profits");
    await profits.locator("h3", { hasText: `Path ${report.worst[1].path}:` }).waitFor();
    const path = await page.evaluate(
      async (path) => JSON.parse(await globalThis.ballast.run(JSON.stringify({ task: "path", scenario: globalThis.ballast.scenario, path }))).report,
      report.worst[1].path,
    );
    assert.equal(path.total.at(-1), report.worst[1].total);
    const top = path.vix.indexOf(Math.max(...path.vix));
    assert.match(await profits.locator("h3").innerText(), new RegExp(`VIX reaches ${Math.max(...path.vix).toFixed(1)} on day ${top}`));
    await element.locator("ballast-one-path #what-if").click();
    await page.locator("ballast-what-if .summary").waitFor();
    await instrument.settled();
    const { spike } = (await instrument.scenario()).path;
    assert.equal(spike.vix_to, Number(path.vix[top].toFixed(2)));
    assert.equal(spike.day, top);
    assert.deepEqual(await instrument.problems(), []);
    assert.deepEqual(complaints, []);
    await close();
  });

  test("is clean for assistive technology and needs no scrolling sideways, narrow and wide, light and dark", async () => {
    for (const [width, theme] of [[390, "dark"], [1280, "light"]]) {
      const { page, element, instrument, complaints, close } = await openSimulation({ width, theme });
      await element.locator("ol button").first().click();
      await element.locator("ballast-path-profits h3", { hasText: "Path" }).waitFor();
      for (const more of await element.locator("details").all()) await more.evaluate((details) => (details.open = true));
      await instrument.settled();
      await assertFits(page, "simulation");
      await assertAccessible(page, "simulation");
      assert.deepEqual(complaints, []);
      await close();
    }
  });

  test("ends its workers when something else is looked at", async () => {
    const { page, paths, instrument, complaints, close } = await openSimulation();
    await paths.fill("2000000");
    await page.waitForTimeout(400);
    await page.locator('ballast-views a[data-view="what-if"]').click();
    await page.locator("ballast-what-if .summary").waitFor();
    await instrument.settled();
    await page.waitForTimeout(200);
    assert.ok(page.workers().length <= 2, `${page.workers().length} workers`);
    assert.deepEqual(complaints, []);
    await close();
  });
});
