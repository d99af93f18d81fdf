// On a telephone: what is dragged by a mouse is dragged by a finger, the page still scrolls, and nothing is too small to be hit.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { startBrowser } from "./chromium.mjs";
import { openInstrument } from "./instrument.mjs";

const telephone = { width: 390, height: 844, touch: true };

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser?.close());

/** Drags a finger from the middle of an element, or from a place in it, by so many pixels. The browser decides whether that scrolls. */
async function drag(page, locator, { x = 0, y = 0 }, at = {}) {
  const { left, top, width, height } = await locator.evaluate((element) => {
    element.scrollIntoView({ block: "center" });
    const { left, top, width, height } = element.getBoundingClientRect();
    return { left, top, width, height };
  });
  const from = { x: left + (at.x ?? width / 2), y: top + (at.y ?? height / 2) };
  const session = await page.context().newCDPSession(page);
  const send = (type, touchPoints) => session.send("Input.dispatchTouchEvent", { type, touchPoints });
  await send("touchStart", [from]);
  for (let step = 1; step <= 10; ++step) {
    await send("touchMove", [{ x: from.x + (x * step) / 10, y: from.y + (y * step) / 10 }]);
    await page.waitForTimeout(16);
  }
  await send("touchEnd", []);
  await session.detach();
}

const scenario = (page) => page.evaluate(() => globalThis.ballast.scenario);
const settled = async (page) => {
  await page.waitForTimeout(60);
  await page.waitForFunction(() => document.querySelector("ballast-page").settled, undefined, { timeout: 60_000 });
};
const scrolled = (page) => page.evaluate(() => [Math.round(scrollX), Math.round(scrollY)]);

describe("a finger", () => {
  test("drags a slider, and the page stays where it is", async () => {
    const { page, instrument, complaints, close } = await openInstrument(browser, telephone);
    const slider = instrument.slider("/path/spike/vix_to");
    const before = await instrument.sentence();
    const from = await slider.evaluate((input) => 11 + ((input.clientWidth - 22) * input.valueAsNumber) / Number(input.max));
    await slider.evaluate((input) => input.scrollIntoView({ block: "center" }));
    const place = await scrolled(page);
    await drag(page, slider, { x: 60 }, { x: from });
    await settled(page);
    assert.ok((await scenario(page)).path.spike.vix_to > 40);
    assert.notEqual(await instrument.sentence(), before);
    assert.deepEqual(await scrolled(page), place);
    assert.deepEqual(complaints, []);
    await close();
  });

  test("drags a number in a sentence, and the figure of the chapter follows", async () => {
    const { page, complaints, close } = await browser.open({ ...telephone, address: "?view=article" });
    const chapter = page.locator("ballast-spike-chapter");
    await chapter.locator("svg[role=img]").first().waitFor();
    const heading = chapter.locator("ballast-trade-curve h3");
    const before = await heading.innerText();
    await drag(page, chapter.getByRole("slider").first(), { x: 90 });
    await settled(page);
    assert.notEqual(await heading.innerText(), before);
    assert.deepEqual(complaints, []);
    await close();
  });

  test("drags the spike across its chart, and reads the values out on the way", async () => {
    const { page, complaints, close } = await openInstrument(browser, telephone);
    const chart = page.locator("ballast-by-spike .canvas");
    await chart.scrollIntoViewIfNeeded();
    await page.locator("ballast-by-spike svg[role=img]").waitFor();
    await drag(page, chart, { x: 80 });
    await settled(page);
    assert.ok((await scenario(page)).path.spike.vix_to > 45);
    assert.deepEqual(complaints, []);
    await close();
  });

  test("drags the point of the frontier, which sets the book", async () => {
    const { page, complaints, close } = await openInstrument(browser, { ...telephone, view: "sizing" });
    const handle = page.locator("ballast-frontier #handle");
    await page.locator("ballast-frontier svg[role=img]").waitFor();
    const before = await scenario(page);
    const room = await page.locator("ballast-frontier .canvas").evaluate((canvas) => canvas.clientWidth);
    const at = await handle.evaluate((element) => parseFloat(element.style.left));
    await drag(page, handle, { x: at > room / 2 ? -120 : 120 });
    await settled(page);
    assert.notDeepEqual((await scenario(page)).book, before.book);
    assert.deepEqual(complaints, []);
    await close();
  });

  test("drags the end of the pool's range", async () => {
    const { page, complaints, close } = await openInstrument(browser, { ...telephone, address: "#v1:february-2018;pool.kind=concentrated" });
    const end = page.locator("ballast-pool-price .end").last();
    await page.locator("ballast-pool-price figure").evaluate((figure) => figure.scrollIntoView({ block: "center" }));
    await end.waitFor();
    const before = JSON.stringify((await scenario(page)).pool);
    await drag(page, end, { x: -40 });
    await settled(page);
    assert.notEqual(JSON.stringify((await scenario(page)).pool), before);
    assert.deepEqual(complaints, []);
    await close();
  });

  test("that moves up over a chart scrolls the page", async () => {
    const { page, close } = await openInstrument(browser, telephone);
    await page.locator("ballast-by-spike svg[role=img]").waitFor({ state: "attached" }).catch(() => {});
    const chart = page.locator("ballast-by-spike .canvas");
    await chart.evaluate((element) => element.scrollIntoView({ block: "center" }));
    const before = await scenario(page);
    const [, from] = await scrolled(page);
    await drag(page, chart, { y: -200 });
    await page.waitForTimeout(400);
    const [across, to] = await scrolled(page);
    assert.ok(to - from > 100, `${from} to ${to}`);
    assert.equal(across, 0);
    assert.deepEqual(await scenario(page), before);
    await close();
  });
});

describe("everything that can be touched", () => {
  const views = ["article", "what-if", "surface", "simulation", "sizing", "claims", "capital", "history", "signals"];
  for (const view of views) {
    test(`is at least 24 by 24 pixels, or stands in a line of text: ${view} (WCAG 2.2, 2.5.8)`, async () => {
      const { page, close } = await browser.open({ ...telephone, address: `?view=${view}` });
      await page.locator(`ballast-${view}`).first().waitFor({ state: "attached" });
      await settled(page);
      await page.evaluate(() => matchMedia("(pointer: coarse)").matches).then((coarse) => assert.ok(coarse));
      assert.deepEqual(await page.evaluate(small), []);
      await close();
    });
  }
});

/** What is smaller, by name and size. */
function small() {
  const found = [];
  const targets = "button, a[href], input, select, textarea, summary, [role=slider], [tabindex='0']";
  const look = (root) => {
    for (const element of root.querySelectorAll("*")) {
      if (element.shadowRoot) look(element.shadowRoot);
      if (!element.matches(targets) || !element.checkVisibility({ visibilityProperty: true })) continue;
      const hit = element.closest("label") ?? element;
      const { width, height } = hit.getBoundingClientRect();
      const inText = getComputedStyle(hit).display === "inline" && height >= 24;
      if (width > 1 && (width < 24 || height < 24) && !inText) found.push(`${hit.localName}.${hit.className} in ${hit.getRootNode().host?.localName} ${(hit.getAttribute("aria-label") ?? hit.textContent).trim().slice(0, 30)}: ${width.toFixed(1)} x ${height.toFixed(1)}`);
    }
  };
  look(document);
  return [...new Set(found)];
}
