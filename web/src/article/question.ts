import type { Problem, Response } from "../border";
import { Latest } from "../state/latest";
import type { Answering } from "../state/workbench";

/** A question of one chapter's own: while it is being answered only the newest waits. The last good report stands until there is a better one. */
export class Question<Report> {
  report: Report | undefined;
  problems: readonly Problem[] = [];
  readonly #engine: Answering;
  readonly #answered: () => void;
  readonly #latest: Latest<object>;

  constructor(engine: Answering, answered: () => void) {
    this.#engine = engine;
    this.#answered = answered;
    this.#latest = new Latest((request) => this.#take(request));
  }

  get resting() {
    return this.#latest.resting;
  }

  ask(request: object) {
    void this.#latest.push(request);
  }

  async #take(request: object) {
    try {
      const { problems, report } = (await this.#engine.answer(JSON.stringify(request))) as Response<Report>;
      this.report = report ?? this.report;
      this.problems = problems;
    } catch (error) {
      this.problems = [{ pointer: "", message: error instanceof Error ? error.message : String(error), value: null }];
    }
    this.#answered();
  }
}
