// Numbers are shown and typed as the reader writes them; addresses and files are the same for everyone.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";

import { startBrowser } from "./chromium.mjs";
import { openInstrument } from "./instrument.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser?.close());

describe("in German", () => {
  test("amounts, sentences, axes and fields have a comma for decimals, and the same numbers", async () => {
    const english = await openInstrument(browser);
    const german = await openInstrument(browser, { locale: "de-DE" });
    const swapped = (text) => text.replace(/[.,](?=\d)/g, (mark) => (mark === "," ? "." : ","));
    assert.equal(await german.instrument.sentence(), swapped(await english.instrument.sentence()));
    assert.match(await german.instrument.sentence(), /loses 8\.102 USD/);
    const amounts = ({ page }) => page.locator("ballast-amounts tbody").innerText();
    assert.equal(await amounts(german), swapped(await amounts(english)));
    assert.equal(await german.instrument.number("/path/spike/spx_return").inputValue(), "−4,0979");
    assert.equal(await german.instrument.number("/pool/value").inputValue(), "100.000");
    assert.equal(await german.instrument.response(), await english.instrument.response());
    assert.deepEqual(german.complaints, []);
    await Promise.all([english.close(), german.close()]);
  });

  test("what is typed with a comma, or with a point that can only be one, is understood", async () => {
    const { instrument, close } = await openInstrument(browser, { locale: "de-DE" });
    const typed = { "17,5": 17.5, "17.5": 17.5, "12.345": 12345, "1.234,5": 1234.5, "0.0125": 0.0125 };
    for (const [text, value] of Object.entries(typed)) {
      await instrument.number("/pool/value").fill(text);
      await instrument.settled();
      assert.equal((await instrument.scenario()).pool.value, value, text);
    }
    await close();
  });

  for (const [view, address] of Object.entries({
    surface: "",
    simulation: ";!.simulation.level=0.975;!.simulation.paths=20000",
    sizing: ";!.sizing.layers=" + encodeURIComponent('[{},{"least":2}]'),
    claims: "",
    history: ";!.history.episode=2020-02",
    signals: ";signals=" + encodeURIComponent(JSON.stringify({ indicators: [{ kind: "edr", mean: 1.22, deviation: 0.49, weight: 0.75 }, { kind: "rsi", of: "spx", period: 5, mean: 50, deviation: 20, weight: -0.5 }] })),
  })) {
    test(`the result ${view} writes every number so, those behind it and those of its tables, too`, async () => {
      const { page, instrument, complaints, close } = await openInstrument(browser, { locale: "de-DE", view, address: `#v1:february-2018${address}` });
      const element = page.locator(`ballast-${view}`);
      for (const more of await element.locator("details").all()) await more.evaluate((details) => (details.open = true));
      for (const figure of await element.locator("figure").all()) await figure.scrollIntoViewIfNeeded();
      await instrument.settled();
      await page.waitForTimeout(300);
      const text = await element.evaluate((root) => {
        // The number of a path is its name, to be typed as it is.
        const isName = (node) => /path $/.test(node.parentNode.textContent.slice(0, -node.data.length));
        const all = (node) => (node instanceof Text ? (isName(node) ? [] : [node.data]) : ["STYLE", "INPUT", "TEXTAREA"].includes(node.nodeName) ? [] : [...(node.shadowRoot ? all(node.shadowRoot) : []), ...[...node.childNodes].flatMap(all), ...(node.getAttribute?.("aria-label") ? [node.getAttribute("aria-label")] : [])]);
        return [...root.shadowRoot.childNodes].flatMap(all);
      });
      // Neither 10000 nor 0.5: a point is before three digits, and five digits have one among them.
      const wrong = text.filter((each) => /(?<![\d.,/])\d{5,}(?!\d)|\d\.\d{1,2}(?!\d)|\d\.\d{4,}|\d,\d{3}(?=,)/.test(each));
      assert.deepEqual([...new Set(wrong)], []);
      assert.ok(text.some((each) => /\d\.\d{3}(?!\d)|\d,\d/.test(each)), "such numbers are there");
      assert.deepEqual(complaints, []);
      await close();
    });
  }

  test("a bound in a problem is written so, too", async () => {
    const { page, instrument, close } = await openInstrument(browser, { locale: "de-DE", view: "simulation" });
    await page.locator('ballast-number[pointer="/simulation/paths"] input[type=text]').fill("-3");
    await instrument.settled();
    assert.match(await page.locator('ballast-number[pointer="/simulation/paths"] .problem').innerText(), /10\.000\.000/);
    await close();
  });

  test("addresses and files are those of everyone", async () => {
    const { page, instrument, close } = await openInstrument(browser, { locale: "de-DE" });
    await instrument.number("/path/spike/vix_to").fill("44,5");
    await instrument.settled();
    assert.equal(await page.evaluate(() => location.hash), "#v1:february-2018;path.spike.vix_to=44.5");
    await page.locator("#download summary").click();
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: /^Results by day/ }).click()]);
    const text = await readFile(await download.path(), "utf8");
    const { report } = JSON.parse(await instrument.response());
    assert.equal(Number(text.split("\n")[4].split(",")[1]), report.path.vix[3]);
    await close();
  });
});
