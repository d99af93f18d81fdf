// <ballast-hedge> itself, in a plain page under the strict policy: what its attributes do, what it says, when it loads, from where.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";

import { serve } from "../../scripts/serve.mjs";
import { startBrowser } from "../browser/chromium.mjs";
import { nodeModule } from "../parity/engines.mjs";
import { build, strict } from "./sites.mjs";

const dist = new URL("../../web/dist", import.meta.url).pathname;
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let folder;
let browser;
let ask;
before(async () => {
  folder = build("plain", "widget");
  browser = await startBrowser(folder, { "Content-Security-Policy": strict });
  const run = await nodeModule();
  ask = (request) => JSON.parse(run(JSON.stringify(request)));
});
after(() => browser?.close());

/** Puts an element on the page, at its top, and returns where it is. */
async function put(page, attributes) {
  await page.evaluate((given) => {
    document.querySelector("#put")?.remove();
    const element = document.createElement("ballast-hedge");
    element.id = "put";
    for (const [name, value] of Object.entries(given)) element.setAttribute(name, value);
    element.heard = [];
    for (const name of ["ballast-change", "ballast-problem"]) element.addEventListener(name, ({ type, detail }) => element.heard.push({ type, detail }));
    document.body.prepend(element);
  }, attributes);
  return page.locator("#put");
}

/** Whether what the page put inside is shown. */
const slotted = (element) => element.evaluate((hedge) => [...hedge.shadowRoot.children].some(({ localName }) => localName === "slot"));

const heard = (element, type) => element.evaluate((put, type) => put.heard.filter((each) => each.type === type).map(({ detail }) => detail), type);

describe("importing the script", () => {
  test("where there is no browser does nothing and does not throw", () => {
    const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", `await import("${dist}/ballast-hedge.js")`], { encoding: "utf8" });
    assert.equal(stderr, "");
    assert.equal(status, 0);
  });

  test("twice, by two addresses, defines the element once", async () => {
    const { page, complaints, close } = await browser.open();
    await page.locator("#day h3", { hasText: "By day 30" }).waitFor();
    await page.evaluate(() => {
      const script = Object.assign(document.createElement("script"), { type: "module", src: "ballast/ballast-hedge.js?again" });
      return new Promise((loaded) => {
        script.onload = loaded;
        document.head.append(script);
      });
    });
    assert.deepEqual(complaints, []);
    await close();
  });
});

