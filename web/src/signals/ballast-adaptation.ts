import { css, html, LitElement, nothing } from "lit";

import { change, usd } from "../answer/amounts";
import { localised } from "../answer/locale";
import { tables } from "../style/tables";
import type { AdaptationReport, Outcome } from "./signals";

const columns: [keyof Outcome, string][] = [
  ["total", "Total"],
  ["hedge", "Hedge"],
  ["drawdown", "Drawdown"],
  ["turnover", "Turnover"],
  ["costs", "Costs"],
];

/** The fixed and the adaptive book, in sample and out of it, and how far luck reaches. */
export class BallastAdaptation extends LitElement {
  static override properties = { report: { attribute: false } };
  declare report: AdaptationReport | undefined;

  static override styles = [
    tables,
    css`
      :host { display: block; }
      h4 { margin: var(--space-3) 0 var(--space-1); font-size: var(--type-small); }
      p { margin: 0 0 var(--space-2); max-width: 82ch; text-wrap: pretty; }
      .small { color: var(--ink-soft); font-size: var(--type-small); }
    `,
  ];

  override render() {
    const { report } = this;
    if (!report) return nothing;
    const { from, split, to } = report.history;
    return html`<p role="status">${localised(report.summary)}</p>
      ${this.renderBooks(`In sample, ${from} to ${split}, USD`, (book) => book.in_sample)}
      ${this.renderBooks(`Out of sample, ${split} to ${to}, USD`, (book) => book.out_of_sample)}
      ${this.renderLuck(report)}
      <p class="small">Each stretch is entered anew. Random weights are normal and as large as yours in the root mean square. That one set of weights did well is no evidence: look where it lies among the random ones, and what it did out of sample.</p>`;
  }

  private renderBooks(title: string, of: (book: AdaptationReport["books"][number]) => Outcome) {
    return html`<h4>${title}</h4>
      <div class="scroll" tabindex="0" role="region" aria-label=${title}>
        <table>
          <thead><tr><th scope="col">Book</th>${columns.map(([, name]) => html`<th scope="col">${name}</th>`)}</tr></thead>
          <tbody>${this.report!.books.map(
            (book) => html`<tr><th scope="row">${book.name}</th>${columns.map(([key]) => html`<td>${key === "total" || key === "hedge" ? change(of(book)[key]) : usd(of(book)[key])}</td>`)}</tr>`,
          )}</tbody>
        </table>
      </div>`;
  }

  private renderLuck({ random }: AdaptationReport) {
    const title = `Total under ${usd(random.draws)} sets of random weights, USD`;
    const at = (totals: number[], share: number) => change(totals[Math.round(share * (totals.length - 1))] ?? 0);
    const shares: [string, number][] = [["Least", 0], ["5 %", 0.05], ["25 %", 0.25], ["Median", 0.5], ["75 %", 0.75], ["95 %", 0.95], ["Most", 1]];
    const row = (name: string, totals: number[], below: number) =>
      html`<tr><th scope="row">${name}</th>${shares.map(([, share]) => html`<td>${at(totals, share)}</td>`)}<td>${Math.round(100 * below)} %</td></tr>`;
    return html`<h4>${title}</h4>
      <div class="scroll" tabindex="0" role="region" aria-label=${title}>
        <table>
          <thead><tr><th scope="col"></th>${shares.map(([name]) => html`<th scope="col">${name}</th>`)}<th scope="col">Below yours</th></tr></thead>
          <tbody>${row("In sample", random.in_sample, random.below_in_sample)}${row("Out of sample", random.out_of_sample, random.below_out_of_sample)}</tbody>
        </table>
      </div>`;
  }
}

customElements.define("ballast-adaptation", BallastAdaptation);
