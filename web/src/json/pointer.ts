/** JSON values, read and changed by JSON pointer (RFC 6901). Changes copy what they touch and share the rest. */
export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}

export const isObject = (json: Json | undefined): json is JsonObject =>
  typeof json === "object" && json !== null && !Array.isArray(json);

export const keysOf = (pointer: string) =>
  pointer
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));

export const pointerOf = (keys: readonly (string | number)[]) =>
  keys.map((key) => "/" + String(key).replaceAll("~", "~0").replaceAll("/", "~1")).join("");

export function valueAt(json: Json | undefined, pointer: string): Json | undefined {
  for (const key of keysOf(pointer)) {
    if (Array.isArray(json)) json = json[Number(key)];
    else if (isObject(json) && Object.hasOwn(json, key)) json = json[key];
    else return undefined;
  }
  return json;
}

/** The same JSON with another value there; `undefined` takes it away, and with it every object that it leaves empty. */
export const withValue = (json: JsonObject, pointer: string, value: Json | undefined): JsonObject => {
  const changed = changedAt(json, keysOf(pointer), value);
  return isObject(changed) ? changed : {};
};

function changedAt(json: Json | undefined, keys: string[], value: Json | undefined): Json | undefined {
  const [key, ...rest] = keys;
  if (key === undefined) return value;
  if (Array.isArray(json)) {
    const index = Number(key);
    const item = changedAt(json[index], rest, value);
    if (item !== undefined) return json.toSpliced(index, 1, item);
    return rest.length === 0 ? json.toSpliced(index, 1) : json.toSpliced(index, 1, {});
  }
  const object = isObject(json) ? json : {};
  const member = changedAt(Object.hasOwn(object, key) ? object[key] : undefined, rest, value);
  if (member !== undefined) return { ...object, [key]: member };
  const { [key]: _, ...others } = object;
  return Object.keys(others).length > 0 ? others : undefined;
}
