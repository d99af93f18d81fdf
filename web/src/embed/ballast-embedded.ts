import { css, html, LitElement, nothing, type PropertyValues } from "lit";

import type { SpikeLevelEvent } from "../answer/ballast-by-spike";
import { spikeAt } from "../answer/spike-level";
import type { Evaluation, Problem } from "../border";
import type { EditEvent } from "../form/field";
import { schemaAt } from "../form/schema";
import { tabOf } from "../instrument/tabs";
import type { JsonObject } from "../json/pointer";
import { readable } from "../state/address";
import type { GoEvent } from "../page/go";
import type { ReachEvent } from "../page/reach";
import { fieldAt, revealField, type RevealEvent } from "../page/reveal";
import type { Shown } from "../page/shown";
import { presentBook, Questions } from "../state/questions";
import { Shelf } from "../state/shelf";
import { Workbench } from "../state/workbench";
import { controls } from "../style/controls";
import type { Asked } from "./attributes";
import type { BallastEmbeddedInstrument } from "./ballast-embedded-instrument";
import { engineAtHand, engineBeside } from "./engine-at-hand";
import { figures, figuresByDefault } from "./figures";
import { openAsked, nameOf, words } from "./opening";
import { embeddedTokens } from "./tokens";

export const tokens = embeddedTokens();

/** What an embedding page hears with every new answer. */
export interface EmbeddedAnswer {
  scenario: JsonObject;
  report: Evaluation;
}

/** What stands inside a `<ballast-hedge>`: the figures it asks for, over a scenario of its own, with the fields it lets a reader change. */
export class BallastEmbedded extends LitElement {
  static override properties = { asked: { attribute: false }, round: { state: true } };
  declare asked: Asked;
  declare round: number;

  readonly #home: URL;
  readonly #workbench = new Workbench(engineAtHand);
  readonly #shown: Shown;
  readonly #loaded = new Map<string, boolean>();
  #started: Promise<void> | undefined;
  #opened: string | undefined;
  #said: unknown;
  #told = "";
  #foreseen: string | undefined;

  static override styles = [
    controls,
    css`
      :host {
        display: block; container-type: inline-size; color: var(--ink); background: var(--paper);
        font: 400 var(--type-body) / 1.45 var(--type-face); font-style: normal; letter-spacing: normal; word-spacing: normal; text-transform: none; text-align: start;
        text-indent: 0; white-space: normal; hyphens: manual;
      }
      .frame { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--space-3); padding: var(--space-3); border: 1px solid var(--line); border-radius: var(--radius-large); }
      .summary { margin: 0; font: 400 var(--type-answer) / 1.32 var(--type-voice); text-wrap: pretty; font-variant-numeric: lining-nums; }
      .stale { --ink: var(--ink-stale); --ink-soft: var(--ink-stale); color: var(--ink); filter: grayscale(1); }
      .problems { padding: var(--space-2) var(--space-3); border: 1px solid var(--problem); border-radius: var(--radius); background: var(--problem-soft); font-size: var(--type-small); overflow-wrap: anywhere; }
      .problems ul { margin: 0; padding-left: 1.2em; }
      .fields { padding-bottom: var(--space-3); border-bottom: 1px solid var(--line); }
      footer { display: flex; flex-wrap: wrap; gap: 0 var(--space-3); justify-content: space-between; color: var(--ink-soft); font-size: var(--type-small); }
      a { color: var(--accent); text-underline-offset: 2px; }
      .which { margin: 0; color: var(--ink-soft); font-size: var(--type-small); }
    `,
  ];

