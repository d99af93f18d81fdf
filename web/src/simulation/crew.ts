import { Engine } from "../engine";

interface Job {
  request: string;
  answered: (response: string) => void;
  failed: (reason: unknown) => void;
}

/** Beyond this more workers take more memory than they save time. */
const most = 8;

/** As many engines as the machine has cores, each in a worker of its own, that take requests from one queue. They start when needed. */
export class Crew {
  readonly size = Math.min(most, Math.max(1, navigator.hardwareConcurrency || 1));
  #free: Engine[] = [];
  readonly #busy = new Set<Engine>();
  #queue: Job[] = [];

  /** The response, as JSON text. Fails when it is stopped first. */
  run(request: string): Promise<string> {
    return new Promise((answered, failed) => {
      this.#queue.push({ request, answered, failed });
      this.#work();
    });
  }

  /** Ends at once whatever is being computed or waits. Engines that have nothing to do stay. */
  stop() {
    const waiting = this.#queue;
    this.#queue = [];
    for (const { failed } of waiting) failed(new Error("stopped"));
    for (const engine of this.#busy) engine.stop();
    this.#busy.clear();
  }

  /** Ends all of it. */
  end() {
    this.stop();
    for (const engine of this.#free) engine.stop();
    this.#free = [];
  }

  #work() {
    while (this.#queue.length > 0 && this.#busy.size < this.size) {
      const job = this.#queue.shift()!;
      const engine = this.#free.pop() ?? new Engine();
      this.#busy.add(engine);
      void engine.run(job.request).then(job.answered, job.failed).finally(() => this.#done(engine));
    }
  }

  #done(engine: Engine) {
    // One that was stopped is no longer of the crew.
    if (!this.#busy.delete(engine)) return;
    this.#free.push(engine);
    this.#work();
  }
}
