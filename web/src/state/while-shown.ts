import type { ReactiveController, ReactiveControllerHost } from "lit";

import type { Problem } from "../border";
import { Engine } from "../engine";
import type { Shown } from "../page/shown";
import { Following } from "./following";

/** An element that is given what the page shows. */
interface Host extends ReactiveControllerHost {
  readonly isConnected: boolean;
  shown: Shown | undefined;
}

/**
 * A question of an element, in an engine of its own, that is asked while the element is on the page: it follows the scenario, and ends
 * with its worker when the element goes. Not asked while `request` gives none.
 */
export class WhileShown<Report> implements ReactiveController {
  readonly #host: Host;
  readonly #request: (shown: Shown) => object | undefined;
  readonly #settings: ((shown: Shown) => EventTarget) | undefined;
  #following: Following<Report> | undefined;
  #end: AbortController | undefined;

  /** @param settings what else the question depends on: it is asked anew on each `change` of that */
  constructor(host: Host, request: (shown: Shown) => object | undefined, settings?: (shown: Shown) => EventTarget) {
    this.#host = host;
    this.#request = request;
    this.#settings = settings;
    host.addController(this);
  }

  /** The last report, where there is one. */
  get report(): Report | undefined {
    return this.#following?.report;
  }

  /** The request that the report answers. */
  get of(): object | undefined {
    return this.#following?.of;
  }

  /** What is wrong with the question itself; what is wrong with the scenario the page says. */
  get problems(): readonly Problem[] {
    return this.allProblems.filter(({ pointer }) => !pointer.startsWith("/scenario"));
  }

  /** For a question that asks more of the scenario than the main one does. */
  get allProblems(): readonly Problem[] {
    return this.#following?.problems ?? [];
  }

  /** Asks now, besides whenever the scenario was answered: something else that the request depends on has changed. */
  ask() {
    this.#following?.ask();
  }

  get waits(): boolean {
    return this.#following !== undefined && !this.#following.resting;
  }

  hostUpdate() {
    const { shown, isConnected } = this.#host;
    if (isConnected && shown && !this.#following) this.#begin(shown);
  }

  hostDisconnected() {
    this.#end?.abort();
    this.#following = this.#end = undefined;
  }

  #begin(shown: Shown) {
    const { workbench, asking } = shown;
    const engine = new Engine();
    const following = (this.#following = new Following<Report>(engine, workbench, () => this.#request(shown)));
    const { signal } = (this.#end = new AbortController());
    signal.addEventListener("abort", () => {
      asking.delete(following);
      following.stop();
      engine.stop();
    });
    asking.add(following);
    for (const event of ["change", "rest"]) following.addEventListener(event, () => this.#host.requestUpdate(), { signal });
    const set = () => {
      following.ask();
      this.#host.requestUpdate();
    };
    this.#settings?.(shown).addEventListener("change", set, { signal });
    if (workbench.answered && workbench.problems.length === 0) following.ask();
  }
}
