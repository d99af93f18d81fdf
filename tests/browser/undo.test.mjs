// What was done to the scenario is taken back and done again, in steps that a person would call one.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { startBrowser } from "./chromium.mjs";
import { dragSlider, openInstrument } from "./instrument.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser?.close());

const undo = (page) => page.getByRole("button", { name: /^Undo/ });
const redo = (page) => page.getByRole("button", { name: /^Redo/ });
const can = async (button) => (await button.getAttribute("aria-disabled")) === "false";

describe("undo", () => {
  test("takes back the drag of a slider as one step, and redo does it again, to the same bytes", async () => {
    const { page, instrument, complaints, close } = await openInstrument(browser);
    assert.equal(await can(undo(page)), false);
    const before = await instrument.response();
    await dragSlider(page, instrument.slider("/path/spike/vix_to"), 0.2);
    await instrument.settled();
    const dragged = await instrument.response();
    assert.notEqual(dragged, before);
    assert.equal(await undo(page).getAttribute("aria-label"), "Undo: The spike");
    await undo(page).click();
    await instrument.settled();
    assert.equal(await instrument.response(), before);
    assert.equal(await can(undo(page)), false);
    assert.match(await page.evaluate(() => location.hash), /^#v1:february-2018$/);
    await redo(page).click();
    await instrument.settled();
    assert.equal(await instrument.response(), dragged);
    assert.equal(await can(redo(page)), false);
    assert.deepEqual(complaints, []);
    await close();
  });

  test("works by keyboard: opening a preset is one step, a layer is one, and a new edit forgets what could be redone", async () => {
    const { page, instrument, close } = await openInstrument(browser);
    const first = await instrument.scenario();
    await page.locator("#preset").selectOption("calm-year");
    await instrument.settled();
    await instrument.addLayer("alvh");
    const layered = await instrument.scenario();
    await page.locator("h1").click();
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    await instrument.settled();
    assert.deepEqual(await instrument.scenario(), first);
    assert.equal(await page.locator("#preset").inputValue(), "february-2018");
    await page.keyboard.press("Control+Shift+Z");
    await page.keyboard.press("Control+y");
    await instrument.settled();
    assert.deepEqual(await instrument.scenario(), layered);
    await page.keyboard.press("Meta+z");
    await instrument.slider("/market/vix").press("ArrowRight");
    await instrument.settled();
    assert.equal(await can(redo(page)), false);
    await close();
  });

  test("leaves a text field to the browser, and has what was typed as one step", async () => {
    const { page, instrument, close } = await openInstrument(browser);
    const before = await instrument.scenario();
    const entry = instrument.number("/market/vix");
    await entry.focus();
    await page.keyboard.type("19.5");
    await instrument.settled();
    await page.keyboard.press("Control+z");
    await instrument.settled();
    assert.notEqual(await entry.inputValue(), "19.5", "the browser took letters back");
    await entry.fill("19.5");
    await page.locator("h1").click();
    await page.keyboard.press("Control+z");
    await instrument.settled();
    assert.deepEqual(await instrument.scenario(), before);
    assert.equal(await can(undo(page)), false);
    await close();
  });

  test("takes two presses of one switch as two steps", async () => {
    const { page, instrument, close } = await openInstrument(browser);
    const before = await instrument.scenario();
    const part = instrument.layer(0).getByRole("switch", { name: /takes part/ });
    await part.click();
    await part.click();
    await undo(page).click();
    await instrument.settled();
    assert.equal((await instrument.scenario()).book[0].on, false);
    await undo(page).click();
    await instrument.settled();
    assert.deepEqual(await instrument.scenario(), before);
    await close();
  });
});
