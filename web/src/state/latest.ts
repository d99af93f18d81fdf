/** Works on one thing at a time. What comes while it works replaces what was waiting, so that only the newest is worked on next. */
export class Latest<Value> {
  readonly #work: (value: Value) => Promise<void>;
  #waiting: { value: Value } | undefined;
  #working: Promise<void> | undefined;

  constructor(work: (value: Value) => Promise<void>) {
    this.#work = work;
  }

  get resting() {
    return this.#working === undefined;
  }

  /** Resolves when nothing waits any more. */
  push(value: Value): Promise<void> {
    this.#waiting = { value };
    return (this.#working ??= this.#drain());
  }

  async #drain() {
    while (this.#waiting) {
      const { value } = this.#waiting;
      this.#waiting = undefined;
      await this.#work(value);
    }
    this.#working = undefined;
  }
}
