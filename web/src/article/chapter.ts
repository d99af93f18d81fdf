import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";

import { SpikeLevelEvent } from "../answer/ballast-by-spike";
import type { Evaluation, Problem, Schema } from "../border";
import type { EditEvent } from "../form/field";
import { members, schemaAt } from "../form/schema";
import { labelOf } from "../form/wording";
import "../glossary/ballast-term";
import { valueAt, withValue, type JsonObject } from "../json/pointer";
import type { ShownOnPage } from "../page/shown";
import { offered } from "../page/views";
import { controls } from "../style/controls";
import type { Question } from "./question";
import "./ballast-live-number";
import { chapterEngine } from "./engines";
import { ownPointer } from "./variation";

/** What is said of a number in a sentence. */
export interface LiveNumber {
  label: string;
  unit?: string;
  unset?: string;
  /** Shown while the scenario leaves the number open. */
  otherwise?: number;
}

/** One question of the article: a text with numbers that can be changed in it, and a figure that answers. */
export abstract class Chapter extends LitElement {
  static override properties = { shown: { attribute: false }, scenario: { attribute: false }, report: { attribute: false }, problems: { attribute: false }, own: { state: true } };
  declare shown: ShownOnPage;
  /** As it is shared with the instrument. */
  declare scenario: JsonObject;
  /** The main answer to it. */
  declare report: Evaluation | undefined;
  /** Why the main answer is one to an earlier scenario, where it is. */
  declare problems: readonly Problem[];
  /** What the shared scenario has no place for. */
  declare own: JsonObject;

  static override styles = [
    controls,
    css`
      section { display: grid; grid-template: "lead figure" auto "text figure" 1fr / minmax(0, calc(0.7 * var(--measure))) minmax(0, 1fr); column-gap: var(--space-5); padding: var(--space-5) 0; border-top: 1px solid var(--line); }
      h2 { margin: 0 0 var(--space-3); font: 600 var(--type-title) / 1.2 var(--type-voice); letter-spacing: -0.01em; text-wrap: balance; }
      h2 small { color: var(--ink-soft); font: inherit; font-weight: 400; margin-right: 0.3em; }
      .lead { grid-area: lead; }
      .rest { grid-area: text; }
      .text { font: 400 var(--type-read) / 1.6 var(--type-voice); font-variant-numeric: lining-nums tabular-nums; text-wrap: pretty; }
      .text p { margin: 0 0 0.9em; }
      .text b { font-weight: 650; }
      .text .on { font-family: var(--type-face); font-size: var(--type-body); }
      .on a { display: inline-block; min-height: 24px; }
      .text a { color: var(--accent); text-underline-offset: 2px; }
      .figure { grid-area: figure; align-self: start; position: sticky; top: var(--space-3); min-height: 400px; }
      .stale { --ink: var(--ink-stale); --ink-soft: var(--ink-stale); filter: grayscale(1); }
      @media (max-width: 1023px) {
        /* The figure follows what can be changed, so that both are in sight. */
        section { grid-template: "lead" auto "figure" auto "text" auto / minmax(0, 1fr); padding: var(--space-4) 0; max-width: var(--measure); margin-inline: auto; }
        .figure { position: static; margin-bottom: var(--space-3); }
      }
    `,
  ];

  /** How near to the window a chapter comes before it asks. */
  protected readonly nearness: string = "1200px";
  readonly #asked: Question<unknown>[] = [];
  readonly #sight = new IntersectionObserver(([entry]) => this.sighted(entry?.isIntersecting ?? false), { rootMargin: this.margin });
  #near = false;
  #due = true;

  constructor() {
    super();
    this.own = {};
    this.problems = [];
    this.addEventListener("edit", (event) => this.edited(event as EditEvent));
  }

  private get margin() {
    return `${this.nearness} 0px`;
  }

  protected abstract readonly number: number;
  protected abstract readonly question: string;
  /** What is asked about, with most of its numbers. */
  protected abstract renderLead(): TemplateResult;
  /** What the figure says, and what follows from it. */
  protected abstract renderText(): TemplateResult | typeof nothing;
  protected abstract renderFigure(): TemplateResult;
  /** Where the instrument goes on, and how the link is worded. */
  protected abstract readonly onward: { views: readonly string[]; words: string };
  /** Asks what the chapter shows, besides the main report. */
  protected abstract ask(scenario: JsonObject): void;

