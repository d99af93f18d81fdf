// What the page shows is taken away: numbers to the byte, pictures that need nothing else, paper.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";

import { startBrowser } from "./chromium.mjs";
import { openInstrument } from "./instrument.mjs";

const command = new URL("../../build/native/ballast", import.meta.url).pathname;

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser?.close());

async function downloaded(page, click) {
  const [download] = await Promise.all([page.waitForEvent("download"), click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

const choose = async (page, name) => {
  await page.locator("#download summary").click();
  return downloaded(page, () => page.getByRole("button", { name }).click());
};

describe("the download", () => {
  test("of the results is the core's response, to the byte", async () => {
    const { page, instrument, complaints, close } = await openInstrument(browser);
    const { name, bytes } = await choose(page, "Results JSON, all of the answer");
    assert.equal(name, "february-2018-results.json");
    assert.equal(bytes.toString(), await instrument.response());
    assert.deepEqual(complaints, []);
    await close();
  });

  test("of the days is CSV with the core's own digits, a row a day", async () => {
    const { page, instrument, close } = await openInstrument(browser);
    await instrument.layer(0).locator("#name").fill('calls, "4/4/2"');
    await instrument.settled();
    const { name, bytes } = await choose(page, "Results by day CSV, for a spreadsheet");
    assert.equal(name, "february-2018-by-day.csv");
    const text = bytes.toString();
    const { report } = JSON.parse(await instrument.response());
    const rows = text.trimEnd().split("\n");
    assert.equal(rows.length, report.path.day.length + 1);
    assert.match(rows[0], /^day,vix,vvix,spx,token,future_30,.*,pool_value,pool_hold,.*,"1 calls, ""4\/4\/2"" cash_flow",.*,hedge,total$/);
    rows.slice(1).forEach((row, day) => {
      const cells = row.split(",").map(Number);
      assert.deepEqual([cells[0], cells[1], cells.at(-2), cells.at(-1)], [day, report.path.vix[day], report.hedge[day], report.total[day]]);
    });
    await close();
  });

  test("of the days is what the command writes, to the byte", { skip: !existsSync(command) && "the command is not built" }, async () => {
    for (const id of ["february-2018", "calm-year", "exact-hedge"]) {
      const { page, instrument, close } = await openInstrument(browser, { address: `#v1:${id}` });
      const { bytes } = await choose(page, "Results by day CSV, for a spreadsheet");
      const written = execFileSync(command, ["evaluate", "--csv", "-"], { input: JSON.stringify(await instrument.scenario()) });
      assert.equal(bytes.toString(), written.toString(), id);
      await close();
    }
  });

  test("closes its menu by Escape and by going on, and is there by keyboard", async () => {
    const { page, close } = await openInstrument(browser, { width: 390, height: 844 });
    const choices = page.locator("#download .choices");
    await page.locator("#download summary").focus();
    await page.keyboard.press("Enter");
    assert.ok(await choices.isVisible());
    const box = await choices.boundingBox();
    assert.ok(box.x >= 0 && box.x + box.width <= 390, JSON.stringify(box));
    await page.keyboard.press("Escape");
    assert.ok(!(await choices.isVisible()));
    await page.keyboard.press("Enter");
    await page.locator("#preset").focus();
    assert.ok(!(await choices.isVisible()));
    await close();
  });
});

describe("a figure", () => {
  for (const theme of ["light", "dark"]) {
    test(`is saved as SVG that needs nothing else, and as PNG of two dots a pixel, ${theme}`, async () => {
      const { page, complaints, close } = await openInstrument(browser, { theme });
      const figure = page.locator("ballast-by-spike");
      const { name, bytes } = await downloaded(page, () => figure.getByRole("button", { name: /^Save as SVG/ }).click());
      assert.equal(name, "from-vix-18-up-the-hedge-pays.svg");
      const svg = bytes.toString();
      assert.doesNotMatch(svg, /var\(|inherit|class=|<style|href=|currentColor/);
      assert.match(svg, /From VIX 18 up the hedge pays/);
      assert.match(svg, /With hedge/);
      const alone = await page.context().newPage();
      await alone.goto(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`);
      const size = await alone.evaluate(() => ({ root: document.documentElement.localName, width: Number(document.documentElement.getAttribute("width")), height: Number(document.documentElement.getAttribute("height")) }));
      assert.equal(size.root, "svg");
      await alone.close();
      const png = await downloaded(page, () => figure.getByRole("button", { name: /^Save as PNG/ }).click());
      assert.deepEqual([...png.bytes.subarray(1, 4)], [0x50, 0x4e, 0x47]);
      assert.deepEqual([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)], [2 * size.width, 2 * size.height]);
      // Not one flat colour: the lines are in it.
      const colours = await page.evaluate(async (bytes) => {
        const image = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
        const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
        canvas.drawImage(image, 0, 0);
        const { data } = canvas.getImageData(0, 0, image.width, image.height);
        const seen = new Set();
        for (let at = 0; at < data.length; at += 4) seen.add((data[at] << 16) | (data[at + 1] << 8) | data[at + 2]);
        return { count: seen.size, corner: data[0] + data[1] + data[2] };
      }, [...png.bytes]);
      assert.ok(colours.count > 50, `${colours.count} colours`);
      assert.equal(colours.corner < 384, theme === "dark");
      assert.deepEqual(complaints, []);
      await close();
    });
  }
});

describe("on paper", () => {
  test("every figure is drawn, in light colours, without the form", async () => {
    const { page, close } = await openInstrument(browser, { theme: "dark", height: 500 });
    const drawn = () => page.locator("ballast-page figure .drawing svg").count();
    const figures = await page.locator("ballast-page figure").count();
    assert.ok((await drawn()) < figures, "some are out of sight before");
    const pdf = await page.pdf({ format: "A4" });
    assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
    assert.equal(await drawn(), figures);
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor), "rgb(255, 255, 255)");
    assert.equal(await page.locator("ballast-inputs").isVisible(), false);
    assert.equal(await page.locator("ballast-page .summary").isVisible(), true);
    assert.match(await page.locator("ballast-header .printed").innerText(), /#v1:february-2018$/);
    assert.equal(await page.locator("ballast-by-day figure").evaluate((figure) => getComputedStyle(figure).breakInside), "avoid");
    await close();
  });
});
