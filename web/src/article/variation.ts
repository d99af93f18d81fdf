/** What a chapter asks about: the shared scenario with a book of the chapter's own, or without its spike. */
import { members } from "../form/schema";
import type { Json, JsonObject } from "../json/pointer";

/** The same market, pool and path with another book. The article measures against holding, whatever the scenario does. */
export const withBook = (scenario: JsonObject, book: Json[]): JsonObject => ({
  ...scenario,
  pool: { ...members(scenario.pool), benchmark: "hold" },
  book,
});

/** The same without a spike. */
export function withoutSpike(scenario: JsonObject): JsonObject {
  const { spike: _, ...path } = members(scenario.path);
  return { ...scenario, path };
}

/** The same without a spike, for so many days. The first day stands for the spike's, which a path must reach even where there is none. */
export const calmFor = (scenario: JsonObject, days: number): JsonObject => ({ ...scenario, path: { horizon_days: days, spike: { day: 1 } } });

/** The layer that a chapter is about. */
export interface Subject {
  layer: JsonObject;
  /** Where its fields are edited: in the shared scenario, or in what is the chapter's own. */
  pointer: string;
}

/** Where a chapter keeps what the shared scenario has no place for. */
export const ownPointer = "/own";

/** The first layer of a kind that takes part in the shared book; while there is none, the chapter's own. */
export function subjectOf(scenario: JsonObject, own: JsonObject): Subject {
  const book = Array.isArray(scenario.book) ? scenario.book.map(members) : [];
  const at = book.findIndex(({ kind, on }) => kind === own.kind && on !== false);
  const layer = book[at];
  return layer ? { layer, pointer: `/book/${at}` } : { layer: own, pointer: `${ownPointer}/layer` };
}

/** Each rung of a ladder as a layer of its own, so that each has its own profit; where it is sized as a whole it stays whole. */
export function rungsOf(layer: JsonObject): JsonObject[] {
  const { ladder, size, name: _, ...rest } = layer;
  const whole = Object.keys(members(size)).some((by) => by !== "units");
  if (!Array.isArray(ladder) || whole) return [layer];
  return ladder.map((rung) => ({ ...rest, ...(size === undefined ? {} : { size }), ladder: [rung] }));
}
