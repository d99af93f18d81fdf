// Profit by spike size and day, as a picture that can be read, pointed at and used to place the spike.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";

import { assertAccessible, assertFits } from "./accessible.mjs";
import { startBrowser } from "./chromium.mjs";
import { openInstrument } from "./instrument.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser?.close());

async function openSurface(as = {}) {
  const opened = await openInstrument(browser, { view: "surface", ...as });
  await opened.page.locator("ballast-heat-map svg[role=img]").waitFor();
  const map = opened.page.locator("ballast-heat-map .map");
  return { ...opened, map, reading: () => opened.page.locator("ballast-heat-map .reading").innerText() };
}

/** The core's own surface of the scenario on the page. */
const surface = (page) =>
  page.evaluate(async () => JSON.parse(await globalThis.ballast.run(JSON.stringify({ task: "surface", scenario: globalThis.ballast.scenario }))).report);

/** Where a cell is in the window. */
async function cellPoint(map, report, row, day) {
  const box = await map.boundingBox();
  return [box.x + 44 + ((box.width - 58) * (day + 0.5)) / report.days, box.y + 22 + ((box.height - 56) * (report.vix_to.length - row - 0.5)) / report.vix_to.length];
}

const typed = (value) => `${value < 0 ? "\u2212" : value > 0 ? "+" : ""}${Math.abs(Math.round(value)).toLocaleString("en-US")}`;

