// What happened, walked by the book on the page: an episode in the box, or files that are dropped.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";
import { gzipSync } from "node:zlib";

import { startBrowser } from "./chromium.mjs";
import { openInstrument } from "./instrument.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
let browser;
before(async () => (browser = await startBrowser()));
after(() => browser?.close());

const header = "DATE,OPEN,HIGH,LOW,CLOSE\n";
const rows = "02/01/2018,13.05,14.30,12.50,13.47\n02/02/2018,13.64,17.86,13.64,17.31\n02/05/2018,18.44,38.80,16.80,37.32\n02/06/2018,37.32,50.30,22.42,29.98\n";

/** Opens the tab and waits for its first answer. */
async function openHistory(as = {}) {
  const opened = await openInstrument(browser, { view: "history", address: "#v1:february-2018", ...as });
  await opened.page.locator("ballast-history .summary").waitFor();
  return opened;
}

/** Drops files on the zone, as from a desktop; contents are bytes in base64. */
async function drop({ page, instrument }, files) {
  const packed = Object.entries(files).map(([name, content]) => [name, Buffer.from(content).toString("base64")]);
  const transfer = await page.evaluateHandle((all) => {
    const transfer = new DataTransfer();
    for (const [name, content] of all) transfer.items.add(new File([Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))], name));
    return transfer;
  }, packed);
  for (const type of ["dragenter", "dragover", "drop"]) await page.dispatchEvent("ballast-history .zone", type, { dataTransfer: transfer });
  await instrument.settled();
}

const summary = (page) => page.locator("ballast-history .summary").innerText();
const problems = (page) => page.locator("ballast-history [role=status] p").allInnerTexts();

