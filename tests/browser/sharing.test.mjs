// A scenario leaves the page and comes back the same: by address, by file, by paste, by reload.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";

import { startBrowser } from "./chromium.mjs";
import { openInstrument } from "./instrument.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser?.close());

/** A new layer, a text with every separator, a rung less, a number changed, a default put back. */
const changed = {
  name: "a;b=c.d-e ~ \"f\" 100% 波",
  market: { vix: 20.5, rate: 0.015 },
  path: { kind: "what_if", horizon_days: 60, spike: { day: 5, multiple: 2.25 } },
  pool: { kind: "constant_product", value: 250000, benchmark: "cash" },
  book: [
    { kind: "vix_calls", ladder: [{ contracts: 6, days: 45, strike: { moneyness: 1.2 } }] },
    { kind: "iron_condor", name: "12", on: false, short: { standard_deviations: 1 }, long: { standard_deviations: 2 } },
    { kind: "vix_calls", ladder: [{}, {}], open_day: 3 },
  ],
};

async function fragment(page, instrument) {
  await instrument.settled();
  return page.evaluate(() => location.hash);
}

describe("a link", () => {
  test("says a small change in words, and opens in a fresh profile to the same bytes", async () => {
    const { page, instrument, close } = await openInstrument(browser);
    await instrument.number("/path/spike/vix_to").fill("45");
    await instrument.number("/market/vvix").fill("");
    const hash = await fragment(page, instrument);
    assert.equal(hash, "#v1:february-2018;-market.vvix;path.spike.vix_to=45");
    const response = await instrument.response();
    const fresh = await openInstrument(browser, { address: hash });
    await fresh.instrument.settled();
    assert.equal(await fresh.instrument.response(), response);
    assert.equal(await fresh.instrument.sentence(), await instrument.sentence());
    await Promise.all([close(), fresh.close()]);
  });

  test("carries any scenario, short or long", async () => {
    for (const scenario of [changed, { ...changed, about: "long ".repeat(200) }, {}, { about: "~" }]) {
      const { page, instrument, close } = await openInstrument(browser);
      await instrument.drop("scenario.json", JSON.stringify(scenario));
      const hash = await fragment(page, instrument);
      assert.ok(hash.length < 900, `${hash.length} letters`);
      const response = await instrument.response();
      const fresh = await openInstrument(browser, { address: hash });
      await fresh.instrument.settled();
      assert.deepEqual(await fresh.instrument.scenario(), scenario);
      assert.equal(await fresh.instrument.response(), response);
      assert.deepEqual(fresh.complaints, []);
      await Promise.all([close(), fresh.close()]);
    }
  });

  test("is one step in the history of the browser: Back goes where it was opened from", async () => {
    const { page, instrument, close } = await openInstrument(browser, { address: "#v1:february-2018;path.spike.vix_to=45" });
    await instrument.settled();
    // The empty page of a new window, and this one.
    assert.equal(await page.evaluate(() => history.length), 2);
    assert.equal(await page.evaluate(() => location.hash), "#v1:february-2018;path.spike.vix_to=45");
    await close();
  });

  test("that is broken says so, and the page is there all the same", async () => {
    const broken = ["#v1:february-2018~AAAA", "#v1:no-such-preset", "#v1:february-2018;nonsense", "#v9:x", "#hello", "#v1:february-2018;a=%E0%A4%A", '#v1:;pool={"value"'];
    for (const address of broken) {
      const { page, instrument, complaints, close } = await openInstrument(browser, { address });
      await instrument.settled();
      assert.match(await page.locator("ballast-problems .box").first().innerText(), /The link was not opened/, address);
      assert.match(await instrument.sentence(), /VIX goes from/);
      assert.deepEqual(complaints, []);
      await close();
    }
  });

  test("that carries a bad value opens with its problem, over the answer to a good one", async () => {
    const { instrument, close } = await openInstrument(browser, { address: "#v1:february-2018;market.vix=-1" });
    await instrument.settled();
    assert.match((await instrument.problems()).join(), /\/market\/vix/);
    assert.match(await instrument.sentence(), /VIX goes from 17.3/);
    await close();
  });

  test("is copied by a button", async () => {
    const { page, instrument, close } = await openInstrument(browser);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await instrument.number("/market/vix").fill("18");
    await page.getByRole("button", { name: "Copy link" }).click();
    assert.match(await page.evaluate(() => navigator.clipboard.readText()), /#v1:february-2018;market\.vix=18$/);
    await close();
  });
});

describe("a reload", () => {
  test("loses nothing, not even what is wrong; Back returns to what was open before", async () => {
    const { page, instrument, close } = await openInstrument(browser);
    await instrument.number("/pool/value").fill("123456");
    await instrument.number("/market/vix").fill("-3");
    await page.reload();
    await page.locator("ballast-problems li").waitFor();
    assert.equal((await instrument.scenario()).pool.value, 123456);
    assert.equal((await instrument.scenario()).market.vix, -3);
    await page.locator("#preset").selectOption("calm-year");
    await instrument.settled();
    assert.match(await instrument.sentence(), /^In calm/);
    await page.goBack();
    await instrument.settled();
    assert.equal((await instrument.scenario()).pool.value, 123456);
    await close();
  });
});

describe("a file", () => {
  test("that was downloaded can be dropped, chosen or pasted, and is the same scenario", async () => {
    const { page, instrument, close } = await openInstrument(browser, { address: "#v1:february-2018;path.spike.vix_to=51;book.0.ladder.0.contracts=7" });
    await instrument.settled();
    const scenario = await instrument.scenario();
    const response = await instrument.response();
    await page.locator("#download summary").click();
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Scenario JSON" }).click()]);
    assert.equal(download.suggestedFilename(), "february-2018.json");
    const text = await readFile(await download.path(), "utf8");
    const ways = {
      drop: (fresh) => fresh.instrument.drop("scenario.json", text),
      choose: (fresh) => fresh.page.locator("#file").setInputFiles({ name: "scenario.json", mimeType: "application/json", buffer: Buffer.from(text) }),
      paste: (fresh) =>
        fresh.page.evaluate((text) => {
          const clipboardData = new DataTransfer();
          clipboardData.setData("text/plain", text);
          document.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
        }, text),
    };
    for (const open of Object.values(ways)) {
      const fresh = await openInstrument(browser);
      await open(fresh);
      await fresh.page.waitForFunction(() => globalThis.ballast.scenario.path.spike.vix_to === 51);
      assert.deepEqual(await fresh.instrument.scenario(), scenario);
      assert.equal(await fresh.instrument.response(), response);
      assert.deepEqual(fresh.complaints, []);
      await fresh.close();
    }
    await close();
  });
});
