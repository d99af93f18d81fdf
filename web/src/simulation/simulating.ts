import type { Problem, Response, Simulation } from "../border";
import { Engine } from "../engine";
import type { Json, JsonObject } from "../json/pointer";
import { Crew } from "./crew";
import { firstPaths, shardsFor, stagesTo } from "./stages";

/** What is to be simulated. */
export interface Simulated {
  scenario: JsonObject;
  simulation: JsonObject;
  /** How many paths. Where it is no such number the core says what is wrong with it. */
  paths: Json;
}

/** While changes come faster than this, only the first picture follows them, ms. */
const rest = 150;

/**
 * A simulation that is first done with few paths and then with ever more, by all cores, until it has those that were asked for. Fires
 * `change` when there is more to show.
 */
export class Simulating extends EventTarget {
  report: Simulation | undefined;
  /** What the paths of `report` are of. */
  of: Simulated | undefined;
  /** What `report` was read from: the response as the core wrote it. */
  text = "";
  problems: readonly Problem[] = [];
  running = false;
  /** Whether it was ended before it had all paths. */
  stopped = false;
  /** Of all that is to be computed, from 0 to 1. */
  progress = 0;

  readonly #first = new Engine();
  readonly #crew = new Crew();
  #waiting: Simulated | undefined;
  #picturing = false;
  /** Counts up with everything that makes what is under way obsolete. */
  #round = 0;

  get resting() {
    return !this.running;
  }

  /** Begins anew. What is under way is given up, but for a first picture, after which only the newest is begun. */
  start(asked: Simulated) {
    this.#waiting = asked;
    if (!this.#picturing) void this.#work();
  }

  /** Ends at once; what there is stays. */
  stop() {
    if (!this.running) return;
    ++this.#round;
    this.#waiting = undefined;
    this.#crew.stop();
    this.stopped = true;
    this.#rested();
  }

  /** Ends all of it, for good. */
  end() {
    ++this.#round;
    this.#waiting = undefined;
    this.#crew.end();
    this.#first.stop();
    this.running = false;
  }

  async #work() {
    const round = ++this.#round;
    this.#crew.stop();
    this.running = true;
    this.stopped = false;
    try {
      const asked = await this.#picture(round);
      if (!asked || round !== this.#round) return;
      if (typeof asked.paths === "number" && asked.paths > firstPaths && this.problems.length === 0) await this.#refine(asked, asked.paths, round);
    } catch (error) {
      if (round !== this.#round) return;
      this.problems = [{ pointer: "", message: error instanceof Error ? error.message : String(error), value: null }];
    } finally {
      // Ended while the first picture was computed, and begun again before it was there.
      if (round !== this.#round && this.#waiting && !this.#picturing) void this.#work();
    }
    if (round === this.#round) this.#rested();
  }

  /** The first picture of the newest that was asked; gives what it is of. */
  async #picture(round: number): Promise<Simulated | undefined> {
    this.#picturing = true;
    let asked: Simulated | undefined;
    try {
      while (this.#waiting && round === this.#round) {
        asked = this.#waiting;
        this.#waiting = undefined;
        const few = typeof asked.paths === "number" && asked.paths > firstPaths ? { ...asked.simulation, paths: firstPaths } : asked.simulation;
        this.progress = 0;
        this.#changed();
        const text = await this.#first.run(JSON.stringify({ task: "simulate", scenario: asked.scenario, simulation: few }));
        if (round === this.#round) this.#take(text, asked);
      }
    } finally {
      this.#picturing = false;
    }
    return asked;
  }

  async #refine(asked: Simulated, paths: number, round: number) {
    const { scenario, simulation } = asked;
    await new Promise((rested) => setTimeout(rested, rest));
    const [, ...stages] = stagesTo(paths);
    const all = stages.reduce((sum, each) => sum + each, 0);
    let done = 0;
    for (const stage of stages) {
      if (round !== this.#round) return;
      const count = shardsFor(stage, this.#crew.size);
      // The last is asked as it was given, so that the answer is that of a single run in every byte.
      const staged = stage === paths ? simulation : { ...simulation, paths: stage };
      const parts = Array.from({ length: count }, async (_, index) => {
        const request = { task: "simulate", scenario, simulation: { ...staged, shard: { index: index + 1, count } } };
        const part = reportIn(await this.#crew.run(JSON.stringify(request)));
        done += stage / count;
        // The parts are joined at the end, which takes a little too.
        this.progress = (0.97 * done) / all;
        if (round === this.#round) this.#changed();
        return part;
      });
      const text = await this.#crew.run(`{"task":"merge","parts":[${(await Promise.all(parts)).join(",")}]}`);
      if (round !== this.#round) return;
      this.#take(text, asked);
    }
  }

  #take(text: string, asked: Simulated) {
    const { report, problems } = JSON.parse(text) as Response<Simulation>;
    this.problems = problems;
    if (report) [this.report, this.text, this.of] = [report, text, asked];
    this.#changed();
  }

  #rested() {
    this.running = false;
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event("change"));
  }
}

/** The report of a response as the text it is, which is passed on without being read. */
export function reportIn(response: string): string {
  const before = '"problems":[],"report":';
  const at = response.indexOf(before);
  if (at !== -1) return response.slice(at + before.length, -1);
  const { problems } = JSON.parse(response) as Response<unknown>;
  throw new Error(problems.map(({ pointer, message }) => `${pointer} ${message}`).join("; "));
}
