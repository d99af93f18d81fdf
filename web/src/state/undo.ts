import type { JsonObject } from "../json/pointer";
import type { Workbench } from "./workbench";

/** A scenario as it stood, and what was done to it then. */
interface Step {
  base: string;
  scenario: JsonObject;
  /** Pointer of the field that was edited; "" where another scenario was opened. */
  what: string;
}

/** Edits of one field that follow each other within this are one step, ms; what is typed into it is one however long it takes. */
const pause = 1000;

/** So far back one can go. */
const furthest = 200;

/**
 * Takes back what was done to the scenario, and does it again. A step is what a person would call one: the drag of a slider, a number typed,
 * a layer added, another scenario opened. Watches the workbench from `begin` on; fires `change` whenever there is more or less to take back.
 */
export class Undo extends EventTarget {
  readonly #workbench: Workbench;
  readonly #past: Step[] = [];
  readonly #future: Step[] = [];
  #now: Omit<Step, "what"> | undefined;
  #stepping = false;
  /** The last edit: of what, in which press of the pointer, when. */
  #last = { what: "", press: -1, at: 0 };
  #press = 0;
  #pressed = false;

  constructor(workbench: Workbench) {
    super();
    this.#workbench = workbench;
    workbench.addEventListener("change", (event) => {
      const how = (event as CustomEvent<string>).detail;
      if (this.#now && (how === "edit" || how === "open")) this.#changed(how);
    });
    addEventListener("pointerdown", () => (++this.#press, (this.#pressed = true)), { capture: true });
    for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => (this.#pressed = false), { capture: true });
    addEventListener("keydown", (event) => this.#key(event));
  }

  /** From here on there is something to return to. */
  begin() {
    this.#now = this.#present;
  }

  /** What would be taken back: pointer of a field, "" for a scenario that was opened, nothing where there is nothing. */
  get undoable(): string | undefined {
    return this.#past.at(-1)?.what;
  }

  /** What would be done again, as `undoable` has it. */
  get redoable(): string | undefined {
    return this.#future.at(-1)?.what;
  }

  undo() {
    this.#step(this.#past, this.#future);
  }

  redo() {
    this.#step(this.#future, this.#past);
  }

  get #present() {
    const { base, scenario } = this.#workbench;
    return { base, scenario };
  }

  #step(from: Step[], to: Step[]) {
    const step = from.pop();
    if (!step || !this.#now) return;
    to.push({ ...this.#now, what: step.what });
    this.#now = { base: step.base, scenario: step.scenario };
    this.#last = { what: "", press: -1, at: 0 };
    this.#stepping = true;
    void this.#workbench.put(step.base, step.scenario);
    this.#stepping = false;
    this.dispatchEvent(new Event("change"));
  }

  #changed(how: "edit" | "open") {
    const { base, scenario } = this.#now!;
    if (this.#stepping || (base === this.#workbench.base && scenario === this.#workbench.scenario)) return;
    const what = how === "edit" ? this.#workbench.edited : "";
    if (!(how === "edit" && this.#goesOn(what))) this.#past.push({ base, scenario, what });
    if (this.#past.length > furthest) this.#past.shift();
    this.#future.length = 0;
    this.#last = { what, press: this.#press, at: performance.now() };
    this.#now = this.#present;
    this.dispatchEvent(new Event("change"));
  }

  /** Whether an edit belongs to the one before it. */
  #goesOn(what: string) {
    const { press, at, what: before } = this.#last;
    return what === before && press === this.#press && (this.#pressed || performance.now() - at < pause || typesText(focused()));
  }

  #key(event: KeyboardEvent) {
    const { key, shiftKey, altKey, ctrlKey, metaKey } = event;
    // Where text is typed the browser takes back letters.
    if (altKey || ctrlKey === metaKey || typesText(event.composedPath()[0])) return;
    const does = key.toLowerCase() === "z" ? (shiftKey ? "redo" : "undo") : key === "y" && ctrlKey ? "redo" : undefined;
    if (!does) return;
    event.preventDefault();
    this[does]();
  }
}

/** What has the focus, however deep it lies. */
function focused(): Element | undefined {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at ?? undefined;
}

const typesText = (target: EventTarget | undefined) =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === "text") || (target instanceof HTMLElement && target.isContentEditable);
