import { css, html, LitElement, nothing } from "lit";

import { change, usd } from "../answer/amounts";
import { tables } from "../style/tables";
import { lookOf } from "./looks";
import type { Replay, ReplayedBook } from "./replay";

type Column = [name: string, cell: (book: ReplayedBook) => string];

const columns: Column[] = [
  ["Hedge", ({ end }) => change(end.hedge)],
  ["Pool and hedge", ({ end }) => change(end.total)],
  ["Deepest fall", ({ drawdown }) => usd(drawdown.depth)],
  ["from", ({ drawdown }) => drawdown.from ?? "–"],
  ["to", ({ drawdown }) => drawdown.to ?? "–"],
  ["made good", ({ drawdown }) => drawdown.recovered ?? "–"],
  ["Months it cost", ({ months }) => `${months.cost}: ${usd(months.lost)}`],
  ["Months it paid", ({ months }) => `${months.paid}: ${usd(months.gained)}`],
  ["Best day", ({ days }) => (days.best[0] ? `${days.best[0].date}: ${change(days.best[0].hedge)}` : "–")],
  ["Trading", ({ costs }) => usd(costs)],
];

/** The books and what a person would otherwise do, a row each. */
export class BallastReplayTable extends LitElement {
  static override properties = { report: { attribute: false } };
  declare report: Replay | undefined;

  static override styles = [
    ...tables,
    css`
      th:first-child { min-width: 11em; max-width: 19em; white-space: normal; }
      thead th { white-space: normal; min-width: 5em; }
      tr.first th, tr.first td { font-weight: 650; }
      svg { margin-right: var(--space-2); vertical-align: middle; }
      .against td, .against th { color: var(--ink-soft); }
    `,
  ];

  override render() {
    const { report } = this;
    if (!report) return nothing;
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Books along what happened, USD">
      <table>
        <thead><tr><td>USD</td>${columns.map(([name]) => html`<th scope="col">${name}</th>`)}</tr></thead>
        <tbody>
          ${report.books.map((book, index) => {
            const { colour, dash, width } = lookOf(report, book);
            return html`<tr class=${index === 0 ? "first" : book.against ? "against" : ""}>
              <th scope="row"><svg width="26" height="8" aria-hidden="true"><line x1="0" x2="26" y1="4" y2="4" stroke=${colour} stroke-width=${width} stroke-dasharray=${dash ?? nothing} /></svg>${book.name}</th>
              ${columns.map(([, cell]) => html`<td>${cell(book)}</td>`)}
            </tr>`;
          })}
        </tbody>
      </table>
    </div>`;
  }
}

customElements.define("ballast-replay-table", BallastReplayTable);
