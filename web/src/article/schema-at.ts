import type { Schema } from "../border";
import { kindOf } from "../form/schema";
import { keysOf, valueAt, type Json } from "../json/pointer";

/** The schema of what stands at a pointer into a value. */
export function schemaAt(schema: Schema | undefined, value: Json | undefined, pointer: string): Schema | undefined {
  for (const key of keysOf(pointer)) {
    if (!schema) return undefined;
    schema = schema.items ?? kindOf(schema, value).properties?.[key];
    value = valueAt(value, "/" + key);
  }
  return schema;
}
