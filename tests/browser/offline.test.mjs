// After a first visit the page needs no network: it goes on, and it opens.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { after, before, describe, test } from "node:test";

import { startBrowser } from "./chromium.mjs";
import { openInstrument } from "./instrument.mjs";

const dist = new URL("../../web/dist", import.meta.url).pathname;

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser?.close());

/** Waits until the page has taken everything in. */
const taken = (page) => page.evaluate(async () => {
  await navigator.serviceWorker.ready;
  while (!navigator.serviceWorker.controller) await new Promise((wait) => setTimeout(wait, 20));
});

describe("without a network", () => {
  test("the page of a first visit goes on: views that were not seen yet, edits, and a reload", async () => {
    const { page, instrument, complaints, close } = await openInstrument(browser, { keeps: true });
    await taken(page);
    await page.context().setOffline(true);
    const views = await page.locator("ballast-views a").evaluateAll((all) => all.map(({ dataset }) => dataset.view));
    for (const view of views) {
      await page.locator(`ballast-views a[data-view="${view}"]`).click();
      await instrument.settled();
    }
    await page.locator("ballast-footer #licences > summary").click();
    await page.locator("ballast-footer #licences li", { hasText: "lit" }).first().waitFor();
    await page.locator('ballast-views a[data-view="what-if"]').click();
    const earlier = await instrument.sentence();
    await instrument.number("/path/spike/vix_to").fill("52");
    await instrument.settled();
    const edited = await instrument.sentence();
    assert.notEqual(edited, earlier);
    await page.reload();
    await page.locator("ballast-what-if .summary", { hasText: "52" }).waitFor();
    await instrument.settled();
    assert.equal(await instrument.sentence(), edited);
    await page.goto(new URL("?view=capital#v1:calm-year", page.url()).href);
    await page.locator("ballast-capital .lead").waitFor();
    assert.deepEqual(complaints, []);
    await close();
  });

  test("the frame that shows a figure in other pages opens, is answered and leads on", async () => {
    const { page, complaints, close } = await openInstrument(browser, { keeps: true });
    await taken(page);
    await page.context().setOffline(true);
    await page.goto(new URL("embed.html?preset=february-2018&view=summary+by-spike+capital&controls=/path/spike/vix_to", page.url()).href);
    await page.locator("ballast-by-spike svg[role=img]").waitFor();
    await page.locator("ballast-capital .lead").waitFor();
    await page.locator("ballast-controls input[type=text]").fill("52");
    await page.locator(".summary", { hasText: "to 52.0" }).waitFor();
    await page.locator("ballast-by-spike ballast-term .word").first().click();
    await page.locator("dialog[open]").waitFor();
    assert.deepEqual(complaints, []);
    await close();
  });

  test("every file of the build is kept, and nothing else", async () => {
    const text = readFileSync(`${dist}/offline.js`, "utf8");
    const files = JSON.parse(/const files = (.*);/.exec(text)[1]).map(({ name }) => name);
    const lies = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((each) => each.isFile()).map((each) => `${each.parentPath}/${each.name}`.slice(dist.length + 1));
    assert.deepEqual(files.sort(), lies.filter((name) => name !== "offline.js").sort());
  });
});

describe("a new version", () => {
  test("takes over at the next visit, whole, and not under an open page", async () => {
    const folder = mkdtempSync(`${tmpdir()}/ballast-offline-`);
    cpSync(dist, folder, { recursive: true });
    const own = await startBrowser(folder);
    const { page, instrument, close } = await openInstrument(own, { keeps: true });
    await taken(page);
    // The same build, but for what its page and its script are called by.
    const { title } = release(folder);
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update();
      while (!registration.waiting) await new Promise((wait) => setTimeout(wait, 20));
    });
    await page.reload();
    await instrument.settled();
    assert.notEqual(await page.title(), title, "the page that was open stays of one piece");
    const caches = () => page.evaluate(async () => (await globalThis.caches.keys()).length);
    assert.equal(await caches(), 2);
    // The visit ends, and another begins.
    await page.goto("about:blank");
    await page.waitForTimeout(300);
    await page.goto(own.address);
    await page.waitForFunction((title) => document.title === title, title);
    await instrument.settled();
    assert.equal(await caches(), 1);
    await close();
    await own.close();
    rmSync(folder, { recursive: true });
  });
});

/** Puts another version of the build into its folder. */
function release(folder) {
  const title = "Another version";
  const page = readFileSync(`${folder}/index.html`, "utf8").replace(/<title>.*<\/title>/, `<title>${title}</title>`);
  writeFileSync(`${folder}/index.html`, page);
  const worker = readFileSync(`${folder}/offline.js`, "utf8");
  const hash = `sha256-${createHash("sha256").update(page).digest("base64")}`;
  writeFileSync(`${folder}/offline.js`, worker.replace(/const build = "\w+"/, 'const build = "another"').replace(/("name":"index.html","integrity":)"[^"]*"/, `$1"${hash}"`));
  return { title };
}