describe("the scenario", () => {
  const scenario = { name: "Of my own", pool: { value: 70000 }, path: { spike: { vix_to: 50 } }, book: [{ kind: "vix_calls" }] };

  test("is given as JSON, as the fragment of an address, as a file or by a preset, and answered as the core answers it", async () => {
    const { page, complaints, close } = await browser.open();
    const preset = ask({ task: "presets" }).report.find(({ id }) => id === "calm-year");
    const file = JSON.parse(readFileSync(new URL("plain/scenario.json", import.meta.url), "utf8"));
    const cases = [
      [{ scenario: JSON.stringify(scenario) }, scenario],
      [{ scenario: "#v1:;pool.value=70000;name=Short" }, { pool: { value: 70000 }, name: "Short" }],
      [{ src: "scenario.json" }, file],
      [{ preset: "calm-year" }, preset.scenario],
      [{}, ask({ task: "presets" }).report[0].scenario],
      // The most particular one holds.
      [{ scenario: JSON.stringify(scenario), src: "scenario.json", preset: "calm-year" }, scenario],
    ];
    for (const [attributes, expected] of cases) {
      const element = await put(page, { ...attributes, view: "summary" });
      const { summary } = ask({ task: "evaluate", scenario: expected }).report;
      await element.locator(".summary", { hasText: summary }).waitFor();
      const [change] = await heard(element, "ballast-change");
      assert.deepEqual(change.scenario, expected);
      assert.equal(change.report.summary, summary);
    }
    assert.deepEqual(complaints, []);
    await close();
  });

  test("that has problems says them, tells them, and what the page put there stays", async () => {
    const { page, close } = await browser.open();
    const cases = [
      [{ preset: "no-such" }, /there is no preset "no-such"; there are february-2018/],
      [{ scenario: '{"pool": ' }, /was not opened/],
      [{ scenario: "v1:february-2018;nonsense" }, /is not a change/],
      [{ scenario: '{"market": {"vix": -1}, "pol": {}}' }, /\/market\/vix.*\/pol/s],
      [{ src: "missing.json" }, /404/],
      [{ view: "by-moon" }, /there is no view "by-moon"; there are summary/],
      [{ controls: "/pool/vlaue" }, /\/pool\/vlaue.*no field/s],
    ];
    for (const [attributes, said] of cases) {
      const element = await put(page, attributes);
      await element.locator("[role=alert]").waitFor();
      assert.match(await element.locator("[role=alert]").innerText(), said);
      const [told] = await heard(element, "ballast-problem");
      assert.match(told.problems.map(({ pointer, message }) => `${pointer} ${message}`).join(" "), said);
    }
    const element = await put(page, { preset: "no-such" });
    await element.evaluate((put) => put.append("The host's own words"));
    await element.locator("[role=alert]").waitFor();
    assert.ok(await slotted(element));
    await close();
  });

  test("changes with the attribute, with the property and by hand; each answer is told once", async () => {
    const { page, complaints, close } = await browser.open();
    const element = await put(page, { preset: "february-2018", view: "summary", controls: "/path/spike/vix_to" });
    await element.locator(".summary", { hasText: "17.3 to 37.3" }).waitFor();
    await element.evaluate((put) => put.setAttribute("preset", "calm-year"));
    await element.locator(".summary", { hasText: "calm" }).waitFor();
    await element.evaluate((put, scenario) => (put.scenario = scenario), scenario);
    await element.locator(".summary", { hasText: "to 50.0" }).waitFor();
    await element.locator("input[type=text]").fill("61");
    await element.locator(".summary", { hasText: "to 61.0" }).waitFor();
    const told = await heard(element, "ballast-change");
    assert.deepEqual(told.map(({ scenario }) => scenario.path?.spike?.vix_to).slice(-2), [50, 61]);
    assert.equal(new Set(told.map((each) => JSON.stringify(each.scenario))).size, told.length);
    assert.equal(await element.evaluate((put) => put.answer.scenario.path.spike.vix_to), 61);
    assert.match(await element.locator("footer a").getAttribute("href"), /\/ballast\/index\.html#v1:;.*vix_to%22%3A61/);
    assert.deepEqual(complaints, []);
    await close();
  });
});

describe("the view", () => {
  test("is any one of those that it lists, or several, or the whole calculator", async () => {
    const { page, complaints, close } = await browser.open();
    const refused = await put(page, { view: "?" });
    const list = /there are (.*)/.exec(await refused.locator("[role=alert]").innerText())[1].split(", ");
    assert.ok(list.length > 15 && list.includes("by-day") && list.includes("instrument"), list.join());
    for (const view of [...list, "summary amounts"]) {
      const element = await put(page, { preset: "february-2018", view });
      await element.locator("footer").waitFor();
      const shown = element.locator(".frame > div:not(.fields)");
      assert.equal(await shown.count(), view.split(" ").length, view);
      for (const each of await shown.all()) await each.locator("svg[role=img], table, summary, dl, p").first().waitFor();
      assert.equal(await element.locator("[role=alert]").count(), 0, view);
      assert.ok(await element.locator("ballast-embedded").evaluate((inside) => inside.scrollWidth <= inside.clientWidth), `${view} is wider than its column`);
    }
    assert.deepEqual(complaints, []);
    await close();
  });

  test("of the calculator has the form, every result, and edits", async () => {
    const { page, complaints, close } = await browser.open();
    const element = await put(page, { preset: "february-2018", view: "instrument" });
    await element.locator("ballast-what-if .summary", { hasText: "to 37.3" }).waitFor();
    // In a column narrower than the page's own width the parts stand below each other, without a gap.
    const [sentence, amounts] = [await element.locator("ballast-what-if .summary").boundingBox(), await element.locator("ballast-what-if .amounts").boundingBox()];
    const gap = amounts.y - sentence.y - sentence.height;
    assert.ok(gap >= 0 && gap < 160, `${gap} pixels`);
    await element.locator('ballast-number[pointer="/path/spike/vix_to"] input[type=text]').fill("52");
    await element.locator("ballast-what-if .summary", { hasText: "to 52.0" }).waitFor();
    await element.getByRole("button", { name: "Capital", exact: true }).click();
    await element.locator("ballast-capital h2").first().waitFor();
    assert.deepEqual(complaints, []);
    await close();
  });

  test("the spike moves with a drag across its curve", async () => {
    const { page, close } = await browser.open();
    const element = await put(page, { preset: "february-2018", view: "summary by-spike" });
    await element.locator("svg[role=img]").waitFor();
    const box = await element.locator(".canvas").boundingBox();
    await page.mouse.move(box.x + box.width / 2, box.y + 100);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2 + 60, box.y + 100);
    await page.mouse.up();
    await element.locator(".summary", { hasText: /to (4\d|5\d|6\d)\.[05]/ }).waitFor();
    await close();
  });
});

