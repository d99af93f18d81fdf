import { css, html, LitElement, nothing } from "lit";

import { change, fixed, usd } from "../answer/amounts";
import type { Sizes, Sizing } from "../border";
import { tables } from "../style/tables";
import { multiple, nameOfLayer, ofBinding, ofFreshPaths } from "./findings";

/** These sizes are to be those of the book. */
export class SizesChosenEvent extends CustomEvent<readonly number[]> {
  constructor(quantity: readonly number[]) {
    super("sizes-chosen", { detail: quantity, bubbles: true });
  }
}

/** The sizes with the least variance and the least tail loss beside those of the book, what they give, and whether they keep it on other paths. */
export class BallastSizingTable extends LitElement {
  static override properties = { report: { attribute: false } };
  declare report: Sizing | undefined;

  static override styles = [
    ...tables,
    css`
      h3 { margin: 0 0 var(--space-2); font-size: var(--type-figure); font-weight: 650; text-wrap: pretty; max-width: 60em; }
      .start { border-left: 1px solid var(--line); }
      .group th { text-align: center; }
      p { margin: var(--space-2) 0 0; font-size: var(--type-small); max-width: 82ch; }
    `,
  ];

  override render() {
    const { report } = this;
    if (!report) return nothing;
    const { layers, unhedged } = report;
    return html`<h3 id="title">${ofFreshPaths(report)}</h3>
      <div class="scroll" tabindex="0" role="region" aria-labelledby="title">
        <table>
          <thead>
            <tr class="group"><td></td><th colspan=${Math.max(1, layers.length)} class="start">Times the layer</th><th colspan="3" class="start">USD</th><th colspan="2" class="start">CVaR, USD</th><th colspan="2" class="start">Deviation, USD</th><td class="start"></td></tr>
            <tr>
              <th scope="col">Sizes</th>${layers.length === 0 ? html`<td></td>` : layers.map((layer) => html`<th scope="col">${nameOfLayer(layer)}</th>`)}
              <th scope="col" class="start">Cost a year</th><th scope="col">Premium</th><th scope="col">Margin</th>
              <th scope="col" class="start">Found</th><th scope="col">Other paths</th><th scope="col" class="start">Found</th><th scope="col">Other paths</th><th scope="col" class="start">Variance less by</th>
            </tr>
          </thead>
          <tbody>
            <tr><th scope="row">Unhedged</th>${layers.length === 0 ? html`<td></td>` : layers.map(() => html`<td>0</td>`)}<td class="start">0</td><td>0</td><td>0</td>
              <td class="start">${usd(unhedged.found.conditional_value_at_risk)}</td><td>${usd(unhedged.fresh.conditional_value_at_risk)}</td>
              <td class="start">${usd(unhedged.found.deviation)}</td><td>${usd(unhedged.fresh.deviation)}</td><td class="start">–</td></tr>
            ${this.renderRow("The book it was found from", report.book)}
            ${this.renderRow("Least variance", report.minimum_variance)}
            ${this.renderRow("Least tail loss", report.minimum_cvar)}
          </tbody>
        </table>
      </div>
      <p id="binding">${ofBinding("Least variance", report.minimum_variance)} ${ofBinding("Least tail loss", report.minimum_cvar)}</p>`;
  }

  private renderRow(name: string, sizes: Sizes) {
    const { quantity, found, fresh } = sizes;
    return html`<tr>
      <th scope="row">${name} <button type="button" class="plain" aria-label="Set the book: ${name}" @click=${() => this.dispatchEvent(new SizesChosenEvent(quantity))}>set</button></th>
      ${quantity.length === 0 ? html`<td></td>` : quantity.map((each) => html`<td>${multiple(each)}</td>`)}
      <td class="start">${change(sizes.yearly_cost)}</td><td>${usd(sizes.premium)}</td><td>${usd(sizes.margin)}</td>
      <td class="start">${usd(found.conditional_value_at_risk)}</td><td>${usd(fresh.conditional_value_at_risk)}</td>
      <td class="start">${usd(found.deviation)}</td><td>${usd(fresh.deviation)}</td><td class="start">${fixed(100 * sizes.effectiveness_fresh, 0)}&nbsp;%</td>
    </tr>`;
  }
}

customElements.define("ballast-sizing-table", BallastSizingTable);
