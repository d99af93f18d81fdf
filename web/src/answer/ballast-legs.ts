import { css, html, LitElement, nothing } from "lit";

import "../behind/ballast-behind";
import { ofLeg } from "../behind/of-hedge";
import type { Evaluation, LayerReport, Leg, Reduction } from "../border";
import "../glossary/ballast-term";
import type { JsonObject } from "../json/pointer";
import { tables } from "../style/tables";
import { fixed, usd } from "./amounts";
import { layerTitle } from "./layer-title";

/** So many legs of a layer are in sight before one asks for the rest. */
const inSight = 6;

/** The options and forwards that every layer traded: what was bought or sold, at what, and what became of it. */
export class BallastLegs extends LitElement {
  static override properties = { report: { attribute: false }, scenario: { attribute: false }, whole: { state: true } };
  declare report: Evaluation | undefined;
  /** The scenario that the report answers. */
  declare scenario: JsonObject | undefined;
  declare whole: ReadonlySet<number>;

  static override styles = [
    ...tables,
    css`
      h3 { margin: 0 0 var(--space-1); font-size: var(--type-figure); font-weight: 650; }
      p { margin: 0 0 var(--space-2); color: var(--ink-soft); font-size: var(--type-small); }
      .group th { color: var(--ink-soft); border-bottom: 0; text-align: center; }
      .group th[colspan] { border-bottom: 1px solid var(--line-strong); }
      .layer th { font-weight: 650; padding-top: var(--space-3); }
      .start { border-left: 1px solid var(--line); }
      .part th, .part td { color: var(--ink-soft); }
      .part th:first-child { padding-left: var(--space-3); }
    `,
  ];

  constructor() {
    super();
    this.whole = new Set();
  }

  override render() {
    const layers = this.report?.layers ?? [];
    const spike = this.report?.spike !== undefined;
    return html`<h3 id="legs">Everything traded</h3>
      <p>Prices are mid prices in index points; a VIX or SPX option stands for 100 of them. The forward is the VIX future or SPX forward of the same expiry. SPX held outright has neither strike nor volatility.</p>
      <div class="scroll" tabindex="0" role="region" aria-labelledby="legs">
        <table>
          <thead>
            <tr class="group">
              <td></td><td></td><td></td><th colspan="6" class="start">Opened</th>
              ${spike ? html`<th colspan="2" class="start">At the spike</th>` : nothing}<th colspan="4" class="start">Ended</th>
            </tr>
            <tr>
              <th scope="col">Leg</th><th scope="col">Contracts</th><th scope="col"><ballast-term of="strike">Strike</ballast-term></th>
              <th scope="col" class="start">Day</th><th scope="col"><ballast-term of="forward">Forward</ballast-term></th><th scope="col"><ballast-term of="implied-volatility">Vol.</ballast-term>, %</th><th scope="col"><ballast-term of="delta">Delta</ballast-term></th><th scope="col"><ballast-term of="black-76">Price</ballast-term></th><th scope="col"><ballast-term of="time-value">Time value</ballast-term></th>
              ${spike ? html`<th scope="col" class="start">Delta</th><th scope="col">Price</th>` : nothing}
              <th scope="col" class="start">How</th><th scope="col">Day</th><th scope="col">Price</th><th scope="col">Costs, USD</th>
            </tr>
          </thead>
          ${layers.map((layer, index) => (layer.on ? this.renderLayer(layer, index, spike) : nothing))}
        </table>
      </div>
      <ballast-behind what="the prices" .derive=${() => this.prices()}></ballast-behind>`;
  }

  /** Of the first options of every layer; the others came about the same way. */
  private prices() {
    const { report, scenario } = this;
    if (!report || !scenario) return [];
    return report.layers.filter(({ on }) => on).flatMap(({ legs }) => legs.slice(0, inSight).flatMap((leg) => ofLeg({ report, scenario }, leg) ?? []));
  }

  private renderLayer(layer: LayerReport, index: number, spike: boolean) {
    const legs = this.whole.has(index) ? layer.legs : layer.legs.slice(0, inSight);
    const hidden = layer.legs.length - legs.length;
    const columns = spike ? 15 : 13;
    return html`<tbody>
      <tr class="layer"><th scope="rowgroup" colspan=${columns}>${layerTitle(layer)}</th></tr>
      ${legs.map((leg) => [renderLeg(leg, spike), ...(leg.reductions ?? []).map((reduction) => renderReduction(reduction, spike))])}
      ${hidden > 0
        ? html`<tr><td colspan=${columns}><button type="button" class="plain" @click=${() => (this.whole = new Set([...this.whole, index]))}>Show ${hidden} more</button></td></tr>`
        : nothing}
      <tr><td colspan=${columns}>${layer.legs.length === 0 ? "No leg was opened. " : ""}Spread and commission paid: ${usd(layer.costs)} USD</td></tr>
    </tbody>`;
  }
}

function renderLeg(leg: Leg, spike: boolean) {
  const forward = leg.instrument === "forward";
  return html`<tr>
    <th scope="row">${leg.underlying}${forward ? " itself" : ` ${leg.type}`}, day ${leg.expiry_day}</th>
    <td>${signedContracts(leg.contracts)}</td>
    <td>${forward ? "–" : fixed(leg.strike, 2)}</td>
    <td class="start">${leg.opened_day}</td>
    <td>${fixed(leg.opened.forward, 2)}</td>
    <td>${forward ? "–" : percent(leg.opened.volatility)}</td>
    <td>${fixed(leg.opened.delta, 2)}</td>
    <td>${fixed(leg.opened.price, 2)}</td>
    <td>${fixed(leg.opened.time_value, 2)}</td>
    ${spike ? html`<td class="start">${leg.spike ? fixed(leg.spike.delta, 2) : "–"}</td><td>${leg.spike ? fixed(leg.spike.price, 2) : "–"}</td>` : nothing}
    <td class="start">${leg.end === "open" ? "still held" : leg.end}</td>
    <td>${leg.end_day}</td>
    <td>${fixed(leg.ended.price, 2)}</td>
    <td>${fixed(leg.costs, 2)}</td>
  </tr>`;
}

/** What was sold of the leg above on the way; bought where its contracts are below zero. */
const renderReduction = ({ day, contracts, quote }: Reduction, spike: boolean) => html`<tr class="part">
  <th scope="row">in part</th>
  <td>${signedContracts(-contracts)}</td>
  <td></td><td class="start"></td><td></td><td></td><td></td><td></td><td></td>
  ${spike ? html`<td class="start"></td><td></td>` : nothing}
  <td class="start">${contracts < 0 ? "bought" : "sold"}</td><td>${day}</td><td>${fixed(quote.price, 2)}</td>
</tr>`;

const percentFormat = new Intl.NumberFormat("en-US", { style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 });
const percent = (volatility: number) => percentFormat.format(volatility).replace("%", "");
const signedContracts = (contracts: number) => (contracts > 0 ? "+" : "") + fixed(contracts, Number.isInteger(contracts) ? 0 : 2);

customElements.define("ballast-legs", BallastLegs);