describe("a word of the field", () => {
  const entry = (element) => element.locator("dialog[open]");
  /** What the entry says is at work here, and which of it are links. */
  const atWork = async (element) => {
    const list = entry(element).getByRole("list", { name: "At work here" });
    return { said: await list.getByRole("listitem").allInnerTexts(), links: await list.getByRole("button").allInnerTexts() };
  };
  const open = async (element, term) => {
    await element.locator(`ballast-term[of="${term}"] .word`).first().click();
    await entry(element).waitFor();
  };

  test("opens its meaning where it stands, and offers no way to fields and views that are not there", async () => {
    const { page, complaints, close } = await browser.open();
    const element = await put(page, { preset: "february-2018", view: "by-day quick-ratio" });
    await element.locator("svg[role=img]").first().waitFor();
    await open(element, "benchmark");
    assert.match(await entry(element).innerText(), /^Benchmark.*profit = V \+ fees/s);
    assert.deepEqual(await atWork(element), { said: ["Measured against"], links: [] });
    await entry(element).getByRole("button", { name: "Impermanent loss" }).click();
    assert.match(await entry(element).innerText(), /^Impermanent loss/);
    assert.deepEqual((await atWork(element)).links, []);
    await page.keyboard.press("Escape");
    assert.equal(await entry(element).count(), 0);
    assert.deepEqual(complaints, []);
    await close();
  });

  test("leads to the field and to the result that stand in the same element", async () => {
    const { page, complaints, close } = await browser.open();
    const element = await put(page, { preset: "february-2018", view: "by-day quick-ratio capital", controls: "/pool/benchmark" });
    await element.locator("svg[role=img]").first().waitFor();
    await open(element, "benchmark");
    assert.deepEqual((await atWork(element)).links, ["Measured against"]);
    await entry(element).getByRole("button", { name: "Measured against" }).click();
    assert.equal(await element.locator('[pointer="/pool/benchmark"]').evaluate((field) => field.shadowRoot.activeElement?.localName), "input");
    await open(element, "quick-ratio");
    // The result is there, a field for the cash is not.
    assert.deepEqual(await atWork(element), { said: ["Quick ratio by day", "Cash beside the pool"], links: ["Quick ratio by day"] });
    await entry(element).getByRole("button", { name: "Quick ratio by day" }).click();
    await page.waitForFunction((capital) => capital.getBoundingClientRect().top < innerHeight, await element.locator("ballast-capital").elementHandle());
    assert.deepEqual(complaints, []);
    await close();
  });

  test("leads within the calculator from one result to another", async () => {
    const { page, complaints, close } = await browser.open();
    const element = await put(page, { preset: "february-2018", view: "by-day instrument" });
    await element.locator("ballast-what-if .summary").waitFor();
    await open(element, "benchmark");
    await entry(element).getByRole("button", { name: "Impermanent loss" }).click();
    await entry(element).getByRole("button", { name: "Loss versus rebalancing" }).click();
    assert.deepEqual((await atWork(element)).links.length, (await atWork(element)).said.length);
    await page.keyboard.press("Escape");
    await element.getByRole("button", { name: "Capital", exact: true }).click();
    await element.locator("ballast-capital .lead").waitFor();
    await open(element, "benchmark");
    await entry(element).getByRole("button", { name: "Impermanent loss" }).click();
    await entry(element).getByRole("button", { name: "Impermanent loss by day" }).click();
    await element.locator("ballast-what-if .summary").waitFor();
    assert.deepEqual(complaints, []);
    await close();
  });
});

