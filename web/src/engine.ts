import { openChannel, type Channel } from "./channel";
import type { Answer, Module } from "./question";

/**
 * Asks the core, which computes beside the page. Requests and responses are JSON text as `core/scenario/run.h` has them; they are
 * answered in order. It starts with the first question.
 */
export class Engine {
  readonly #module: Module;
  readonly #compiled: (() => Promise<WebAssembly.Module | undefined>) | undefined;
  #opened: Channel | undefined;
  #waiting = new Map<number, { answered: (answer: Answer) => void; failed: (reason: Error) => void }>();
  #asked = 0;
  #broken: Error | undefined;

  /**
   * @param module "what-if" loads sooner, and answers what the first screen asks and no more
   * @param compiled gives the module, where several engines share it
   */
  constructor(module: Module = "everything", compiled?: () => Promise<WebAssembly.Module | undefined>) {
    this.#module = module;
    this.#compiled = compiled;
  }

  get #channel() {
    return (this.#opened ??= openChannel(this.#module, { answered: (answer) => this.#answered(answer), broken: (reason) => this.#fail(reason) }, this.#compiled?.()));
  }

  async run(request: string): Promise<string> {
    return (await this.#ask(request, false)).response;
  }

  /** The response as a value. Its numbers come as they are and not as digits, which is several times quicker where there are many. */
  async answer(request: string): Promise<unknown> {
    const { response, numbers } = await this.#ask(request, true);
    const value: unknown = JSON.parse(response);
    return numbers ? withArrays(value, numbers) : value;
  }

  #ask(request: string, withArrays: boolean): Promise<Answer> {
    if (this.#broken) return Promise.reject(this.#broken);
    const number = ++this.#asked;
    return new Promise((answered, failed) => {
      this.#waiting.set(number, { answered, failed });
      this.#channel.send({ number, request, withArrays });
    });
  }

  #answered(answer: Answer) {
    if (answer.failed) return this.#fail(new Error(answer.failed));
    this.#waiting.get(answer.number)?.answered(answer);
    this.#waiting.delete(answer.number);
  }

  /** Ends it at once, whatever it computes; nothing is answered any more. */
  stop() {
    this.#opened?.close();
    this.#fail(new Error("stopped"));
  }

  /** An engine that failed once answers nothing any more. */
  #fail(reason: Error) {
    this.#broken = reason;
    for (const { failed } of this.#waiting.values()) failed(reason);
    this.#waiting.clear();
  }
}

/** Stands in the JSON where an array of numbers was taken out. */
interface Slice {
  at: number;
  count: number;
}
const isSlice = (value: object): value is Slice => "at" in value && "count" in value;

/** Puts the arrays back in place. A walk of its own, since a reviver is called for every number too and takes five times as long. */
function withArrays(value: unknown, numbers: Float64Array): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (isSlice(value)) return Array.from(numbers.subarray(value.at, value.at + value.count));
  for (const [key, part] of Object.entries(value)) {
    if (typeof part === "object") (value as Record<string, unknown>)[key] = withArrays(part, numbers);
  }
  return value;
}
