/** Key of the page's address (its query) that says what is looked at. */
const key = "view";

/** Which part of the page is looked at. It stands in the address beside the scenario, and Back returns to the one before. Fires `change`. */
export class Viewing extends EventTarget {
  readonly #known: readonly string[];
  readonly #bare: string;
  readonly #withScenario: string;

  /**
   * @param known what can be looked at
   * @param bare what a visit begins with that brings nothing
   * @param withScenario what an address shows that names a scenario alone
   */
  constructor(known: readonly string[], bare: string, withScenario: string) {
    super();
    this.#known = known;
    this.#bare = bare;
    this.#withScenario = withScenario;
    // The scenario comes into the address with the first change and must not change what is looked at.
    if (this.#named === undefined && location.hash === "") this.#write("replaceState", bare);
    addEventListener("popstate", () => this.dispatchEvent(new Event("change")));
  }

  get current(): string {
    return this.#named ?? (location.hash === "" ? this.#bare : this.#withScenario);
  }

  /** The address of the page as it stands, with another view. */
  addressOf(view: string): string {
    const url = new URL(location.href);
    url.searchParams.set(key, view);
    return url.href;
  }

  go(view: string) {
    if (view === this.current) return;
    this.#write("pushState", view);
    this.dispatchEvent(new Event("change"));
  }

  get #named(): string | undefined {
    const named = new URLSearchParams(location.search).get(key);
    return named !== null && this.#known.includes(named) ? named : undefined;
  }

  #write(how: "pushState" | "replaceState", view: string) {
    history[how](null, "", this.addressOf(view));
  }
}
