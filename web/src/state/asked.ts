import { withValue, type Json, type JsonObject } from "../json/pointer";

/**
 * What is asked of the scenario besides itself, by the result that asks it: how to simulate it, within what to size it, along which history
 * to walk it. It stands in the address of the page beside the scenario. Fires `change`.
 */
export class Asked extends EventTarget {
  values: JsonObject = {};

  /** Without a value it is the default again. */
  edit(pointer: string, value: Json | undefined) {
    this.set(withValue(this.values, pointer, value));
  }

  set(values: JsonObject) {
    if (JSON.stringify(values) === JSON.stringify(this.values)) return;
    this.values = values;
    this.dispatchEvent(new Event("change"));
  }
}