describe("loading", () => {
  test("waits until an element comes into sight, and what the page put there stands until then", async () => {
    const { page, complaints, close } = await browser.open();
    const asked = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.locator("#day svg[role=img]").waitFor();
    assert.ok(await slotted(page.locator("#far")));
    assert.ok(!asked.some((url) => /ballast-path/.test(url)));
    await page.locator("#far").scrollIntoViewIfNeeded();
    await page.locator("#far svg[role=img]").waitFor();
    assert.ok(asked.some((url) => /ballast-path/.test(url)));
    assert.ok(!(await slotted(page.locator("#far"))));
    assert.deepEqual(complaints, []);
    await close();
  });

  test("a page without an element in sight fetches the one small script and no more", async () => {
    const { page, complaints, close } = await browser.open({ address: "without.html" });
    await page.waitForTimeout(500);
    const fetched = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname.split("/").at(-1)));
    assert.deepEqual(fetched.filter((name) => name.endsWith("js") || name.endsWith("wasm")), ["ballast-hedge.js"]);
    assert.ok(readFileSync(`${dist}/ballast-hedge.js`).length < 8192);
    assert.deepEqual(complaints, []);
    await close();
  });

  test("an element may be taken out and put in elsewhere", async () => {
    const { page, complaints, close } = await browser.open();
    const element = await put(page, { preset: "february-2018", view: "by-day" });
    await element.locator("svg[role=img]").waitFor();
    await element.evaluate((put) => {
      put.remove();
      document.querySelector("h1").after(put);
    });
    await page.setViewportSize({ width: 700, height: 900 });
    await page.waitForFunction(() => {
      const figure = document.querySelector("#put").shadowRoot.querySelector("ballast-embedded").shadowRoot.querySelector("ballast-by-day").shadowRoot;
      return Math.abs(figure.querySelector("svg").getBoundingClientRect().width - figure.querySelector(".canvas").clientWidth) < 2;
    });
    assert.deepEqual(complaints, []);
    await close();
  });
});

describe("without a network", () => {
  test("what was shown goes on: fields, words, and results that were not opened yet", async () => {
    const { page, complaints, close } = await browser.open();
    // All of it comes once it is shown, the module that knows every task last.
    const whole = page.waitForEvent("requestfinished", (request) => /\/ballast-(?!what-if)[^/]*\.wasm$/.test(request.url()));
    const element = await put(page, { preset: "february-2018", view: "instrument" });
    await element.locator("ballast-what-if .summary", { hasText: "to 37.3" }).waitFor();
    await whole;
    await page.context().setOffline(true);
    await element.locator('ballast-number[pointer="/path/spike/vix_to"] input[type=text]').fill("52");
    await element.locator("ballast-what-if .summary", { hasText: "to 52.0" }).waitFor();
    await element.locator("ballast-by-day ballast-term .word").first().click();
    await element.locator("dialog[open]").waitFor();
    await page.keyboard.press("Escape");
    const shown = { Surface: "ballast-heat-map svg", Simulation: "ballast-profit-histogram svg", Sizing: "ballast-frontier svg", Capital: "ballast-capital .lead", History: "ballast-replay-table table", Signals: "ballast-signals button" };
    for (const [name, what] of Object.entries(shown)) {
      await element.getByRole("navigation").getByRole("button", { name, exact: true }).click();
      await element.locator(what).first().waitFor();
    }
    assert.deepEqual(complaints, []);
    await close();
  });
});

describe("several elements on a page", () => {
  const paths = '[pointer="/simulation/paths"] input[type=text]';

  /** Puts a simulation below those that are there. */
  const add = (page, id) =>
    page.evaluate((id) => {
      const element = Object.assign(document.createElement("ballast-hedge"), { id, preset: "february-2018", view: "simulation" });
      document.querySelector("h1").before(element);
      element.scrollIntoView();
    }, id);

  test("share one engine, and each has settings of its own, also after a reload", async () => {
    const { page, complaints, close } = await browser.open();
    await add(page, "one");
    await add(page, "two");
    const standard = await page.locator(`#two ${paths}`).inputValue();
    await page.locator(`#one ${paths}`).fill("300");
    await page.locator("#one .state", { hasText: "All 300 paths" }).waitFor();
    assert.equal(await page.locator(`#two ${paths}`).inputValue(), standard);
    await add(page, "three");
    assert.equal(await page.locator(`#three ${paths}`).inputValue(), standard);
    const engines = await page.evaluate(() => performance.getEntriesByType("resource").filter(({ name }) => /what-if\.worker/.test(name)).length);
    assert.equal(engines, 1);
    // A reload breaks off what is being loaded.
    assert.deepEqual(complaints, []);
    await page.reload();
    await add(page, "one");
    assert.equal(await page.locator(`#one ${paths}`).inputValue(), standard);
    await close();
  });
});

describe("from another origin", () => {
  const anyone = { "Access-Control-Allow-Origin": "*" };
  // Browsers hold what a worker imports to worker-src, too.
  const policy = (origin, workers) => `default-src 'self' ${origin}; script-src 'self' ${origin} 'wasm-unsafe-eval'; worker-src ${workers(origin)}; style-src 'self'; img-src 'self' data:`;

  for (const [workers, where] of [[(origin) => `blob: ${origin}`, "in a worker where the policy lets it"], [() => "'self'", "in the page's own thread where it does not"]]) {
    test(`it answers ${where}`, async () => {
      const elsewhere = await serve(dist, 0, "/", anyone);
      const { origin } = new URL(elsewhere.address);
      const site = await startBrowser(folder, { "Content-Security-Policy": policy(origin, workers) });
      const fresh = await site.open({ address: `foreign.html?${elsewhere.address}` });
      await fresh.page.locator("#day h3", { hasText: "By day 30" }).waitFor();
      const allowed = workers(origin) !== "'self'";
      assert.equal(fresh.page.workers().length, allowed ? 1 : 0);
      const others = fresh.complaints.filter((each) => !each.startsWith("asks another host: " + origin));
      if (allowed) assert.deepEqual(others, []);
      else for (const each of others) assert.match(each, /worker/i);
      await fresh.close();
      await site.close();
      elsewhere.close();
    });
  }
});

