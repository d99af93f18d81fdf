// Builds the sites that the tests put the widget into, each as its own documentation says, with web/dist in its folder `ballast`.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, readFileSync, readdirSync, rmSync } from "node:fs";

const here = new URL("./", import.meta.url).pathname;
const dist = new URL("../../web/dist", import.meta.url).pathname;
const built = new URL("../../build/hosts/", import.meta.url).pathname;

/** The sites by name: how each is built into a folder. */
const generators = {
  plain: (to) => cpSync(`${here}plain`, to, { recursive: true }),
  mkdocs: (to) => run(`${here}mkdocs`, "mkdocs", ["build", "--quiet", "--strict", "--site-dir", to], "the Debian package mkdocs-material has it"),
  vitepress: (to) =>
    run(`${here}vitepress`, "node", ["node_modules/vitepress/bin/vitepress.js", "build", ".", "--outDir", to], "npm ci in tests/hosts/vitepress installs it"),
};

export const names = Object.keys(generators);

/** Builds a site anew, in a folder of its own for each test file, since these may run at once; returns the folder. */
export function build(name, folder = name) {
  if (!existsSync(`${dist}/ballast-hedge.js`)) throw new Error("web/dist has no ballast-hedge.js; build it with scripts/serve --build");
  const to = built + folder;
  rmSync(to, { recursive: true, force: true });
  generators[name](to);
  cpSync(dist, `${to}/ballast`, { recursive: true });
  return to;
}

function run(folder, command, args, remedy) {
  const { status, error, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: "utf8" });
  if (error) throw new Error(`${command} did not start (${error.message}); ${remedy}`);
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${status}; ${remedy}\n${stdout}${stderr}`);
}

/** What the widget needs of a page's policy, and no more. */
export const strict = policy();

function policy(scripts = "", styles = "") {
  return `default-src 'self'; script-src 'self' 'wasm-unsafe-eval'${scripts}; style-src 'self'${styles}; img-src 'self' data:`;
}

const found = (text, pattern) => [...text.matchAll(pattern)].map(([, part]) => part);

/** The inline scripts of a page: those of its generator. */
export function inlineScripts(folder) {
  return found(readFileSync(`${folder}/index.html`, "utf8"), /<script(?![^>]*\bsrc=)(?![^>]*application\/json)[^>]*>([\s\S]*?)<\/script>/g);
}

/** The inline styles of a page: those of its generator, in its HTML, and the sheet that VitePress writes for a moment to stop all transitions. */
export function inlineStyles(folder) {
  const scripts = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".js") && !name.startsWith("ballast"));
  return [
    ...found(readFileSync(`${folder}/index.html`, "utf8"), /\bstyle="([^"]*)"/g),
    ...scripts.flatMap((name) => found(readFileSync(`${folder}/${name}`, "utf8"), /["'`](\*,\*::before,\*::after\{[^"'`]*transition:none!important\})["'`]/g)),
  ];
}

/** The strict policy, where a generator writes scripts and styles into its pages with their hashes: nothing else that is inline holds. */
export function policyFor(folder) {
  const hashes = (texts) => texts.map((text) => ` 'sha256-${createHash("sha256").update(text).digest("base64")}'`).join("");
  const styles = inlineStyles(folder);
  return { "Content-Security-Policy": policy(hashes(inlineScripts(folder)), styles.length > 0 ? ` 'unsafe-hashes'${hashes(styles)}` : "") };
}
