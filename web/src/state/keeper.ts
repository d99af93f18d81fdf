import { fromFragment, readable, toFragment } from "./address";
import { nothingKept, type Shelf } from "./shelf";
import type { Workbench } from "./workbench";

/** Browsers refuse to be told a new address many times a second. */
const pause = 250;

/** A reload may still take the address before this one, so long after it was written, ms. */
const settling = 1000;

/** Where this visit keeps what the address does not yet say. */
const unsaid = "ballast-unsaid";

/** Whether what is opened comes from the address, or stands in for it until that is read: then it is no step in the history. */
type Opening = "anew" | "from the address" | "in its place";

/**
 * Keeps the scenario, the books kept beside it and what is asked of it in the address of the page: a reload loses nothing, and the address
 * can be sent. Opening another scenario is a step in the history, so that Back returns; moving a slider is not. Fires `change` when the
 * address says something else.
 */
export class Keeper extends EventTarget {
  readonly #workbench: Workbench;
  readonly #shelf: Shelf;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #forgetting: ReturnType<typeof setTimeout> | undefined;
  #own = "";
  #opens: Opening = "anew";
  /** What is under way; the visit begins with one thing, until `restore` is done. */
  #busy = 1;

  constructor(workbench: Workbench, shelf: Shelf) {
    super();
    this.#workbench = workbench;
    this.#shelf = shelf;
    for (const each of [shelf, workbench.asked]) each.addEventListener("change", () => this.#soon());
    workbench.addEventListener("change", (event) => {
      const what = (event as CustomEvent<string>).detail;
      if (what === "open" && this.#opens !== "in its place") void this.#keep(this.#opens === "anew" ? "pushState" : "replaceState");
      if (what === "edit") this.#soon();
    });
    addEventListener("hashchange", () => void this.#follow());
  }

  /** Whether the address is that of the scenario as it stands. */
  get resting() {
    return this.#timer === undefined && this.#busy === 0;
  }

  get #addressed() {
    const { base, scenario, asked } = this.#workbench;
    return { base, scenario, kept: this.#shelf.kept, asked: asked.values };
  }

  /** The address of the scenario as it stands. */
  async link(): Promise<string> {
    const url = new URL(location.href);
    url.hash = await toFragment(this.#addressed, this.#workbench.presets);
    return url.href;
  }

  /** Opens what the address names, or the first preset. */
  async restore() {
    const workbench = this.#workbench;
    const first = workbench.presets[0];
    const fragment = recall(location.hash.slice(1));
    // First a preset, so that there is an answer to show whatever is wrong with what the address names.
    this.#own = location.hash.slice(1);
    await this.#opening(fragment === "" ? "anew" : "in its place", () => workbench.open(first?.id ?? "", first?.scenario ?? {}));
    if (fragment !== "") await this.#open(fragment);
    --this.#busy;
  }

  /** The workbench says at once that something was opened; the answer comes later. */
  #opening(how: Opening, open: () => Promise<void>): Promise<void> {
    this.#opens = how;
    try {
      return open();
    } finally {
      this.#opens = "anew";
    }
  }

  #soon() {
    clearTimeout(this.#forgetting);
    remember(this.#own, readable(this.#addressed, this.#workbench.presets));
    this.#timer ??= setTimeout(() => void this.#keep("replaceState"), pause);
  }

  async #keep(how: "pushState" | "replaceState") {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    ++this.#busy;
    const fragment = await toFragment(this.#addressed, this.#workbench.presets).finally(() => --this.#busy);
    clearTimeout(this.#forgetting);
    this.#forgetting = setTimeout(forget, settling);
    if (fragment === this.#own) return;
    // The first address of a visit takes the place of the bare one.
    history[this.#own === "" ? "replaceState" : how](null, "", "#" + fragment);
    this.#own = fragment;
    this.dispatchEvent(new Event("change"));
  }

  async #follow() {
    const fragment = location.hash.slice(1);
    if (fragment === this.#own) return;
    clearTimeout(this.#forgetting);
    forget();
    this.#own = fragment;
    await this.#open(fragment);
  }

  async #open(fragment: string) {
    ++this.#busy;
    try {
      const { base, scenario, kept = nothingKept, asked = {} } = await fromFragment(fragment, this.#workbench.presets);
      this.#shelf.set(kept);
      this.#workbench.asked.set(asked);
      await this.#opening("from the address", () => this.#workbench.open(base, scenario));
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.#workbench.refuse("The link", [{ pointer: "", message, value: null }]);
    } finally {
      --this.#busy;
    }
  }
}

/** A reload may come before the address is written; a browser may also keep nothing at all. */
function remember(under: string, fragment: string) {
  try {
    sessionStorage.setItem(unsaid, JSON.stringify({ under, fragment }));
  } catch {}
}

function forget() {
  try {
    sessionStorage.removeItem(unsaid);
  } catch {}
}

/** What was not yet said when the page was left at this address; else the address itself. */
function recall(address: string): string {
  try {
    const { under, fragment } = JSON.parse(sessionStorage.getItem(unsaid) ?? "{}") as { under?: string; fragment?: string };
    return under === address && fragment !== undefined ? fragment : address;
  } catch {
    return address;
  }
}
