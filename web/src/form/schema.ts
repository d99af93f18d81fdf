import type { Schema } from "../border";
import { isObject, keysOf, pointerOf, valueAt, type Json, type JsonObject } from "../json/pointer";

/** What kind of control a part of the schema asks for. */
export type Control = "number" | "choice" | "flag" | "text" | "alternative" | "fields" | "list" | "none";

export function controlOf(schema: Schema): Control {
  if (schema.const !== undefined) return "none";
  if (schema.enum) return "choice";
  if (schema.type === "number" || schema.type === "integer") return "number";
  if (schema.type === "boolean") return "flag";
  if (schema.type === "string") return "text";
  if (schema.type === "array") return "list";
  if (schema.maxProperties === 1 && schema.properties) return "alternative";
  return schema.properties || schema.oneOf ? "fields" : "none";
}

export const kindsOf = (schema: Schema) => (schema.oneOf ?? []).map((kind) => kind.properties?.kind?.const ?? "");

/** The alternative of a struct with kinds that a value has chosen; where it names none, the first. */
export function kindOf(schema: Schema, value: Json | undefined): Schema {
  if (!schema.oneOf) return schema;
  const kind = valueAt(value, "/kind");
  return schema.oneOf.find((each) => each.properties?.kind?.const === kind) ?? schema.oneOf[0] ?? {};
}

/** The properties that a value has under a schema, in the order of the schema. */
export const propertiesOf = (schema: Schema, value: Json | undefined): [string, Schema][] =>
  Object.entries(kindOf(schema, value).properties ?? {});

/** What a new item of a list starts as: of the kind asked for, with one item in every list of its own. */
export function newItem(schema: Schema, kind?: string): JsonObject {
  const item: JsonObject = kind ? { kind } : {};
  for (const [name, property] of propertiesOf(schema, item)) {
    if (controlOf(property) === "list") item[name] = [{}];
  }
  return item;
}

export const members = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});
export const items = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);

/** "from 0 to 1", "above 0, up to 100": what a number may be, in words; `write` says how a bound is written. */
export function boundsText(schema: Schema, write: (bound: number) => string): string {
  const { minimum, exclusiveMinimum, maximum, exclusiveMaximum } = schema;
  if (minimum !== undefined && maximum !== undefined) return `from ${write(minimum)} to ${write(maximum)}`;
  const low = minimum !== undefined ? `from ${write(minimum)}` : exclusiveMinimum !== undefined ? `above ${write(exclusiveMinimum)}` : "";
  const high = maximum !== undefined ? `up to ${write(maximum)}` : exclusiveMaximum !== undefined ? `below ${write(exclusiveMaximum)}` : "";
  return [low, high].filter(Boolean).join(", ");
}

/** What may be at a pointer into a scenario as it stands; nothing where the scenario has no such place. */
export function schemaAt(schema: Schema, scenario: JsonObject, pointer: string): Schema | undefined {
  let at: Schema | undefined = schema;
  let above = "";
  for (const key of keysOf(pointer)) {
    const value = valueAt(scenario, above);
    const there: boolean = Array.isArray(value) ? Number(key) < value.length : at?.items === undefined;
    at = there && at ? (at.items ?? kindOf(at, value).properties?.[key]) : undefined;
    above += pointerOf([key]);
  }
  return at === schema ? undefined : at;
}