  constructor(home: URL) {
    super();
    this.#home = home;
    this.asked = {};
    this.round = 0;
    const workbench = this.#workbench;
    const shelf = new Shelf();
    const questions = new Questions(engineBeside, workbench, shelf);
    this.#shown = { workbench, shelf, questions, asking: new Set() };
    workbench.addEventListener("change", () => this.#changed());
    for (const beside of [shelf, questions]) beside.addEventListener("change", () => ++this.round);
  }

  /** The last answer and the scenario it answers. */
  get answer(): EmbeddedAnswer | undefined {
    return this.#workbench.answered;
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has("asked")) return;
    const { scenario, src, preset } = this.asked;
    const wanted = JSON.stringify([scenario, src, preset]);
    if (wanted === this.#opened) return;
    this.#opened = wanted;
    void this.#open(wanted);
  }

  async #open(wanted: string) {
    try {
      await (this.#started ??= this.#workbench.start());
      // Something else may have been asked for meanwhile.
      if (wanted === this.#opened) await openAsked(this.#workbench, this.asked, () => wanted === this.#opened);
    } catch (error) {
      this.#workbench.fail(error);
    }
  }

  #changed() {
    ++this.round;
    const { answered } = this.#workbench;
    if (answered && answered !== this.#said) {
      this.#said = answered;
      this.#tell("ballast-change", answered);
    }
    const problems = this.#problems;
    const told = JSON.stringify(problems);
    if (told !== this.#told && problems.length > 0) this.#tell("ballast-problem", { problems });
    this.#told = told;
  }

  /** Everything that is wrong: with the engine, with what was to be opened, with the scenario, with what is to be shown. */
  get #problems(): Problem[] {
    const { failure, refusal, problems } = this.#workbench;
    const of = (message: string): Problem => ({ pointer: "", message, value: null });
    return [
      ...(failure ? [of(`the engine does not run: ${failure}`)] : []),
      ...(refusal ? refusal.problems.map((problem) => ({ ...problem, message: `${refusal.what} was not opened: ${problem.message}` })) : []),
      ...problems,
      ...this.#unknownFields.map((pointer) => ({ pointer, message: "there is no field of this name that could be changed here", value: null })),
      ...this.#wanted.filter((name) => !figures.has(name)).map((name) => of(`there is no view "${name}"; there are ${[...figures.keys()].join(", ")}`)),
    ];
  }

  get #unknownFields(): readonly string[] {
    const { schema, scenario } = this.#workbench;
    return schema ? this.#fields.filter((pointer) => !schemaAt(schema, scenario, pointer)) : [];
  }