  /** A question of this chapter's; the page knows that it is asked. */
  protected questions<Asking extends Question<unknown>[]>(...asked: Asking) {
    this.#asked.push(...asked);
  }

  protected readonly engine = chapterEngine;

  override connectedCallback() {
    super.connectedCallback();
    this.#sight.observe(this);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#sight.disconnect();
    for (const each of this.#asked) this.shown?.asking.delete(each);
  }

  private sighted(near: boolean) {
    this.#near = near;
    if (near && this.#due) this.inquire();
  }

  protected override updated(changed: PropertyValues<this>) {
    if (changed.has("scenario") || changed.has("own")) this.#due = true;
    if (this.#near && this.#due) this.inquire();
  }

  private inquire() {
    if (!this.shown || Object.keys(this.scenario).length === 0) return;
    this.#due = false;
    for (const each of this.#asked) this.shown.asking.add(each);
    this.ask(this.scenario);
  }

  /** What is the chapter's own is changed here; everything else is the page's. */
  private edited(event: EditEvent) {
    const { pointer, value } = event.detail;
    if (pointer.startsWith(ownPointer + "/")) {
      event.stopPropagation();
      this.own = withValue(this.own, pointer.slice(ownPointer.length), value);
    } else if (pointer === "/path/spike/vix_to" && typeof value === "number") {
      // A spike that is given as a multiple becomes one that is given as a level.
      event.stopPropagation();
      this.dispatchEvent(new SpikeLevelEvent(value));
    }
  }

  /** A number of the shared scenario, or of what is the chapter's own, in the text; `shown` stands for it where the answer took another. */
  protected live(pointer: string, { label, unit = "", unset = "none", otherwise }: LiveNumber, schema = this.schemaOf(pointer), shown?: number) {
    const within = pointer.startsWith(ownPointer + "/") ? valueAt(this.own, pointer.slice(ownPointer.length)) : valueAt(this.scenario, pointer);
    const standard = schema?.default;
    const value = [shown, within, otherwise, standard].find((each) => typeof each === "number");
    if (!schema) return nothing;
    return html`<ballast-live-number .pointer=${pointer} .value=${value as number | undefined} .schema=${schema} .label=${label} .unit=${unit} .unset=${unset}></ballast-live-number>`;
  }

  protected schemaOf(pointer: string): Schema | undefined {
    const { schema } = this.shown.workbench;
    const [of, value, within] = pointer.startsWith(ownPointer + "/layer")
      ? [schema?.properties?.book?.items, members(this.own.layer), pointer.slice((ownPointer + "/layer").length)]
      : [schema, this.scenario, pointer];
    return of && schemaAt(of, value, within);
  }

  protected liveSpike() {
    return this.live("/path/spike/vix_to", { label: "VIX rises to", unset: "nowhere yet", ...(this.report?.spike ? { otherwise: this.report.spike.vix_to } : {}) });
  }

  protected get kindOfPool() {
    return members(this.scenario.pool).kind ?? "constant_product";
  }

  override render() {
    if (!this.shown || !this.report) return nothing;
    const { views, words } = this.onward;
    const { viewing } = this.shown;
    const view = views.find((each) => offered.some(({ id }) => id === each)) ?? "what-if";
    return html`<section aria-labelledby="question">
      <div class="text lead">
        <h2 id="question"><small>${this.number}</small>${this.question}</h2>
        ${this.renderLead()}
        ${this.problems.length > 0
          ? html`<p class="problem on">This does not go together: ${this.problems.map(({ pointer, message }) => `${labelOf(pointer)} ${message}`).join("; ")}. What is shown is the last that did.</p>`
          : nothing}
      </div>
      <div class="figure ${this.problems.length > 0 ? "stale" : ""}">${this.renderFigure()}</div>
      <div class="text rest">
        ${this.renderText()}
        <p class="on"><a href=${viewing.addressOf(view)} @click=${(event: MouseEvent) => this.go(event, view)}>${words}</a></p>
      </div>
    </section>`;
  }

  private go(event: MouseEvent, view: string) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.shown.viewing.go(view);
    scrollTo(0, 0);
  }
}

/** Why a chapter's question has no answer, where it has none. */
export const problemsOf = (asked: Question<unknown>) =>
  asked.problems.length === 0 ? nothing : html`<p class="problem">This cannot be answered for the scenario as it stands: ${asked.problems.map(({ message }) => message).join("; ")}.</p>`;
