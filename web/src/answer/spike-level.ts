import { isObject, valueAt, type JsonObject } from "../json/pointer";

/** The spike of a scenario, moved along the curve by how far VIX rises: a curve knows levels only, so that a multiple gives way to one. */
export function spikeAt(scenario: JsonObject, level: number): JsonObject {
  const spike = valueAt(scenario, "/path/spike");
  const { multiple: _, ...kept } = isObject(spike) ? spike : {};
  return { ...kept, vix_to: level };
}
