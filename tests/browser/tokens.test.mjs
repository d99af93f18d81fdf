// Sizes, spaces and colours are those of tokens.css: whoever needs another one puts it there, or does without it.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { describe, test } from "node:test";

const web = new URL("../../web/", import.meta.url).pathname;
const names = [
  "index.html",
  "public/embed.html",
  ...readdirSync(`${web}src`, { recursive: true }).map((name) => `src/${name}`).filter((name) => /\.(ts|css)$/.test(name) && name !== "src/style/tokens.css"),
];
const sources = names.map((name) => ({ name, text: readFileSync(web + name, "utf8") }));

/** Where a pattern is found: file, line, what. */
const found = (pattern, among = sources) =>
  among.flatMap(({ name, text }) => text.split("\n").flatMap((line, index) => [...line.matchAll(pattern)].map(([what]) => `${name}:${index + 1} ${what.trim()}`)));

const hex = /(?<=[:,("'\s])#(?:[\da-f]{8}|[\da-f]{6}|[\da-f]{3,4})(?=[;,)"'\s])/gi;
const functions = /\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(/g;
const named = /(?:color|background|fill|stroke|border|outline|shadow)[\w-]*:[^;{}]*\b(?:white|black|gr[ae]y|red|orange|yellow|green|blue|purple|brown)\b/g;
/** What follows a slash in `font` is the height of a line. */
const sizes = /font(?:-size)?:[^;{}]*?(?<![\w./])(?<!\/ )\d*\.?\d+(?:rem|px|pt|vw)|fontSize:\s*["']?\d/g;
const spaces = /(?:padding|gap)[\w-]*:[^;{}]*?(?<![\w.-])(?:[2-9]|\d{2,})(?:\.\d+)?px/g;

describe("outside of tokens.css", () => {
  for (const [what, pattern] of [["colour", hex], ["colour by a function", functions], ["colour by a name", named], ["size of type", sizes], ["padding or gap in pixels", spaces], ["size by the root's type, which other sites set as they like", /(?<![\w.])\d*\.?\d+rem\b/g]]) {
    test(`there is no ${what}`, () => assert.deepEqual(found(pattern), []));
  }

  test("there is no inline style, which a strict policy forbids: Lit's `.style` sets the property", () => {
    assert.deepEqual(found(/(?<![.\w])style=["'$]|\bstyle: ["'`][\w-]+:|setAttribute\("style"|styleMap\(/g), []);
  });
});

test("what is forbidden would be found", () => {
  const bad = { name: "bad.ts", text: "a { color: #fff; }\na { color: rgb(1 2 3); }\na { background: white; }\na { font: 600 10px/13px x; }\na { font-size: 0.8rem; }\nfontSize: 13\na { padding: 0 3px; }\n<a style=\"x\">" };
  const lines = (pattern) => found(pattern, [bad]).map((each) => Number(/:(\d+)/.exec(each)[1]));
  assert.deepEqual([hex, functions, named, sizes, spaces].map(lines), [[1], [2], [3], [4, 5, 6], [7]]);
  const good = { name: "good.ts", text: "a { font: 600 0.68em/13px x; color: currentColor; padding: 1px; margin: 0 -14px; background: color-mix(in srgb, var(--ink) 4%, transparent); }\nthis.#add(1);" };
  for (const pattern of [hex, functions, named, sizes, spaces]) assert.deepEqual(found(pattern, [good]), []);
});

test("every token that is used is there, and every one that is there is used", () => {
  const tokens = readFileSync(`${web}src/style/tokens.css`, "utf8");
  const defined = new Set([...tokens.matchAll(/^ {2}--([\w-]+):/gm)].map(([, name]) => name));
  const all = [...sources, { name: "src/style/tokens.css", text: tokens }].map(({ text }) => text).join("\n");
  const own = new Set([...all.matchAll(/--([\w-]+):/g)].map(([, name]) => name));
  const used = new Set([...all.matchAll(/var\(--([\w-]+)/g)].map(([, name]) => name));
  // Some names are put together: a series by its number, an end of the heat map by its name.
  const made = (name) => name.endsWith("-") || name.startsWith("ballast-");
  assert.deepEqual([...used].filter((name) => !own.has(name) && !made(name)), []);
  assert.deepEqual([...defined].filter((name) => !used.has(name) && !/^(?:series|heat)-/.test(name)), []);
});
