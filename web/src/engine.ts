import type { Answer, Question } from "./engine.worker";

/**
 * Asks the core, which computes in a worker so that the page stays quick. Requests and responses are JSON text as
 * `core/scenario/run.h` has them; they are answered in order. The worker starts with the first question.
 */
export class Engine {
  #started: Worker | undefined;
  #waiting = new Map<number, { answered: (answer: Answer) => void; failed: (reason: Error) => void }>();
  #asked = 0;
  #broken: Error | undefined;

  get #worker() {
    return (this.#started ??= this.#start());
  }

  #start() {
    const worker = new Worker(new URL("./engine.worker.ts", import.meta.url), { type: "module" });
    worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
      if (data.failed) return this.#fail(new Error(data.failed));
      this.#waiting.get(data.number)?.answered(data);
      this.#waiting.delete(data.number);
    });
    worker.addEventListener("error", (event) => this.#fail(new Error(event.message || "the engine did not start")));
    return worker;
  }

  async run(request: string): Promise<string> {
    return (await this.#ask(request, false)).response;
  }

  /** The response as a value. Its numbers come as they are and not as digits, which is several times quicker where there are many. */
  async answer(request: string): Promise<unknown> {
    const { response, numbers } = await this.#ask(request, true);
    return JSON.parse(response, (_, value: unknown) => (numbers && isSlice(value) ? Array.from(numbers.subarray(value.at, value.at + value.count)) : value));
  }

  #ask(request: string, withArrays: boolean): Promise<Answer> {
    if (this.#broken) return Promise.reject(this.#broken);
    const number = ++this.#asked;
    return new Promise((answered, failed) => {
      this.#waiting.set(number, { answered, failed });
      this.#worker.postMessage({ number, request, withArrays } satisfies Question);
    });
  }

  /** Ends the worker at once, whatever it computes; nothing is answered any more. */
  stop() {
    this.#started?.terminate();
    this.#fail(new Error("stopped"));
  }

  /** A worker that failed once answers nothing any more. */
  #fail(reason: Error) {
    this.#broken = reason;
    for (const { failed } of this.#waiting.values()) failed(reason);
    this.#waiting.clear();
  }
}

/** Stands in the JSON where an array of numbers was taken out. */
const isSlice = (value: unknown): value is { at: number; count: number } =>
  typeof value === "object" && value !== null && "at" in value && "count" in value;
