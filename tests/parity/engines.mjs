// The three ways to ask the core: each takes request text and gives response text.
import { spawnSync } from "node:child_process";

import { askPage, startBrowser } from "../browser/chromium.mjs";

const build = new URL("../../build/", import.meta.url).pathname;

/** The native command: 0 where it has an answer, 1 where it has problems. Its last newline is no part of the answer. */
export function nativeCommand(path = process.env.BALLAST_COMMAND ?? `${build}native/ballast`) {
  const options = { encoding: "utf8", maxBuffer: 1 << 28, stdio: ["pipe", "pipe", "inherit"] };
  return (request) => {
    const { stdout, status, error } = spawnSync(path, ["run", "-"], { ...options, input: request });
    if (error || (status !== 0 && status !== 1)) throw error ?? new Error(`${path} run - ended with ${status}`);
    if (!stdout.endsWith("\n")) throw new Error("the command's answer does not end with a newline");
    return stdout.slice(0, -1);
  };
}

/** The WebAssembly module, in Node. */
export async function nodeModule(path = `${build}wasm/ballast.mjs`) {
  const { default: createBallast } = await import(path);
  const ballast = await createBallast();
  return (request) => ballast.run(request);
}

/** What a module in Node answers a page: {json, numbers}. */
export async function withArraysInNode(name) {
  const { default: createBallast } = await import(`${build}wasm/${name}.mjs`);
  const ballast = await createBallast();
  return (request) => ballast.runWithArrays(JSON.stringify(request));
}

/** The engine of the built page, in Chromium, in its worker. */
export async function pageInChromium() {
  const browser = await startBrowser();
  const { page } = await browser.open();
  return { ask: (request) => askPage(page, request), close: () => browser.close() };
}
