import { isObject, pointerOf, type Json, type JsonObject } from "./pointer";

/** One step from a JSON value to another: a value put somewhere, or (without one) what is there taken away. */
export interface Change {
  pointer: string;
  value?: Json;
}

/** The changes that lead from one value to another, to be made in order. */
export function difference(from: JsonObject, to: JsonObject): Change[] {
  const changes: Change[] = [];
  compare(from, to, [], changes);
  return changes;
}

function compare(from: Json | undefined, to: Json | undefined, at: (string | number)[], changes: Change[]) {
  if (to === undefined) changes.push({ pointer: pointerOf(at) });
  else if (isObject(from) && isObject(to)) compareObjects(from, to, at, changes);
  else if (Array.isArray(from) && Array.isArray(to)) compareArrays(from, to, at, changes);
  else if (from !== to) changes.push({ pointer: pointerOf(at), value: to });
}

function compareObjects(from: JsonObject, to: JsonObject, at: (string | number)[], changes: Change[]) {
  for (const key of new Set([...Object.keys(from), ...Object.keys(to)])) {
    compare(Object.hasOwn(from, key) ? from[key] : undefined, Object.hasOwn(to, key) ? to[key] : undefined, [...at, key], changes);
  }
}

function compareArrays(from: Json[], to: Json[], at: (string | number)[], changes: Change[]) {
  to.forEach((item, index) => compare(from[index], item, [...at, index], changes));
  // From the end, so that no removal moves what is still to be removed.
  for (let index = from.length - 1; index >= to.length; --index) changes.push({ pointer: pointerOf([...at, index]) });
}
