// What the page offers to put into a page of one's own works there, and so does what README.md says.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";

import { startBrowser } from "../browser/chromium.mjs";
import { openInstrument } from "../browser/instrument.mjs";
import { nodeModule } from "../parity/engines.mjs";
import { build, strict } from "./sites.mjs";

const text = (path) => readFileSync(new URL(path, import.meta.url), "utf8");

let ours;
let folder;
let theirs;
before(async () => {
  ours = await startBrowser();
  folder = build("plain", "snippet");
  theirs = await startBrowser(folder, { "Content-Security-Policy": strict });
});
after(async () => {
  await ours?.close();
  await theirs?.close();
});

/** A page of somebody else's with this in its body. */
function write(name, body) {
  writeFileSync(`${folder}/${name}`, `<!doctype html><html lang="en"><head><meta charset="utf-8" /><title>A page</title><link rel="icon" href="data:," /></head><body>${body}</body></html>`);
  return name;
}

async function openBuilder(address) {
  const opened = await openInstrument(ours, { address });
  await opened.page.locator("ballast-footer #embed summary").click();
  const builder = opened.page.locator("ballast-snippet");
  await builder.locator("#view").waitFor();
  await builder.locator("#folder").fill("ballast");
  await builder.locator("#folder").press("Enter");
  return { ...opened, builder, made: async () => [await builder.locator("#script").inputValue(), await builder.locator("#figure").inputValue()] };
}

describe("the snippet that the page makes", () => {
  test("shows the scenario on the table, with the fields that were ticked, and without JavaScript the core's numbers", async () => {
    const { page, builder, made, close } = await openBuilder("#v1:february-2018;path.spike.vix_to=45;name=A+%22%3Cb%3E%22+%26+more");
    await builder.locator("#view").selectOption("by-day");
    await builder.getByLabel("VIX rises to").check();
    const [script, figure] = await made();
    assert.match(script, /^<script type="module" src="ballast\/ballast-hedge\.js"><\/script>$/);
    // Markdown ends a block at an empty line, and takes what is set in for code.
    assert.doesNotMatch(figure, /\n\s*\n|\n\s/);
    const scenario = await page.evaluate(() => globalThis.ballast.scenario);
    const { report } = JSON.parse((await nodeModule())(JSON.stringify({ task: "evaluate", scenario })));
    await close();

    const address = write("made.html", script + figure);
    const opened = await theirs.open({ address });
    await opened.page.locator("ballast-hedge h3", { hasText: "By day 30" }).waitFor();
    assert.equal(await opened.page.locator("ballast-hedge ballast-number input[type=text]").inputValue(), "45");
    assert.equal(await opened.page.locator("ballast-hedge .which").innerText(), 'A "<b>" & more');
    assert.deepEqual(opened.complaints, []);
    await opened.close();

    const plain = await theirs.open({ address, javaScriptEnabled: false });
    assert.equal(await plain.page.locator("ballast-hedge > p").innerText(), report.summary);
    const row = await plain.page.locator("tr", { hasText: "Together" }).locator("td").allInnerTexts();
    const numbers = row.map((cell) => Number(cell.replace("\u2212", "-").replace(/[+,]/g, "")));
    const end = report.total.at(-1);
    assert.deepEqual(numbers, [report.spike.change.total, report.calm_month.total, end].map((value) => Math.round(value) + 0));
    await plain.close();
  });

  test("as a frame shows the same figure, at its height", async () => {
    const { builder, made, close } = await openBuilder("#v1:calm-year");
    await builder.locator("#kind").selectOption("frame");
    await builder.locator("#view").selectOption("vix");
    await builder.locator("#theme").selectOption("dark");
    const [script, figure] = await made();
    await close();
    assert.match(figure, /^<iframe src="ballast\/embed\.html\?preset=calm-year&#38;view=vix&#38;theme=dark" title="[^"]+"/);
    const { page, complaints, close: leave } = await theirs.open({ address: write("framed.html", script + figure) });
    await page.frameLocator("iframe").locator("svg[role=img]").waitFor();
    await page.waitForFunction(() => document.querySelector("iframe").clientHeight < 410);
    assert.deepEqual(complaints, []);
    await leave();
  });

  test("follows the scenario, and its preview shows it", async () => {
    const { instrument, builder, made, close } = await openBuilder("#v1:february-2018");
    assert.match((await made())[1], /<ballast-hedge preset="february-2018" view="by-spike">/);
    await instrument.number("/path/spike/vix_to").fill("55");
    await builder.locator("#figure").evaluate((area) => new Promise((done) => {
      const look = () => (/vix_to=55/.test(area.value) ? done() : setTimeout(look, 50));
      look();
    }));
    const preview = builder.frameLocator("iframe");
    await builder.locator("iframe").scrollIntoViewIfNeeded();
    await preview.locator("h3", { hasText: "the hedge pays" }).waitFor();
    await close();
  });

  test("for MkDocs and VitePress is what the sites of these tests are made with", async () => {
    const { builder, made, close } = await openBuilder("#v1:february-2018");
    await builder.locator("#site").selectOption("MkDocs Material");
    const [mkdocs] = await made();
    assert.ok(text("mkdocs/mkdocs.yml").includes(mkdocs.replace(/^#.*\n/, "")), mkdocs);
    await builder.locator("#site").selectOption("VitePress");
    const [vitepress] = await made();
    const config = text("vitepress/.vitepress/config.mjs");
    assert.ok(config.includes('isCustomElement: (tag) => tag === "ballast-hedge"') && vitepress.includes('isCustomElement: (tag) => tag === "ballast-hedge"'));
    assert.ok(config.includes('["script", { type: "module", src: "/hosted/anywhere/ballast/ballast-hedge.js" }]') && vitepress.includes('["script", { type: "module", src: "ballast/ballast-hedge.js" }]'));
    await close();
  });
});

describe("what README.md says", () => {
  const blocks = [...text("../../README.md").split("## Embed it")[1].split("\n## ")[0].matchAll(/```(\w+)\n([\s\S]*?)```/g)].map(([, kind, block]) => ({ kind, block }));

  test("works in a page", async () => {
    const html = blocks.filter(({ kind }) => kind === "html").map(({ block }) => block);
    assert.equal(html.length, 2);
    const { page, complaints, close } = await theirs.open({ address: write("readme.html", html.join("\n")) });
    await page.locator("ballast-hedge h3", { hasText: "By day 30" }).waitFor();
    await page.frameLocator("iframe").locator("h3", { hasText: "the hedge pays" }).waitFor();
    assert.deepEqual(complaints, []);
    await close();
  });

  test("is what the sites of these tests are made with", () => {
    const [yaml] = blocks.filter(({ kind }) => kind === "yaml");
    assert.ok(text("mkdocs/mkdocs.yml").includes(yaml.block));
    const [js] = blocks.filter(({ kind }) => kind === "js");
    for (const line of js.block.trim().split("\n")) {
      const part = /isCustomElement.*"ballast-hedge"|\["script".*?\]/.exec(line)[0].replace('"/ballast/', '"/hosted/anywhere/ballast/');
      assert.ok(text("vitepress/.vitepress/config.mjs").includes(part), part);
    }
  });
});
