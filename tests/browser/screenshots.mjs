// Pictures of the built page, the same on every machine: node tests/browser/screenshots.mjs [FOLDER [ADDRESS]], build/screenshots by
// default. Every view at two widths, light and dark; with ADDRESS (a query, a fragment) of what that opens alone.
import { mkdirSync } from "node:fs";

import { startBrowser } from "./chromium.mjs";

const [folder = new URL("../../build/screenshots", import.meta.url).pathname, address = ""] = process.argv.slice(2);

const sizes = [{ width: 1280, height: 900 }, { width: 390, height: 844 }];
const themes = ["light", "dark"];

/** What is not just a view of the first preset. */
const more = [
  { name: "calm-year", address: "?view=what-if#v1:calm-year" },
  { name: "problems", address: "?view=what-if#v1:february-2018;path.spike.day=40;market.vix=-3" },
];

const chapters = ["spike", "calm", "condor", "calls", "strip", "sizing"];

/** Every view that the page offers. */
async function views(browser) {
  const { page, close } = await browser.open();
  await page.locator("ballast-views a").first().waitFor();
  const ids = await page.locator("ballast-views a").evaluateAll((all) => all.map(({ dataset }) => dataset.view));
  await close();
  return ids.map((id) => ({ name: id, address: `?view=${id}` }));
}

async function picture(browser, { name, address }, theme, size) {
  const { page, close } = await browser.open({ ...size, theme, address });
  await page.waitForFunction(() => document.querySelector("ballast-page")?.settled, undefined, { timeout: 120_000 });
  await page.waitForTimeout(600);
  const path = `${folder}/${name}-${size.width}-${theme}.png`;
  await page.screenshot({ path, animations: "disabled" });
  console.log(path);
  await close();
}

/** The article, chapter by chapter. */
async function article(browser, theme, size) {
  const { page, close } = await browser.open({ ...size, theme, address: "?view=article" });
  for (const chapter of chapters) {
    const element = page.locator(`ballast-${chapter}-chapter`);
    await element.locator("h2").waitFor();
    await element.evaluate((at) => at.scrollIntoView({ block: "start" }));
    await element.locator("svg[role=img]").first().waitFor({ timeout: 60_000 });
    await page.waitForFunction(() => document.querySelector("ballast-page").settled, undefined, { timeout: 60_000 });
    await page.waitForTimeout(300);
    const path = `${folder}/article-${chapter}-${size.width}-${theme}.png`;
    await page.screenshot({ path, animations: "disabled" });
    console.log(path);
  }
  await close();
}

mkdirSync(folder, { recursive: true });
const browser = await startBrowser();
try {
  const wanted = address === "" ? [...(await views(browser)), ...more] : [{ name: "address", address }];
  for (const each of wanted) for (const theme of themes) for (const size of sizes) await picture(browser, each, theme, size);
  if (address === "") for (const theme of themes) for (const size of sizes) await article(browser, theme, size);
} finally {
  await browser.close();
}
