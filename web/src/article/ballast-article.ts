import { css, html, LitElement, nothing, type PropertyValues } from "lit";

import type { Problem } from "../border";
import { valueAt, type JsonObject } from "../json/pointer";
import { afterFrame } from "../page/after-frame";
import type { ShownOnPage } from "../page/shown";
import { controls } from "../style/controls";
import "./ballast-calls-chapter";
import "./ballast-calm-chapter";
import "./ballast-condor-chapter";
import "./ballast-sizing-chapter";
import "./ballast-spike-chapter";
import "./ballast-strip-chapter";

const none: readonly Problem[] = [];

/** What hedges of impermanent loss do, in six questions, each answered by a figure of the scenario that is on the table. */
export class BallastArticle extends LitElement {
  static override properties = { shown: { attribute: false }, further: { state: true } };
  declare shown: ShownOnPage | undefined;
  /** Whether the chapters after the first are there. They let it be drawn before them. */
  declare further: boolean;
  #stop = new AbortController();
  #begun = false;

  static override styles = [
    controls,
    css`
      .lead { max-width: var(--measure); padding: var(--space-5) 0 var(--space-4); font: 400 var(--type-heading) / 1.55 var(--type-voice); text-wrap: pretty; }
      h2 { margin: 0 0 var(--space-3); font: 600 var(--type-front) / 1.12 var(--type-voice); letter-spacing: -0.015em; text-wrap: balance; }
      .lead p { margin: 0 0 0.7em; }
      .lead .which { font: 400 var(--type-small) / 1.5 var(--type-face); color: var(--ink-soft); }
      .sample { color: var(--accent); font-weight: 600; border-bottom: 2px dotted currentColor; }
      @media (max-width: 1023px) {
        .lead { max-width: var(--measure); margin-inline: auto; padding: var(--space-4) 0 var(--space-3); }
      }
    `,
  ];

  constructor() {
    super();
    this.further = false;
  }

  override connectedCallback() {
    super.connectedCallback();
    this.follow();
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has("shown")) this.follow();
  }

  private follow() {
    this.#stop.abort();
    this.#stop = new AbortController();
    this.shown?.workbench.addEventListener("change", () => this.requestUpdate(), { signal: this.#stop.signal });
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#stop.abort();
  }

  protected override async updated() {
    if (this.#begun || !this.shown?.workbench.answered) return;
    this.#begun = true;
    await afterFrame(this.shown.asking);
    this.further = true;
  }

  override render() {
    const { shown } = this;
    return html`<main>
      <div class="lead">
        <h2>When volatility spikes</h2>
        <p>
          A pool holds a token that follows volatility, and dollars. One day volatility leaps. What do you lose, what would a hedge give back, and what did it cost until then?
        </p>
        <p>Six questions. Drag any <span class="sample">number like this</span> sideways: the text and the figures follow.</p>
        <p class="which">${shown?.workbench.answered ? this.about(shown.workbench.scenario) : nothing}</p>
      </div>
      ${shown?.workbench.answered ? this.renderChapters(shown) : nothing}
    </main>`;
  }

  private about(scenario: JsonObject) {
    const name = valueAt(scenario, "/name");
    return `The scenario is ${typeof name === "string" && name ? `“${name}”` : "your own"}; the instrument works on the same one. Loss is measured against holding. A model, not advice.`;
  }

  private renderChapters(shown: ShownOnPage) {
    const { scenario, answered, stale } = shown.workbench;
    const problems = stale ? shown.workbench.problems : none;
    const report = answered?.report;
    const further = () => html`<ballast-calm-chapter .shown=${shown} .scenario=${scenario} .report=${report} .problems=${problems}></ballast-calm-chapter>
      <ballast-condor-chapter .shown=${shown} .scenario=${scenario} .report=${report} .problems=${problems}></ballast-condor-chapter>
      <ballast-calls-chapter .shown=${shown} .scenario=${scenario} .report=${report} .problems=${problems}></ballast-calls-chapter>
      <ballast-strip-chapter .shown=${shown} .scenario=${scenario} .report=${report} .problems=${problems}></ballast-strip-chapter>
      <ballast-sizing-chapter .shown=${shown} .scenario=${scenario} .report=${report} .problems=${problems}></ballast-sizing-chapter>`;
    return html`<ballast-spike-chapter .shown=${shown} .scenario=${scenario} .report=${report} .problems=${problems}></ballast-spike-chapter>
      ${this.further ? further() : nothing}`;
  }
}

customElements.define("ballast-article", BallastArticle);
