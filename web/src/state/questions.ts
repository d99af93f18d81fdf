import type { Comparison, Leads, Recalibrations } from "../border";
import { valueAt } from "../json/pointer";
import { layerKindTitle } from "../form/layer-wording";
import { items, members } from "../form/schema";
import { Following } from "./following";
import type { KeptBook, Shelf } from "./shelf";
import type { Answering, Workbench } from "./workbench";

/** What is asked beside the main question: how other books do, and the same book at another time or by another rule. */
export class Questions extends EventTarget {
  readonly comparison: Following<Comparison>;
  readonly recalibration: Following<Recalibrations>;
  readonly lead: Following<Leads>;
  /** What is looked at; the rest is not asked. */
  readonly #wanted = new Set<"recalibration" | "lead">();

  constructor(engine: Answering, workbench: Workbench, shelf: Shelf) {
    super();
    const scenario = () => ({ scenario: workbench.scenario });
    const compare = () => {
      const { books, equalCost } = shelf.kept;
      if (books.length === 0) return undefined;
      return { task: "compare", ...scenario(), ...workbench.grid, books: [presentBook(workbench), ...books], equal_cost: equalCost };
    };
    // Not every book can be scaled to the cost of another: then they are compared as they are.
    const unscaled = (asked: object) => ("equal_cost" in asked && asked.equal_cost ? { ...asked, equal_cost: false } : undefined);
    this.comparison = new Following(engine, workbench, compare, unscaled);
    this.recalibration = new Following(engine, workbench, () => (this.#wanted.has("recalibration") ? { task: "recalibration", ...scenario() } : undefined));
    this.lead = new Following(engine, workbench, () => (this.#wanted.has("lead") ? { task: "lead", ...scenario() } : undefined));
    for (const each of this.#all) each.addEventListener("change", () => this.dispatchEvent(new Event("change")));
    shelf.addEventListener("change", () => workbench.problems.length === 0 && this.comparison.ask());
  }

  get resting() {
    return this.#all.every(({ resting }) => resting);
  }

  /** Looks at one of the questions that are asked on demand, or no longer. */
  want(what: "recalibration" | "lead", wanted: boolean) {
    if (wanted) this.#wanted.add(what);
    else this.#wanted.delete(what);
    this[what].ask();
  }

  get #all(): Following<unknown>[] {
    return [this.comparison, this.recalibration, this.lead];
  }
}

const longestName = 60;

/** The book that is worked on, under a name made from its layers. */
export function presentBook(workbench: Workbench): KeptBook {
  const book = items(valueAt(workbench.scenario, "/book"));
  const names = book.map(members).filter(({ on }) => on !== false).map(({ name, kind }) => (typeof name === "string" && name !== "" ? name : layerKindTitle(String(kind))));
  const text = names.join(" + ") || "No hedge";
  return { name: text.length <= longestName ? text : `${text.slice(0, longestName - 1).trimEnd()}…`, book };
}
