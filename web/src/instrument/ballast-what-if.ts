import { css, html, LitElement } from "lit";

import "../answer/ballast-amounts";
import "../answer/ballast-by-day";
import "../answer/ballast-by-spike";
import "../answer/ballast-path";
import { localised } from "../answer/locale";
import type { Evaluation } from "../border";
import { valueAt, type JsonObject } from "../json/pointer";
import type { Workbench } from "../state/workbench";
import { controls } from "../style/controls";
import { staleness } from "../style/stale";

/** So long after the last change a screen reader is told the new sentence, ms. */
const restful = 900;

/** In a narrow window, and in a narrow column of somebody else's page. */
const narrow = css`
  /* The amounts stay in sight along the whole page, beyond this element. */
  :host, .sentence { display: contents; }
  .words { flex: none; min-height: calc(6 * 1.32 * var(--type-answer)); padding-top: var(--space-2); }
  .amounts { flex: none; position: sticky; top: 0; z-index: 2; margin-inline: calc(-1 * var(--space-3)); padding: var(--space-2) var(--space-3);
             background: var(--paper); box-shadow: 0 1px 0 var(--line-strong); min-height: 112px; }
  ballast-amounts { min-width: 0; min-height: 96px; }
  .charts { --title-lines: 0; }
`;

/** The answer to the scenario as it stands: a sentence, the amounts by layer, and the pictures that show them. */
export class BallastWhatIf extends LitElement {
  static override properties = {
    workbench: { attribute: false }, report: { attribute: false }, scenario: { attribute: false }, stale: { attribute: false }, spoken: { state: true },
  };
  declare workbench: Workbench | undefined;
  declare report: Evaluation | undefined;
  declare scenario: JsonObject;
  declare stale: boolean;
  /** The sentence for who listens: it follows once the sliders rest. */
  declare spoken: string;
  #rest: ReturnType<typeof setTimeout> | undefined;

  static override styles = [
    controls,
    staleness,
    css`
      :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--space-4); }
      section { position: relative; min-width: 0; }
      /* Side by side where there is room, whatever the window. */
      .sentence { display: flex; flex-wrap: wrap; gap: var(--space-3) var(--space-4); align-items: start; }
      .words { flex: 1 1 320px; min-height: calc(4 * 1.32 * var(--type-answer)); }
      .which { margin: 0 0 var(--space-1); color: var(--ink-soft); font-size: var(--type-small); }
      .old { margin: 0 0 var(--space-1); color: var(--problem); font-size: var(--type-small); font-weight: 600; }
      .summary { margin: 0; font: 400 var(--type-answer) / 1.32 var(--type-voice); text-wrap: pretty; font-variant-numeric: lining-nums; }
      .charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 350px), 1fr)); gap: var(--space-4) var(--space-5); --title-lines: 2.6em; }
      .path { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 230px), 1fr)); gap: var(--space-4); }
      .amounts { flex: 0 1 auto; }
      ballast-amounts { min-width: 340px; min-height: 160px; }

      @media (max-width: 899px) { ${narrow} }
      @container (max-width: 899px) { ${narrow} }
      @media print {
        .sentence { display: block; }
        .words { min-height: 0; }
        .amounts { position: static; margin: 0; box-shadow: none; min-height: 0; }
        .charts, .path { display: block; }
        .charts > *, .path > * { margin-bottom: var(--space-4); }
      }
    `,
  ];

  constructor() {
    super();
    this.spoken = "";
  }

  override willUpdate(changed: Map<string, unknown>) {
    if (!changed.has("report")) return;
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => (this.spoken = localised(this.report?.summary ?? "")), restful);
  }

  override render() {
    const { report, stale } = this;
    const dim = stale ? "stale" : "";
    return html`<section class="sentence" aria-label="The answer">
        <h2 class="unseen">The answer</h2>
        <div class="words">
          <p class=${stale ? "old" : "which"}>${stale ? "The scenario has problems: this is the answer to the last one that had none." : this.about()}</p>
          <p class="summary ${dim}">${localised(report?.summary ?? "\u00a0")}</p>
          <p class="unseen" role="status">${this.spoken}</p>
        </div>
        <div class="amounts ${dim}"><ballast-amounts .report=${report}></ballast-amounts></div>
      </section>
      <section class="charts ${dim}" aria-label="Profit and loss">
        <ballast-by-day .report=${report}></ballast-by-day>
        <ballast-by-spike .report=${report}></ballast-by-spike>
      </section>
      <section class="path ${dim}" aria-label="What happens to market and pool">
        <ballast-path view="vix" .report=${report}></ballast-path>
        <ballast-path view="token" .report=${report}></ballast-path>
        <ballast-path view="loss" .report=${report}></ballast-path>
      </section>`;
  }

  /** The scenario's own name, and whether it still is what came in the box. */
  private about() {
    const { workbench } = this;
    if (!workbench) return "\u00a0";
    const name = valueAt(workbench.scenario, "/name");
    const changed = workbench.preset && workbench.preset.scenario !== workbench.scenario;
    return `${typeof name === "string" ? name : "Your scenario"}${changed ? ", changed" : ""}`;
  }
}

customElements.define("ballast-what-if", BallastWhatIf);
