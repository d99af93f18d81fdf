// The page is for everyone: light and dark, narrow and wide, by keyboard, by screen reader.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { assertAccessible, assertFits } from "./accessible.mjs";
import { startBrowser } from "./chromium.mjs";
import { openInstrument } from "./instrument.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser?.close());

const sizes = [390, 768, 1280];
const lightness = (colour) => colour.match(/[\d.]+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0);

describe("themes", () => {
  test("follow the system, and the reader's choice over it, also after a reload", async () => {
    for (const theme of ["light", "dark"]) {
      const { page, instrument, close } = await openInstrument(browser, { theme });
      const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
      const isDark = async () => lightness(await paper()) < 384;
      assert.equal(await isDark(), theme === "dark");
      const other = theme === "dark" ? "light" : "dark";
      await page.locator("#theme").selectOption(other);
      assert.equal(await isDark(), other === "dark");
      await page.reload();
      await instrument.settled();
      assert.equal(await isDark(), other === "dark");
      assert.equal(await page.locator("#theme").inputValue(), other);
      await close();
    }
  });
});

describe("widths", () => {
  for (const width of [...sizes, 900, 1920]) {
    test(`${width} pixels need no scrolling sideways, with everything opened`, async () => {
      const { page, instrument, close } = await openInstrument(browser, { width });
      for (let kept = 0; kept < 3; ++kept) await page.locator("ballast-compare").getByRole("button", { name: "Keep this book to compare" }).click();
      for (const kind of ["conversion", "reserve"]) await instrument.addLayer(kind);
      await openEverything(page);
      await instrument.settled();
      await assertFits(page, "everything opened");
      await close();
    });
  }

  for (const width of [360, 2560]) {
    test(`no view scrolls sideways at ${width} pixels, with everything in it opened, none is grey once it is answered, and no text is hard to follow`, async () => {
      const { page, instrument, close } = await openInstrument(browser, { width, height: 1200 });
      const views = await page.locator("ballast-views a").evaluateAll((all) => all.map(({ dataset }) => dataset.view));
      assert.ok(views.length >= 9);
      for (const view of views) {
        // What was opened in the header may lie over the link.
        await page.locator(`ballast-views a[data-view="${view}"]`).evaluate((link) => link.click());
        await page.locator(`ballast-${view}`).first().waitFor({ state: "attached" });
        await instrument.settled();
        await openEverything(page);
        await instrument.settled();
        await assertFits(page, view);
        assert.deepEqual(await page.evaluate(looks), { stale: [], long: [] }, view);
      }
      await close();
    });
  }

  test("on a narrow screen the answer comes first, and its amounts stay in sight while a slider far down is moved", async () => {
    const { page, instrument, close } = await openInstrument(browser, { width: 390, height: 844 });
    await instrument.slider("/market/vix").scrollIntoViewIfNeeded();
    const box = await page.locator("ballast-amounts").boundingBox();
    assert.ok(box.y >= 0 && box.y < 100, `amounts at ${box.y}`);
    await close();
  });
});

describe("axe finds nothing to mend", () => {
  for (const [width, theme] of [[390, "light"], [1280, "dark"]]) {
    test(`at ${width} pixels, ${theme}`, async () => {
      const { page, instrument, close } = await openInstrument(browser, { width, theme });
      await instrument.settled();
      await assertAccessible(page, "at first");
      await close();
    });
  }
  for (const [width, theme] of [[390, "dark"], [1280, "light"]]) {
    test(`at ${width} pixels, ${theme}, with everything opened, and with problems`, async () => {
      const { page, instrument, close } = await openInstrument(browser, { width, theme });
      await page.locator("ballast-compare").getByRole("button", { name: "Keep this book to compare" }).click();
      for (const kind of ["alvh", "conversion", "reserve"]) await instrument.addLayer(kind);
      await openEverything(page);
      await instrument.settled();
      await assertAccessible(page, "opened up");
      await instrument.number("/market/vix").fill("-1");
      await instrument.drop("bad.json", "no");
      await assertAccessible(page, "with problems");
      await close();
    });
  }
});

