// Builds the page, runs it in Chromium or in Node and prints the table. Called by scripts/bench with where to run it, the build folder
// and the operation counts.
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { build } from "esbuild";
import { chromium } from "playwright-core";

const [where, folder, ...counts] = process.argv.slice(2);
const operations = Object.fromEntries(counts.map((c) => c.match(/-D(\w+)_OPERATIONS=(.*)/).slice(1)));
await build({
  entryPoints: [new URL("page.js", import.meta.url).pathname], bundle: true, format: "esm", target: "es2022", outfile: `${folder}/page.js`,
  alias: { "ballast-bench": `${folder}/bench.mjs` }, external: ["module", "node:*", "fs", "path", "url"], logLevel: "error", supported: { "top-level-await": true },
});
const rounds = 31;
const { worst, rows } = where === "node" ? await inNode() : await inChromium();

async function inNode() {
  await import(`${folder}/page.js`);
  return { worst: globalThis.check(), rows: globalThis.runRounds(rounds) };
}

async function inChromium() {
  const page = '<!doctype html><script type="module" src="page.js"></script>';
  const server = createServer((request, response) => {
    const script = request.url.endsWith(".js");
    response.writeHead(200, { "Content-Type": script ? "text/javascript" : "text/html" });
    response.end(script ? readFileSync(`${folder}/page.js`) : page);
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));

  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
  const tab = await browser.newPage();
  tab.on("pageerror", (error) => console.error(error));
  await tab.goto(`http://127.0.0.1:${server.address().port}/`);
  await tab.waitForFunction(() => globalThis.runRounds, null, { timeout: 60000 });
  const worst = await tab.evaluate(() => globalThis.check());
  const rows = await tab.evaluate((n) => globalThis.runRounds(n), rounds);
  await browser.close();
  server.close();
  return { worst, rows };
}

const peak = rows[0].rate;
const legs = 12 * 200 * 200;
console.log(`${where === "node" ? "Node" : "Chromium"}, medians of ${rounds} interleaved rounds; peak of mul + add in simd128: ${(peak / 1e9).toFixed(1)} GFLOP/s; x: how many times ballast is as fast`);
console.log(
  `(plain JavaScript differs from ballast by ${worst.price.toExponential(0)} in prices of 100, ${worst.implied.toExponential(0)} in volatilities, ` +
    `${Math.max(worst.surface, worst.flatSurface).toExponential(0)} of a surface, scalar C++ by ${worst.scalarSurface.toExponential(0)} of one, ${(100 * worst.paths).toFixed(1)} % of a mean over 8192 paths of its own draws)`,
);
const counted = {
  "price: ballast": operations.PRICE,
  "greeks: ballast (7)": operations.GREEK,
  "implied: ballast": operations.IMPLIED,
  "path-days: ballast": operations.PATH_DAY,
  "legs: ballast": operations.SURFACE / legs,
  "flat legs: ballast": operations.FLAT_SURFACE / legs,
};
for (const { name, rate, ratio } of rows.slice(1)) {
  const share = counted[name] ? `   ${((100 * counted[name] * rate) / peak).toFixed(1)} % of peak` : "";
  console.log(`${name.padEnd(34)} ${(rate / 1e6).toFixed(2).padStart(9)} M/s ${ratio.toFixed(2).padStart(8)} x${share}`);
}
console.log(`a surface of 200 x 200 points is ${legs} leg valuations: ${((1e3 * legs) / rows.find(({ name }) => name === "legs: ballast").rate).toFixed(1)} ms`);
