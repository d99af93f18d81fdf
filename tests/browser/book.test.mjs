// The book: layers come from a library, go in any order, and each is explained.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { startBrowser } from "./chromium.mjs";
import { openInstrument } from "./instrument.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser?.close());

const kindsOf = (page) =>
  page.evaluate(async () => {
    const { properties } = JSON.parse(await globalThis.ballast.run('{"task":"schema"}')).report.request.properties.scenario;
    return properties.book.items.oneOf.map((kind) => kind.properties.kind.const);
  });

describe("the library", () => {
  test("offers every kind of layer that the core knows, each with its rule, its label and a paragraph", async () => {
    const { page, complaints, close } = await openInstrument(browser);
    const kinds = await kindsOf(page);
    assert.ok(kinds.length >= 13);
    await page.locator("ballast-library summary").click();
    const offered = page.locator("ballast-library li");
    assert.deepEqual((await page.locator("ballast-library button[data-kind]").evaluateAll((all) => all.map((button) => button.dataset.kind))).sort(), kinds.toSorted());
    for (const each of await offered.all()) {
      const text = await each.innerText();
      assert.match(text, /published|recurring|assumption/);
      await each.getByRole("button", { name: /^About/ }).click();
      const paragraph = await each.locator(".note").innerText();
      assert.ok(paragraph.length > 100, text);
      assert.match(paragraph, /catch/, text);
    }
    assert.deepEqual(complaints, []);
    await close();
  });

  test("adds each kind, which is answered at once, fits its card and has the focus", async () => {
    for (const width of [390, 1280]) {
      const { page, instrument, complaints, close } = await openInstrument(browser, { width });
      let number = 2;
      for (const kind of await kindsOf(page)) {
        const earlier = await instrument.sentence();
        await instrument.addLayer(kind);
        const { book } = await instrument.scenario();
        assert.equal(book[number].kind, kind);
        assert.deepEqual(await instrument.problems(), [], kind);
        assert.equal(await instrument.focus(), `Name of layer ${++number}`);
        // What locks a rate leaves the spike as it was, and says so; everything else changes the answer.
        if (!["conversion", "reversal", "reserve", "vxth"].includes(kind)) assert.notEqual(await instrument.sentence(), earlier, kind);
      }
      assert.deepEqual(await overflowing(page), [], `at ${width} pixels`);
      assert.deepEqual(complaints, []);
      await close();
    }
  });
});

describe("the order of the layers", () => {
  test("is changed by keyboard; the focus goes along, and turns back at the end", async () => {
    const { page, instrument, close } = await openInstrument(browser);
    await instrument.addLayer("alvh");
    assert.deepEqual(await instrument.layers(), ["VIX calls 4/4/2", "SPX iron condor", "ALVH-style ladder"]);
    await page.getByRole("button", { name: "Move ALVH-style ladder up" }).focus();
    await page.keyboard.press("Enter");
    await instrument.settled();
    assert.deepEqual(await instrument.layers(), ["VIX calls 4/4/2", "ALVH-style ladder", "SPX iron condor"]);
    assert.equal(await instrument.focus(), "Move ALVH-style ladder up");
    assert.equal(await page.locator("ballast-book [role=status]").innerText(), "ALVH-style ladder is layer 2 of 3");
    await page.keyboard.press("Enter");
    await instrument.settled();
    assert.deepEqual((await instrument.scenario()).book.map(({ kind }) => kind), ["alvh", "vix_calls", "iron_condor"]);
    assert.equal(await instrument.focus(), "Move ALVH-style ladder down");
    await close();
  });

  test("is changed by dragging, and left alone by Escape", async () => {
    const { page, instrument, close } = await openInstrument(browser);
    await instrument.addLayer("alvh");
    const drag = async (from, by, last) => {
      const grip = instrument.layer(from).locator(".grip");
      await grip.scrollIntoViewIfNeeded();
      const box = await grip.boundingBox();
      await page.mouse.move(box.x + 9, box.y + 16);
      await page.mouse.down();
      for (let step = 1; step <= 6; ++step) {
        await page.mouse.move(box.x + 9, box.y + 16 + (by * step) / 6);
        await page.waitForTimeout(30);
      }
      await last();
      await instrument.settled();
    };
    await drag(2, -140, () => page.mouse.up());
    assert.deepEqual(await instrument.layers(), ["ALVH-style ladder", "VIX calls 4/4/2", "SPX iron condor"]);
    await drag(0, 75, () => page.mouse.up());
    assert.deepEqual(await instrument.layers(), ["VIX calls 4/4/2", "ALVH-style ladder", "SPX iron condor"]);
    await drag(0, 140, async () => {
      await page.keyboard.press("Escape");
      await page.mouse.up();
    });
    assert.deepEqual(await instrument.layers(), ["VIX calls 4/4/2", "ALVH-style ladder", "SPX iron condor"]);
    await close();
  });

  test("takes along what is open in a card; a duplicate starts as a copy beside it", async () => {
    const { page, instrument, close } = await openInstrument(browser);
    await instrument.layer(0).getByRole("button", { name: "About VIX calls 4/4/2" }).click();
    await page.getByRole("button", { name: "Move VIX calls 4/4/2 down" }).click();
    await instrument.settled();
    assert.match(await instrument.layer(1).locator(".note").first().innerText(), /catch/);
    await page.getByRole("button", { name: "Duplicate VIX calls 4/4/2" }).click();
    await instrument.settled();
    const { book } = await instrument.scenario();
    assert.equal(book.length, 3);
    assert.deepEqual(book[2], book[1]);
    await close();
  });
});

test("a field that says how appears with the one that says whether", async () => {
  const { page, instrument, close } = await openInstrument(browser);
  const trigger = instrument.field("/book/0/trigger");
  assert.equal(await trigger.count(), 0);
  await page.locator('ballast-choice[pointer="/book/0/recalibrate"]').getByText("on move").click();
  await instrument.settled();
  assert.equal(await trigger.count(), 1);
  assert.equal((await instrument.scenario()).book[0].recalibrate, "on_trigger");
  await close();
});

/** Everything in a card that reaches beyond its right edge. */
function overflowing(page) {
  return page.evaluate(() => {
    const beyond = [];
    const look = (root, card, edge) => {
      for (const element of root.querySelectorAll("*")) {
        const { right, width } = element.getBoundingClientRect();
        if (width > 1 && right > edge + 0.5) beyond.push(`${card.getAttribute("pointer")} ${element.localName}`);
        if (element.shadowRoot) look(element.shadowRoot, card, edge);
      }
    };
    const find = (root) => {
      for (const element of root.querySelectorAll("*")) {
        if (element.localName === "ballast-layer") look(element.shadowRoot, element, element.getBoundingClientRect().right);
        else if (element.shadowRoot) find(element.shadowRoot);
      }
    };
    find(document);
    return beyond;
  });
}
