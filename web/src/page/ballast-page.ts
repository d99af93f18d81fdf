import { css, html, LitElement, nothing } from "lit";

import type { SpikeLevelEvent } from "../answer/ballast-by-spike";
import "../answer/ballast-amounts";
import "../answer/ballast-by-day";
import "../answer/ballast-by-spike";
import "../answer/ballast-legs";
import "../answer/ballast-path";
import "../answer/ballast-sources";
import "../answer/ballast-layer-facts";
import "../capital/ballast-capital";
import "../compare/ballast-compare";
import "../compare/ballast-on-demand";
import type { EditEvent } from "../form/field";
import "../form/ballast-inputs";
import "../pool/ballast-pool";
import { isObject, valueAt } from "../json/pointer";
import type { Keeper } from "../state/keeper";
import { takeIn } from "../state/intake";
import { presentBook, type Questions } from "../state/questions";
import type { Shelf } from "../state/shelf";
import type { Workbench } from "../state/workbench";
import { controls } from "../style/controls";
import "./ballast-footer";
import "./ballast-header";
import "./ballast-problems";
import { revealField } from "./reveal";

/** What the page shows. */
export interface Shown {
  workbench: Workbench;
  shelf: Shelf;
  questions: Questions;
  keeper: Keeper;
}

/** So long after the last change a screen reader is told the new sentence, ms. */
const restful = 900;

/** The calculator: the scenario on one side, the answer on the other, and what is wrong above both. */
export class BallastPage extends LitElement {
  static override properties = { shown: { state: true }, hovering: { state: true }, spoken: { state: true } };
  declare shown: Shown | undefined;
  declare hovering: boolean;
  /** The sentence for who listens: it follows once the sliders rest. */
  declare spoken: string;
  #stop: (() => void) | undefined;

  static override styles = [
    controls,
    css`
      .page { max-width: 1560px; margin: 0 auto; padding: 0 var(--space-4) var(--space-4); }
      main {
        display: grid; column-gap: var(--space-5); row-gap: var(--space-4);
        grid-template-columns: minmax(300px, 352px) minmax(0, 1fr);
        grid-template-areas: "inputs sentence" "inputs charts" "inputs path" "inputs more";
        grid-template-rows: auto auto auto 1fr;
      }
      .inputs { grid-area: inputs; align-self: start; position: sticky; top: 0; max-height: 100vh; overflow-y: auto; overscroll-behavior: contain;
                padding: var(--space-3) var(--space-3) var(--space-5) 2px; scrollbar-gutter: stable; scrollbar-width: thin; }
      .sentence { grid-area: sentence; display: grid; grid-template-columns: minmax(0, 1fr) auto; column-gap: var(--space-4); align-items: start; padding-top: var(--space-3); }
      .words { min-height: calc(4 * 1.32 * var(--type-answer)); }
      main > section { position: relative; }
      .which { margin: 0 0 var(--space-1); color: var(--ink-soft); font-size: var(--type-small); }
      .summary { margin: 0; font: 400 var(--type-answer) / 1.32 var(--type-voice); text-wrap: pretty; font-variant-numeric: lining-nums; }
      .charts { grid-area: charts; display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 350px), 1fr)); gap: var(--space-4) var(--space-5); --title-lines: 2.6em; }
      .path { grid-area: path; display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 230px), 1fr)); gap: var(--space-4); }
      .more { grid-area: more; display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--space-4); align-content: start; min-width: 0; }
      /* Grey rather than faint, so that it can still be read. */
      .stale { --ink: var(--ink-stale); --ink-soft: var(--ink-stale); color: var(--ink); filter: grayscale(1); }
      .old { margin: 0 0 var(--space-1); color: var(--problem); font-size: var(--type-small); font-weight: 600; }
      ballast-amounts { min-width: 340px; min-height: 160px; }
      .drop { position: fixed; inset: 0; z-index: 3; display: grid; place-items: center; background: color-mix(in srgb, var(--paper) 85%, transparent);
              border: 3px dashed var(--accent); font-size: var(--type-title); pointer-events: none; }

      @media (max-width: 1180px) and (min-width: 900px) {
        .sentence { grid-template-columns: minmax(0, 1fr); }
        ballast-amounts { margin-top: var(--space-3); }
      }
      @media (max-width: 899px) {
        .page { padding-inline: var(--space-3); }
        main { display: flex; flex-direction: column; align-items: stretch; gap: var(--space-4); }
        main > * { min-width: 0; }
        .sentence { display: contents; }
        .words { min-height: calc(6 * 1.32 * var(--type-answer)); padding-top: var(--space-3); }
        .amounts { position: sticky; top: 0; z-index: 2; margin-inline: calc(-1 * var(--space-3)); padding: var(--space-2) var(--space-3);
                   background: var(--paper); box-shadow: 0 1px 0 var(--line-strong); min-height: 112px; }
        ballast-amounts { min-width: 0; min-height: 96px; }
        .charts { --title-lines: 0; }
        .inputs { position: static; max-height: none; overflow: visible; padding: var(--space-4) 0; border-block: 1px solid var(--line-strong); }
      }
    `,
  ];

  constructor() {
    super();
    this.hovering = false;
    this.spoken = "";
  }

  /** Gives the page what it shows. */
  show(shown: Shown) {
    this.shown = shown;
    const { workbench, shelf, questions } = shown;
    for (const beside of [shelf, questions]) beside.addEventListener("change", () => this.requestUpdate());
    let rest: ReturnType<typeof setTimeout>;
    workbench.addEventListener("change", () => {
      this.requestUpdate();
      clearTimeout(rest);
      rest = setTimeout(() => (this.spoken = workbench.answered?.report.summary ?? ""), restful);
    });
    this.#stop = takeIn(workbench, (hovering) => (this.hovering = hovering));
  }

