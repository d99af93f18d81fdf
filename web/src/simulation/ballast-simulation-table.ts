import { css, html, LitElement, nothing } from "lit";

import { fixed, usd } from "../answer/amounts";
import { layerTitle } from "../answer/layer-title";
import type { ProfitSpread, Simulation, Spread } from "../border";
import { tables } from "../style/tables";
import { atEnd, estimated, hedged, ofHedge, percent, tailShare } from "./findings";

/** What the paths give for pool, layers and the whole, each figure with its standard error. */
export class BallastSimulationTable extends LitElement {
  static override properties = { report: { attribute: false } };
  declare report: Simulation | undefined;

  static override styles = [
    ...tables,
    css`
      h3 { margin: 0; font-size: var(--type-figure); font-weight: 650; }
      .what { margin: var(--space-0) 0 var(--space-2); color: var(--ink-soft); font-size: var(--type-small); max-width: 82ch; }
      .total th, .total td { font-weight: 650; border-top: 1px solid var(--line-strong); }
      td small { display: block; color: var(--ink-soft); font-weight: 400; font-size: var(--type-tiny); line-height: 1.1; }
    `,
  ];

  override render() {
    const { report } = this;
    const end = report && atEnd(report);
    if (!report || !end) return nothing;
    const shares = end.pool.quantiles.map(({ share }) => share);
    const row = (name: string, profit: ProfitSpread, drawdown?: Spread, kind = "") => html`<tr class=${kind}>
      <th scope="row">${name}</th>
      ${[profit.mean, profit.deviation, profit.value_at_risk, profit.conditional_value_at_risk, drawdown?.mean, ...profit.quantiles].map(
        (each) => html`<td>${each?.value === undefined ? "–" : usd(each.value)}<small>${each?.error === undefined ? "\u00a0" : `± ${usd(each.error)}`}</small></td>`,
      )}
    </tr>`;
    const { value } = report.margin_call;
    return html`<h3 id="title">${ofHedge(report)}</h3>
      <p class="what">Profit on day ${end.day}, USD, over ${usd(report.paths)} paths; below each figure its standard error. VaR and CVaR are losses: the least of the worst ${tailShare(report.level)}, and their mean.
        Drawdown is the mean of the deepest fall from the best so far.
        <strong id="margin-call">A margin call comes in ${value === undefined ? "none" : `${estimated(report.margin_call, (share) => fixed(100 * share, 2))} %`} of paths.</strong></p>
      <div class="scroll" tabindex="0" role="region" aria-labelledby="title">
        <table>
          <thead><tr><td></td>${["Mean", "Deviation", "VaR", "CVaR", "Drawdown", ...shares.map((share) => `${percent(share)} % below`)].map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
          <tbody>
            ${row("Pool", end.pool, report.drawdown.pool)}
            ${end.layers.map((layer) => (layer.on ? row(layerTitle({ name: layer.name, kind: layer.name }), layer) : nothing))}
            ${hedged(report) ? html`${row("Hedge", end.hedge)}${row("Together", end.total, report.drawdown.total, "total")}` : nothing}
          </tbody>
        </table>
      </div>`;
  }
}

customElements.define("ballast-simulation-table", BallastSimulationTable);
