import { withValue, type Json, type JsonObject } from "../json/pointer";

/** What is asked of the scenario besides itself: how to simulate it, within what to size it. Fires `change`. */
export class Asked extends EventTarget {
  values: JsonObject;
  readonly #memory: Memory;

  constructor(memory: Memory) {
    super();
    this.#memory = memory;
    this.values = memory.recalled();
  }

  edit(pointer: string, value: Json | undefined) {
    this.values = withValue(this.values, pointer, value);
    this.#memory.keep(this.values);
    this.dispatchEvent(new Event("change"));
  }
}

/** What is kept of it for a reload. */
export interface Memory {
  recalled(): JsonObject;
  keep(values: JsonObject): void;
}

/** Where this visit of the page keeps it: a reload loses nothing, and another visit begins with the defaults. */
const key = "ballast-asked";

const session: Memory = {
  recalled() {
    try {
      const json: unknown = JSON.parse(sessionStorage.getItem(key) ?? "{}");
      return typeof json === "object" && json !== null && !Array.isArray(json) ? (json as JsonObject) : {};
    } catch {
      return {};
    }
  },
  keep(values) {
    try {
      sessionStorage.setItem(key, JSON.stringify(values));
    } catch {
      // A browser that keeps nothing forgets it with the page.
    }
  },
};

/** In a page of somebody else's: there each element has its own, and what one kept another would recall. */
export const forgetful: Memory = { recalled: () => ({}), keep: () => {} };

const all = new WeakMap<object, Asked>();

/** What is asked of the scenario on a workbench; `memory` is that of whoever asks first. */
export function askedOn(workbench: object, memory = session): Asked {
  let asked = all.get(workbench);
  if (!asked) all.set(workbench, (asked = new Asked(memory)));
  return asked;
}