describe("the surface", () => {
  test("reads the core's amounts under the pointer, and paints losses and gains in different colours", async () => {
    const { page, map, reading, complaints, close } = await openSurface();
    const report = await surface(page);
    for (const [row, day] of [[70, 20], [5, 3], [30, 30]]) {
      await page.mouse.move(...(await cellPoint(map, report, row, day)));
      const index = row * report.days + day;
      assert.ok((await reading()).startsWith(`VIX to ${report.vix_to[row]}, day ${day} · Together ${typed(report.total[index])} · Pool ${typed(report.pool[index])} · Hedge ${typed(report.hedge[index])}`), await reading());
    }
    const colours = await map.evaluate(
      (element, [worst, best, days, rows]) => {
        const canvas = element.querySelector("canvas");
        const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
        const at = (index) => {
          const [row, day] = [Math.floor(index / days), index % days];
          const [x, y] = [Math.floor(((day + 0.5) / days) * canvas.width), Math.floor(((rows - row - 0.5) / rows) * canvas.height)];
          return [...data.slice(4 * (y * canvas.width + x), 4 * (y * canvas.width + x) + 3)];
        };
        return [at(worst), at(best)];
      },
      [report.total.indexOf(Math.min(...report.total)), report.total.indexOf(Math.max(...report.total)), report.days, report.vix_to.length],
    );
    assert.ok(colours[0][0] > colours[0][2], `the worst is orange: ${colours[0]}`);
    assert.ok(colours[1][2] > colours[1][0], `the best is blue: ${colours[1]}`);
    assert.deepEqual(complaints, []);
    await close();
  });

  test("has a title with its extremes for whichever amount is chosen, and says the same to who does not see it", async () => {
    const { page, complaints, close } = await openSurface();
    const report = await surface(page);
    for (const [amount, name] of [["hedge", "Hedge"], ["pool", "Pool"], ["total", "Together"]]) {
      await page.locator("ballast-heat-map label", { hasText: name }).click();
      const title = await page.locator("ballast-heat-map h3").innerText();
      const worst = Math.abs(Math.round(Math.min(...report[amount]))).toLocaleString("en-US");
      assert.ok(title.includes(worst), `${title} does not say ${worst}`);
      assert.ok((await page.locator("ballast-heat-map svg[role=img]").getAttribute("aria-label")).startsWith(title));
    }
    await page.locator("ballast-heat-map summary").click();
    await page.locator("ballast-heat-map tbody tr").first().waitFor();
    const rows = await page.locator("ballast-heat-map tbody tr").allInnerTexts();
    assert.ok(rows.length > 10);
    assert.ok(rows[0].startsWith("90\t"));
    assert.ok(rows[0].endsWith(typed(report.total.at(-1))));
    assert.deepEqual(complaints, []);
    await close();
  });

  test("puts the spike where it is clicked, and follows the scenario", async () => {
    const { page, map, instrument, complaints, close } = await openSurface();
    const report = await surface(page);
    const before = await page.locator("ballast-heat-map svg[role=img]").getAttribute("aria-label");
    await page.mouse.click(...(await cellPoint(map, report, 55, 12)));
    await instrument.settled();
    const { spike } = (await instrument.scenario()).path;
    assert.equal(spike.vix_to, report.vix_to[55]);
    assert.equal(spike.day, 12);
    assert.notEqual(await page.locator("ballast-heat-map svg[role=img]").getAttribute("aria-label"), before);
    // The form shows it as well, and the page answers for it.
    assert.equal(await instrument.number("/path/spike/day").inputValue(), "12");
    assert.equal(JSON.parse(await instrument.response()).report.spike.to_day, 12);
    assert.deepEqual(complaints, []);
    await close();
  });

  test("works by keyboard alone, also where the rise takes days", async () => {
    const { page, map, reading, instrument, complaints, close } = await openSurface({ address: "#v1:february-2018;path.spike.rise_days=3" });
    await map.focus();
    // The focus begins at the scenario's own spike, over on day 5.
    assert.match(await reading(), /^VIX to 37, day 5 /);
    for (const key of ["ArrowUp", "Shift+ArrowUp", "ArrowRight", "ArrowRight", "ArrowLeft"]) await page.keyboard.press(key);
    assert.match(await reading(), /^VIX to 48, day 6 /);
    await page.keyboard.press("Enter");
    await instrument.settled();
    const { spike } = (await instrument.scenario()).path;
    assert.deepEqual([spike.vix_to, spike.day, spike.rise_days], [48, 4, 3]);
    await page.keyboard.press("End");
    assert.match(await reading(), /day 30 /);
    await page.keyboard.press("Enter");
    await instrument.settled();
    assert.deepEqual(await instrument.problems(), []);
    assert.deepEqual(complaints, []);
    await close();
  });

  test("is clean for assistive technology and needs no scrolling sideways, narrow and wide, light and dark", async () => {
    for (const [width, theme] of [[390, "light"], [1280, "dark"]]) {
      const { page, complaints, close } = await openSurface({ width, theme });
      await page.locator("ballast-heat-map summary").click();
      await assertFits(page, "surface");
      await assertAccessible(page, "surface");
      assert.deepEqual(complaints, []);
      await close();
    }
  });

  for (const theme of ["light", "dark"]) {
    test(`is saved as SVG that needs nothing else, its cells and colours as images between vector axes, and as PNG, ${theme}`, async () => {
      const { page, complaints, close } = await openSurface({ theme });
      await page.locator("ballast-heat-map label", { hasText: "Hedge" }).click();
      const title = await page.locator("ballast-heat-map h3").innerText();
      const saved = async (kind) => {
        const [download] = await Promise.all([page.waitForEvent("download"), page.locator("ballast-heat-map").getByRole("button", { name: new RegExp(`^Save as ${kind}`) }).click()]);
        return readFile(await download.path());
      };
      const svg = (await saved("SVG")).toString();
      assert.doesNotMatch(svg, /var\(|inherit|class=|<style|currentColor|href="(?!data:image\/png;base64,)/);
      assert.ok(svg.replaceAll("\u00a0", " ").includes(title.replaceAll("\u00a0", " ")), "its title is in it");
      for (const word of ["VIX at the close of the spike", "this spike", "loss ← USD → gain"]) assert.ok(svg.includes(word), word);
      assert.equal(svg.match(/<image /g).length, 2);
      // Nothing is left of it on the page.
      assert.equal(await page.locator("ballast-heat-map .axes image").count(), 0);
      const png = await saved("PNG");
      const seen = await page.evaluate(async (bytes) => {
        const image = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
        const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d", { willReadFrequently: true });
        canvas.drawImage(image, 0, 0);
        const at = (x, y) => [...canvas.getImageData(Math.floor(x * image.width), Math.floor(y * image.height), 1, 1).data.slice(0, 3)];
        return { corner: at(0.001, 0.001), high: at(0.9, 0.2), width: image.width };
      }, [...png]);
      assert.ok(seen.width > 1000);
      assert.equal(seen.corner[0] + seen.corner[1] + seen.corner[2] < 384, theme === "dark");
      // A hedge of calls gains where VIX goes far up: blue.
      assert.ok(seen.high[2] > seen.high[0] + 20, `${seen.high}`);
      assert.deepEqual(complaints, []);
      await close();
    });
  }

  test("is dropped when something else is looked at", async () => {
    const { page, instrument, complaints, close } = await openSurface();
    const workers = page.workers().length;
    await page.locator('ballast-views a[data-view="capital"]').click();
    await page.locator("ballast-capital .lead").waitFor();
    await instrument.settled();
    await page.waitForTimeout(100);
    assert.equal(page.workers().length, workers - 1);
    assert.deepEqual(complaints, []);
    await close();
  });
});