  /** Pointers of the fields that a reader can change here. */
  get #fields(): readonly string[] {
    return words(this.asked.controls).filter((word) => word !== "none" && word !== "all");
  }

  get #form(): "none" | "some" | "all" {
    if (words(this.asked.controls).includes("all")) return "all";
    return this.#fields.length > 0 ? "some" : "none";
  }

  get #wanted(): readonly string[] {
    const wanted = words(this.asked.view);
    return wanted.length > 0 ? wanted : figuresByDefault;
  }

  #tell(name: string, detail: unknown) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  override render() {
    const workbench = this.#workbench;
    const problems = this.#problems;
    const report = workbench.answered?.report;
    const code = this.#codeFor(this.#wanted);
    const ready = report !== undefined && code;
    if (!ready && problems.length === 0) return nothing;
    return html`<div class="frame" @edit=${this.edited} @spike-level=${this.spikeMoved} @keep-book=${this.keepBook}
        @reach=${this.reached} @reveal=${({ detail }: RevealEvent) => revealField(this, detail)} @go=${({ detail }: GoEvent) => this.go(detail)}>
      ${problems.length > 0 ? renderProblems(problems) : nothing}
      ${ready ? html`${this.renderControls()} ${this.renderFigures(report)}` : nothing}
      ${this.renderFooter()}
    </div>`;
  }

  private renderFigures(report: Evaluation) {
    const workbench = this.#workbench;
    const name = nameOf(workbench.scenario);
    return html`${workbench.stale || name ? html`<p class="which">${workbench.stale ? "The scenario has problems: this is the answer to the last one that had none." : name}</p>` : nothing}
      ${this.#wanted.map((each) => html`<div class=${workbench.stale ? "stale" : ""} data-view=${each}>${figures.get(each)?.render(report, this.#shown) ?? nothing}</div>`)}`;
  }

  private renderControls() {
    const { schema, scenario, problems } = this.#workbench;
    if (!schema || this.#form === "none") return nothing;
    const form =
      this.#form === "all"
        ? html`<ballast-inputs .schema=${schema} .scenario=${scenario} .problems=${problems}></ballast-inputs>`
        : html`<ballast-controls .schema=${schema} .scenario=${scenario} .problems=${problems} .pointers=${this.#fields}></ballast-controls>`;
    return html`<div class="fields">${form}</div>`;
  }

  private renderFooter() {
    const { base, scenario, presets, version } = this.#workbench;
    const page = new URL("index.html", this.#home);
    if (presets.length > 0) page.hash = readable({ base, scenario }, presets);
    return html`<footer>
      <a href=${page.href} target="_blank" rel="noopener">Open in Ballast ${version}</a><span>A model, not a forecast. Educational, never advice.</span>
    </footer>`;
  }

  /** Whether the code of all that is shown is there. */
  #codeFor(wanted: readonly string[]): boolean {
    const form = this.#form === "none" || this.#has(`${this.#form} fields`, this.#form === "all" ? formOfAll : formOfSome);
    return wanted.filter((name) => figures.has(name)).map((name) => this.#has(name, figures.get(name)!.load)).every(Boolean) && form;
  }

  #has(name: string, load: () => Promise<unknown>): boolean {
    if (!this.#loaded.has(name)) {
      this.#loaded.set(name, false);
      load().then(
        () => {
          this.#loaded.set(name, true);
          ++this.round;
        },
        (error: unknown) => this.#workbench.fail(error),
      );
    }
    return this.#loaded.get(name)!;
  }

  protected override updated() {
    // From here on there is something to see, and what the page put here meanwhile may go.
    if (!this.#workbench.answered || !this.renderRoot.querySelector(".frame footer")) return;
    this.dispatchEvent(new Event("shown"));
    const open = words(this.asked.view).join();
    if (open !== this.#foreseen) whenIdle(() => this.#foresee());
    this.#foreseen = open;
  }

  /** What a reader may open next comes before it is asked for: what was shown once then goes on without a network. */
  #foresee() {
    if (!navigator.onLine) return;
    const next = this.#wanted.flatMap((name) => figures.get(name)?.next ?? []);
    for (const load of [entriesOfWords, ...next]) load().catch(() => {});
  }

  private edited({ detail: { pointer, value } }: EditEvent) {
    void this.#workbench.edit(pointer, value);
  }

  private spikeMoved({ detail: level }: SpikeLevelEvent) {
    void this.#workbench.edit("/path/spike", spikeAt(this.#workbench.scenario, level));
  }

  /** There is no page around: fields and views are those that stand here. */
  private reached(event: ReachEvent) {
    const { field, view } = event.detail;
    if ((field && !fieldAt(this, field)) || (view && !this.#placeOf(view))) event.preventDefault();
  }

  private go(view: string) {
    const instrument = this.renderRoot.querySelector<BallastEmbeddedInstrument>("ballast-embedded-instrument");
    const place = this.#placeOf(view);
    if (instrument && place?.contains(instrument)) instrument.current = view;
    place?.scrollIntoView({ block: "nearest" });
  }

  /** Where a result of the calculator stands: by itself, or among all of them. */
  #placeOf(view: string): Element | null {
    const place = (name: string) => this.renderRoot.querySelector(`[data-view="${name}"]`);
    return place(view) ?? (tabOf(view) ? place("instrument") : null);
  }

  private keepBook() {
    const { name, book } = presentBook(this.#workbench);
    this.#shown.shelf.keep(book, name);
  }
}

const entriesOfWords = () => import("../glossary/entries");
const formOfAll = () => import("../form/ballast-inputs");
const formOfSome = () => import("./ballast-controls");

/** When nothing else is to be done; not every browser says when that is. */
const whenIdle = (then: () => void) => ("requestIdleCallback" in window ? requestIdleCallback(then) : setTimeout(then, 1000));

const renderProblems = (problems: readonly Problem[]) => html`<div class="problems" role="alert">
  <ul>${problems.map(({ pointer, message }) => html`<li>${pointer ? html`<code>${pointer}</code> ` : nothing}${message}</li>`)}</ul>
</div>`;

customElements.define("ballast-embedded", BallastEmbedded);
