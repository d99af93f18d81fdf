import { css, html, LitElement, nothing, type TemplateResult } from "lit";

import type { Leads, Problem, Recalibrations } from "../border";
import type { Questions } from "../state/questions";
import { controls } from "../style/controls";
import { sections } from "../style/sections";
import "./ballast-lead";
import "./ballast-recalibration";

type Asked = "recalibration" | "lead";

/** Two questions about the same hedge, asked while they are looked at: by another rule, and opened on another day. */
export class BallastOnDemand extends LitElement {
  static override properties = { questions: { attribute: false }, recalibration: { attribute: false }, lead: { attribute: false }, opened: { state: true } };
  declare questions: Questions | undefined;
  declare recalibration: Recalibrations | undefined;
  declare lead: Leads | undefined;
  declare opened: ReadonlySet<Asked>;

  static override styles = [
    controls,
    sections,
    css`
      :host { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--space-3); }
      summary { font-weight: 600; }
      .hint { color: var(--ink-soft); font-weight: 400; }
      p { margin: var(--space-1) 0 var(--space-2); max-width: 82ch; color: var(--ink-soft); font-size: var(--type-small); text-wrap: pretty; }
      p.problem { color: var(--problem); }
    `,
  ];

  constructor() {
    super();
    this.opened = new Set();
  }

  override render() {
    const { recalibration, lead } = this;
    return html`${this.renderAsked(
      "recalibration",
      "Loyalty or motion",
      "does it pay to set the hedge anew?",
      "The whole hedge in USD, with every layer that has a target left alone between its rolls, or set anew every day, every week or when the market has moved. Motion keeps the position where it should be and pays spreads for it.",
      recalibration && html`<ballast-recalibration .report=${recalibration}></ballast-recalibration>`,
    )}
    ${this.renderAsked(
      "lead",
      "When it is opened",
      "how long before the spike, and what if after?",
      "",
      lead && html`<ballast-lead .report=${lead}></ballast-lead>`,
    )}`;
  }

  private renderAsked(asked: Asked, title: string, hint: string, about: string, answer: TemplateResult | undefined) {
    return html`<details data-asked=${asked} @toggle=${(event: Event) => this.toggled(asked, (event.target as HTMLDetailsElement).open)}>
      <summary>${title}<span class="hint">: ${hint}</span></summary>
      ${this.opened.has(asked)
        ? html`${about ? html`<p>${about}</p>` : nothing}${answer ?? nothing}${renderProblems(this.questions?.[asked].problems ?? [])}`
        : nothing}
    </details>`;
  }

  private toggled(asked: Asked, open: boolean) {
    if (open === this.opened.has(asked)) return;
    const opened = new Set(this.opened);
    if (open) opened.add(asked);
    else opened.delete(asked);
    this.opened = opened;
    this.questions?.want(asked, open);
  }
}

const renderProblems = (problems: readonly Problem[]) =>
  problems.length === 0 ? nothing : html`<p class="problem">${problems.map(({ pointer, message }) => `${pointer} ${message}`).join("; ")}.</p>`;

customElements.define("ballast-on-demand", BallastOnDemand);
