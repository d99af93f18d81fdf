// The article is read without touching anything, and answers when it is touched.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";

import { startBrowser } from "./chromium.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const chapters = ["spike", "calm", "condor", "calls", "strip", "sizing"];
const figures = ["trade-curve", "calm-decay", "condor-days", "call-layers", "strip-coverage", "tail-by-cost"];

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser?.close());

async function openArticle({ address = "", ...as } = {}) {
  const opened = await browser.open({ ...as, address: `?view=article${address}` });
  await opened.page.locator("ballast-spike-chapter h2").waitFor();
  return { ...opened, article: new Article(opened.page) };
}

class Article {
  constructor(page) {
    this.page = page;
  }

  chapter(name) {
    return this.page.locator(`ballast-${name}-chapter`);
  }

  figure(name) {
    return this.page.locator(`ballast-${name}`);
  }

  heading(name) {
    return this.figure(name).locator("h3").innerText();
  }

  number(chapter, label) {
    return this.chapter(chapter).getByRole("slider", { name: label });
  }

  scenario() {
    return this.page.evaluate(() => globalThis.ballast.scenario);
  }

  async report() {
    return JSON.parse(await this.page.evaluate(() => globalThis.ballast.run(JSON.stringify({ task: "evaluate", scenario: globalThis.ballast.scenario })))).report;
  }

  async settled() {
    await this.page.waitForTimeout(60);
    await this.page.waitForFunction(() => document.querySelector("ballast-page").settled, undefined, { timeout: 60_000 });
    await this.page.waitForTimeout(60);
  }

  /** Goes to a chapter and waits for its figure. */
  async at(index) {
    await this.chapter(chapters[index]).evaluate((element) => element.scrollIntoView({ block: "start" }));
    await this.figure(figures[index]).locator("svg[role=img]").waitFor({ timeout: 60_000 });
    await this.settled();
  }

  async readThrough() {
    for (let index = 0; index < chapters.length; ++index) await this.at(index);
  }
}

/** Drags a number sideways, as a hand does. */
async function drag(page, number, by) {
  await number.scrollIntoViewIfNeeded();
  const box = await number.boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= 6; ++step) await page.mouse.move(x + (by * step) / 6, y);
  await page.mouse.up();
}

const amount = (value) => Math.round(Math.abs(value)).toLocaleString("en-US");

/** Words of the glossary and numbers whose comma or full stop stands on the next line. */
function severed() {
  const found = [];
  const walk = (root) => {
    for (const word of root.querySelectorAll("*")) {
      if (word.shadowRoot) walk(word.shadowRoot);
      const next = word.nextSibling;
      if (!/^BALLAST-(TERM|LIVE-NUMBER)$/.test(word.tagName) || next?.nodeType !== Node.TEXT_NODE || !/^[,.;:]/.test(next.data)) continue;
      const range = document.createRange();
      range.setStart(next, 0);
      range.setEnd(next, 1);
      const [mark, boxes] = [range.getBoundingClientRect(), word.shadowRoot.firstElementChild.getBoundingClientRect()];
      if (mark.height > 0 && mark.top > boxes.bottom) found.push(word.textContent.trim() + next.data.slice(0, 20));
    }
  };
  walk(document);
  return found;
}

describe("the text of the article", () => {
  test("never leaves a comma or full stop to the next line, however wide it is", async () => {
    const { page, article, complaints, close } = await openArticle();
    for (let index = 0; index < chapters.length; ++index) await article.at(index);
    for (let width = 360; width <= 1320; width += 24) {
      await page.setViewportSize({ width, height: 900 });
      assert.deepEqual(await page.evaluate(severed), [], `${width} pixels wide`);
    }
    assert.deepEqual(complaints, []);
    await close();
  });
});

describe("read without touching anything", () => {
  test("it asks six questions, and every figure answers with a title, units, an alternative and a table", async () => {
    const { page, article, complaints, close } = await openArticle();
    await article.readThrough();
    const questions = await page.locator("ballast-article section h2").allInnerTexts();
    assert.equal(questions.length, 6);
    for (const question of questions) assert.match(question, /\?$/);
    for (const name of figures) {
      const figure = article.figure(name);
      assert.match(await article.heading(name), /\d/, name);
      const alternative = await figure.locator("svg[role=img]").getAttribute("aria-label");
      assert.ok(alternative.startsWith(await article.heading(name)), `${name}: ${alternative}`);
      assert.match(await figure.locator("svg[role=img]").innerHTML(), /USD|% of day 0/, name);
      await figure.locator("summary").click();
      await figure.locator("tbody tr").nth(10).waitFor();
    }
    assert.deepEqual(complaints, []);
    await close();
  });

  test("its titles are the core's numbers", async () => {
    const { article, close } = await openArticle();
    await article.readThrough();
    const { pool, spike } = await article.report();
    const sold = pool.tokens[0] - pool.tokens[spike.to_day];
    assert.equal(
      (await article.heading("trade-curve")).replaceAll("\u00a0", " "),
      `The pool sells ${amount(sold)} of its ${amount(pool.tokens[0])} tokens on the way up and ends ${amount(pool.impermanent_loss[spike.to_day])} USD behind holding`,
    );
    const condor = await article.heading("condor-days");
    assert.ok(condor.includes(`loses ${amount(spike.change.layers[1])}`) && condor.includes(`pool’s ${amount(spike.change.pool)}`), condor);
    const calls = await article.heading("call-layers");
    assert.ok(calls.includes(`give ${amount(spike.change.layers[0])}`), calls);
    await close();
  });

  test("nothing moves while it is read", async () => {
    const { page, article, close } = await openArticle();
    await page.evaluate(() => {
      globalThis.shift = 0;
      new PerformanceObserver((list) => list.getEntries().forEach((entry) => (globalThis.shift += entry.value))).observe({ type: "layout-shift", buffered: true });
    });
    await article.readThrough();
    const shift = await page.evaluate(() => globalThis.shift);
    assert.ok(shift < 0.05, `shifted by ${shift}`);
    await close();
  });
});

