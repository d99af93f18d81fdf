import address from "#ballast-what-if.wasm?url";

let compiled: Promise<WebAssembly.Module | undefined> | undefined;

/**
 * The short module, fetched and compiled once for all workers of a page: the page has it fetched along with its scripts (web/preload.mjs),
 * two round trips before a worker would ask for it. Undefined where that failed; a worker then tries by itself, and says why.
 */
export function whatIfModule(): Promise<WebAssembly.Module | undefined> {
  return (compiled ??= WebAssembly.compileStreaming(fetch(address)).catch(() => undefined));
}
