import { Engine } from "../engine";
import type { Answering } from "../state/workbench";

/** What every element asks first, and which has one answer. */
const constant = /^\{"task":"(request_schema|presets)"\}$/;

/** One engine for all elements of a page. What the core always answers alike it is asked once. */
class EngineAtHand implements Answering {
  readonly #engine = new Engine("what-if");
  readonly #known = new Map<string, Promise<unknown>>();

  run(request: string): Promise<string> {
    return this.#engine.run(request);
  }

  answer(request: string): Promise<unknown> {
    if (!constant.test(request)) return this.#engine.answer(request);
    const known = this.#known.get(request) ?? this.#engine.answer(request);
    this.#known.set(request, known);
    return known;
  }
}

export const engineAtHand: Answering = new EngineAtHand();

/** A second one, started only where something is asked beside the main question, which it never keeps waiting. */
export const engineBeside: Answering = new Engine();
