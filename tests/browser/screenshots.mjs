// Pictures of the built page, the same on every machine: node tests/browser/screenshots.mjs [FOLDER], build/screenshots by default.
import { mkdirSync } from "node:fs";

import { startBrowser } from "./chromium.mjs";
import { openInstrument } from "./instrument.mjs";

const folder = process.argv[2] ?? new URL("../../build/screenshots", import.meta.url).pathname;

const pictures = [
  { name: "february-2018", width: 1280, height: 900, theme: "light" },
  { name: "february-2018-dark", width: 1280, height: 900, theme: "dark" },
  { name: "calm-year", width: 1280, height: 900, theme: "light", address: "#v1:calm-year" },
  { name: "phone", width: 390, height: 844, theme: "light" },
  { name: "phone-dark", width: 390, height: 844, theme: "dark" },
  { name: "problems", width: 1280, height: 900, theme: "light", address: "#v1:february-2018;path.spike.day=40;market.vix=-3" },
];

mkdirSync(folder, { recursive: true });
const browser = await startBrowser();
for (const { name, ...as } of pictures) {
  const { page, instrument, close } = await openInstrument(browser, as);
  await instrument.settled();
  await page.waitForTimeout(300);
  await page.screenshot({ path: `${folder}/${name}.png`, animations: "disabled" });
  console.log(`${folder}/${name}.png`);
  await close();
}
// The article, chapter by chapter.
for (const { width, height, theme, suffix } of [{ width: 1280, height: 760, theme: "light", suffix: "" }, { width: 390, height: 844, theme: "dark", suffix: "-phone-dark" }]) {
  const { page, close } = await browser.open({ width, height, theme, address: "?view=article" });
  for (const chapter of ["spike", "calm", "condor", "calls", "strip", "sizing"]) {
    const element = page.locator(`ballast-${chapter}-chapter`);
    await element.locator("h2").waitFor();
    await element.evaluate((at) => at.scrollIntoView({ block: "start" }));
    await element.locator("svg[role=img]").first().waitFor({ timeout: 60_000 });
    await page.waitForFunction(() => document.querySelector("ballast-page").settled, undefined, { timeout: 60_000 });
    await page.waitForTimeout(300);
    await page.screenshot({ path: `${folder}/article-${chapter}${suffix}.png`, animations: "disabled" });
    console.log(`${folder}/article-${chapter}${suffix}.png`);
  }
  await close();
}
await browser.close();