describe("the history", () => {
  test("shows an episode, and another one when it is chosen", async () => {
    const { page, instrument, complaints, close } = await openHistory();
    assert.match(await summary(page), /^From 2018-02-01 to 2018-02-16 the pool loses/);
    const before = await page.locator("ballast-replay-by-day svg").innerHTML();
    await page.locator('[data-choice="episode"]').selectOption("2024-08");
    await instrument.settled();
    assert.match(await summary(page), /^From 2024-07-31 to 2024-08-16/);
    assert.notEqual(await page.locator("ballast-replay-by-day svg").innerHTML(), before);
    assert.match(await page.locator("ballast-replay-vix svg").getAttribute("aria-label"), /38\.57.*Yen carry trade/);
    const books = await page.locator("ballast-replay-table tbody th").allInnerTexts();
    assert.ok(books.includes("No hedge") && books.includes("VXTH rule"), books.join());
    assert.deepEqual(complaints, []);
    await close();
  });

  test("follows the form, and stays while another view is looked at", async () => {
    const { page, instrument, complaints, close } = await openHistory();
    const before = await summary(page);
    await page.locator('[data-choice="episode"]').selectOption("2020-02");
    await instrument.number("/pool/value").fill("200000");
    await instrument.settled();
    const after = await summary(page);
    assert.notEqual(after, before);
    await page.locator('ballast-views a[data-view="capital"]').click();
    await page.locator("ballast-capital .lead").waitFor();
    await page.locator('ballast-views a[data-view="history"]').click();
    await page.locator("ballast-history .summary").waitFor();
    assert.equal(await summary(page), after);
    assert.deepEqual(complaints, []);
    await close();
  });

  test("is read from files that are dropped, packed or not, with what is odd about them by row", async () => {
    const opened = await openHistory();
    const { page, complaints, close } = opened;
    await drop(opened, {
      "VIX_History.csv.gz": gzipSync(header + rows + "02/07/2018,31.38,31.64,29.17,27.73\n02/08/2018,=1+1,,,\n"),
      "spx.csv": "2018-02-01,2821.98\n2018-02-05,2648.94\n2018-02-07,2681.66\n",
    });
    assert.match(await summary(page), /^From 2018-02-01 to 2018-02-07/);
    const distrusted = (await page.locator("ballast-distrusted tbody").allInnerTexts()).join("\n");
    assert.match(distrusted, /7\s+2\s+=1\+1\s+a formula/);
    assert.match(distrusted, /6\s+4\s+29\.17\s+low is above close/);
    assert.deepEqual(await problems(page), []);
    // The scenario is still the one that was there.
    assert.match((await opened.instrument.scenario()).name, /February 2018/);
    await page.getByLabel("Remove spx.csv").click();
    await opened.instrument.settled();
    assert.match(await page.locator("ballast-history .notes").innerText(), /No closes of SPX are given/);
    const from = page.locator("ballast-history input[type=date]").first();
    await from.fill("2018-02-05");
    await from.dispatchEvent("change");
    await opened.instrument.settled();
    assert.match(await summary(page), /^From 2018-02-05/);
    assert.deepEqual(complaints, []);
    await close();
  });

  test("says what is wrong with a broken file, loses nothing and goes on", async () => {
    const opened = await openHistory();
    const { page, instrument, complaints, close } = opened;
    const broken = {
      "truncated": [header + "02/01/2018,13.05,1", /vix\.csv: row 2, column 3: .*the text ends within this row/],
      "a program": ["\x7fELF\x02\x01\x01\0\0\0", /row 1, column 1: byte 1 is none that a text has: binary data/],
      "a formula": ["2018-02-01,=1+1\n", /row 1, column 2: none of 1 rows can be used; the first: a formula/],
      "a date to come": ["2099-02-02,13\n", /row 1, column 1: none of 1 rows can be used; the first: 2099-02-02 is after/],
      "nothing": ["", /an empty text/],
    };
    for (const [what, [content, expected]] of Object.entries(broken)) {
      await drop(opened, { "vix.csv": content });
      assert.match((await problems(page)).join(), expected, what);
    }
    await drop(opened, { "vix.csv": header + rows, "spx.csv": "2020-02-03,3248\n2020-02-04,3297\n" });
    assert.match((await problems(page)).join(), /share no date/);
    await page.getByLabel("Remove spx.csv").click();
    await instrument.settled();
    assert.deepEqual(await problems(page), []);
    assert.match(await summary(page), /^From 2018-02-01 to 2018-02-06/);
    assert.match((await instrument.scenario()).name, /February 2018/);
    assert.deepEqual(complaints, []);
    await close();
  });

  test("refuses a hundred megabytes, packed or not, and the page lives", async () => {
    const opened = await openHistory();
    const { page, instrument, complaints, close } = opened;
    await drop(opened, { "vix.csv.gz": gzipSync(Buffer.alloc(100_000_000)) });
    assert.match((await problems(page)).join(), /vix\.csv\.gz is longer than 16 MB/);
    await page.evaluate(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(100_000_000)], "vix.csv"));
      const zone = document.querySelector("ballast-page").shadowRoot.querySelector("ballast-instrument").shadowRoot.querySelector("ballast-history").shadowRoot.querySelector(".zone");
      zone.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, composed: true, cancelable: true }));
    });
    await instrument.settled();
    assert.match((await problems(page)).join(), /vix\.csv is 95 MB long/);
    await page.locator('[data-choice="episode"]').selectOption("2025-04");
    await instrument.settled();
    assert.match(await summary(page), /^From 2025-04-01/);
    assert.deepEqual(complaints, []);
    await close();
  });

  test("is gone through by keyboard, and by single steps where less motion is asked for", async () => {
    const { page, instrument, complaints, close } = await openHistory();
    const slider = page.getByLabel("Close that is looked at");
    await slider.focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    assert.equal(await slider.getAttribute("aria-valuetext"), "2018-02-05");
    assert.match(await page.locator("ballast-timeline output").innerText(), /2018-02-05 · VIX 37\.32/);
    assert.match(await page.locator("ballast-replay-by-day .reading").innerText(), /Date 2018-02-05/);
    await page.getByRole("button", { name: "Next close" }).press("Enter");
    assert.equal(await slider.getAttribute("aria-valuetext"), "2018-02-06");
    await instrument.settled();
    assert.deepEqual(complaints, []);
    await close();
  });

  test("plays and pauses where motion is welcome", async () => {
    const { page, complaints, close } = await openHistory();
    await page.emulateMedia({ reducedMotion: "no-preference" });
    await page.getByRole("button", { name: "Play" }).click();
    await page.locator("ballast-timeline output", { hasText: "2018-02-05" }).waitFor();
    await page.getByRole("button", { name: "Pause" }).click();
    const at = await page.getByLabel("Close that is looked at").inputValue();
    await page.waitForTimeout(1200);
    assert.equal(await page.getByLabel("Close that is looked at").inputValue(), at);
    assert.deepEqual(complaints, []);
    await close();
  });

  for (const [width, theme] of [[1280, "light"], [390, "dark"], [2560, "light"]]) {
    test(`is accessible and never wider than the screen at ${width}, ${theme}`, async () => {
      const { page, complaints, close } = await openHistory({ width, theme });
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => globalThis.axe.run({ fromShadowDom: ["ballast-page", "ballast-instrument", "ballast-history"] }, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), []);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
      assert.deepEqual(complaints, []);
      await close();
    });
  }
});