describe("the look", () => {
  test("is set from outside by custom properties, for all elements or for one, and by theme", async () => {
    const { page, close } = await browser.open();
    const element = await put(page, { preset: "february-2018", view: "summary" });
    await element.locator("footer a").waitFor();
    const accent = () => element.locator("footer a").evaluate((link) => getComputedStyle(link).color);
    const paper = () => element.locator("ballast-embedded").evaluate((inside) => getComputedStyle(inside).backgroundColor);
    const first = await accent();
    await page.evaluate(() => document.documentElement.style.setProperty("--ballast-accent", "rgb(1, 2, 3)"));
    assert.equal(await accent(), "rgb(1, 2, 3)");
    await element.evaluate((put) => put.style.setProperty("--accent", "rgb(4, 5, 6)"));
    assert.equal(await accent(), "rgb(4, 5, 6)");
    assert.notEqual(first, "rgb(4, 5, 6)");
    // A name of the page's own that happens to be the same is not meant.
    await element.evaluate((put) => put.removeAttribute("style"));
    await page.evaluate(() => (document.documentElement.style.cssText = "--accent: rgb(7, 8, 9); --paper: rgb(7, 8, 9)"));
    assert.equal(await accent(), first);
    const light = await paper();
    await element.evaluate((put) => put.setAttribute("theme", "dark"));
    assert.notEqual(await paper(), light);
    await close();
  });

  test("is dark with the page, also what is painted", async () => {
    const { page, close } = await browser.open();
    const element = await put(page, { preset: "february-2018", view: "surface" });
    await element.locator("ballast-heat-map svg").waitFor();
    // Day 0, on which nothing has happened: the colour of no profit and no loss.
    const painted = () => element.locator("ballast-heat-map .map canvas").evaluate((canvas) => [...canvas.getContext("2d").getImageData(4, 40, 1, 1).data]);
    const light = await painted();
    assert.ok(light[0] + light[1] + light[2] > 600, light.join());
    await page.evaluate(() => (document.documentElement.style.colorScheme = "dark"));
    await page.waitForTimeout(200);
    const dark = await painted();
    assert.ok(dark[0] + dark[1] + dark[2] < 200, dark.join());
    await close();
  });

  test("does not depend on what the site calls 1rem", async () => {
    const { page, close } = await browser.open();
    const element = await put(page, { preset: "february-2018", view: "by-day" });
    const size = () => element.locator("h3").evaluate((heading) => getComputedStyle(heading).fontSize);
    await element.locator("h3").waitFor();
    const before = await size();
    await page.evaluate(() => (document.documentElement.style.fontSize = "10px"));
    assert.equal(await size(), before);
    await page.evaluate(() => document.documentElement.style.setProperty("--ballast-rem", "20px"));
    assert.equal(await size(), `${(parseFloat(before) * 20) / 16}px`);
    await close();
  });

  test("axe finds nothing to mend, light or dark, wide or narrow, and nothing is wider than the page", async () => {
    for (const [width, theme] of [[1280, "light"], [390, "dark"]]) {
      const { page, close } = await browser.open({ width });
      await page.evaluate((theme) => (document.documentElement.style.colorScheme = theme), theme);
      await page.evaluate(() => Object.assign(document.documentElement.style, { background: "light-dark(white, black)", color: "light-dark(black, white)" }));
      for (const attributes of [{ view: "summary amounts by-day by-spike pool legs", controls: "/path/spike/vix_to /pool/value /pool/benchmark" }, { view: "instrument" }, { preset: "no-such" }]) {
        const element = await put(page, attributes);
        await element.locator("footer").waitFor();
        await page.waitForTimeout(300);
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => globalThis.axe.run("#put", { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }));
        assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].target.flat().join(" ")} ${nodes[0].failureSummary}`), [], JSON.stringify(attributes));
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${JSON.stringify(attributes)} at ${width}`);
      }
      await close();
    }
  });
});