describe("touched", () => {
  test("a number that is dragged changes the scenario, the sentence and the figure", async () => {
    const { page, article, complaints, close } = await openArticle();
    await article.at(0);
    const [title, text, lines] = [await article.heading("trade-curve"), await article.chapter("spike").locator(".rest").innerText(), await article.figure("trade-curve").locator("svg[role=img]").innerHTML()];
    const number = article.number("spike", "VIX rises to");
    await drag(page, number, 60);
    await article.settled();
    const { path } = await article.scenario();
    assert.ok(path.spike.vix_to > 40, `VIX to ${path.spike.vix_to}`);
    assert.equal(Number(await number.getAttribute("aria-valuenow")), path.spike.vix_to);
    assert.notEqual(await article.heading("trade-curve"), title);
    assert.notEqual(await article.chapter("spike").locator(".rest").innerText(), text);
    assert.notEqual(await article.figure("trade-curve").locator("svg[role=img]").innerHTML(), lines);
    assert.match(page.url(), /vix_to/);
    assert.deepEqual(complaints, []);
    await close();
  });

  test("keys step a number within its bounds, Enter takes a typed one, and Escape leaves it", async () => {
    const { page, article, complaints, close } = await openArticle();
    const number = article.number("spike", "VIX rises to");
    await number.focus();
    assert.notEqual(await number.evaluate((element) => getComputedStyle(element).outlineStyle), "none");
    await page.keyboard.press("End");
    await article.settled();
    assert.equal(String((await article.scenario()).path.spike.vix_to), await number.getAttribute("aria-valuemax"));
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowLeft");
    await article.settled();
    const stepped = (await article.scenario()).path.spike.vix_to;
    assert.ok(stepped < Number(await number.getAttribute("aria-valuemax")));
    await page.keyboard.press("Enter");
    await page.keyboard.type("31.25");
    await page.keyboard.press("Enter");
    await article.settled();
    assert.equal((await article.scenario()).path.spike.vix_to, 31.25);
    await page.keyboard.press("Enter");
    await page.keyboard.type("99");
    await page.keyboard.press("Escape");
    await article.settled();
    assert.equal((await article.scenario()).path.spike.vix_to, 31.25);
    assert.equal(await number.evaluate((element) => element.getRootNode().activeElement === element), true);
    assert.deepEqual(complaints, []);
    await close();
  });

  test("the arrow keys read out a figure's values", async () => {
    const { page, article, close } = await openArticle();
    await article.at(1);
    const canvas = article.figure("calm-decay").locator(".canvas");
    await canvas.focus();
    await page.keyboard.press("End");
    assert.match(await article.figure("calm-decay").locator(".reading").innerText(), /Day 365/);
    await page.keyboard.press("ArrowLeft");
    assert.match(await article.figure("calm-decay").locator(".reading").innerText(), /Day 364/);
    await page.keyboard.press("Escape");
    assert.match(await article.figure("calm-decay").locator(".reading").innerText(), /Value in percent/);
    await close();
  });

  test("a chapter's own number leaves the shared scenario as it is", async () => {
    const { page, article, complaints, close } = await openArticle();
    await article.at(1);
    const before = await article.scenario();
    await article.number("calm", "Days of calm").focus();
    await page.keyboard.press("Home");
    await article.settled();
    assert.match(await article.heading("calm-decay"), /^2 calm days /);
    assert.deepEqual(await article.scenario(), before);
    await article.at(5);
    const title = await article.heading("tail-by-cost");
    const text = () => article.chapter("sizing").locator(".lead").innerText();
    const earlier = await text();
    await article.number("sizing", "What the hedge may cost").focus();
    await page.keyboard.press("End");
    await article.settled();
    assert.notEqual(await text(), earlier);
    assert.equal(await article.heading("tail-by-cost"), title);
    assert.deepEqual(await article.scenario(), before);
    assert.deepEqual(complaints, []);
    await close();
  });

  test("a chapter about a layer of the shared book edits that layer, and otherwise one of its own", async () => {
    const { page, article, close } = await openArticle();
    await article.at(2);
    await article.number("condor", "Contracts").focus();
    await page.keyboard.press("ArrowRight");
    await article.settled();
    const { book } = await article.scenario();
    assert.ok(book[1].contracts > 1);
    await article.at(4);
    const title = await article.heading("strip-coverage");
    await article.number("strip", "Share of the loss").focus();
    await page.keyboard.press("Home");
    await article.settled();
    assert.notEqual(await article.heading("strip-coverage"), title);
    assert.deepEqual((await article.scenario()).book, book);
    await close();
  });

  test("what does not go together is said at the numbers, and mended there", async () => {
    const { page, article, complaints, close } = await openArticle({ address: "#v1:february-2018;path.horizon_days=20;path.spike.day=40" });
    await article.settled();
    const problem = article.chapter("spike").locator(".problem");
    assert.match(await problem.innerText(), /does not go together: Days shown must reach the last day of the spike/);
    await article.number("spike", "Day of the spike").focus();
    await page.keyboard.press("Home");
    await article.settled();
    assert.equal(await problem.count(), 0);
    assert.deepEqual(complaints, []);
    await close();
  });

  test("words of the field open what they mean", async () => {
    const { page, article, complaints, close } = await openArticle();
    await article.chapter("spike").getByRole("button", { name: "impermanent loss" }).click();
    assert.match(await page.getByRole("dialog").innerText(), /Impermanent loss/);
    await page.keyboard.press("Escape");
    assert.deepEqual(complaints, []);
    await close();
  });

  test("each chapter leads on to the instrument, with the same scenario", async () => {
    const { page, article, complaints, close } = await openArticle();
    await article.at(3);
    await article.number("calls", "VIX rises to").focus();
    await page.keyboard.press("ArrowRight");
    await article.settled();
    const scenario = await article.scenario();
    await article.chapter("calls").locator(".on a").click();
    await page.locator("ballast-instrument").waitFor();
    assert.notEqual(new URL(page.url()).searchParams.get("view"), "article");
    assert.deepEqual(await article.scenario(), scenario);
    await page.goBack();
    await page.locator("ballast-spike-chapter h2").waitFor();
    assert.deepEqual(complaints, []);
    await close();
  });
});

