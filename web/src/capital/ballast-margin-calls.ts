import { css, html, LitElement, nothing } from "lit";

import { usd } from "../answer/amounts";
import type { MarginCall } from "../border";
import { tables } from "../style/tables";
import { ratio } from "./findings";

/** So many are in sight before one asks for the rest. */
const inSight = 8;

/** The days on which cash ran short, and what had to be sold for it. */
export class BallastMarginCalls extends LitElement {
  static override properties = { calls: { attribute: false }, whole: { state: true } };
  declare calls: readonly MarginCall[];
  declare whole: boolean;

  static override styles = [
    tables,
    css`
      h3 { margin: 0 0 var(--space-1); font-size: var(--type-figure); font-weight: 650; }
      p { margin: var(--space-1) 0 0; color: var(--ink-soft); font-size: var(--type-small); }
    `,
  ];

  constructor() {
    super();
    this.calls = [];
    this.whole = false;
  }

  override render() {
    const { calls } = this;
    if (calls.length === 0) return nothing;
    const shown = this.whole ? calls : calls.slice(0, inSight);
    return html`<h3 id="calls">${calls.length === 1 ? "A margin call" : `${calls.length} days of margin calls`}</h3>
      <div class="scroll" tabindex="0" role="region" aria-labelledby="calls">
        <table>
          <thead>
            <tr><th scope="col">Day</th><th scope="col">Quick ratio</th><th scope="col">Short by, USD</th><th scope="col">Sold of the pool, USD</th><th scope="col">Lost in the sale, USD</th></tr>
          </thead>
          <tbody>
            ${shown.map(
              (call) => html`<tr>
                <th scope="row">${call.day}</th><td>${ratio(call.quick_ratio)}</td><td>${usd(call.shortfall)}</td><td>${usd(call.sold)}</td><td>${usd(call.slippage)}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${shown.length < calls.length ? html`<p><button type="button" class="plain" @click=${() => (this.whole = true)}>Show ${calls.length - shown.length} more</button></p>` : nothing}`;
  }
}

customElements.define("ballast-margin-calls", BallastMarginCalls);
