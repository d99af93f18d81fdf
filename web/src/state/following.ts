import type { Problem, Response } from "../border";
import { Latest } from "./latest";
import type { Answering, Workbench } from "./workbench";

/**
 * A question that is asked each time the main one has been answered, in a worker of its own, so that it never stands in the way of the
 * main one; while it is being answered only the newest waits. Not asked while `request` gives none. Fires `change` when something here
 * is new, and `rest` when nothing is being asked any more.
 */
export class Following<Report> extends EventTarget {
  report: Report | undefined;
  /** The request that `report` answers. */
  of: object | undefined;
  problems: readonly Problem[] = [];

  readonly #engine: Answering;
  readonly #request: () => object | undefined;
  readonly #instead: (asked: object) => object | undefined;
  readonly #latest: Latest<object | undefined>;
  #answered = "";
  readonly #end = new AbortController();

  /** `instead` gives what is asked where the first has no answer, so that what is shown goes on following. */
  constructor(engine: Answering, workbench: Workbench, request: () => object | undefined, instead: (asked: object) => object | undefined = () => undefined) {
    super();
    this.#engine = engine;
    this.#request = request;
    this.#instead = instead;
    this.#latest = new Latest((asked) => this.#answer(asked));
    const changed = (event: Event) => {
      if ((event as CustomEvent<string>).detail === "answer" && workbench.problems.length === 0) this.ask();
    };
    workbench.addEventListener("change", changed, { signal: this.#end.signal });
  }

  /** Follows no longer. What is being answered is dropped. */
  stop() {
    this.#end.abort();
  }

  get resting() {
    return this.#latest.resting;
  }

  /** Asks now, besides whenever there is a new main answer. */
  ask() {
    void this.#latest.push(this.#request()).then(() => this.resting && this.dispatchEvent(new Event("rest")));
  }

  async #answer(asked: object | undefined) {
    if (this.#end.signal.aborted) return;
    if (asked) await this.#take(asked);
    else if (this.report === undefined && this.problems.length === 0) return;
    else [this.report, this.of, this.problems, this.#answered] = [undefined, undefined, [], ""];
    if (!this.#end.signal.aborted) this.dispatchEvent(new Event("change"));
  }

  async #take(asked: object) {
    // What was answered is not asked again, such as while only that is edited which the question does not depend on.
    const text = JSON.stringify(asked);
    if (this.problems.length === 0 && text === this.#answered) return;
    try {
      const { problems, report } = await this.#run(text);
      const other = report ? undefined : this.#instead(asked);
      const instead = other && (await this.#run(JSON.stringify(other))).report;
      if (report ?? instead) [this.report, this.of] = [report ?? instead, report ? asked : other];
      this.problems = problems;
      this.#answered = text;
    } catch (error) {
      this.problems = [{ pointer: "", message: error instanceof Error ? error.message : String(error), value: null }];
    }
  }

  async #run(asked: string) {
    return (await this.#engine.answer(asked)) as Response<Report>;
  }
}