describe("whatever the scenario, it says what is so", () => {
  const turns = [
    ["without a spike", "#v1:february-2018;-path.spike", "trade-curve", /behind holding|lost nothing/],
    ["with a fall of VIX", "#v1:february-2018;path.spike.vix_to=11", "trade-curve", /buys [\d,]+ tokens on the way down/],
    ["with no condor opened", "#v1:february-2018;market.vix=35;path.spike.vix_to=60", "condor-days", /No condor is opened/],
    ["with calls that VIX does not reach", "#v1:february-2018;path.spike.vix_to=12", "call-layers", /give nothing back/],
    ["in backwardation", "#v1:february-2018;market.vix_curve.calm=40;market.vix=20", "calm-decay", /to the token/],
  ];
  for (const [what, address, name, said] of turns) {
    test(what, async () => {
      const { page, article, complaints, close } = await openArticle({ address });
      await article.at(figures.indexOf(name));
      assert.match(await article.heading(name), said);
      assert.doesNotMatch(await page.locator("ballast-article").innerText(), /\b(NaN|Infinity|undefined|null)\b|\[object/);
      assert.deepEqual(complaints, []);
      await close();
    });
  }

  test("every preset", async () => {
    for (const preset of ["calm-year", "exact-hedge"]) {
      const { page, article, complaints, close } = await openArticle({ address: `#v1:${preset}` });
      for (const index of [0, 1, 2, 3, 4]) await article.at(index);
      assert.doesNotMatch(await page.locator("ballast-article").innerText(), /\b(NaN|Infinity|undefined|null)\b|\[object/);
      assert.equal(await page.locator("ballast-article .problem").count(), 0, preset);
      assert.deepEqual(complaints, []);
      await close();
    }
  });
});

describe("for everyone", () => {
  for (const [width, theme] of [[390, "light"], [390, "dark"], [1280, "light"], [1280, "dark"]]) {
    test(`at ${width} pixels, ${theme}, axe finds nothing to mend`, async () => {
      const { page, article, complaints, close } = await openArticle({ width, theme });
      await article.readThrough();
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ target, failureSummary }) => `${target.flat().join(" ")} ${failureSummary}`).join("; ")}`), []);
      assert.deepEqual(complaints, []);
      await close();
    });
  }

  test("from 360 to 2560 pixels it needs no scrolling sideways", async () => {
    for (const width of [360, 768, 1024, 2560]) {
      const { page, article, close } = await openArticle({ width });
      for (const index of [0, 1, 2, 3, 4]) await article.at(index);
      const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      assert.ok(content <= window, `${content} pixels wide at ${width}`);
      await close();
    }
  });
});
