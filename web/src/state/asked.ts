import { withValue, type Json, type JsonObject } from "../json/pointer";

/** Where this visit keeps it: a reload loses nothing, and another visit begins with the defaults. */
const key = "ballast-asked";

/** What is asked of the scenario besides itself: how to simulate it, within what to size it. Fires `change`. */
export class Asked extends EventTarget {
  values: JsonObject = recalled();

  edit(pointer: string, value: Json | undefined) {
    this.values = withValue(this.values, pointer, value);
    try {
      sessionStorage.setItem(key, JSON.stringify(this.values));
    } catch {
      // A browser that keeps nothing forgets it with the page.
    }
    this.dispatchEvent(new Event("change"));
  }
}

function recalled(): JsonObject {
  try {
    const json: unknown = JSON.parse(sessionStorage.getItem(key) ?? "{}");
    return typeof json === "object" && json !== null && !Array.isArray(json) ? (json as JsonObject) : {};
  } catch {
    return {};
  }
}

const all = new WeakMap<object, Asked>();

/** What is asked of the scenario on a workbench. */
export function askedOn(workbench: object): Asked {
  let asked = all.get(workbench);
  if (!asked) all.set(workbench, (asked = new Asked()));
  return asked;
}
