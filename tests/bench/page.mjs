// How long a person waits for the built page in Chromium: for the first answer of a first visit on a slow telephone, and for the picture
// while a slider moves. Called by scripts/bench; the page must have been built.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createSecureServer } from "node:http2";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { brotliCompressSync } from "node:zlib";

import { chromium } from "playwright-core";

const dist = new URL("../../web/dist", import.meta.url).pathname;
const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".svg": "image/svg+xml" };

/** What Chromium's own tools call "fast 3G" (tenths lost to overhead taken off), by four times slower a processor. */
const slow = { latency: 562, bytesPerSecond: (1.6e6 / 8) * 0.9, processor: 4 };

/** A line with this latency and speed, shared by all that comes over it: the browser's own throttling leaves workers out. */
class Line {
  #free = 0;
  constructor({ latency = 0, bytesPerSecond = Infinity }) {
    Object.assign(this, { latency, bytesPerSecond });
  }
  async send(response, bytes) {
    await wait(this.latency);
    for (let at = 0; at < bytes.length; at += 4096) {
      const part = bytes.subarray(at, at + 4096);
      this.#free = Math.max(this.#free, performance.now()) + (1000 * part.length) / this.bytesPerSecond;
      await wait(this.#free - performance.now());
      response.write(part);
    }
    response.end();
  }
}
const wait = (ms) => new Promise((resolve) => (ms > 0 ? setTimeout(resolve, ms) : resolve()));

const packed = new Map();
function packedFile(name) {
  if (!packed.has(name)) packed.set(name, brotliCompressSync(readFileSync(join(dist, name))));
  return packed.get(name);
}

/** For an hour and this machine: browsers speak HTTP/2, as any host of a page does, only where it is encrypted. */
function certificate() {
  const folder = mkdtempSync(join(tmpdir(), "ballast-bench-"));
  const [key, cert] = [join(folder, "key"), join(folder, "cert")];
  execFileSync("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=localhost", "-keyout", key, "-out", cert], { stdio: "ignore" });
  const made = { key: readFileSync(key), cert: readFileSync(cert) };
  rmSync(folder, { recursive: true });
  return made;
}
const identity = certificate();

async function serve(line) {
  const sessions = new Set();
  const server = createSecureServer(identity, (request, response) => {
    const name = new URL(request.url, "http://localhost").pathname.replace(/\/$/, "/index.html");
    try {
      const bytes = packedFile(name);
      response.on("error", () => {});
      response.writeHead(200, { "Content-Type": types[extname(name)] ?? "application/octet-stream", "Content-Encoding": "br", "Cache-Control": "max-age=3600" });
      line.send(response, bytes);
    } catch {
      response.writeHead(404).end();
    }
  }).listen(0, "127.0.0.1");
  server.on("session", (session) => sessions.add(session));
  await new Promise((resolve) => server.once("listening", resolve));
  return { address: `https://localhost:${server.address().port}/`, close: () => (sessions.forEach((session) => session.destroy()), server.close()) };
}

const sorted = (values) => values.toSorted((a, b) => a - b);
const at = (share, values) => sorted(values)[Math.floor(share * (values.length - 1))];

/** Where the first figure of either view is. */
const firstFigure = { article: ["ballast-article", "ballast-spike-chapter", "ballast-trade-curve", "svg"], "what-if": ["ballast-instrument", "ballast-what-if", "ballast-by-day", "svg"] };

/** Notes when an element is there: looks right after each frame. */
const noteFirstAnswer = (path) => {
  const find = () => path.reduce((element, selector) => element?.shadowRoot?.querySelector(selector), document.querySelector("ballast-page"));
  const look = () => (find() ? (globalThis.firstAnswer = performance.now()) : next());
  const next = () => requestAnimationFrame(() => scheduler.postTask(look, { priority: "user-blocking" }));
  next();
};

async function firstVisits(browser, view, times) {
  const paints = [], answers = [];
  for (let n = 0; n < times; ++n) {
    const { address, close } = await serve(new Line(slow));
    const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 390, height: 844 }, serviceWorkers: "block" });
    const page = await context.newPage();
    await (await context.newCDPSession(page)).send("Emulation.setCPUThrottlingRate", { rate: slow.processor });
    await page.addInitScript(noteFirstAnswer, firstFigure[view]);
    await page.goto(view === "article" ? address : `${address}?view=${view}`);
    await page.waitForFunction(() => globalThis.firstAnswer, null, { timeout: 60_000 });
    const { paint, answer } = await page.evaluate(() => ({ paint: performance.getEntriesByName("first-contentful-paint")[0].startTime, answer: globalThis.firstAnswer }));
    paints.push(paint);
    answers.push(answer);
    await context.close();
    close();
  }
  return { paint: at(0.5, paints), answer: at(0.5, answers) };
}

/** The spike's slider moves on in every frame; how long from a position to its picture, and how far frames lie apart. */
async function drag(browser) {
  const { address, close } = await serve(new Line({}));
  const page = await (await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1280, height: 900 }, serviceWorkers: "block" })).newPage();
  await page.goto(`${address}?view=what-if`);
  await page.waitForFunction(() => document.querySelector("ballast-page")?.settled);
  const slider = await page.locator('ballast-number[pointer="/path/spike/vix_to"] input[type=range]').elementHandle();
  const sentence = await page.locator("ballast-page .summary").first().elementHandle();
  const measured = await page.evaluate(
    async ([slider, sentence]) => {
      const frame = () => new Promise(requestAnimationFrame);
      const frames = [], waits = [];
      // When the position was set that is being answered, and when the newest of those that wait for their turn.
      let asked, newest;
      const drawn = new MutationObserver(() => {
        if (asked !== undefined) waits.push(performance.now() - asked);
        [asked, newest] = [newest, undefined];
      });
      drawn.observe(sentence, { subtree: true, childList: true, characterData: true });
      let last = await frame();
      // To and fro, a point in each frame: a slider that stays where it is asks nothing.
      const [from, reach] = [0.3, 0.4].map((share) => Math.round(share * Number(slider.max)));
      for (let n = 0; n < 300; ++n) {
        slider.value = String(from + Math.abs((n % (2 * reach)) - reach));
        if (asked === undefined) asked = performance.now();
        else newest = performance.now();
        slider.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
        const now = await frame();
        if (n >= 60) frames.push(now - last);
        last = now;
      }
      return { frames, waits: waits.slice(60) };
    },
    [slider, sentence],
  );
  await page.context().close();
  close();
  return measured;
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
for (const view of ["article", "what-if"]) {
  const { paint, answer } = await firstVisits(browser, view, 5);
  console.log(`first visit (${view}), fast 3G and a processor ${slow.processor} times slower: first paint after ${paint.toFixed(0)} ms, first answer ${(answer - paint).toFixed(0)} ms later`);
}
const { frames, waits } = await drag(browser);
console.log(`slider of the spike, the default book: from one frame to the next median ${at(0.5, frames).toFixed(1)} ms, 19 in 20 below ${at(0.95, frames).toFixed(1)} ms;`);
console.log(`  from the position to its answer on the page median ${at(0.5, waits).toFixed(1)} ms, 19 in 20 below ${at(0.95, waits).toFixed(1)} ms (${waits.length} answers in ${frames.length} frames)`);
await browser.close();
