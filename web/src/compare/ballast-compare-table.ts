import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";

import { change, fixed, usd } from "../answer/amounts";
import type { ComparedBook, Comparison } from "../border";
import { rate, ratio } from "../capital/findings";
import type { KeptBook, Shelf } from "../state/shelf";
import { tables } from "../style/tables";
import { bookLook } from "./looks";

/** A kept book is to be worked on. */
export class OpenBookEvent extends CustomEvent<number> {
  constructor(index: number) {
    super("open-book", { detail: index, bubbles: true, composed: true });
  }
}

type Row = [name: string, cell: (book: ComparedBook) => string | TemplateResult, strong?: "strong"];

/** The books side by side, a column each: the one that is worked on first, then those that were kept. */
export class BallastCompareTable extends LitElement {
  static override properties = { shelf: { attribute: false }, kept: { attribute: false }, comparison: { attribute: false } };
  declare shelf: Shelf | undefined;
  /** What the shelf holds; a new one draws the table anew. */
  declare kept: Shelf["kept"] | undefined;
  declare comparison: Comparison | undefined;

  static override styles = [
    ...tables,
    css`
      thead th { min-width: 9.5em; max-width: 14em; white-space: normal; color: var(--ink); padding-bottom: var(--space-1); }
      thead td { min-width: 7.5em; }
      .number { display: flex; justify-content: flex-end; align-items: center; gap: var(--space-1); min-height: 18px; color: var(--ink-soft); }
      thead input { width: 100%; font-weight: 600; border-color: transparent; background: none; padding-inline: var(--space-0); text-overflow: ellipsis; }
      thead input:hover { border-color: var(--line-strong); }
      .present { font-weight: 600; line-height: 30px; }
      .tools { display: flex; justify-content: flex-end; align-items: center; gap: var(--space-2); min-height: 28px; color: var(--ink-soft); font-size: var(--type-small); }
      .icon { width: 24px; height: 24px; }
      td small { color: var(--ink-soft); }
      .strong th, .strong td { font-weight: 650; }
      .strong small { font-weight: 400; }
      @media (max-width: 899px) {
        thead th { min-width: 7.5em; }
        thead td { min-width: 6em; }
        th[scope="row"] { white-space: normal; }
        td small { display: block; }
      }
    `,
  ];

  override render() {
    const { comparison } = this;
    const kept = this.kept?.books ?? [];
    // An answer to other books than these is not shown under their names.
    const books = comparison?.books.length === kept.length + 1 ? comparison.books : undefined;
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Books side by side">
      <table>
        <thead>
          <tr>
            <td></td>
            <th scope="col"><div class="number">${swatch(0)}</div><div class="present">This book</div><div class="tools">follows the form</div></th>
            ${kept.map((book, index) => this.renderHead(book, index))}
          </tr>
        </thead>
        <tbody>
          ${rowsOf(books ?? []).map(
            ([name, cell, strong]) => html`<tr class=${strong ?? ""}>
              <th scope="row">${name}</th>
              ${[undefined, ...kept].map((_, index) => html`<td>${books?.[index] ? cell(books[index]) : "…"}</td>`)}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  private renderHead({ name }: KeptBook, index: number) {
    return html`<th scope="col">
      <div class="number">${index + 1} ${swatch(index + 1)}</div>
      <input type="text" aria-label="Name of kept book ${index + 1}" maxlength="60" .value=${live(name)}
        @change=${(event: Event) => this.shelf?.rename(index, (event.target as HTMLInputElement).value || name)} />
      <div class="tools">
        <button type="button" class="plain" aria-label="Open ${name}" title="The book that lies in the form takes its place here"
          @click=${() => this.dispatchEvent(new OpenBookEvent(index))}>Open</button>
        <button type="button" class="icon" aria-label="Remove ${name} from the comparison" @click=${() => this.shelf?.remove(index)}>×</button>
      </div>
    </th>`;
  }
}

/** The total, and small what the hedge has in it. */
const withHedge = (profit: { hedge: number; total: number } | undefined) =>
  profit === undefined ? "–" : html`${change(profit.total)} <small>hedge ${change(profit.hedge)}</small>`;

function rowsOf(books: readonly ComparedBook[]): Row[] {
  const spiked = books.some(({ spike }) => spike !== undefined);
  const scaled = books.some(({ scale }) => scale !== 1);
  return [
    ...(spiked ? [["On the spike", ({ spike }) => withHedge(spike), "strong"] satisfies Row] : []),
    ["A calm month", ({ calm_month }) => withHedge(calm_month), "strong"],
    ["In the end", ({ end }) => withHedge(end), "strong"],
    ["Worst day", ({ worst_day }) => html`${change(worst_day.change.total)} <small>day ${worst_day.day}</small>`],
    ["Premium a year", ({ premium_per_year }) => usd(premium_per_year)],
    ["Spread and commission", ({ costs }) => usd(costs)],
    ["Traded", ({ turnover }) => usd(turnover)],
    ["Most margin", ({ most_margin }) => usd(most_margin)],
    ["IRR, a year", ({ irr }) => rate(irr)],
    ["Least quick ratio", ({ least_quick_ratio }) => ratio(least_quick_ratio)],
    ...(scaled ? [["Sizes multiplied by", ({ scale }) => fixed(scale, 2)] satisfies Row] : []),
  ];
}

const swatch = (index: number) => {
  const { colour, dash, width } = bookLook(index);
  return html`<svg width="26" height="8" aria-hidden="true"><line x1="0" x2="26" y1="4" y2="4" stroke=${colour} stroke-width=${width} stroke-dasharray=${dash ?? nothing} /></svg>`;
};

customElements.define("ballast-compare-table", BallastCompareTable);
