import type { Problem, Response } from "../border";
import { Latest } from "./latest";
import type { Answering, Workbench } from "./workbench";

/**
 * A question that is asked each time the main one has been answered, in a worker of its own, so that it never stands in the way of the
 * main one; while it is being answered only the newest waits. Not asked while `request` gives none. Fires `change` when something here
 * is new.
 */
export class Following<Report> extends EventTarget {
  report: Report | undefined;
  problems: readonly Problem[] = [];

  readonly #engine: Answering;
  readonly #request: () => object | undefined;
  readonly #latest: Latest<object | undefined>;

  constructor(engine: Answering, workbench: Workbench, request: () => object | undefined) {
    super();
    this.#engine = engine;
    this.#request = request;
    this.#latest = new Latest((asked) => this.#answer(asked));
    workbench.addEventListener("change", (event) => {
      if ((event as CustomEvent<string>).detail === "answer" && workbench.problems.length === 0) this.ask();
    });
  }

  get resting() {
    return this.#latest.resting;
  }

  /** Asks now, besides whenever there is a new main answer. */
  ask() {
    void this.#latest.push(this.#request());
  }

  async #answer(asked: object | undefined) {
    if (asked) await this.#take(asked);
    else if (this.report === undefined && this.problems.length === 0) return;
    else [this.report, this.problems] = [undefined, []];
    this.dispatchEvent(new Event("change"));
  }

  async #take(asked: object) {
    try {
      const response = (await this.#engine.answer(JSON.stringify(asked))) as Response<Report>;
      this.problems = response.problems;
      if (response.report) this.report = response.report;
    } catch (error) {
      this.problems = [{ pointer: "", message: error instanceof Error ? error.message : String(error), value: null }];
    }
  }
}
