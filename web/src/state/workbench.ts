import type { Evaluation, Grid, Preset, Problem, Response, Schema } from "../border";
import { valueAt, withValue, type Json, type JsonObject } from "../json/pointer";
import { Asked } from "./asked";
import { Latest } from "./latest";

/** Who answers: a request as JSON text, the response as a value. */
export interface Answering {
  answer(request: string): Promise<unknown>;
  /** The response as the core wrote it. */
  run(request: string): Promise<string>;
}

/** A report and the scenario it answers. */
export interface Answered {
  scenario: JsonObject;
  report: Evaluation;
}

/** Something that was not opened, and why. */
export interface Refusal {
  what: string;
  problems: Problem[];
}

/** Where problems of the scenario point: inside the request it is sent with. */
const scenarioPointer = "/scenario";

/**
 * The scenario being worked on and the last good answer to it. Every change asks the core again; while it answers, only the newest
 * change waits. Fires `change` whenever anything here is new.
 */
export class Workbench extends EventTarget {
  presets: readonly Preset[] = [];
  schema: Schema | undefined;
  gridSchema: Schema | undefined;
  /** Of everything that can be asked. */
  requestSchema: Schema | undefined;
  version = "";
  /** Id of the preset that the scenario began with, or "". */
  base = "";
  scenario: JsonObject = {};
  /** What is asked of it besides. */
  readonly asked = new Asked();
  /** What is wrong with the scenario; its pointers begin at the scenario. */
  problems: Problem[] = [];
  answered: Answered | undefined;
  /** Pointer of the field that was edited last. */
  edited = "";
  refusal: Refusal | undefined;
  /** Why the engine does not run at all. */
  failure: string | undefined;

  readonly #engine: Answering;
  readonly #latest: Latest<JsonObject>;
  #opening = 0;

  constructor(engine: Answering) {
    super();
    this.#engine = engine;
    this.#latest = new Latest((scenario) => this.#evaluate(scenario));
  }

  /** Asks the core what there is to ask. */
  async start() {
    const [schema, presets] = await Promise.all([this.#ask<Schema>({ task: "request_schema" }), this.#ask<Preset[]>({ task: "presets" })]);
    this.version = presets.ballast;
    this.schema = schema.report?.properties?.scenario;
    this.requestSchema = schema.report;
    this.gridSchema = schema.report?.properties?.grid;
    this.presets = presets.report ?? [];
  }

  /** Whether nothing is being asked. */
  get resting() {
    return this.#latest.resting && this.#opening === 0;
  }

  get preset() {
    return this.presets.find(({ id }) => id === this.base);
  }

  /** Whether the answer that is shown is of an earlier scenario than the one in the form. */
  get stale() {
    return this.problems.length > 0 && this.answered?.scenario !== this.scenario;
  }

  /** Levels of the curve that the answer was asked with, where they are not the core's own. */
  get grid() {
    return gridOf(this.gridSchema, this.answered?.report);
  }

  edit(pointer: string, value: Json | undefined) {
    this.edited = pointer;
    this.scenario = withValue(this.scenario, pointer, value);
    this.#changed("edit");
    return this.#latest.push(this.scenario);
  }

  open(base: string, scenario: JsonObject) {
    this.base = base;
    this.scenario = scenario;
    this.refusal = undefined;
    this.#changed("open");
    return this.#latest.push(scenario);
  }

  /** Puts back a scenario that lay here before; unlike opening one it is no new step in the history of the browser. */
  put(base: string, scenario: JsonObject) {
    this.base = base;
    this.scenario = scenario;
    this.edited = "";
    this.#changed("edit");
    return this.#latest.push(scenario);
  }

  /**
   * Opens a scenario from text, whatever it is. One that can be shown in the form is opened with its problems, so that they can be
   * mended at their fields; anything else is refused and nothing changes.
   */
  async openText(text: string | Promise<string>, what: string): Promise<void> {
    ++this.#opening;
    try {
      await this.#openText(await text, what);
    } catch (error) {
      this.fail(error);
    } finally {
      --this.#opening;
    }
  }

  async #openText(text: string, what: string) {
    const scenario = parsedObject(text);
    // As it was given, so that the core sees what a parser would hide, such as a key given twice.
    const response = await this.#answer<Evaluation>(scenario ? `{"task":"evaluate","scenario":${text}}` : text);
    if (scenario && response.task !== "") return this.open("", scenario);
    const problems = fromScenario(response.problems).filter(({ pointer }) => pointer !== "/task");
    this.refuse(what, problems.length > 0 ? problems : [{ pointer: "", message: "must be an object: a scenario", value: null }]);
  }

  /** The core's response to the scenario as it stands, to the byte. */
  response(): Promise<string> {
    return this.#engine.run(JSON.stringify({ task: "evaluate", scenario: this.scenario, ...this.grid }));
  }

  refuse(what: string, problems: Problem[]) {
    this.refusal = { what, problems };
    this.#changed("refusal");
  }

  dismissRefusal() {
    this.refusal = undefined;
    this.#changed("refusal");
  }

  async #evaluate(scenario: JsonObject) {
    try {
      const { grid } = this;
      const response = await this.#ask<Evaluation>({ task: "evaluate", scenario, ...grid });
      this.problems = fromScenario(response.problems);
      if (response.report) this.answered = { scenario, report: response.report };
      // The spike may lie beyond the levels that were asked for: then ask once more with levels that reach it.
      const wanted = gridOf(this.gridSchema, response.report);
      if (response.report && wanted?.grid.vix_to !== grid?.grid.vix_to) this.#latest.push(scenario);
    } catch (error) {
      return this.fail(error);
    }
    this.#changed("answer");
  }

  /** Nothing can be answered any more, and why. */
  fail(error: unknown) {
    this.failure = error instanceof Error ? error.message : String(error);
    this.#changed("answer");
  }

  #ask<Report>(request: object) {
    return this.#answer<Report>(JSON.stringify(request));
  }

  async #answer<Report>(request: string) {
    return (await this.#engine.answer(request)) as Response<Report>;
  }

  #changed(what: "edit" | "open" | "answer" | "refusal") {
    this.dispatchEvent(new CustomEvent("change", { detail: what }));
  }
}

function parsedObject(text: string): JsonObject | undefined {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === "object" && json !== null && !Array.isArray(json) ? (json as JsonObject) : undefined;
  } catch {
    return undefined;
  }
}

const fromScenario = (problems: Problem[]) =>
  problems.map((problem) =>
    problem.pointer === scenarioPointer || problem.pointer.startsWith(scenarioPointer + "/")
      ? { ...problem, pointer: problem.pointer.slice(scenarioPointer.length) }
      : problem,
  );

/** Levels of the curve: the core's own, or further up where the spike lies beyond them. */
function gridOf(schema: Schema | undefined, report: Evaluation | undefined): { grid: Grid } | undefined {
  const top = Number(valueAt(schema?.properties?.vix_to as Json | undefined, "/default"));
  const from = Number(schema?.properties?.vix_from?.default);
  const spike = report?.spike?.vix_to ?? 0;
  if (!(spike > top)) return undefined;
  const reach = Math.min(Math.ceil((spike * 1.1) / 50) * 50, schema?.properties?.vix_to?.maximum ?? Infinity);
  return { grid: { vix_from: from, vix_to: reach, points: Number(schema?.properties?.points?.default) } };
}