  /** Whether everything that was asked is answered and the address says so; for tests. */
  get settled() {
    return this.shown && [this.shown.workbench, this.shown.questions, this.shown.keeper].every(({ resting }) => resting);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#stop?.();
  }

  override render() {
    const { workbench, keeper, shelf, questions } = this.shown ?? {};
    const report = workbench?.answered?.report;
    const stale = workbench?.stale ?? false;
    const dim = stale ? "stale" : "";
    return html`<div class="page" @edit=${this.edited} @spike-level=${this.spikeMoved} @keep-book=${this.keepBook}>
      <ballast-header .workbench=${workbench} .keeper=${keeper} .state=${workbench?.scenario}></ballast-header>
      <ballast-problems
        .problems=${workbench?.problems ?? []}
        .refusal=${workbench?.refusal}
        .failure=${workbench?.failure}
        @reveal=${(event: CustomEvent<string>) => revealField(this, event.detail)}
        @dismiss=${() => workbench?.dismissRefusal()}
      ></ballast-problems>
      <main>
        <section class="sentence" aria-label="The answer">
          <h2 class="unseen">The answer</h2>
          <div class="words">
            <p class=${stale ? "old" : "which"}>${stale ? "The scenario has problems: this is the answer to the last one that had none." : this.about()}</p>
            <p class="summary ${dim}">${report?.summary ?? "\u00a0"}</p>
            <p class="unseen" role="status">${this.spoken}</p>
          </div>
          <div class="amounts ${dim}"><ballast-amounts .report=${report}></ballast-amounts></div>
        </section>
        <section class="charts ${dim}" aria-label="Profit and loss">
          <ballast-by-day .report=${report}></ballast-by-day>
          <ballast-by-spike .report=${report}></ballast-by-spike>
        </section>
        <section class="inputs" aria-label="The scenario" tabindex="-1">
          <ballast-inputs .schema=${workbench?.schema} .scenario=${workbench?.scenario ?? {}} .problems=${workbench?.problems ?? []}></ballast-inputs>
        </section>
        <section class="path ${dim}" aria-label="What happens to market and pool">
          <ballast-path view="vix" .report=${report}></ballast-path>
          <ballast-path view="token" .report=${report}></ballast-path>
          <ballast-path view="loss" .report=${report}></ballast-path>
        </section>
        <div class="more">
          <ballast-compare class=${dim} .shelf=${shelf} .kept=${shelf?.kept} .comparison=${questions?.comparison.report} .problems=${questions?.comparison.problems ?? []}
            @open-book=${(event: CustomEvent<number>) => this.openBook(event.detail)}></ballast-compare>
          <ballast-pool class=${dim} .report=${report} .answered=${workbench?.answered?.scenario} .scenario=${workbench?.scenario ?? {}} .schema=${workbench?.schema}></ballast-pool>
          <ballast-capital class=${dim} .report=${report}></ballast-capital>
          <ballast-layer-facts class=${dim} .report=${report}></ballast-layer-facts>
          <ballast-on-demand class=${dim} .questions=${questions} .recalibration=${questions?.recalibration.report} .lead=${questions?.lead.report}></ballast-on-demand>
          <ballast-legs class=${dim} .report=${report}></ballast-legs>
          <ballast-sources .defaults=${report?.defaults ?? []}></ballast-sources>
        </div>
      </main>
      <ballast-footer .version=${workbench?.version ?? ""}></ballast-footer>
      ${this.hovering ? html`<div class="drop">Drop the scenario to open it</div>` : nothing}
    </div>`;
  }

  /** The scenario's own name, and whether it still is what came in the box. */
  private about() {
    const workbench = this.shown?.workbench;
    if (!workbench) return "\u00a0";
    const name = valueAt(workbench.scenario, "/name");
    const changed = workbench.preset && workbench.preset.scenario !== workbench.scenario;
    return `${typeof name === "string" ? name : "Your scenario"}${changed ? ", changed" : ""}`;
  }

  private edited({ detail: { pointer, value } }: EditEvent) {
    void this.shown?.workbench.edit(pointer, value);
  }

  private keepBook() {
    if (!this.shown) return;
    const { name, book } = presentBook(this.shown.workbench);
    this.shown.shelf.keep(book, name);
    void this.updateComplete.then(() => this.renderRoot.querySelector("ballast-compare")?.scrollIntoView({ block: "nearest" }));
  }

  /** A book from the shelf comes on the table; the one that lay there takes its place, unless the shelf has it already. */
  private openBook(index: number) {
    if (!this.shown) return;
    const { workbench, shelf } = this.shown;
    const present = presentBook(workbench);
    const lies = JSON.stringify(present.book);
    const kept = shelf.kept.books.some(({ book }) => JSON.stringify(book) === lies);
    const taken = kept ? shelf.kept.books[index] : shelf.exchange(index, present);
    if (taken) void workbench.edit("/book", taken.book);
  }

  /** The spike was dragged along the curve, which knows levels only. */
  private spikeMoved({ detail: level }: SpikeLevelEvent) {
    const spike = valueAt(this.shown?.workbench.scenario, "/path/spike");
    const { multiple: _, ...kept } = isObject(spike) ? spike : {};
    void this.shown?.workbench.edit("/path/spike", { ...kept, vix_to: level });
  }
}

customElements.define("ballast-page", BallastPage);
