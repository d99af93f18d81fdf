/**
 * A scenario in the fragment of the page's address. Readable where it is short, compressed where it is not:
 *
 *     #v1:february-2018                               a preset as it is
 *     #v1:february-2018;path.spike.vix_to=45;-market.vvix   changed here, back to its default there
 *     #v1:february-2018~q1YqLcpRslIqyywpVbJSSk...     the same list of changes, deflated, in base64url
 *     #v1:;...                                        changes to the empty scenario, for one that began with no preset
 *     #v1:february-2018;!.simulation.paths=400        what is asked of it besides, where it is not the default
 *
 * Keys are joined by dots, values are JSON (a string that cannot be mistaken for anything else stands without quotes).
 */
import type { Preset } from "../border";
import { difference, type Change } from "../json/difference";
import { isObject, keysOf, pointerOf, withValue, type Json, type JsonObject } from "../json/pointer";
import { nothingKept, readKept, writeKept, type Kept } from "./shelf";

export interface Addressed {
  /** Id of the preset that the scenario began with, or "". */
  base: string;
  scenario: JsonObject;
  /** Books to compare with. */
  kept?: Kept;
  /** What is asked of it besides (asked.ts), where that is no default. */
  asked?: JsonObject;
}

/** Stand for what was kept, and for what is asked, among the keys of the scenario, none of which is called so. */
const keptKey = "*";
const askedKey = "!";

const version = "v1:";
const longestReadable = 300;
const longestInflated = 4 << 20;

/** In words however long they get; at once. */
export function readable({ base, scenario, kept = nothingKept, asked = {} }: Addressed, presets: readonly Preset[]): string {
  const beside = writeKept(kept);
  const changes = difference(presetOf(base, presets) ?? {}, beside ? { ...scenario, [keptKey]: beside } : scenario);
  changes.push(...difference({ [askedKey]: hollow(asked) }, { [askedKey]: asked }));
  return version + base + changes.map((change) => ";" + write(change)).join("");
}

/** The same with nothing in it: what is compared with it differs value by value, and is written so. */
const hollow = (json: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(json).flatMap(([name, value]) => (isObject(value) ? [[name, hollow(value)]] : [])));

export async function toFragment(addressed: Addressed, presets: readonly Preset[]): Promise<string> {
  const fragment = readable(addressed, presets);
  const start = version.length + addressed.base.length;
  return fragment.length <= longestReadable ? fragment : `${fragment.slice(0, start)}~${await deflate(fragment.slice(start + 1))}`;
}

/** Throws an Error that says what is wrong with the address, in words for the person who opened it. */
export async function fromFragment(fragment: string, presets: readonly Preset[]): Promise<Addressed> {
  if (!fragment.startsWith(version)) throw new Error("it was made by another version of this page, or is no scenario at all");
  const parts = /^([\w-]*)(?:([;~])(.*))?$/s.exec(fragment.slice(version.length));
  if (!parts) throw new Error("it does not name where it begins");
  const [, base = "", kind, rest = ""] = parts;
  const start = presetOf(base, presets);
  if (!start) throw new Error(`it begins with the preset "${base}", which is not in the box`);
  const text = kind === "~" ? await inflate(rest) : rest;
  const changes = text === "" ? [] : text.split(";").map(read);
  const { [keptKey]: beside, [askedKey]: asked = {}, ...scenario } = changes.reduce((json, { pointer, value }) => withValue(json, pointer, value), start);
  // A preset that nothing was changed about stays the very one in the box.
  const changed = changes.some(({ pointer }) => ![keptKey, askedKey].includes(keysOf(pointer)[0]!));
  if (!isObject(asked)) throw new Error("what it asks of the scenario is garbled");
  return { base, scenario: changed ? scenario : start, kept: readKept(beside), asked };
}

const presetOf = (id: string, presets: readonly Preset[]) =>
  id === "" ? {} : presets.find((preset) => preset.id === id)?.scenario;

/** Percent-encodes what would be mistaken for a separator; a space is a plus. */
const encode = (text: string) => encodeURIComponent(text).replaceAll("%20", "+");
const decode = (text: string) => {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    throw new Error("a part of it is garbled");
  }
};

function write({ pointer, value }: Change): string {
  const keys = keysOf(pointer)
    .map((key) => encode(key).replaceAll(".", "%2E"))
    .join(".");
  return value === undefined ? "-" + keys : `${keys}=${encode(writeValue(value))}`;
}

function read(part: string): Change {
  const removes = /^-([^=]+)$/.exec(part);
  const [, keys, value] = removes ?? /^([^=]+)=(.*)$/s.exec(part) ?? [];
  if (keys === undefined) throw new Error(`"${part.slice(0, 40)}" in it is not a change`);
  const pointer = pointerOf(keys.split(".").map(decode));
  return removes ? { pointer } : { pointer, value: readValue(decode(value ?? "")) };
}

const parsed = (text: string): Json | undefined => {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
};

const writeValue = (value: Json) =>
  typeof value === "string" && value !== "" && !/^["[{]/.test(value) && parsed(value) === undefined ? value : JSON.stringify(value);

const readValue = (text: string): Json => {
  const value = parsed(text);
  if (value === undefined && /^["[{]/.test(text)) throw new Error("it was cut short");
  return value ?? (text === "null" ? null : text);
};

async function deflate(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new globalThis.Response(stream).arrayBuffer());
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

async function inflate(base64url: string): Promise<string> {
  try {
    const bytes = Uint8Array.from(atob(base64url.replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0));
    const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
    const text = new TextDecoder("utf-8", { fatal: true });
    let result = "";
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      result += text.decode(chunk.value, { stream: true });
      if (result.length > longestInflated) throw new Error("too long");
    }
    return result + text.decode();
  } catch {
    throw new Error("its compressed part is damaged or cut short");
  }
}
