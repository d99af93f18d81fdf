/** What every request and response has: problems, presets, schemas, and where things come from. */
import type { Json, JsonObject } from "../json/pointer";

export interface Problem {
  /** JSON pointer into the request. */
  pointer: string;
  message: string;
  value: Json;
}

export interface Response<Report> {
  ballast: string;
  task: string;
  problems: Problem[];
  report?: Report;
}

export interface Preset {
  id: string;
  scenario: JsonObject;
}

export type Label = "published" | "recurring" | "calibrated" | "assumption";

export interface Source {
  label: Label;
  text: string;
}

/** The part of JSON Schema that the core writes. */
export interface Schema {
  description?: string;
  type?: "object" | "array" | "number" | "integer" | "boolean" | "string";
  properties?: Record<string, Schema>;
  items?: Schema;
  oneOf?: Schema[];
  enum?: string[];
  const?: string;
  default?: Json;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  minProperties?: number;
  maxProperties?: number;
  maxItems?: number;
  maxLength?: number;
  "x-unit"?: string;
  "x-source"?: Source;
}

export interface DefaultUsed {
  pointer: string;
  value: Json;
  label: Label;
  source: string;
}
