// How long the engine of the page computes for one position of a slider, the spike's size dragged over its range, in a worker in
// Chromium, as the page asks it: a year with the 4/4/2 ladder and a condor, and a year with every kind of layer at once. Called by
// scripts/bench with the folder of the module.
import { createServer } from "node:http";
import { existsSync, readFileSync } from "node:fs";
import { chromium } from "playwright-core";

const [folder] = process.argv.slice(2);
const types = { mjs: "text/javascript", js: "text/javascript", wasm: "application/wasm" };
const worker = `
import createBallast from "./ballast.mjs";
const ballast = await createBallast();
const { report: presets } = JSON.parse(ballast.run('{"task":"presets"}'));
function drag(id, drags, on) {
  const { scenario } = presets.find((preset) => preset.id === id);
  if (on) for (const layer of scenario.book) layer.on = true;
  const times = [];
  for (let drag = 0; drag < drags + 20; ++drag) {
    const multiple = 1 + (drag % 160) / 40;
    const path = { ...scenario.path, horizon_days: 365, spike: { day: 180, multiple } };
    const request = JSON.stringify({ task: "evaluate", scenario: { ...scenario, path } });
    const begin = performance.now();
    const { json } = ballast.runWithArrays(request);
    times.push(performance.now() - begin);
    if (JSON.parse(json).problems.length > 0) throw new Error(json);
  }
  return times.slice(20);
}
postMessage([drag("calm-year", 300, false), drag("whole-book", 60, true)]);
`;
const server = createServer((request, response) => {
  const name = request.url.slice(1);
  response.setHeader("Content-Type", types[name.split(".").pop()] ?? "text/html");
  if (name === "worker.js") return response.end(worker);
  if (existsSync(folder + "/" + name) && name !== "") return response.end(readFileSync(folder + "/" + name));
  return response.end("<!doctype html>");
}).listen(0, "127.0.0.1");
await new Promise((resolve) => server.once("listening", resolve));

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
const tab = await browser.newPage();
await tab.goto(`http://127.0.0.1:${server.address().port}/`);
const times = await tab.evaluate(
  () =>
    new Promise((resolve, reject) => {
      const engine = new Worker("worker.js", { type: "module" });
      engine.onmessage = ({ data }) => resolve(data);
      engine.onerror = ({ message }) => reject(new Error(message));
    }),
);
await browser.close();
server.close();

for (const [index, what] of ["4/4/2 ladder and condor", "twelve layers"].entries()) {
  const sorted = times[index].sort((a, b) => a - b);
  const at = (share) => sorted[Math.floor(share * (sorted.length - 1))].toFixed(2);
  console.log(`one position of the spike's slider, ${what} over 365 days: median ${at(0.5)} ms, 9 in 10 below ${at(0.9)} ms, best ${at(0)} ms`);
}