describe("by keyboard", () => {
  test("every control is reached in order, shows that it has the focus, and works", async () => {
    const { page, instrument, close } = await openInstrument(browser);
    await instrument.settled();
    const reached = new Set();
    for (let presses = 0; presses < 220; ++presses) {
      await page.keyboard.press("Tab");
      const { name, outline } = await focused(page);
      if (name === "") break;
      reached.add(name);
      assert.notEqual(outline, "none", `${name} does not show the focus`);
    }
    for (const name of ["Scenario", "Copy link", "VIX rises to, slider", "VIX rises to", "About VIX", "The spike", "hold", "+ Add a layer", "SPX iron condor takes part", "Move SPX iron condor up", "Duplicate SPX iron condor"]) {
      assert.ok([...reached].some((each) => each.includes(name)), `${name} was not reached: ${[...reached].join(", ")}`);
    }
    const slider = instrument.slider("/path/spike/vix_to");
    await slider.focus();
    const earlier = await instrument.sentence();
    await page.keyboard.press("ArrowRight");
    await instrument.settled();
    assert.notEqual(await instrument.sentence(), earlier);
    await close();
  });
});

test("every chart says in words what it shows, with its numbers", async () => {
  const { page, instrument, close } = await openInstrument(browser, { height: 5000 });
  const charts = page.locator("svg[role=img]");
  for (const [view, count] of [["capital", 1], ["what-if", 6]]) {
    await page.locator(`ballast-views [data-view=${view}]`).click();
    await instrument.settled();
    await charts.nth(count - 1).waitFor();
    const texts = await charts.evaluateAll((all) => all.map((svg) => svg.getAttribute("aria-label")));
    assert.equal(texts.length, count, view);
    for (const text of texts) assert.match(text, /\d.*\d/);
  }
  await page.locator("ballast-by-spike summary").click();
  await page.locator("ballast-by-spike tbody tr").nth(50).waitFor();
  await close();
});

test("no preset shows a number that is none", async () => {
  for (const id of ["february-2018", "calm-year", "exact-hedge"]) {
    const { page, instrument, close } = await openInstrument(browser, { address: `#v1:${id}`, height: 5000 });
    await page.locator("ballast-compare").getByRole("button", { name: "Keep this book to compare" }).click();
    await openEverything(page);
    await instrument.settled();
    assert.deepEqual(await page.evaluate(nonsense), [], id);
    await close();
  }
});

/** What is grey, and paragraphs whose lines have more than about 120 letters. */
function looks() {
  const stale = [];
  const long = [];
  const look = (root) => {
    for (const element of root.querySelectorAll("*")) {
      if (element.shadowRoot) look(element.shadowRoot);
      if (!element.checkVisibility()) continue;
      const where = `${element.localName}.${element.className} in ${root.host?.localName}`;
      if (element.classList.contains("stale")) stale.push(where);
      if (!element.matches("p, dd, pre, li:not(:has(details))")) continue;
      const range = document.createRange();
      range.selectNodeContents(element);
      const [first, ...others] = range.getClientRects();
      const letters = first && others.length > 0 ? (Math.max(...[first, ...others].map(({ width }) => width)) / parseFloat(getComputedStyle(element).fontSize)) * 2 : 0;
      if (letters > 130 && element.textContent.trim().length > letters) long.push(`${where}, ${Math.round(letters)} letters a line: ${element.textContent.trim().slice(0, 40)}`);
    }
  };
  look(document.body);
  return { stale, long };
}

/** Every text on the page that says NaN, null or the like. */
function nonsense() {
  const found = [];
  const look = (root) => {
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      if (/\b(NaN|Infinity|undefined|null)\b|\[object/.test(text.data) && !text.parentElement?.closest("pre, style")) found.push(text.data.trim());
    }
    for (const element of root.querySelectorAll("*")) if (element.shadowRoot) look(element.shadowRoot);
  };
  look(document.body);
  return found;
}

async function openEverything(page) {
  await page.evaluate(() => {
    const open = (root) => {
      for (const element of root.querySelectorAll("*")) {
        if (element.localName === "details") element.open = true;
        if (element.matches("button.about")) element.click();
        if (element.shadowRoot) open(element.shadowRoot);
      }
    };
    open(document);
  });
  await page.waitForTimeout(300);
}

/** What has the focus: its name, and whether it shows. */
function focused(page) {
  return page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    if (!at || at === document.body) return { name: "", outline: "" };
    const own = at.getAttribute("aria-label") ?? at.labels?.[0]?.textContent ?? at.textContent;
    const look = (element) => getComputedStyle(element).outlineStyle;
    return { name: own.trim(), outline: look(at) === "none" && at.labels?.[0] ? look(at.labels[0]) : look(at) };
  });
}
