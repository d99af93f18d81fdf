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
