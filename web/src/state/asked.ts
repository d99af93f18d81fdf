import type { Schema } from "../border";
import { isObject, withValue, type Json, type JsonObject } from "../json/pointer";

/**
 * What is asked of the scenario besides itself, by the result that asks it: how to simulate it, within what to size it, along which history
 * to walk it. It stands in the address of the page beside the scenario. Fires `change`.
 */
export class Asked extends EventTarget {
  values: JsonObject = {};

  /** Without a value it is the default again. */
  edit(pointer: string, value: Json | undefined) {
    this.set(withValue(this.values, pointer, value));
  }

  set(values: JsonObject) {
    if (JSON.stringify(values) === JSON.stringify(this.values)) return;
    this.values = values;
    this.dispatchEvent(new Event("change"));
  }
}

const all = new WeakMap<object, Asked>();

/** What is asked of the scenario on a workbench. */
export function askedOn(workbench: object): Asked {
  let asked = all.get(workbench);
  if (!asked) all.set(workbench, (asked = new Asked()));
  return asked;
}

/** As it stands in an address: without what is a default of the core's anyway; nothing where nothing else is left. */
export const writeAsked = (values: JsonObject, request: Schema | undefined) => withoutDefaults(values, request) as JsonObject | undefined;

function withoutDefaults(value: Json, schema: Schema | undefined): Json | undefined {
  if (schema?.default !== undefined && JSON.stringify(value) === JSON.stringify(schema.default)) return undefined;
  if (Array.isArray(value)) {
    // Places in a list count: what is left of an item is empty, not gone.
    const kept = value.map((item) => withoutDefaults(item, schema?.items) ?? {});
    return kept.every((item) => isObject(item) && Object.keys(item).length === 0) ? undefined : kept;
  }
  if (!isObject(value)) return value;
  const kept = Object.entries(value).flatMap(([name, each]) => {
    const written = withoutDefaults(each, schema?.properties?.[name]);
    return written === undefined ? [] : [[name, written] as const];
  });
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

export function readAsked(json: Json | undefined): JsonObject {
  if (json === undefined) return {};
  if (!isObject(json)) throw new Error("what it asks of the scenario is garbled");
  return json;
}
