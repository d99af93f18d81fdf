import type { Schema } from "../border";
import { isObject, keysOf, type Json } from "../json/pointer";
import type { Workbench } from "./workbench";

/** Edits what is asked of the scenario. What is the core's default anyway is not asked, and leaves no trace in the address. */
export function editAsked(workbench: Workbench, pointer: string, value: Json | undefined) {
  const schema = keysOf(pointer).reduce<Schema | undefined>((at, key) => at?.items ?? at?.properties?.[key], workbench.requestSchema);
  workbench.asked.edit(pointer, withoutDefaults(value, schema));
}

/** A value without what is the default anyway; nothing where nothing else is left of it. */
function withoutDefaults(value: Json | undefined, schema: Schema | undefined): Json | undefined {
  if (schema?.default !== undefined && JSON.stringify(value) === JSON.stringify(schema.default)) return undefined;
  if (Array.isArray(value)) {
    // Places in a list count: what is left of an item is empty, not gone.
    const kept = value.map((item) => withoutDefaults(item, schema?.items) ?? {});
    return kept.every((item) => isObject(item) && Object.keys(item).length === 0) ? undefined : kept;
  }
  if (!isObject(value)) return value;
  const kept = Object.entries(value).flatMap(([name, each]) => {
    const left = withoutDefaults(each, schema?.properties?.[name]);
    return left === undefined ? [] : [[name, left] as const];
  });
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}
